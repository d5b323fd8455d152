"""Demo people have plans: what is proposed at the first visit and at each retest, signed as it stands."""

from dataclasses import replace
from datetime import date

from concordant.assessment import Assessment, assess
from concordant.facts.plan.consent import consent_given
from concordant.plan import Phase, Proposal
from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.signing import may_sign
from concordant.record.care import Conclusion, Goal, Prescribed, SignedAssessment, SignedPlan
from concordant.record.case import Case, Stated

_CONCLUDED = ("definite", "provisional")
BY = "physiotherapist"
MASSAGE = BY_ID["suboccipital_release"]


def with_plans(case: Case, today: date) -> Case:
    """The case with consent to letters from its start, and with a plan for each visit to a physiotherapist."""
    start = case.first_day()
    if start is None:
        return case
    consent = Stated({"send_to_physician": start, "send_to_payer": start}, on=start, by="patient")
    case = replace(case, facts={**case.facts, consent_given.name: (consent,)})
    for day in sorted({visit.date for visit in case.visits if visit.date <= today}):
        found = assess(case, day)
        case = replace(case, assessments=(*case.assessments, _concluded(found)))
        plan = _accepted(found, massage=any(one.discipline == "rmt" and one.date >= day for one in case.treatments))
        if plan is not None:
            case = replace(case, plans=(*case.plans, plan))
    return case


def _concluded(found: Assessment) -> SignedAssessment:
    told = tuple(
        Conclusion(one.headache, one.diagnosis.code, one.status.value)
        for one in found.diagnoses
        if one.status.value in _CONCLUDED
    )
    return SignedAssessment(found.as_of, by=BY, conclusions=told)


def _accepted(found: Assessment, *, massage: bool) -> SignedPlan | None:
    """None where it may not be signed."""
    if not found.proposals or found.proposals[0].plan.phase.phase is Phase.HOLD:
        return None
    proposal = found.proposals[0]
    plan = _plan(proposal)
    if massage and proposal.plan.phase.phase in MASSAGE.phases and plan.item(MASSAGE.id) is None:
        with_massage = replace(plan, items=(*plan.items, _added()))
        plan = plan if may_sign(with_massage, proposal.signing) else with_massage
    return None if may_sign(plan, proposal.signing) else plan


def _added() -> Prescribed:
    """Who was massaged had a plan for it."""
    reason = "Tender below the skull, eases under held pressure."
    return Prescribed(MASSAGE.id, plain_dose(MASSAGE.dose), choice="added", reason=reason)


def _plan(proposal: Proposal) -> SignedPlan:
    plan = proposal.plan
    items = (*plan.hands_on, *plan.soft_tissue, *plan.home_now, *plan.other)
    goals = [Goal(proposal.goals.own_words)] if proposal.goals.own_words else []
    goals += [Goal(one.says, one.fact, one.at_most, one.at_least) for one in proposal.goals.targets]
    return SignedPlan(
        date=proposal.as_of,
        headache=proposal.headache,
        phase=plan.phase.phase.value,
        by=BY,
        profile=plan.profile.profile.value,
        items=tuple(
            Prescribed(
                one.id,
                plain_dose(one.intervention.dose),
                signed_for=tuple(each.row.id for each in one.sign_off),
            )
            for one in items
        ),
        goals=tuple(goals),
        visits_per_week={one.value: float(count) for one, count in proposal.visits.per_week.items()},
        retest=None if proposal.retest.is_due else proposal.retest.on,
    )
