"""Chapter 2: tension-type headache."""
