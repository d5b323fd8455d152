"""The signed plan as a physician reads it: phase, what is done by whom and how often, goals, and the next retest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from concordant.assessment import Assessment
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND
from concordant.criteria.saying import value_in_words
from concordant.facts import DICTIONARY, Scope, Value
from concordant.facts.fact import Fact, Sides
from concordant.facts.kinds import Kind as FactKind
from concordant.facts.kinds import Table
from concordant.facts.plan.episode import current_phase
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.facts.values import UNKNOWN
from concordant.letters.found import headache_within
from concordant.letters.letter import Paragraph, Part, Points, Section
from concordant.letters.words import on, sentence
from concordant.plan.interventions.catalogue import BY_ID
from concordant.plan.interventions.intervention import Discipline, Intervention
from concordant.plan.interventions.intervention import Section as Chapter
from concordant.plan.phases import AIM, Phase
from concordant.record.care import Goal, SignedPlan

HEADING = "What we plan"
NO_PLAN = "No plan of care is signed yet."
PHASE = "{who}Phase of care: {phase}. Its aim: {aim}."
SIGNED = "Signed on {day} by {by}. "
SIGNED_BY_NOBODY = "Signed on {day}. "
OF = "Plan for {headache}. "
GOALS = "Goals: {goals}."
GOAL = "{says} ({label}: {now}, target {target})"
GOAL_OF_SEVERAL = "{says} ({label}: target {target})"
NOW, NOT_KNOWN = "now {value}", "not known now"
RETEST = "The next retest is planned for {day}."

NO_HANDS = "nothing by hand is planned"
BY_THERAPIST = "Physiotherapist"
BY_RMT = "Massage therapist"
EXERCISE = "Exercise, taught here and done at home"
TALK = "Education and other steps"
GROUPS = (BY_THERAPIST, BY_RMT, EXERCISE, TALK)
VISITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {BY_THERAPIST: ("physiotherapist", "physiotherapist"), BY_RMT: ("rmt", "massage therapist")}
)


def plans(assessment: Assessment) -> tuple[SignedPlan, ...]:
    """The plan that stands of each headache, the heaviest headache first."""
    found = (assessment.record.plan_of(one) for one in assessment.headaches)
    return tuple(one for one in found if one is not None)


def planned(assessment: Assessment) -> Section:
    """Each plan that stands; where there is none, that is said."""
    standing = plans(assessment)
    parts: list[Part] = []
    for one in standing:
        parts += _plan(assessment, one, named=len(standing) > 1)
    return Section(HEADING, tuple(parts) or (Paragraph(NO_PLAN),))


def _plan(assessment: Assessment, plan: SignedPlan, *, named: bool) -> Iterator[Part]:
    phase = Phase(plan.phase)
    who = OF.format(headache=headache_within(assessment, plan.headache)) if named else ""
    signed = SIGNED if plan.by else SIGNED_BY_NOBODY
    who += signed.format(day=on(plan.date), by=plan.by)
    yield Paragraph(PHASE.format(who=who, phase=phase_in_words(phase), aim=AIM[phase]))
    yield Points(tuple(_work(plan)))
    goals = [goal_in_words(assessment, one) for one in plan.goals]
    if goals:
        yield Paragraph(GOALS.format(goals="; ".join(goals)))
    if plan.retest is not None:
        yield Paragraph(RETEST.format(day=on(plan.retest)))


def phase_in_words(phase: Phase) -> str:
    """As the dictionary says it."""
    return current_phase.kind.in_english(phase.value).lower()


def _work(plan: SignedPlan) -> Iterator[str]:
    by_group: dict[str, list[str]] = {one: [] for one in GROUPS}
    for item in plan.items:
        intervention = BY_ID[item.intervention]
        by_group[_group(intervention)].append(intervention.name)
    for group, names in by_group.items():
        visits = _visits(plan, group)
        if names or (visits and plan.visits_per_week[VISITS[group][0]]):
            yield sentence(f"{group}{visits}: {'; '.join(names) or NO_HANDS}")


def _visits(plan: SignedPlan, group: str) -> str:
    count = plan.visits_per_week.get(VISITS[group][0]) if group in VISITS else None
    if count is None:
        return ""
    if 0 < count < 1:
        return f", 1 visit every {1 / count:.2g} weeks"
    return f", {count:g} {'visit' if count == 1 else 'visits'} a week"


def _group(one: Intervention) -> str:
    if one.active:
        return EXERCISE
    if one.section in (Chapter.EDUCATION, Chapter.REFERRAL):
        return TALK
    return BY_RMT if one.disciplines[0] is Discipline.RMT else BY_THERAPIST


def goal_in_words(assessment: Assessment, goal: Goal) -> str:
    """``Drive for an hour (headache days per 28 days: now 12, target at most 4)``."""
    if goal.fact is None:
        return goal.says
    fact = DICTIONARY[goal.fact]
    if fact.sides is not Sides.NONE or fact.segmental or isinstance(fact.kind, Table):
        # It has several values now.
        return GOAL_OF_SEVERAL.format(says=goal.says, label=fact.label, target=target(goal))
    now = newest(assessment, fact)
    known = NOT_KNOWN if now is UNKNOWN else NOW.format(value=_plainly(fact, now))
    return GOAL.format(says=goal.says, label=fact.label, now=known, target=target(goal))


def _plainly(fact: Fact[FactKind], value: Value) -> str:
    """Without its unit: the target has it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return rounded(value)
    return value_in_words(term_of(fact), value)


def target(goal: Goal) -> str:
    """The limit with its unit."""
    assert goal.fact is not None, "a goal in words has no target"
    after = UNITS[DICTIONARY[goal.fact].unit].after
    limits = (("at least", goal.at_least), ("at most", goal.at_most))
    return " and ".join(f"{word} {limit:g}{after}" for word, limit in limits if limit is not None)


def newest(assessment: Assessment, fact: Fact[FactKind]) -> Value:
    """The value that stands now, at the newest visit that tells it; of several headaches none is chosen."""
    record = assessment.record
    where = UNBOUND
    if fact.scope is Scope.HEADACHE or fact.per_headache:
        if len(assessment.headaches) != 1:
            return UNKNOWN
        where = where.bound(Scope.HEADACHE, assessment.headaches[0])
    if fact.scope in (Scope.VISIT, Scope.COURSE):
        visits = record.visits_with(fact, where)
        newest_first = (one for one in reversed(record.visits) if one in visits)
        visit = next(newest_first, None)
        if visit is None:
            return UNKNOWN
        where = where.bound(Scope.VISIT, visit)
    return record.read(term_of(fact), where).value
