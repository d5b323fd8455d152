"""The web application: it stores what people signed, and shows what follows from it by rule."""

from clinic.zones import go_by_the_package

# Whatever serves a page, runs a command or works out a list imports this first.
go_by_the_package()
