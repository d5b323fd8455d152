"""Before the first visit: what a person tells in their own words, and a self-check that they ask the clinic to keep."""
