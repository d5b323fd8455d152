"""What the pages of the calendar show: read from the database, and nothing decided."""
