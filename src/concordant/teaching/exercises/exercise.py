"""An exercise for home: how it goes, what it should feel like, when to stop. How often and how long is the plan's."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.teaching.sources import Cited


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise in plain words, with its drawing."""

    id: str
    """Also the id of its drawing."""
    name: str
    intervention: str
    """The id of the intervention of treatment 1 that it carries out."""
    steps: tuple[str, ...]
    feel: str
    """What the person should feel."""
    stop: str
    """The sign to stop, besides the page of signs that ask for help."""
    seen: str
    """What the drawing shows, for those who do not see it."""
    sources: tuple[Cited, ...]
    how_known: str
    """How the way of doing it is known."""
