"""What the templates of the calendar need."""
