"""Random rules over a handful of facts, random people, and a second reading of the rules to compare with."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import strategies as st

from concordant.criteria import (
    Binding,
    Criterion,
    all_but_one,
    all_of,
    any_of,
    at_least,
    at_most,
    at_or_above,
    awaits,
    decide,
    evaluate,
    meets,
    named,
    nodes,
    not_,
    one_of,
    yes,
)
from concordant.facts.history.autonomic import restlessness
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    laterality,
    pain_qualities,
    phonophobia,
    photophobia,
    vomiting,
)
from concordant.facts.safety.results import red_flag_cleared
from concordant.record.case import Case, Headache, Person, Stated
from concordant.record.record import Record
from tests.people import FIRST_VISIT

DOMAIN: dict[str, tuple[Any, Any]] = {
    photophobia.name: (True, False),
    phonophobia.name: (True, False),
    vomiting.name: (True, False),
    restlessness.name: (True, False),
    attack_count_lifetime.name: (4, 5),
    laterality.name: ("bilateral", "left_always"),
    pain_qualities.name: (frozenset(), frozenset({"pulsating"})),
}
"""For each fact two answers, one for and one against its leaf."""

LEAVES: dict[str, Criterion] = {
    photophobia.name: yes(photophobia),
    phonophobia.name: yes(phonophobia),
    vomiting.name: yes(vomiting),
    restlessness.name: yes(restlessness),
    attack_count_lifetime.name: at_or_above(attack_count_lifetime, 5),
    laterality.name: one_of(laterality, "left_always"),
    pain_qualities.name: meets(pain_qualities, "pulsating"),
}
WHERE = Binding(headache="A")
Answers = dict[str, Any]


def person(answers: Answers) -> Record:
    """Somebody who gave these answers about their only headache."""
    facts = {name: (Stated(value),) for name, value in answers.items()}
    return Record(Case(Person("random"), headaches=(Headache("A", facts=facts),)), FIRST_VISIT)


def trace(rule: Criterion, answers: Answers):
    """The trace of a rule for these answers."""
    return evaluate(rule, person(answers), WHERE)


def some_answers() -> st.SearchStrategy[Answers]:
    """Answers to some of the facts."""
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(two) for name, two in DOMAIN.items()})


def completions(answers: Answers):
    """Everything that the person might say once every question is answered."""
    open_names = [name for name in DOMAIN if name not in answers]
    for chosen in product(*(DOMAIN[name] for name in open_names)):
        yield answers | dict(zip(open_names, chosen, strict=True))


def _joined(parts: list[Criterion], kind: str, n: int) -> Criterion:
    n = min(n, len(parts))
    return {
        "all": lambda: all_of(*parts),
        "any": lambda: any_of(*parts),
        "at least": lambda: at_least(n, *parts),
        "at most": lambda: at_most(n, *parts),
        "all but one": lambda: all_but_one(*parts),
    }[kind]()


KINDS = st.sampled_from(["all", "any", "at least", "at most", "all but one"])


def _connectives(below: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    several = st.builds(_joined, st.lists(below, min_size=1, max_size=4), KINDS, st.integers(0, 4))
    return st.one_of(several, below.map(not_), below.map(lambda part: named("a name", part)))


def two_valued_rules() -> st.SearchStrategy[Criterion]:
    """Rules that are met or not met once every question is answered."""
    return st.recursive(st.sampled_from(list(LEAVES.values())), _connectives, max_leaves=12)


def _gates(below: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    gate = below.map(lambda part: awaits(part, settled_by=red_flag_cleared))
    # Never both at once: what speaks against asks that what speaks for is not met.
    table = st.builds(lambda a, b: decide(met_if=a, not_met_if=all_of(not_(a), b)), below, below)
    return st.one_of(gate, table, _connectives(below))


def growing_rules() -> st.SearchStrategy[Criterion]:
    """Rules whose verdict, once given, no further answer may take back."""
    return st.recursive(st.sampled_from(list(LEAVES.values())), _gates, max_leaves=10)


@st.composite
def rules_that_read_once(draw: st.DrawFn) -> Criterion:
    """Rules in which each fact stands once."""
    names = draw(st.lists(st.sampled_from(list(LEAVES)), min_size=1, unique=True))
    parts = [LEAVES[name] for name in names]
    while len(parts) > 1 or draw(st.booleans()):
        taken = draw(st.integers(1, len(parts)))
        joined = _joined(parts[:taken], draw(KINDS), draw(st.integers(1, 4)))
        parts = [*parts[taken:], not_(joined) if draw(st.booleans()) else joined]
    return parts[0]


def plainly(rule: Criterion, answers: Answers) -> bool:
    """A second reading, of a person who answered everything, in ordinary yes and no."""
    parts = [plainly(part.criterion, answers) for part in rule.parts]
    match rule:
        case nodes.AllOf():
            return all(parts)
        case nodes.AnyOf():
            return any(parts)
        case nodes.AtLeast(n=n):
            return sum(parts) >= n
        case nodes.AtMost(n=n):
            return sum(parts) <= n
        case nodes.AllButOne():
            return sum(parts) == len(parts) - 1
        case nodes.Not():
            return not parts[0]
        case nodes.Named():
            return parts[0]
    name = rule.terms[0].fact.name
    return bool(answers[name] == FOR[name])


FOR = {
    name: next(value for value in two if value not in (False, 4, "bilateral", frozenset()))
    for name, two in DOMAIN.items()
}
"""Of each fact the answer that meets its leaf."""
