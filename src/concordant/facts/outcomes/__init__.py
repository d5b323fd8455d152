"""How the person is doing, and whether that has really changed."""
