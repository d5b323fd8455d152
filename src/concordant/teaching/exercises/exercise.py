"""An exercise for home: how it goes, what it should feel like, when to stop. How often and how long is the plan's."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.language import said
from concordant.teaching.sources import Cited


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise in plain words, with its drawing. What it says it says in the language of the moment."""

    id: str
    """Also the id of its drawing."""
    english_name: str
    intervention: str
    """The id of the intervention of treatment 1 that it carries out."""
    english_steps: tuple[str, ...]
    english_feel: str
    english_stop: str
    english_seen: str
    sources: tuple[Cited, ...]
    how_known: str
    """How the way of doing it is known."""

    @property
    def name(self) -> str:
        """As the person knows it."""
        return said(self.english_name)

    @property
    def steps(self) -> tuple[str, ...]:
        """How it is done."""
        return tuple(map(said, self.english_steps))

    @property
    def feel(self) -> str:
        """What the person should feel."""
        return said(self.english_feel)

    @property
    def stop(self) -> str:
        """The sign to stop, besides the page of signs that ask for help."""
        return said(self.english_stop)

    @property
    def seen(self) -> str:
        """What the drawing shows, for those who do not see it."""
        return said(self.english_seen)
