"""How one person of the demo clinic is declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from concordant.simulate.story.draft import Draft


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person: who it is, what the person shows, and what happens."""

    chart_number: str
    given_name: str
    family_name: str
    sex: str
    age: int
    stage: str
    happens: Callable[[Draft], None]
