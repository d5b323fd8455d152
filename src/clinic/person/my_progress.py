"""My progress, for the person: headache days, their goal, what changed beyond error, and what comes next.

It tells what was written down and measured. What is proposed to clinicians (the response, the decision, discharge)
and what nobody has confirmed has no place here.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from clinic.person.coming import Coming, coming_of
from clinic.person.days_a_week import DaysAWeek, days_a_week
from clinic.person.look import Look
from clinic.person.plainly import asked
from clinic.person.week_bars import WeekBars, week_bars
from concordant.progress import Row
from concordant.progress.everything_measured import ROOMS, fact_of
from concordant.progress.rows import NOT_JUDGED, UNKNOWN, say
from concordant.record.derive.treatment_start import start_of_treatment

BETTER, SAME, WORSE, NOT_COMPARED, ALONE = "better", "same", "worse", "not compared", "alone"

_KINDS = {
    "improved_important": BETTER,
    "improved": BETTER,
    "within_error": SAME,
    "worse": WORSE,
    UNKNOWN: NOT_COMPARED,
    NOT_JUDGED: ALONE,
}


@dataclass(frozen=True)
class Changed:
    """One test or questionnaire at the start and at the last check."""

    asked: str
    of: str
    first: str
    first_on: date
    latest: str
    latest_on: date


@dataclass(frozen=True)
class MyProgress:
    days: DaysAWeek | None
    weeks: WeekBars | None
    better: tuple[Changed, ...]
    same: tuple[Changed, ...]
    worse: tuple[Changed, ...]
    not_compared: tuple[Changed, ...]
    alone: tuple[Changed, ...]
    """Numbers of which nobody can say from where on a change is real."""
    coming: Coming

    @property
    def nothing_twice(self) -> bool:
        """No test or questionnaire was done twice."""
        return not (self.better or self.same or self.worse or self.not_compared or self.alone)


def my_progress(look: Look) -> MyProgress:
    kinds: dict[str, list[Changed]] = {BETTER: [], SAME: [], WORSE: [], NOT_COMPARED: [], ALONE: []}
    for row in look.assessment.changes:
        changed = _changed(row)
        if changed is not None:
            kinds[_KINDS[row.verdict]].append(changed)
    return MyProgress(
        days_a_week(look),
        week_bars(look.record.diary, start_of_treatment(look.record)),
        better=tuple(kinds[BETTER]),
        same=tuple(kinds[SAME]),
        worse=tuple(kinds[WORSE]),
        not_compared=tuple(kinds[NOT_COMPARED]),
        alone=tuple(kinds[ALONE]),
        coming=coming_of(look),
    )


def _changed(row: Row) -> Changed | None:
    """None for headache days, which are told first, for single segments of the neck, for what is no course to follow
    (blood pressure), and where one value is missing, as of a rating that is itself of a change."""
    fact = fact_of(row)
    if row.days is not None or row.segment is not None or fact.room not in ROOMS:
        return None
    if row.baseline is None or row.latest is None or row.baseline_on is None or row.latest_on is None:
        return None
    return Changed(
        asked(fact), row.side or "", _shown(row, row.baseline), row.baseline_on, _shown(row, row.latest), row.latest_on
    )


def _shown(row: Row, value: float | bool) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return say(row, value)
