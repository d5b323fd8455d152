"""One function an exercise: what is drawn, back to front."""
