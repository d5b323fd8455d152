"""Public holidays: which days they are, and whether the clinic is closed on them."""
