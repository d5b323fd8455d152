"""From the entries of a chart to the case that the care library reads."""

from collections.abc import Iterator
from datetime import datetime

from clinic.chart.actions import Chart
from concordant.record.case import Case
from concordant.record.merge import Fragment, merge

_PLACE = "entry "


def case_of(chart: Chart, known_at: datetime | None = None) -> Case:
    """The case as it stood at a moment; now, if none is named."""
    return merge(str(chart.person.pk), _fragments(chart, known_at))


def entry_id(place: str) -> int | None:
    """Which entry a place in the case stands for."""
    number = place.removeprefix(_PLACE)
    return int(number) if place.startswith(_PLACE) and number.isdecimal() else None


def _fragments(chart: Chart, known_at: datetime | None) -> Iterator[Fragment]:
    # A diary is judged by days, and a day ends when the clinic's clocks say so, not those of Greenwich.
    zone = chart.person.clinic.zone
    for entry in chart.in_force(known_at):
        yield Fragment(
            content=entry.content,
            on=entry.on,
            by=entry.author_role,
            recorded=entry.recorded_at.astimezone(zone),
            place=f"{_PLACE}{entry.pk}",
        )
