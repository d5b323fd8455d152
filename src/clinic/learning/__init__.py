"""Pages for the person, in plain words: which are offered to whom and why, and what was taught already."""
