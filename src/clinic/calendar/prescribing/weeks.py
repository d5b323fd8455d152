"""What a chart asks for from a day on, week by week.

What was signed stands: its visits a week, up to its retest. Where a clinician signed the rate that was proposed, the
weeks are those of the proposal, which thin out with time and end with what the payer leaves; where they signed another,
theirs holds for every week. Past the retest hours are held as far as the proposal lays weeks out, never at more than
the signed rate, with a retest every four weeks: each decides whether what follows it stands (treatment 3.5).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from concordant.assessment import Assessment
from concordant.booking.numbers import PAST_RETEST, SERIES_WEEKS
from concordant.plan.at_home import plans_on
from concordant.plan.interventions import Discipline
from concordant.plan.proposal import Proposal
from concordant.plan.visits import RETEST_EVERY, Week
from concordant.record.care import SignedPlan

WEEK = timedelta(weeks=1)
_RETEST_WEEKS = RETEST_EVERY // WEEK
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
    if not any(any(one.visits.values()) for one in weeks) and (unknown := _unknown(plans, proposals)):
        raise ValidationError(_("%s The front desk says it with the claim, on the page of the bills.") % unknown)
    if not any(one.retest or any(one.visits.values()) for one in weeks):
        raise ValidationError(_("The signed plan asks for no more visits."))
    return Asked(weeks, plans[0].place, is_first=not record.treatments)


def _unknown(plans: Sequence[SignedPlan], proposals: Mapping[str, Proposal]) -> str:
    """What is not known of a payer who leaves weeks, so that no visit is laid out in them."""
    asked = [proposals[one.headache].visits.allowance for one in plans if one.headache in proposals]
    return next((one.says for one in asked if one.weeks and one.ask), "")


def _of_plan(plan: SignedPlan, proposal: Proposal | None, starts: date) -> list[Week]:
    rates = {one: plan.visits_per_week.get(one.value, 0) for one in (_P, _R)}
    course = () if proposal is None else proposal.visits.weeks
    is_as_proposed = proposal is not None and bool(course) and _as_proposed(rates, proposal)
    # One that is due is in the first week, whenever that is.
    retest = None if plan.retest is None else max((plan.retest - starts) // WEEK, 0)
    until = int(SERIES_WEEKS) if retest is None else retest + 1
    if is_as_proposed:
        gated = sum(not one.opens_at_retest for one in course)
        until = gated if retest is None else min(gated, until)
    goes_on = PAST_RETEST and any(any(one.visits.values()) for one in course)
    number = max(until, len(course)) if goes_on else until
    found = []
    for week in range(number):
        counts = {one: _at(rates[one], week) for one in (_P, _R)}
        if is_as_proposed:
            counts = {one: course[week].visits.get(one, 0) for one in (_P, _R)}
        elif week >= until:
            counts = {one: min(math.ceil(rates[one]), course[week].visits.get(one, 0)) for one in (_P, _R)}
        is_retest = retest is not None and week >= retest and (week - retest) % _RETEST_WEEKS == 0
        found.append(Week(starts + week * WEEK, counts, retest=is_retest))
    return found


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
