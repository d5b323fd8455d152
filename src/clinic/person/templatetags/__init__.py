"""Template tags of the person page."""
