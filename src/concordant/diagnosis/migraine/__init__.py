"""Chapter 1: migraine."""
