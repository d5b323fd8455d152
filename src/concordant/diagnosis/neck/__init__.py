"""Chapter 11: headache from the neck."""
