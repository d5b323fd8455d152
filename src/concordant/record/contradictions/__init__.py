"""Entries that cannot all be true: found, named, and read as unknown until somebody settles which is right."""
