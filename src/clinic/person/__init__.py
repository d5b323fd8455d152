"""The page of one person: is it safe, what is it, what was measured, what was done, and how the days went."""
