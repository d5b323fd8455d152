"""Rows that are written once: how they refuse change, and how each seals the one before it."""
