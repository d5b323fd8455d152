"""Who did what, to whose chart, when, from where: written once, readable by the clinic and by the person."""
