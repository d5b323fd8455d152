"""Correcting what was signed: never by changing it, always by saying it anew and why."""
