"""The web application: it stores what people signed, and shows what follows from it by rule."""
