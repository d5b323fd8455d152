"""Chapter 5: headache after whiplash or injury to the head."""
