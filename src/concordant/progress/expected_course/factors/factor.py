"""A finding of studies about who recovers faster or slower: what it says, how sure it is, and of whom it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion


class Direction(Enum):
    """What people with the factor had in common afterwards. Never a cause."""

    SLOWER = "a slower course was likelier"
    FASTER = "a better course was likelier"
    NEITHER = "no difference was found"


class Certainty(Enum):
    """How the finding is known."""

    READ = "read, mostly in abstracts"
    RECALLED = "recalled, not checked"
    OPINION = "opinion of clinicians, read"
    NEIGHBOUR = "read, but of another condition"


@dataclass(frozen=True, slots=True)
class Factor:
    """One row of prognosis 5, or one part of it that can be asked by itself."""

    key: str
    name: str
    direction: Direction
    figure: str
    """Size with its unit; says so where none was read."""
    interval: str
    """The 95 % interval of the figure; says so where none was read."""
    people: str
    """In whom it was found."""
    certainty: Certainty
    source: str
    use: str = ""
    when: Criterion | None = None
    """Whether it is there; None where no limit was published or no fact holds it, so that it cannot be told."""

    @property
    def says(self) -> str:
        """One sentence that claims no cause."""
        return (
            f"{self.name}: in {self.people} {self.direction.value} ({self.figure}; {self.interval}; "
            f"{self.certainty.value}; {self.source})."
        )
