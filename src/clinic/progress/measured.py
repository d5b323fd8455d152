"""What we measured: one row a measure, from its baseline to this retest, with its chart over all visits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic.person.look import Look
from clinic.progress.words import LOOKS, VERDICTS
from concordant.facts.values import plain
from concordant.measures import MEASURES
from concordant.measures.measure import Better
from concordant.measures.questionnaires import OF_FACT
from concordant.measures.repeats import RealChange
from concordant.progress import Row
from concordant.progress.every_visit import EveryVisit, every_visit
from concordant.progress.rows import NOT_JUDGED, UNKNOWN, say, say_change
from concordant.progress.small_chart import description, small_chart
from concordant.progress_report import CATEGORY


@dataclass(frozen=True)
class Measured:
    """One row."""

    name: str
    of: str
    """Segment and side."""
    baseline: str
    baseline_on: date | None
    latest: str
    latest_on: date | None
    change: str
    verdict: str | Promise
    look: str
    detail: str
    note: str
    threshold: str
    source: str
    chart: SafeString
    chart_says: str
    """The chart in words."""


@dataclass(frozen=True)
class MeasuredAll:
    """The rows, and what cannot be laid beside anything."""

    rows: tuple[Measured, ...]
    """In the order of the library."""
    first_time: tuple[str, ...]
    """Measured at this retest for the first time: the baseline of the next one."""
    not_again: tuple[str, ...]
    """Measured before, and not at this retest."""

    @property
    def told(self) -> list[Measured]:
        """Of which a change, or that there is none, can be told."""
        return [one for one in self.rows if one.look not in (UNKNOWN, NOT_JUDGED)]

    @property
    def not_told(self) -> list[Measured]:
        """Compared, and nothing can be said; each says why."""
        return [one for one in self.rows if one.look == UNKNOWN]

    @property
    def not_judged(self) -> list[Measured]:
        """Of which no change is ever told: the numbers alone."""
        return [one for one in self.rows if one.look == NOT_JUDGED]


def measured_of(look: Look) -> MeasuredAll:
    rows = [row for row in look.assessment.changes if row.days is None and row.measure in _KNOWN]
    return MeasuredAll(
        tuple(_measured(every_visit(look.record, row), f"m{number}") for number, row in enumerate(rows)),
        *_alone(look, rows),
    )


_KNOWN = MEASURES.keys() | {one.id for one in OF_FACT.values()}


def _measured(found: EveryVisit, name: str) -> Measured:
    row = found.row
    return Measured(
        name=row.name,
        of=" ".join(part for part in (row.segment, row.side) if part),
        baseline=_said(row, row.baseline),
        baseline_on=row.baseline_on,
        latest=_said(row, row.latest),
        latest_on=row.latest_on,
        change=_change(row),
        verdict=VERDICTS[row.verdict],
        look=LOOKS[row.verdict],
        detail=CATEGORY[row.detail] if row.detail != row.verdict else "",
        note=row.note,
        threshold=_threshold(row),
        source=row.source,
        # Numbers and names of the library, escaped by it.
        chart=mark_safe(small_chart(found, name=name)),  # noqa: S308
        chart_says=description(found),
    )


def _said(row: Row, value: float | bool | None) -> str:
    return "" if value is None else say(row, value)


def _change(row: Row) -> str:
    return "" if row.change is None else say_change(row, row.change)


def _threshold(row: Row) -> str:
    if row.threshold is None:
        return ""
    rule = MEASURES[row.measure].change if row.measure in MEASURES else None
    told = say(row, row.threshold)
    if isinstance(rule, RealChange) and rule.percent and row.baseline:
        percent = plain(round(100 * row.threshold / row.baseline, 1))
        return _("%(amount)s (%(percent)s\u00a0%% of the baseline)") % {"amount": told, "percent": percent}
    return told


def _alone(look: Look, rows: Iterable[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """By name: what stands at this retest only, and what stands only before it."""
    visit = look.assessment.progress.visit
    if visit is None:
        return (), ()
    on = look.record.day_of(visit)
    compared = {(row.measure, row.side, row.segment) for row in rows}
    days: dict[str, set[date]] = {}
    for key, name, day in _taken(look):
        if key not in compared:
            days.setdefault(name, set()).add(day)
    first = tuple(name for name, every in days.items() if min(every) == on)
    return first, tuple(name for name, every in days.items() if max(every) < on)


def _taken(look: Look) -> Iterator[tuple[tuple[str, str | None, str | None], str, date]]:
    """Everything that was measured: what, its name with side and segment, and when."""
    for one in look.record.visits.values():
        for finding in one.findings:
            if finding.fact in MEASURES and MEASURES[finding.fact].better is not Better.NEITHER:
                where = (finding.segment, finding.side)
                name = " ".join(part for part in (MEASURES[finding.fact].fact.label, *where) if part)
                yield (finding.fact, finding.side, finding.segment), name, one.date
    for outcome in look.record.outcomes:
        form = OF_FACT.get(outcome.fact)
        # A rating of the change itself is no baseline of a later one.
        if form is not None and not form.rates_a_change:
            yield (form.id, None, None), form.name, outcome.date
