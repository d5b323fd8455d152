"""How rules are written: small functions that read like the sentence of the guideline.

``all_of(B=yes(whiplash_occurred), C=between(days_injury_to_headache, 0, 7))``. Keyword names are the
letters of the published criteria; they stay visible in traces and on pages.
"""

from __future__ import annotations

from typing import TypeAlias

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion, Part, Term
from concordant.facts.fact import Fact, Scope
from concordant.facts.kinds import Choice, Choices, Day, Flag, Kind, Quantity, Range, Table

Numeric: TypeAlias = "Fact[Quantity] | Fact[Range] | Term"


def _term(of: Fact[Kind] | Term) -> Term:
    return of if isinstance(of, Term) else Term(of)


def at(fact: Fact[Kind], *, side: str | None = None, segment: str | None = None) -> Term:
    """One side, or one segment of one side, of a finding."""
    return Term(fact, side=side, segment=segment)


def key_of(fact: Fact[Table], key: str) -> Term:
    """One key of a table: ``key_of(acute_med_days_per_30d, "triptan")``."""
    return Term(fact, key=key)


# --- one fact -------------------------------------------------------------------------------------------


def yes(fact: Fact[Flag] | Term) -> Criterion:
    """The fact is true."""
    return nodes.Holds(_term(fact))


def no(fact: Fact[Flag] | Term) -> Criterion:
    """The fact is false."""
    return not_(yes(fact))


def above(fact: Numeric, bound: float) -> Criterion:
    """Greater than the bound."""
    return nodes.Within(_term(fact), low=bound, low_open=True)


def at_or_above(fact: Numeric, bound: float) -> Criterion:
    """The bound or greater."""
    return nodes.Within(_term(fact), low=bound)


def below(fact: Numeric, bound: float) -> Criterion:
    """Less than the bound."""
    return nodes.Within(_term(fact), high=bound, high_open=True)


def at_or_below(fact: Numeric, bound: float) -> Criterion:
    """The bound or less."""
    return nodes.Within(_term(fact), high=bound)


def between(fact: Numeric, low: float, high: float) -> Criterion:
    """From low to high, both included; a range must lie wholly inside."""
    return nodes.Within(_term(fact), low=low, high=high)


def one_of(fact: Fact[Choice] | Term, *words: str) -> Criterion:
    """The choice is one of these words."""
    return nodes.IsOneOf(_term(fact), frozenset(words))


def meets(fact: Fact[Choices] | Term, *words: str) -> Criterion:
    """The list holds at least one of these words."""
    return nodes.Meets(_term(fact), frozenset(words))


def only(fact: Fact[Choices] | Term, *words: str) -> Criterion:
    """The list holds none but these words."""
    return nodes.Only(_term(fact), frozenset(words))


def holds_at_least(n: int, fact: Fact[Choices] | Term) -> Criterion:
    """The list holds at least n words, whichever."""
    return nodes.HoldsAtLeast(_term(fact), n)


def not_empty(fact: Fact[Choices] | Term) -> Criterion:
    """The list holds something."""
    return holds_at_least(1, fact)


def empty(fact: Fact[Choices] | Term) -> Criterion:
    """The list was asked for and holds nothing."""
    return not_(not_empty(fact))


def known(fact: Fact[Kind] | Term) -> Criterion:
    """The fact has a value, whatever it is."""
    return nodes.IsKnown(_term(fact))


def on_or_after(later: Fact[Day], earlier: Fact[Day]) -> Criterion:
    """The first date is the same as or later than the second."""
    return nodes.OnOrAfter(_term(later), _term(earlier))


# --- several criteria -----------------------------------------------------------------------------------


def _parts(plain: tuple[Criterion, ...], lettered: dict[str, Criterion]) -> tuple[Part, ...]:
    return (*map(Part, plain), *(Part(criterion, letter) for letter, criterion in lettered.items()))


def all_of(*criteria: Criterion, **lettered: Criterion) -> Criterion:
    """Every one is met."""
    return nodes.AllOf(_parts(criteria, lettered))


def any_of(*criteria: Criterion, **lettered: Criterion) -> Criterion:
    """At least one is met."""
    return nodes.AnyOf(_parts(criteria, lettered))


def at_least(n: int, *criteria: Criterion, **lettered: Criterion) -> Criterion:
    """At least n are met."""
    return nodes.AtLeast(_parts(criteria, lettered), n)


def at_most(n: int, *criteria: Criterion, **lettered: Criterion) -> Criterion:
    """No more than n are met."""
    return nodes.AtMost(_parts(criteria, lettered), n)


def all_but_one(*criteria: Criterion, **lettered: Criterion) -> Criterion:
    """Exactly one is not met and the rest are."""
    return nodes.AllButOne(_parts(criteria, lettered))


def not_(criterion: Criterion) -> Criterion:
    """It is not met; of something unknown, unknown."""
    return nodes.Not(Part(criterion))


def surely(criterion: Criterion) -> Criterion:
    """It is established now; what is unknown is not."""
    return nodes.Surely(Part(criterion))


def awaits(criterion: Criterion, *, settled_by: Fact[Kind]) -> Criterion:
    """A gate: met once it is met, open until then; ``settled_by`` is how somebody lifts it."""
    return nodes.Awaits(Part(criterion), settled_by)


def definite(*keys: str) -> Criterion:
    """At least one of these diagnoses is established for this headache."""
    return surely(any_of(*(verdict(key) for key in keys)))


def cleared(table: Fact[Table], key: str, of: tuple[Fact[Kind], ...]) -> Criterion:
    """Followed up and cleared under this key, after these facts were last entered."""
    return nodes.Cleared(Term(table, key=key), of)


def decide(*, met_if: Criterion, not_met_if: Criterion) -> Criterion:
    """For rule tables: met in these cases, not met in those, else unknown."""
    return nodes.Decide(Part(met_if), Part(not_met_if))


def named(name: str, criterion: Criterion, *, source: str = "") -> Criterion:
    """The same criterion under a name that people know, with the source of its rule."""
    return nodes.Named(name, Part(criterion), source)


# --- of which injury, headache, visit -------------------------------------------------------------------


def in_an_injury(criterion: Criterion) -> Criterion:
    """There is an injury of which it is met."""
    return nodes.ForSome(Scope.INJURY, Part(criterion))


def in_a_headache(criterion: Criterion) -> Criterion:
    """There is a headache of which it is met."""
    return nodes.ForSome(Scope.HEADACHE, Part(criterion))


def at_a_visit(criterion: Criterion) -> Criterion:
    """There is one visit at which all of it was found; both halves of a test on the same day."""
    return nodes.ForSome(Scope.VISIT, Part(criterion))


def held_at_retests(days: int, criterion: Criterion) -> Criterion:
    """Found at the newest retest and held for so many days."""
    return nodes.HeldAtRetests(days, Part(criterion))


def at_newest_retest(criterion: Criterion) -> Criterion:
    """What the newest retest that can say says; earlier ones are not looked at."""
    return nodes.HeldAtRetests(0, Part(criterion), history=False)


def verdict(key: str, *, of_headache: bool = True) -> Criterion:
    """The root of another rule of the rule book."""
    return nodes.Verdict(key, of_headache)
