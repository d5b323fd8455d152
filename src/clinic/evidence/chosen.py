"""A set of trials from the library: what fits the question, what was ticked, and the effects of it."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.evidence.asked import FOUR_WEEKS, MOST_ROWS, UNITS, Asked
from clinic.evidence.library_table import MARKS, name_of, when_of
from clinic.evidence.said import said, span
from concordant.evidence import Refused
from concordant.evidence.conversions import days_per_four_weeks, normal_interval
from concordant.evidence.library import Contrast, Role, TrialRow, ValueKind, contrast_of, for_pool, trials
from concordant.evidence.library.plain import UNITS as SAYABLE
from concordant.language import said as in_words

PERIODS = {
    "days with CGH per 4 weeks": "4 weeks",
    "days per 4 weeks": "4 weeks",
    "days in the past week": "week",
    "days per week": "week",
    "days per month": "month",
}
"""Scales that count headache days, and over what."""
SCALE_OF_FOUR_WEEKS = "days with CGH per 4 weeks"
RATIOS = ("OR", "RR", "ROM", "IRR")


@dataclass(frozen=True)
class Trials:
    """What is pooled, wherever it came from."""

    labels: tuple[str, ...]
    yi: np.ndarray
    vi: np.ndarray
    measure: str
    scale: str
    says: str
    """Where effects and variances are from."""
    notes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    better: str = ""
    """``lower`` or ``higher``; empty where nobody says."""
    against: str = ""
    """What all of them were compared with; empty where they differ."""
    plain_scale: str = ""
    """The scale by which the pool is said to a person; empty where there are no words for it."""
    plain_outcome: str = ""
    """What the points of such a scale are of."""
    dois: tuple[str, ...] = ()

    @property
    def ratio(self) -> bool:
        return self.measure in RATIOS

    @property
    def unit(self) -> str:
        if self.measure == "RD":
            return _("risk difference")
        if self.measure == "MD" and self.scale:
            return _("%s, difference") % in_words(self.scale)
        return ", ".join(filter(None, (self.measure, "" if self.ratio else self.scale))) or _("effect (yi)")


@dataclass(frozen=True)
class Candidate:
    """One contrast that could be pooled."""

    key: str
    """The row of the library: of an arm its experimental one."""
    row: TrialRow
    contrast: Contrast
    name: str
    what: str
    figure: str
    mark: str | Promise


def candidates(asked: Asked) -> tuple[Candidate, ...]:
    """What fits the question; of rows alone, those rows. Raises Refused for weeks that are no number."""
    week = asked.week
    found = []
    for row in trials(poolable=True):
        if row.role is Role.CONTROL or not _fits(row, asked, week):
            continue
        contrast = _contrast(row)
        if contrast is not None:
            found.append(_candidate(row, contrast))
    return tuple(found)


def pooled_set(asked: Asked, among: tuple[Candidate, ...]) -> tuple[Trials, tuple[Candidate, ...]]:
    """The ticked ones, or all. Raises Refused for what may not stand in one pool."""
    known = {each.key for each in among}
    for key in asked.rows:
        if key not in known:
            raise Refused("can not be pooled, or is not among what was asked for", column="row", value=key)
    taken = [each for each in among if not asked.rows or each.key in asked.rows]
    if len(taken) > MOST_ROWS:
        raise Refused("are too many trials for one picture", column="row", value=len(taken), allowed=str(MOST_ROWS))
    if asked.unit not in UNITS:
        raise Refused("is no unit known here", column="unit", value=asked.unit, allowed=", ".join(filter(None, UNITS)))
    contrasts = [_per_four_weeks(each.contrast) if asked.unit == FOUR_WEEKS else each.contrast for each in taken]
    whole = for_pool(contrasts)
    against = {each.row.comparison.partition(" v ")[2] for each in taken}
    return (
        Trials(
            tuple(each.name for each in taken), whole.yi, whole.vi, whole.measure, whole.scale,
            "; ".join(dict.fromkeys(each.says for each in contrasts)),
            tuple("; ".join(filter(None, (each.what, str(each.mark)))) for each in taken),
            tuple(_cautions(taken)), whole.better,
            against.pop() if len(against) == 1 else "",
            whole.scale if whole.measure == "MD" and whole.scale in SAYABLE else "",
            plain_outcome=taken[0].row.outcome,
            dois=tuple(each.row.doi for each in taken),
        ),
        tuple(taken),
    )  # fmt: skip


def ready_sets() -> tuple[tuple[str, Asked], ...]:
    """Sets to begin with: headache days, where more than one trial tells a difference of them."""
    days: dict[str, Candidate] = {}
    for one in candidates(Asked(outcome="headache frequency")):
        if one.contrast.scale in PERIODS:
            days.setdefault(one.row.trial_id, one)
    if len(days) < 2:
        return ()
    told = ngettext("Headache days, %d trial", "Headache days, the first time told by each of %d trials", len(days))
    rows = tuple(each.key for each in days.values())
    return ((told % len(days), Asked(outcome="headache frequency", unit=FOUR_WEEKS, rows=rows)),)


def choices() -> dict[str, tuple[tuple[str, str], ...]]:
    """What can be asked for: outcomes, comparisons and trials of which a row can be pooled."""
    rows = [each for each in trials(poolable=True) if each.role is not Role.CONTROL]
    return {
        "outcome": _pairs((each.outcome, each.outcome) for each in rows),
        "comparison": _pairs((each.comparison, each.comparison) for each in rows),
        "trial": _pairs((each.trial_id, name_of(each)) for each in rows),
    }


def _fits(row: TrialRow, asked: Asked, week: float | None) -> bool:
    if not asked.filtered:
        return str(row.row) in asked.rows
    return (
        (not asked.outcome or row.outcome == asked.outcome)
        and (not asked.comparison or row.comparison == asked.comparison)
        and (not asked.trial or row.trial_id == asked.trial)
        and (week is None or row.time_weeks == week)
    )


def _contrast(row: TrialRow) -> Contrast | None:
    """None where an arm has no control, or more than one, to be taken from."""
    if row.role is Role.CONTRAST:
        return contrast_of(row)
    same = ("trial_id", "outcome", "scale", "time_weeks", "value_kind")
    controls = [
        each
        for each in trials(trial=row.trial_id, role=Role.CONTROL, poolable=True)
        if all(getattr(each, column) == getattr(row, column) for column in same)
    ]
    if len(controls) != 1:
        return None
    try:
        return contrast_of(row, controls[0])
    except Refused:
        return None


def _candidate(row: TrialRow, contrast: Contrast) -> Candidate:
    when = when_of(row)
    ratio = contrast.measure in RATIOS
    low, high = normal_interval(contrast.yi, contrast.se)
    figure = f"{contrast.measure} {said(contrast.yi, ratio=ratio)} ({span(low, high, ratio=ratio)})"
    arm = row.arm if row.role is Role.CONTRAST else _("%(arm)s against its control") % {"arm": row.arm}
    kind = "" if row.value_kind is ValueKind.COUNT else row.scale
    return Candidate(
        str(row.row), row, contrast, f"{name_of(row)}, {when}" if when else name_of(row),
        ", ".join(filter(None, (arm, row.outcome, kind))), figure, MARKS.get(row.known, ""),
    )  # fmt: skip


def _per_four_weeks(one: Contrast) -> Contrast:
    if one.scale not in PERIODS:
        raise Refused(
            "does not count headache days", row=one.rows[0], column="unit", value=one.scale, allowed=", ".join(PERIODS)
        )
    got: Any = days_per_four_weeks(one.yi, one.se, per=PERIODS[one.scale])
    says = one.says if PERIODS[one.scale] == "4 weeks" else f"{one.says}, {got.says}"
    return replace(one, yi=float(got.estimate), se=float(got.se), scale=SCALE_OF_FOUR_WEEKS, says=says)


def _cautions(taken: list[Candidate]) -> list[str]:
    """What differs between the trials, so that a pool of them may answer no question."""
    found = []
    comparisons = list(dict.fromkeys(each.row.comparison for each in taken))
    if len(comparisons) > 1:
        found.append(
            _("These trials compared different things (%s): a pool of them is arithmetic, not an answer.")
            % "; ".join(comparisons)
        )
    people = list(dict.fromkeys(each.row.population for each in taken if each.row.population))
    if len(people) > 1:
        found.append(_("The people differ: %s.") % "; ".join(people))
    weeks = sorted({each.row.time_weeks for each in taken if each.row.time_weeks is not None})
    if len(weeks) > 1:
        found.append(_("They are measured at different times: weeks %s.") % ", ".join(f"{each:g}" for each in weeks))
    return found


def _pairs(pairs: Any) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(dict(pairs).items(), key=lambda each: each[1].lower()))
