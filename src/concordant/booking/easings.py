"""What a person could say on the phone that would make booking easier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from concordant.booking.problem import Person, Span
from concordant.booking.problem.spans import joined


@dataclass(frozen=True, slots=True)
class MoreTime:
    """They can come then, too. ``weekday``: 0 is Monday; minutes after midnight."""

    person: str
    weekday: int
    start: int
    end: int

    def eased(self, person: Person) -> Person:
        """As they would be."""
        spans = joined((*person.available.get(self.weekday, ()), Span(self.start, self.end)))
        return replace(person, available={**person.available, self.weekday: spans})


@dataclass(frozen=True, slots=True)
class AlsoWith:
    """They would see this clinician, too."""

    person: str
    clinician: str

    def eased(self, person: Person) -> Person:
        """As they would be; who sees anybody of a discipline already stays as they are."""
        clinicians = {discipline: allowed | {self.clinician} for discipline, allowed in person.clinicians.items()}
        return replace(person, clinicians=clinicians)


@dataclass(frozen=True, slots=True)
class NotAway:
    """They are here on a day on which they said they are not."""

    person: str
    day: date

    def eased(self, person: Person) -> Person:
        """As they would be."""
        unavailable = {day: spans for day, spans in person.unavailable.items() if day != self.day}
        return replace(person, unavailable=unavailable)


Easing: TypeAlias = MoreTime | AlsoWith | NotAway
