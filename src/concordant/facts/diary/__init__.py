"""Day by day, and what the days add up to."""
