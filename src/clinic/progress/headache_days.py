"""Days with headache at the retest: two windows with bounds for missing days, and what chance alone may do."""

import math
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.percent import percent, ratio_in_words
from clinic.progress.words import LOOKS, VERDICTS
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.values import plain
from concordant.progress import Row
from concordant.progress.every_visit import every_visit
from concordant.progress.headache_days import HeadacheDays, Window
from concordant.progress.small_chart import description, small_chart
from concordant.progress_report import sentence


@dataclass(frozen=True)
class WindowShown:
    """One window of the diary."""

    name: str | Promise
    first: date
    last: date
    headache: int
    answered: int
    days: int
    per_28: str
    low: str
    high: str
    status: str


@dataclass(frozen=True)
class DaysShown:
    """The primary outcome."""

    name: str
    verdict: str | Promise
    look: str
    says: str
    """In one sentence, with every number."""
    problem: str
    """Why nothing can be told; empty where something can."""
    windows: tuple[WindowShown, ...]
    numbers: tuple[tuple[str | Promise, str], ...]
    robust: bool | None
    pooled: bool
    source: str
    chart: SafeString
    chart_says: str


def headache_days_of(look: Look) -> DaysShown | None:
    """None without a diary or a visit."""
    name = any_headache_days_per_28d.name
    row = next((one for one in look.assessment.changes if one.measure == name), None)
    return None if row is None else _shown(look, row)


def _shown(look: Look, row: Row) -> DaysShown:
    found = row.days
    course = every_visit(look.record, row) if found else None
    return DaysShown(
        name=row.name,
        verdict=VERDICTS[row.verdict],
        look=LOOKS[row.verdict],
        says=sentence(row) if found else "",
        problem="" if found else row.note,
        windows=_windows(found) if found else (),
        numbers=_numbers(found) if found else (),
        robust=found.robust if found else None,
        pooled=bool(found and found.pooled),
        source=row.source,
        # Numbers and names of the library, escaped by it.
        chart=mark_safe(small_chart(course, name="days") if course else ""),  # noqa: S308
        chart_says=description(course) if course else "",
    )


def _windows(found: HeadacheDays) -> tuple[WindowShown, ...]:
    return (_window(_("Before treatment"), found.baseline), _window(_("Lately"), found.latest))


def _window(name: str | Promise, one: Window) -> WindowShown:
    count, per_28 = one.count, one.per_28
    scaled, low, high = (plain(round(number, 1)) for number in (per_28.scaled, per_28.low, per_28.high))
    return WindowShown(
        name, count.first, count.last, count.positive, count.observed, count.days, scaled, low, high, one.status
    )


def _numbers(found: HeadacheDays) -> tuple[tuple[str | Promise, str], ...]:
    high = _("no upper end") if math.isinf(found.ratio_high) else ratio_in_words(found.ratio_high)
    ratio = _("%(ratio)s (95\u00a0%% interval %(low)s to %(high)s, which takes days as independent)") % {
        "ratio": ratio_in_words(found.ratio),
        "low": ratio_in_words(found.ratio_low),
        "high": high,
    }
    return (
        (_("Rate now over rate before"), ratio),
        (_("Probability that the rate really fell"), percent(found.better)),
        (_("Probability that it fell by 30\u00a0% or more"), percent(found.by_30_percent)),
        (_("Probability that it fell by half or more"), percent(found.by_50_percent)),
        (_("Days cluster: design effect"), plain(round(found.effect, 2))),
    )
