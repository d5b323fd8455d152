"""What a chart asks for from a day on, week by week.

What was signed stands: its visits a week, up to its retest. Where a clinician signed the rate that was proposed, the
weeks are those of the proposal, which thin out with time and end with what the payer leaves; where they signed another,
theirs holds for every week.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from concordant.assessment import Assessment
from concordant.booking.numbers import SERIES_WEEKS
from concordant.plan.at_home import plans_on
from concordant.plan.interventions import Discipline
from concordant.plan.proposal import Proposal
from concordant.plan.visits import Week
from concordant.record.care import SignedPlan

WEEK = timedelta(weeks=1)
_P, _R = Discipline.PHYSIOTHERAPIST, Discipline.RMT


@dataclass(frozen=True)
class Asked:
    """Of a whole chart."""

    weeks: tuple[Week, ...]
    place: str
    """Where the newest plan stands: the entry."""
    is_first: bool
    """Nobody has treated them here yet."""


def asked_by(assessment: Assessment, starts: date) -> Asked:
    """Raises ValidationError where no signed plan asks for a visit."""
    record = assessment.record
    plans = plans_on(record.plans, record.as_of)
    if not plans:
        raise ValidationError(_("No signed plan asks for visits. A physiotherapist signs one first."))
    proposals = {one.headache: one for one in assessment.proposals}
    laid_out = [_of_plan(one, proposals.get(one.headache), starts) for one in plans]
    weeks = _together(laid_out)
    if not any(one.retest or any(one.visits.values()) for one in weeks):
        raise ValidationError(_("The signed plan asks for no more visits."))
    return Asked(weeks, plans[0].place, is_first=not record.treatments)


def _of_plan(plan: SignedPlan, proposal: Proposal | None, starts: date) -> list[Week]:
    """Up to the retest: what comes after it is decided there."""
    rates = {one: plan.visits_per_week.get(one.value, 0) for one in (_P, _R)}
    laid_out: list[tuple[int, int]] = []
    if proposal is not None and _as_proposed(rates, proposal):
        weeks = [one for one in proposal.visits.weeks if not one.opens_at_retest]
        laid_out = [(one.visits.get(_P, 0), one.visits.get(_R, 0)) for one in weeks]
    # One that is due is in the first week, whenever that is.
    retest = None if plan.retest is None else max((plan.retest - starts) // WEEK, 0)
    number = len(laid_out) or int(SERIES_WEEKS)
    if retest is not None:
        number = min(len(laid_out), retest + 1) if laid_out else retest + 1
    by_rate = [(_at(rates[_P], week), _at(rates[_R], week)) for week in range(number)]
    counts = laid_out[:number] or by_rate
    return [
        Week(starts + week * WEEK, {_P: physio, _R: rmt}, retest=week == retest)
        for week, (physio, rmt) in enumerate(counts)
    ]


def _as_proposed(rates: Mapping[Discipline, float], proposal: Proposal) -> bool:
    return all(rates[one] == proposal.visits.per_week.get(one, 0) for one in (_P, _R))


def _at(rate: float, week: int) -> int:
    """Of half a visit a week the weeks 1, 3, 5 have one."""
    return math.ceil(rate * (week + 1) - 1e-9) - math.ceil(rate * week - 1e-9)


def _together(plans: list[list[Week]]) -> tuple[Week, ...]:
    """Two headaches of one person are looked after in the same visits."""
    number = max(len(one) for one in plans)
    rows = [[one[week] for one in plans if week < len(one)] for week in range(number)]
    return tuple(
        Week(
            row[0].starts,
            {given: max(one.visits.get(given, 0) for one in row) for given in (_P, _R)},
            retest=any(one.retest for one in row),
        )
        for row in rows
    )
