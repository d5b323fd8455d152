"""The signed visits of a chart, as a bill sees them: a day, a discipline, a length and a practitioner. Nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from clinic.accounts.models import User
from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.claims.disciplines import of_chart
from clinic.notes.lateness import KIND

TOOK_PLACE = ("", "attended")
_Row = Mapping[str, Any]
_ALIKE = (("discipline", "date", "minutes"), ("discipline", "date"), ("discipline",), ())
"""By what a row of an amended note is known again, the surest first; at last by being the one that is left."""

VisitKey = tuple[int, int]
"""The note as it was first signed, and the treatment in it."""


@dataclass(frozen=True)
class SignedVisit:
    """A treatment that took place, in the version of its note that stands."""

    entry: Entry
    visit: int
    """The key of the note as it was first signed."""
    row: int
    """Which treatment of the note: it keeps its number when a row above it is dropped."""
    on: date
    discipline: str
    minutes: int | None
    practitioner: User
    """Who signed it first: a correction by somebody else changes nothing in who gave the treatment."""

    @property
    def key(self) -> VisitKey:
        return self.visit, self.row


def signed_visits(chart: Chart) -> list[SignedVisit]:
    """In the order of their days. What came in with a case file was treated, and billed, elsewhere."""
    return sorted(_visits(chart), key=lambda one: (one.on, one.visit, one.row))


def _visits(chart: Chart) -> Iterator[SignedVisit]:
    firsts: dict[int | None, Entry] = {}
    numbers: dict[int | None, tuple[int, ...]] = {}
    rows: dict[int | None, Sequence[_Row]] = {}
    for entry in chart.entries:
        firsts[entry.pk] = firsts.get(entry.corrects_id, entry)
        rows[entry.pk] = entry.content.get("treatments", ())
        before, known = rows.get(entry.corrects_id, ()), numbers.get(entry.corrects_id, ())
        numbers[entry.pk] = _known_again(rows[entry.pk], before, known)
    for entry in chart.in_force():
        if entry.kind != KIND:
            continue
        for row, one in zip(numbers[entry.pk], rows[entry.pk], strict=True):
            discipline = of_chart(one.get("discipline", ""))
            if discipline and one.get("status", "") in TOOK_PLACE:
                yield SignedVisit(
                    entry=entry,
                    visit=firsts[entry.pk].pk,
                    row=row,
                    on=date.fromisoformat(one["date"]) if "date" in one else entry.on,
                    discipline=discipline,
                    minutes=one.get("minutes"),
                    practitioner=firsts[entry.pk].author,
                )


def _known_again(rows: Sequence[_Row], before: Sequence[_Row], known: Sequence[int]) -> tuple[int, ...]:
    """The numbers of a note's treatments: those that they had in the version before, and new ones for new rows."""
    found: dict[int, int] = {}
    left = dict(zip(known, before, strict=True))
    for names in _ALIKE:
        for place, row in enumerate(rows):
            if place in found:
                continue
            alike = (number for number, old in left.items() if all(row.get(name) == old.get(name) for name in names))
            if (number := next(alike, None)) is not None:
                found[place] = number
                del left[number]
    fresh = count(max(known, default=-1) + 1)
    return tuple(found[place] if place in found else next(fresh) for place in range(len(rows)))
