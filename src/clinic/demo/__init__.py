"""A clinic to look at: made-up people at every stage of care, and the published cases."""
