"""A place in the calendar: an hour of a clinician, a room and a person, and the rules it would break."""
