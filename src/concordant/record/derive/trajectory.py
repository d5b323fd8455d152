"""Headache days against the expected course, at the weeks for which there are limits (prognosis 4).

The limits are product rules about points in time: what active and comparison arms of trials had lost by then
(Haas 2018, doi:10.1016/j.spinee.2018.02.019; neck-shoulder programme 2023, doi:10.1177/02692155231170687). The
dossier gives no rule between the points, so nothing is read between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from concordant.change.assumptions import FEWEST_BASELINE_DAYS, WINDOW
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.outcomes.change import trajectory_band
from concordant.facts.rounding import rounded
from concordant.record.derive.change import window_status
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.diary import Count, Diary
from concordant.settings import Number, SettingError, number, whole

JUDGEMENT = "prognosis 4: set by judgement, to be replaced by the clinic's own quantiles from 50 closed episodes on"
ANCHORED = "prognosis 4, anchored on trial arms: active 0.50 to 0.53 of baseline days, comparison 0.68 to 0.71"

POINT_DAYS = whole(
    "expected_course_point_days",
    7,
    unit="d",
    high=13,
    says="A week of the expected course judges windows that end within so many days of it.",
    source="product rule: retests are seldom on the day; below half the four weeks between the first points",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits at one week: headache days then, divided by those at baseline."""

    week: int
    on_track: float
    """On track at or below this ratio."""
    behind: float
    """Behind above this ratio; between the two, watch."""
    source: str

    def word(self, ratio: float) -> str:
        """on_track, watch or behind for a ratio of 0 or more."""
        if ratio <= self.on_track:
            return "on_track"
        return "behind" if ratio > self.behind else "watch"


def _limits(when: str, weeks: tuple[int, ...], on_track: float, behind: float, source: str) -> tuple[Limits, ...]:
    def ratio(name: str, default: float, says: str) -> Number:
        return number(
            f"expected_course_{when}_{name}", default, unit="ratio", low=0.1, high=1.5, says=says, source=source
        )

    at = f"At {' and '.join(f'week {week}' for week in weeks)}"
    low = ratio("on_track", on_track, f"{at} headache days are on track at or below so much of baseline.")
    high = ratio("behind", behind, f"{at} headache days are behind above so much of baseline.")
    if low > high:
        raise SettingError(f"{low.setting.name} ({low}) is above {high.setting.name} ({high})")
    return tuple(Limits(week, low, high, source) for week in weeks)


LIMITS = (
    *_limits("week_4", (4,), 0.75, 0.90, JUDGEMENT),
    *_limits("week_8", (8,), 0.60, 0.75, JUDGEMENT),
    *_limits("week_12", (12,), 0.50, 0.70, ANCHORED),
    *_limits("week_26_and_52", (26, 52), 0.50, 0.70, ANCHORED),
)
"""Every point of the expected course, in order of time."""


def limits_at(days: int) -> Limits | None:
    """The limits that judge a window which ends so many days after treatment began; None between the points."""
    return next((one for one in LIMITS if abs(days - 7 * one.week) <= POINT_DAYS), None)


@dataclass(frozen=True, slots=True)
class Against:
    """Two windows of one person, any headache, and the limits between them."""

    start: date
    """The day on which treatment began; the baseline ends the day before."""
    before: Count
    after: Count
    limits: Limits | None
    problem: str = ""
    """Why there is no band; empty where there is one."""

    @property
    def days(self) -> int:
        """Days from the start of treatment to the last day of the follow-up window."""
        return (self.after.last - self.start).days

    @property
    def ratio(self) -> float | None:
        """Share of answered days with headache, follow-up / baseline; None where either cannot be used."""
        if self._unusable:
            return None
        # One division of whole numbers: a ratio that is exactly at a limit compares as equal.
        return (self.after.positive * self.before.observed) / (self.before.positive * self.after.observed)

    @property
    def worst_ratio(self) -> float | None:
        """The same with missing days at their worst: none a headache at baseline, all of them since (outcomes 1.5)."""
        if self._unusable:
            return None
        return (self.after.days - self.after.negative) / self.before.positive

    @property
    def best_ratio(self) -> float | None:
        """The same with missing days at their best: all a headache at baseline, none of them since (outcomes 1.5)."""
        if self._unusable:
            return None
        return self.after.positive / (self.before.days - self.before.negative)

    @property
    def word(self) -> str | None:
        """The band; None where there is none."""
        return self._word(self.ratio)

    @property
    def robust(self) -> bool | None:
        """Whether missing days at their worst leave the band as it is; None without a band."""
        return None if self.word is None else self.word == self._word(self.worst_ratio)

    def _word(self, ratio: float | None) -> str | None:
        return None if self.problem or ratio is None or self.limits is None else self.limits.word(ratio)

    @property
    def _unusable(self) -> bool:
        return not (self.before.positive and self.after.observed) or self.after.first < self.start


def against_expected(diary: Diary, start: date, last: date) -> Against:
    """The window that ends on ``last`` against the baseline before ``start`` (outcomes 1.7)."""
    before = diary.count(start - timedelta(days=1), WINDOW, None)
    after = diary.count(last, WINDOW, None)
    limits = limits_at((last - start).days)
    return Against(start, before, after, limits, _problem(start, before, after, limits))


def _problem(start: date, before: Count, after: Count, limits: Limits | None) -> str:
    # The day of the first treatment is day 1 of the first window, as for C2 (outcomes 1.7).
    if after.first < start:
        return "the first window of treatment is not over"
    if limits is None:
        weeks = ", ".join(str(one.week) for one in LIMITS)
        return f"the expected course is known at weeks {weeks} only; nothing is read between or after them"
    return unusable("baseline", before) or unusable("follow-up", after) or too_few(before)


def unusable(name: str, count: Count) -> str:
    """Why a window cannot be used at all; empty where it can."""
    # Without a weekend a window is at best provisional, which is enough here: the bounds are shown beside it.
    return f"the {name} window is insufficient: {count}" if window_status(count, 0) == "insufficient" else ""


def too_few(before: Count) -> str:
    """Why a baseline carries no ratio though it was answered; empty where it does."""
    few = before.positive < FEWEST_BASELINE_DAYS
    return f"fewer than {FEWEST_BASELINE_DAYS} headache days at baseline" if few else ""


@computes(trajectory_band)
def band(reader: Reader, where: Binding, term: Term) -> Reading:
    """The band of the 28 days before this retest."""
    inputs = Inputs(reader, where)
    start = start_of_treatment(reader)
    if not reader.diary or where.visit is None or start is None:
        return inputs.unknown("no diary, no retest, or no day on which treatment began", trajectory_band)
    found = against_expected(reader.diary, start, reader.visits[where.visit].date - timedelta(days=1))
    ratio, best, worst = found.ratio, found.best_ratio, found.worst_ratio
    if found.word is None or found.limits is None or ratio is None or best is None or worst is None:
        return inputs.unknown(found.problem, trajectory_band)
    inputs.note("baseline", found.before.positive, str(found.before))
    inputs.note("follow-up", found.after.positive, str(found.after))
    beside = (found.limits.on_track, found.limits.behind)
    inputs.note("ratio", ratio, rounded(ratio, beside))
    note = (
        f"week {found.limits.week}: on track at or below {rounded(found.limits.on_track)}, "
        f"behind above {rounded(found.limits.behind)} of baseline; missing days: {rounded(best, beside)} to "
        f"{rounded(worst, beside)}"
    )
    return inputs.result(found.word, note)
