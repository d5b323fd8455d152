"""Everything that is proposed for one headache: the plan, its visits, goals and topics, and what is to be known of it.

A proposal is worked out anew each time. What care is given is what a clinician has signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis import DiagnosisReading
from concordant.facts import UNKNOWN, Scope, Value
from concordant.facts.coverage.claim import payer_kind
from concordant.facts.plan.episode import current_phase
from concordant.facts.plan.status import neck_driven
from concordant.plan.against_signed import Difference, difference
from concordant.plan.disagreement import Disagreement, disagreements_of
from concordant.plan.goals import GoalReading, Goals, goals_of, read_goals
from concordant.plan.interventions import EXCLUDED, Discipline, Excluded
from concordant.plan.phases import LONGEST_RELIEF_WEEKS, Phase
from concordant.plan.plan import Plan
from concordant.plan.planner import plan_for, standing_against
from concordant.plan.results import WithResults, results_of
from concordant.plan.signing import Signing
from concordant.plan.topics import Topics, topics_of
from concordant.plan.visits import CLAIMS, Retest, Visits, retest_of, visits_of
from concordant.plan.visits.retest import ON_HOLD
from concordant.plan.waiting import Waiting, waiting_of
from concordant.progress.next_retest import next_retest
from concordant.record.care import SignedPlan
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.record import Record
from concordant.safety import Safety

INDIRECT = (
    "Indirect evidence: the trials of this headache left out people with a claim (Jull 2002, McDevitt 2022, Haas "
    "2018), so their effects may not hold here."
)
"""Told where the payer is ICBC or WorkSafeBC (treatment 0.1, finding 6)."""

TOO_LONG_IN_RELIEF = (
    f"{LONGEST_RELIEF_WEEKS} weeks in relief without its exit: retest now, before any hands-on work, and decide."
)
"""Treatment 3.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """For one headache, as of a day."""

    as_of: date
    plan: Plan
    neck_driven: Value
    """Whether the neck is treated as its driver."""
    visits: Visits
    retest: Retest
    goals: Goals
    topics: Topics
    waiting: tuple[Waiting, ...]
    disagreements: tuple[Disagreement, ...]
    notes: tuple[str, ...]
    """What is to be known of the evidence behind it."""
    excluded: tuple[Excluded, ...]
    """What this clinic never offers, with a fair sentence each."""
    signed: SignedPlan | None
    """The plan of this headache that stands."""
    signed_goals: tuple[GoalReading, ...]
    """The goals of that plan as they stand now."""
    difference: Difference | None
    """Against that plan; None where none is signed."""
    signing: Signing
    """What a plan that is to be signed is checked against."""

    @property
    def headache(self) -> str:
        """Which one."""
        return self.plan.headache


def propose(
    record: Record,
    safety: Safety,
    diagnoses: Sequence[DiagnosisReading],
    headache: str,
    *,
    phase: Phase | None = None,
) -> Proposal:
    """The proposal for one headache of a record. ``phase``: one that a clinician sets."""
    results = results_of(record, safety, diagnoses, headache)
    signed = record.plan_of(headache)
    if record.plans:
        # Of this headache: that of another says nothing of how far this one has come.
        results[current_phase.name] = UNKNOWN if signed is None else signed.phase
    plan = plan_for(record, safety, headache, results, phase=phase)
    knowledge = WithResults(record, {**results, **safety.facts})
    retest = ON_HOLD if plan.phase.phase is Phase.HOLD else retest_of(next_retest(record), record.as_of)
    weeks_in_phase = _weeks_since(_since(record, plan), record.as_of)
    if plan.phase.phase is Phase.RELIEF and weeks_in_phase >= LONGEST_RELIEF_WEEKS and not retest.is_due:
        retest = Retest(record.as_of, TOO_LONG_IN_RELIEF, is_due=True)
    signing = Signing(
        plan=plan,
        safety=safety,
        headaches=tuple(record.headaches),
        contradictions=record.contradictions,
        against=lambda ids: standing_against(record, safety, headache, results, ids),
    )
    changed = None if signed is None else difference(signed, signing)
    visits = visits_of(
        plan,
        knowledge,
        retest,
        weeks_done=_weeks_since(start_of_treatment(record), record.as_of),
        weeks_in_phase=weeks_in_phase,
        given=lambda discipline, day: _given(record, discipline, day),
        massage_signed=changed is not None and _has_massage(changed),
    )
    return Proposal(
        as_of=record.as_of,
        plan=plan,
        neck_driven=results[neck_driven.name],
        visits=visits,
        retest=retest,
        goals=goals_of(knowledge, headache, plan.phase.phase),
        topics=topics_of(plan, knowledge),
        waiting=waiting_of(plan, record.contradictions),
        disagreements=disagreements_of(plan, visits=visits.total(Discipline.PHYSIOTHERAPIST)),
        notes=_notes(knowledge, headache, visits),
        excluded=EXCLUDED,
        signed=signed,
        signed_goals=() if signed is None else read_goals(knowledge, headache, signed.goals),
        difference=changed,
        signing=signing,
    )


def _weeks_since(day: date | None, as_of: date) -> int:
    """Whole weeks; 0 where it has not begun."""
    return 0 if day is None else max((as_of - day).days // 7, 0)


def _since(record: Record, plan: Plan) -> date | None:
    """The day on which the phase of this plan was signed first, without another phase since."""
    found = None
    for one in record.plans:
        if one.headache == plan.headache:
            found = (found or one.date) if one.phase == plan.phase.phase.value else None
    return found


def _has_massage(changed: Difference) -> bool:
    items = [one for one in changed.items if one.goes_on]
    return any(one.intervention is not None and one.intervention.massage for one in items)


def _given(record: Record, discipline: Discipline, day: date) -> int:
    return sum(one.discipline == discipline.value and one.date >= day for one in record.treatments)


def _notes(knowledge: WithResults, headache: str, visits: Visits) -> tuple[str, ...]:
    payer = knowledge.read(term_of(payer_kind), UNBOUND.bound(Scope.HEADACHE, headache)).value
    found = [INDIRECT] if payer in CLAIMS else []
    if visits.pairing is not None:
        found.append(visits.pairing.reasoning)
    return tuple(found)
