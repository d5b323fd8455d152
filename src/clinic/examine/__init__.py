"""The examination, in the order of the session."""
