"""Bills: what each signed visit costs whom, whether it may go, what was sent, what came back, and what is owed."""
