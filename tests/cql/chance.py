"""People made of chance, and rules made of chance: every kind of node over every kind of fact."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from concordant.criteria import Binding, Criterion, CriterionError, nodes
from concordant.criteria.nodes import Part, Term
from concordant.criteria.reading import Instances, Origin, Reading
from concordant.facts import DICTIONARY, NEVER, UNKNOWN, Fact, Scope, Sides, Span
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.kinds import Choice, Choices, Day, Flag, Kind, Quantity, Range, Table
from concordant.facts.safety.results import red_flag_cleared

AS_OF = date(2024, 6, 1)
READABLE = [fact for fact in DICTIONARY.values() if fact.scope is not Scope.DAY]
OF_PERSON = (Scope.PERSON, Scope.EPISODE)
AT_VISIT = (Scope.VISIT, Scope.COURSE)


class Somebody:
    """A :class:`concordant.criteria.reading.Knowledge` that tosses a coin for each question, and stands by it."""

    def __init__(self, seed: int) -> None:
        self.as_of = AS_OF
        self.seed = seed
        rng = Random(f"{seed} there")
        self.there = {
            scope: Instances(tuple(f"{scope.value} {n}" for n in range(rng.choice([0, 1, 2, 3]))))
            for scope in (Scope.INJURY, Scope.VISIT)
        }
        self.there[Scope.HEADACHE] = Instances(tuple(f"headache {n}" for n in range(rng.choice([1, 2]))))
        if not self.there[Scope.INJURY].ids:
            self.there[Scope.INJURY] = Instances((), none_stated=rng.random() < 0.5)
        self.known = rng.choice([0.3, 0.7, 0.95])

    def _rng(self, *what: object) -> Random:
        return Random(repr((self.seed, what)))

    def read(self, term: Term, where: Binding) -> Reading:
        fact = term.fact
        rng = self._rng(term.name, self._what_matters(fact, where))
        lost = (fact.scope is Scope.HEADACHE and where.headache is None) or (
            fact.scope is Scope.INJURY and where.injury is None
        )
        if lost or rng.random() > self.known:
            value = UNKNOWN if fact.absent is None else fact.absent
            return Reading(value, Origin.MISSING if value is UNKNOWN else Origin.NO_ENTRY)
        return Reading(some_value(rng, term.kind), Origin.STATED, partial=rng.random() < 0.2)

    def _what_matters(self, fact: Fact[Any], where: Binding) -> object:
        if fact.scope in OF_PERSON:
            return None
        if fact.derived_from or fact.per_headache:
            at = where.visit if fact.scope in AT_VISIT else None
            return (where.headache, where.injury, at)
        at_visit = where.visit if fact.scope in AT_VISIT else None
        of = {Scope.HEADACHE: where.headache, Scope.INJURY: where.injury}.get(fact.scope)
        return (of, at_visit)

    def instances(self, scope: Scope) -> Instances:
        return self.there[scope]

    def visits_with(self, fact: Fact[Kind], where: Binding) -> frozenset[str]:
        every = self.there[Scope.VISIT].ids if fact.scope in AT_VISIT else ()
        return frozenset(one for one in every if self._rng("entered", one, fact, where.headache).random() < 0.5)

    def day_of(self, visit: str) -> date:
        number = self.there[Scope.VISIT].ids.index(visit)
        gap = self._rng("gap").choice([0, 27, 28, 29])
        return AS_OF - timedelta(days=100) + timedelta(days=gap * number)

    def newest_entry(self, facts: tuple[Fact[Kind], ...]) -> date | None:
        days = [some_day(rng) for rng in (self._rng("newest", fact) for fact in facts) if rng.random() < 0.3]
        return max(days, default=None)

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        return False


def some_day(rng: Random) -> date:
    return AS_OF + timedelta(days=rng.randint(-2, 1))


def some_number(rng: Random, kind: Quantity | Range) -> float:
    low = kind.low if kind.low is not None else -3
    high = min(kind.high if kind.high is not None else low + 6, low + 6)
    return rng.choice([low, high, (low + high) / 2])


def some_value(rng: Random, kind: Kind) -> Any:
    match kind:
        case Flag():
            return rng.random() < 0.5
        case Quantity() | Range():
            if isinstance(kind, Quantity) and kind.null and rng.random() < 0.2:
                return NEVER
            low, high = sorted((some_number(rng, kind), some_number(rng, kind)))
            return rng.choice([low, Span(low, high), Span(low, float("inf"))])
        case Choice():
            return rng.choice(kind.words)
        case Choices():
            return frozenset(rng.sample(kind.words, rng.randint(0, min(3, len(kind.words)))))
        case Day():
            return some_day(rng)
        case Table() if not kind.keys:
            return {}
    return {"date": some_day(rng)}


# --- rules ----------------------------------------------------------------------------------------------


def some_term(rng: Random, *kinds: type[Kind]) -> Term:
    while True:
        fact = rng.choice(READABLE)
        key = None
        if isinstance(fact.kind, Table) and fact.kind.keys and isinstance(fact.kind.values, kinds):
            key = rng.choice(list(fact.kind.keys))
        elif not isinstance(fact.kind, kinds):
            continue
        side = rng.choice(SIDES) if fact.sides is not Sides.NONE else None
        return Term(fact, side, rng.choice(SEGMENTS) if fact.segmental else None, key)


def some_words(rng: Random, term: Term) -> frozenset[str]:
    words = term.kind.words  # type: ignore[attr-defined]
    return frozenset(rng.sample(words, rng.randint(1, min(4, len(words)))))


def _within(rng: Random) -> Criterion:
    term = some_term(rng, Quantity, Range)
    low, high = sorted((some_number(rng, term.kind), some_number(rng, term.kind)))  # type: ignore[arg-type]
    ends = rng.choice([(low, None), (None, high), (low, high)])
    return nodes.Within(term, *ends, low_open=rng.random() < 0.5, high_open=rng.random() < 0.5)


def _of_choices(rng: Random) -> Criterion:
    term = some_term(rng, Choices)
    kind = rng.choice([nodes.Meets, nodes.Only])
    most = len(term.kind.words)  # type: ignore[attr-defined]
    counted = nodes.HoldsAtLeast(term, rng.randint(1, min(3, most)))
    return rng.choice([kind(term, some_words(rng, term)), counted])


def _one_of(rng: Random) -> Criterion:
    term = some_term(rng, Choice)
    return nodes.IsOneOf(term, some_words(rng, term))


def _cleared(rng: Random) -> Criterion:
    term = Term(red_flag_cleared, key=rng.choice(["a", "b"]) if not red_flag_cleared.kind.keys else None)
    return nodes.Cleared(term, tuple(rng.sample(READABLE, rng.randint(1, 3))))


LEAVES = (
    lambda rng: nodes.Holds(some_term(rng, Flag)),
    _within,
    _one_of,
    _of_choices,
    _cleared,
    lambda rng: nodes.IsKnown(some_term(rng, Flag, Quantity, Choice, Day)),
    lambda rng: nodes.OnOrAfter(some_term(rng, Day), some_term(rng, Day)),
)


def some_rule(rng: Random, depth: int, keys: tuple[str, ...]) -> Criterion:
    """A rule of any kind, so many nodes deep, that may ask the rules of these keys."""
    while True:
        try:
            return _rule(rng, depth, keys)
        except CriterionError:
            continue  # the reasons for which a rule is refused have their own tests


def asks_below_a_headache(rule: Criterion) -> bool:
    """Whether it asks another rule of each headache; below an injury this has no export."""
    headaches = (node for node in rule.walk() if isinstance(node, nodes.ForSome) and node.scope is Scope.HEADACHE)
    return any(isinstance(below, nodes.Verdict) and below.of_headache for one in headaches for below in one.walk())


def _rule(rng: Random, depth: int, keys: tuple[str, ...]) -> Criterion:
    if depth == 0:
        if keys and rng.random() < 0.15:
            return nodes.Verdict(rng.choice(keys), of_headache=rng.random() < 0.7)
        return rng.choice(LEAVES)(rng)

    def part(letter: str | None = None) -> Part:
        return Part(some_rule(rng, depth - 1, keys), letter)

    def of_some() -> Criterion:
        scope = rng.choice([Scope.INJURY, Scope.HEADACHE, Scope.VISIT])
        if scope is Scope.INJURY and asks_below_a_headache(first.criterion):
            raise CriterionError("cannot be exported")
        return nodes.ForSome(scope, first)

    several = tuple(part(letter if rng.random() < 0.3 else None) for letter in "ABCD"[: rng.randint(1, 4)])
    n = rng.randint(0, len(several))
    first, second = part(), part()
    not_first = Part(nodes.AllOf((Part(nodes.Not(first)), second)))
    return rng.choice(
        [
            lambda: nodes.AllOf(several),
            lambda: nodes.AnyOf(several),
            lambda: nodes.AtLeast(several, n),
            lambda: nodes.AtMost(several, n),
            lambda: nodes.AllButOne(several),
            lambda: nodes.Not(first),
            lambda: nodes.Named("a name", first, "a source"),
            lambda: nodes.Surely(first),
            lambda: nodes.Awaits(first, READABLE[0]),
            # Never both at once: what speaks against asks that what speaks for is not met.
            lambda: nodes.Decide(first, not_first),
            of_some,
            lambda: nodes.HeldAtRetests(rng.choice([0, 28, 56]), first),
        ]
    )()
