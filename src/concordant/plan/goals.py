"""What care is for: the person's own words, then targets that can be measured, each with its error (treatment 6.1).

Headache days, motion of the upper neck and control of the deep flexors. A target is set only from a value that is
known; it is reached for certain only beyond the error that stands beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from concordant.change.assumptions import DEFAULT_EFFECT, WINDOW
from concordant.change.days.category import important_response
from concordant.change.days.responders import Response
from concordant.criteria import Knowledge, Truth, evaluate, yes
from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Binding
from concordant.criteria.truth import conjunction
from concordant.facts import DICTIONARY, UNKNOWN, Fact, Scope, Value
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.examination.flexion_rotation import frt_restricted, frt_rotation_min_deg
from concordant.facts.examination.motor_control import ccft_activation_mmhg
from concordant.facts.fact import SIDES, Sides
from concordant.facts.history.person import age_years
from concordant.facts.kinds import Quantity
from concordant.facts.outcomes.change import any_headache_baseline_days_per_28d
from concordant.facts.outcomes.ratings import goal_met
from concordant.facts.plan.episode import goal
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.facts.values import Span
from concordant.language import figure, said
from concordant.measures.measure import Measure
from concordant.measures.physical import craniocervical_flexion, flexion_rotation
from concordant.measures.repeats import RealChange
from concordant.plan.flexor_control import COORDINATED_MMHG, STRONG_MMHG
from concordant.plan.phases import STRENGTHEN_DAYS, Phase
from concordant.record.care import Goal

_LATER = (Phase.STRENGTHEN, Phase.SELF_MANAGE)

DAYS_FROM_START = "Headache on at most {at_most} days in {window} ({before} at the start)"
DAYS_FROM_NOW = "Headache on at most {at_most} days in {window} ({before} now)"
MOTION = "Flexion-rotation test above {cut_off}° on both sides ({now} now)"
CONTROL = "Craniocervical flexion test at {level} or more ({now} now)"
SAYS = (DAYS_FROM_START, DAYS_FROM_NOW, MOTION, CONTROL)
"""How the targets are said; they are signed in these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A number to reach."""

    fact: str
    says: str
    now: float
    at_most: float | None = None
    at_least: float | None = None
    error: str
    """What could be error of measurement or chance, in words."""
    source: str

    @property
    def reached(self) -> bool:
        """By the number alone."""
        if self.at_most is not None:
            return self.now <= self.at_most
        return self.at_least is not None and self.now >= self.at_least


@dataclass(frozen=True, slots=True)
class Goals:
    """Of one course of care."""

    own_words: str
    """Empty where they were not asked."""
    met: Truth
    """Whether the person says that it is reached."""
    targets: tuple[Target, ...]
    ask: tuple[str, ...]
    """What to ask or measure, so that a goal can be set."""


def goals_of(knowledge: Knowledge, headache: str, phase: Phase) -> Goals:
    """The goals of one headache in a phase of care."""
    return _Reader(knowledge, UNBOUND.bound(Scope.HEADACHE, headache), phase).goals()


def goal_in_words(says: str) -> str:
    """A signed goal in the language of the moment: what was proposed here is said anew, what somebody typed stands."""
    for sentence, pattern in _PATTERNS:
        if found := pattern.fullmatch(says):
            return said(sentence, **{name: figure(each) for name, each in found.groupdict().items()})
    return says


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[0-9][^()]*?)", re.escape(sentence)))


_PATTERNS = tuple((each, _pattern(each)) for each in SAYS)


@dataclass(frozen=True, slots=True)
class GoalReading:
    """A goal that was signed, as it stands now."""

    goal: Goal
    now: float | None
    """Of two sides the one farther from the goal; None where it is not known, or where the goal is in words alone."""
    reached: Truth
    """By the number alone; of a goal in words what the person says."""


def read_goals(knowledge: Knowledge, headache: str, goals: Iterable[Goal]) -> tuple[GoalReading, ...]:
    """Signed goals as they stand now: of a test of two sides both count, and of a number within bounds both bounds."""
    where = UNBOUND.bound(Scope.HEADACHE, headache)
    return tuple(_read(one, knowledge, where) for one in goals)


def _read(one: Goal, knowledge: Knowledge, where: Binding) -> GoalReading:
    if one.fact is None:
        return GoalReading(one, None, evaluate(yes(goal_met), knowledge, where).truth)
    bounds = [_bounds(knowledge.read(term, where).value) for term in _terms(one.fact)]
    reached = conjunction(_within(one, each) for each in bounds) if bounds else Truth.UNKNOWN
    exact = [each[0] for each in bounds if each is not None and each[0] == each[1]]
    if not bounds or len(exact) < len(bounds):
        return GoalReading(one, None, reached)
    return GoalReading(one, float(max(exact) if one.at_most is not None else min(exact)), reached)


def _terms(name: str) -> tuple[Term, ...]:
    """One of a fact without sides, two of one with them; none of what is found segment by segment."""
    fact = DICTIONARY.get(name)
    if fact is None or fact.segmental or fact.sides not in (Sides.NONE, Sides.LEFT_RIGHT):
        return ()
    return (Term(fact),) if fact.sides is Sides.NONE else tuple(Term(fact, side) for side in SIDES)


def _bounds(value: Value) -> tuple[float, float] | None:
    if isinstance(value, Span):
        return value.low, value.high
    return None if isinstance(value, bool) or not isinstance(value, int | float) else (value, value)


def _within(one: Goal, bounds: tuple[float, float] | None) -> Truth:
    """Met where every number within the bounds meets the goal."""
    if bounds is None:
        return Truth.UNKNOWN
    met = [
        (one.at_least is None or each >= one.at_least) and (one.at_most is None or each <= one.at_most)
        for each in bounds
    ]
    if all(met):
        return Truth.MET
    return Truth.UNKNOWN if any(met) else Truth.NOT_MET


class _Reader:
    def __init__(self, knowledge: Knowledge, where: Binding, phase: Phase) -> None:
        self._knowledge = knowledge
        self._where = where
        self._phase = phase
        self._ask: dict[str, None] = {}

    def goals(self) -> Goals:
        words = self._knowledge.read(term_of(goal), self._where).value
        if words is UNKNOWN:
            self._ask[goal.name] = None
        met = evaluate(yes(goal_met), self._knowledge, self._where).truth
        found = (self._headache_days(), self._motion(), self._control())
        targets = tuple(one for one in found if one is not None)
        return Goals("" if words is UNKNOWN else str(words), met, targets, tuple(self._ask))

    def _number(self, fact: Fact[Quantity]) -> float | None:
        value = self._knowledge.read(term_of(fact), self._where).value
        return float(value) if isinstance(value, int | float) else None

    def _headache_days(self) -> Target | None:
        """A fall that matters and is beyond chance; later the number by which a course ends."""
        now = self._number(any_headache_days_per_28d)
        if now is None:
            self._ask[any_headache_days_per_28d.name] = None
            return None
        told = self._number(any_headache_baseline_days_per_28d)
        before = now if told is None else told
        at_most, error = _fall_that_matters(before)
        source = "retest 3.5, 3.6; the design effect of clustered days is an assumption"
        if self._phase in _LATER:
            at_most, source = min(at_most, int(STRENGTHEN_DAYS)), "treatment 3.1 (assumption)"
        says = DAYS_FROM_NOW if told is None else DAYS_FROM_START
        return Target(
            fact=any_headache_days_per_28d.name,
            says=says.format(at_most=at_most, window=WINDOW, before=rounded(before)),
            now=now,
            at_most=at_most,
            error=error,
            source=source,
        )

    def _motion(self) -> Target | None:
        """Above the cut-off for age, where motion is restricted."""
        if evaluate(yes(frt_restricted), self._knowledge, self._where).truth is not Truth.MET:
            return None
        now, age = self._number(frt_rotation_min_deg), self._number(age_years)
        if now is None or age is None:
            self._ask[(frt_rotation_min_deg if now is None else age_years).name] = None
            return None
        measure = flexion_rotation.rotation
        cut_off = flexion_rotation.positive_at_or_below(age)
        return Target(
            fact=frt_rotation_min_deg.name,
            says=MOTION.format(cut_off=f"{cut_off:g}", now=measure.say(now)),
            now=now,
            at_least=math.floor(cut_off) + 1,
            error=_error(measure),
            source="examination 3.2; cut-off of Hall 2010 (doi:10.1179/106698110X12640740712293), lowered with age",
        )

    def _control(self) -> Target | None:
        """First coordinated, then strong."""
        now = self._number(ccft_activation_mmhg)
        if now is None:
            self._ask[ccft_activation_mmhg.name] = None
            return None
        level = STRONG_MMHG if now >= COORDINATED_MMHG or self._phase in _LATER else COORDINATED_MMHG
        if now >= STRONG_MMHG:
            return None
        measure = craniocervical_flexion.activation
        return Target(
            fact=ccft_activation_mmhg.name,
            says=CONTROL.format(level=f"{int(level)}{UNITS[ccft_activation_mmhg.unit].after}", now=measure.say(now)),
            now=now,
            at_least=int(level),
            error=_error(measure),
            source="treatment 1.3, 3.1 (assumption)",
        )


def _fall_that_matters(before: float) -> tuple[int, str]:
    """The most headache days of 28 that are an important fall and one beyond chance, and that error in words."""
    # Imported here: whoever has no diary needs no SciPy.
    from concordant.change.days.largest_follow_up import largest_follow_up

    days = min(round(before), WINDOW)
    share, of = important_response(days, WINDOW).value
    important = math.floor(before * of / share)
    percent = 30 if (share, of) == Response.BY_30_PERCENT.value else 50
    beyond = largest_follow_up(days, WINDOW, WINDOW, DEFAULT_EFFECT)
    if beyond is None:
        return important, f"A fall by {percent} % matters; from so few days no fall in {WINDOW} days is beyond chance."
    error = f"A fall by {percent} % matters; a fall to {beyond} or fewer of {WINDOW} days is beyond chance."
    return min(important, beyond), error


def _error(measure: Measure) -> str:
    rule = measure.change
    assert isinstance(rule, RealChange)
    same, _ = rule.between_raters(True)
    other, _ = rule.between_raters(False)
    by_another = "" if measure.same_rater_only else f", under {measure.say(other)} with another examiner"
    return f"Changes under {measure.say(same)} can be measurement error{by_another} ({rule.source})."
