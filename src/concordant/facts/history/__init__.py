"""What was, and how the headache is: asked once, kept up to date."""
