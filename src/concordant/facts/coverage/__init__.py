"""Who pays, and how much is left."""
