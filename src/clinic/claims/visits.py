"""The signed visits of a chart, as a bill sees them: a day, a discipline, a length and a practitioner. Nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clinic.accounts.models import User
from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.claims.disciplines import of_chart
from clinic.notes.lateness import KIND

TOOK_PLACE = ("", "attended")


@dataclass(frozen=True)
class SignedVisit:
    """A treatment that took place, in the version of its note that stands."""

    entry: Entry
    visit: int
    """The key of the note as it was first signed."""
    row: int
    on: date
    discipline: str
    minutes: int | None
    practitioner: User
    """Who signed it first: a correction by somebody else changes nothing in who gave the treatment."""

    @property
    def key(self) -> tuple[int, int]:
        return self.visit, self.row


def signed_visits(chart: Chart) -> list[SignedVisit]:
    """In the order of their days. What came in with a case file was treated, and billed, elsewhere."""
    return sorted(_visits(chart), key=lambda one: (one.on, one.visit, one.row))


def _visits(chart: Chart) -> Iterator[SignedVisit]:
    firsts: dict[int | None, Entry] = {}
    for entry in chart.entries:
        firsts[entry.pk] = firsts.get(entry.corrects_id, entry)
    for entry in chart.in_force():
        if entry.kind != KIND:
            continue
        for row, one in enumerate(entry.content.get("treatments", ())):
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
