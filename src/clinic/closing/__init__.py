"""Closing one's own account: what ends at once, what is deleted, what the law has the clinic keep, and until when."""
