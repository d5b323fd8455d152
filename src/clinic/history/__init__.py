"""What was before: the person, injuries, headaches and the course of care."""
