"""A trial that somebody brings: looked at, what it would move, and kept by the clinic under a signature."""
