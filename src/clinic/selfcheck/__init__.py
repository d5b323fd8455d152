"""The self-check for people without an account. Nothing of it is kept here."""
