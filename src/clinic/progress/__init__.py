"""What was measured at the retests, what follows from it, and the course that was to be expected."""
