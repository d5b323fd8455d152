"""The chart: people and what was signed about them."""
