"""Filters for the pages of the evidence."""
