"""Trials, their effects and what they say together."""
