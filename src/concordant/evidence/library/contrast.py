"""One trial's result as an effect with its standard error, experimental minus control."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from concordant.evidence.conversions.intervals import log_ratio_from_interval, se_from_interval
from concordant.evidence.conversions.spread import se_from_p
from concordant.evidence.effects.two_by_two import risk_difference
from concordant.evidence.effects.two_groups import mean_difference
from concordant.evidence.library.trial_row import Role, TrialRow, ValueKind
from concordant.evidence.numbers import Floats
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True)
class Contrast:
    """An effect of one trial at one time; a ratio is on the logarithmic scale."""

    trial_id: str
    rows: tuple[int, ...]
    """The rows of the file that it came from."""
    measure: str
    scale: str
    better: str
    yi: float
    se: float
    says: str

    @property
    def vi(self) -> float:
        """Sampling variance."""
        return self.se**2


@dataclass(frozen=True, slots=True, eq=False)
class ForPool:
    """Contrasts of several trials that may stand in one pool."""

    labels: tuple[str, ...]
    yi: Floats
    vi: Floats
    measure: str
    scale: str
    better: str


def for_pool(contrasts: Sequence[Contrast]) -> ForPool:
    """The contrasts as arrays. Raises Refused for a trial that is there twice and for mixed measures or units.

    Counts, risk differences and odds ratios of one trial are the same people: one of them may come in.
    """
    if not contrasts:
        raise Refused("there is nothing to pool", column="trial_id")
    first = contrasts[0]
    seen: dict[str, Contrast] = {}
    for each in contrasts:
        if each.trial_id in seen:
            raise Refused(
                f"the trial is there twice (row {seen[each.trial_id].rows[0]}): its people would count double",
                row=each.rows[0], column="trial_id", value=each.trial_id,
            )  # fmt: skip
        seen[each.trial_id] = each
        for column in ("measure", "better", *(() if first.measure in ("SMD", "RD", "OR") else ("scale",))):
            if getattr(each, column) != getattr(first, column):
                raise Refused(
                    f"is not that of row {first.rows[0]}: mixed units", row=each.rows[0], column=column,
                    value=getattr(each, column), allowed=getattr(first, column),
                )  # fmt: skip
    return ForPool(
        tuple(seen), np.array([each.yi for each in contrasts]), np.array([each.vi for each in contrasts]),
        first.measure,
        first.scale, first.better,
    )  # fmt: skip


def contrast_of(row: TrialRow, control: TrialRow | None = None) -> Contrast:
    """From a contrast row, or from an experimental arm and its control. Raises Refused for what may not be pooled."""
    _refuse_unpoolable(row)
    if row.role is not Role.CONTRAST:
        if control is None:
            raise Refused("an arm needs its control", row=row.row, column="role", value=row.role.value)
        return _of_arms(row, control)
    assert row.mean is not None
    sign = -1.0 if row.contrast == "control minus experimental" else 1.0
    if row.value_kind is ValueKind.OR:
        if row.ci_low is None or row.ci_high is None:
            raise Refused("an odds ratio needs its interval", row=row.row, column="ci_low")
        log, log_se = log_ratio_from_interval(row.mean, row.ci_low, row.ci_high)
        return _contrast((row,), "OR", sign * float(log), float(log_se), "from its interval, log scale")
    if row.se is not None:
        se, says = row.se, "standard error as printed"
    elif row.ci_low is not None and row.ci_high is not None:
        se, says = float(se_from_interval(row.ci_low, row.ci_high)), "standard error from the 95% interval"
    else:
        assert row.p is not None
        se, says = float(se_from_p(row.mean, row.p)), "standard error from p, normal"
    return _contrast((row,), row.value_kind.value, sign * row.mean, se, says)


def _of_arms(row: TrialRow, control: TrialRow) -> Contrast:
    _refuse_unpoolable(control)
    for column in ("trial_id", "outcome", "scale", "time_weeks", "value_kind"):
        if getattr(row, column) != getattr(control, column):
            raise Refused(
                f"is not that of row {row.row}", row=control.row, column=column, value=getattr(control, column),
                allowed=str(getattr(row, column)),
            )  # fmt: skip
    if (row.role, control.role) != (Role.EXPERIMENTAL, Role.CONTROL):
        raise Refused(
            "is not the control of an experimental arm", row=control.row, column="role", value=control.role.value
        )
    assert row.n is not None
    assert control.n is not None
    if row.value_kind is ValueKind.COUNT:
        assert row.events is not None
        assert control.events is not None
        got = risk_difference(row.events, row.n, control.events, control.n)
    else:
        if row.mean is None or row.sd is None or control.mean is None or control.sd is None:
            raise Refused("mean or SD was not seen", row=row.row, column="mean")
        got = mean_difference(row.mean, row.sd, row.n, control.mean, control.sd, control.n)
    return _contrast((row, control), got.measure, float(got.yi), float(got.se), got.says)


def _contrast(rows: tuple[TrialRow, ...], measure: str, yi: float, se: float, says: str) -> Contrast:
    first = rows[0]
    if not (math.isfinite(yi) and math.isfinite(se) and se > 0):
        raise Refused(
            "gives no standard error (nobody differs, or nobody had the event)", row=first.row, column="se", value=se,
            allowed="above 0",
        )  # fmt: skip
    places = tuple(each.row for each in rows)
    return Contrast(first.trial_id, places, measure, first.scale, first.better, yi, se, says)


def _refuse_unpoolable(row: TrialRow) -> None:
    if row.why_not_pooled:
        raise Refused(
            f"cannot be pooled: {row.why_not_pooled}", row=row.row, column="value_kind", value=row.value_kind.value
        )
