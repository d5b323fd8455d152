"""A person's diary: which days had a headache, what it was like, which days were answered."""
