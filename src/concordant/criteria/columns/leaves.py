"""Leaves of a rule as operations over columns."""

from __future__ import annotations

from concordant.criteria import nodes
from concordant.criteria.columns import column
from concordant.criteria.columns.column import Aspect, Column, Holds
from concordant.criteria.columns.program import Builder, Compare, DaysApart, Given, Number, OneOf, Read
from concordant.criteria.columns.table import Table
from concordant.criteria.columns.where import Where
from concordant.criteria.nodes import Criterion, Term
from concordant.facts.fact import Scope
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity, Range


class Leaves:
    """Turns leaves into operations over the columns that a table has; a missing column is unknown for everybody."""

    def __init__(self, table: Table, build: Builder) -> None:
        self.table = table
        self.build = build

    def leaf(self, node: Criterion, where: Where) -> int:
        """The operation that says whether a leaf is met."""
        match node:
            case nodes.Holds(term):
                return self.read(_value(term, where, Holds.YES_NO))
            case nodes.Within():
                return self._within(node, where)
            case nodes.IsOneOf(term, words):
                return self._one_of(_value(term, where, Holds.WORD), words)
            case nodes.Meets(term, words):
                return self.build.any(self._chosen(term, where, word) for word in sorted(words))
            case nodes.HoldsAtLeast(term, n):
                chosen = [self._chosen(term, where, word) for word in words_of(term)]
                return self.build.at_least(n, chosen) if n <= len(chosen) else self._never_met(term, where)
            case nodes.Only(term, words):
                return self._only(term, where, words)
            case nodes.IsKnown(term):
                whole = self.build.negated(self.build.surely(self._partial(term, where)))
                return self.build.true_or_unknown(self.build.all([self.known(term, where), whole]))
            case nodes.OnOrAfter(later, earlier):
                return self.days_apart(_value(later, where, Holds.DATE), _value(earlier, where, Holds.DATE), 0)
            case nodes.Cleared():
                return self._cleared(node, where)
        raise TypeError(f"no columns for {type(node).__name__}")

    # --- columns ----------------------------------------------------------------------------------------

    def _has(self, of: Column) -> bool:
        """Whether there is such a column. A fact of an injury, outside of any injury, nobody can have entered."""
        return not _of_nothing(of) and self.table.has(of)

    def read(self, of: Column) -> int:
        """A column of yes and no."""
        return self.build.add(Read(of.name)) if self._has(of) else self.build.constant(None)

    def given(self, of: Column) -> int:
        """Whether a column has a value."""
        if not self._has(of):
            return self.build.constant(False)
        return self.build.constant(True) if of.name in self.table.full else self.build.add(Given(of.name))

    def days_apart(self, later: Column, earlier: Column, days: int) -> int:
        """Whether one date lies at least so many days after another."""
        both = [self._has(later), self._has(earlier)]
        return self.build.add(DaysApart(later.name, earlier.name, days)) if all(both) else self.build.constant(None)

    def known(self, term: Term, where: Where) -> int:
        """Whether the fact has a value. Two-valued."""
        match term.kind:
            case Flag():
                return self.given(_value(term, where, Holds.YES_NO))
            case Choice():
                return self.given(_value(term, where, Holds.WORD))
            case Day():
                return self.given(_value(term, where, Holds.DATE))
            case Choices():
                return self.build.all(self.given(column.of_word(term, where, word)) for word in words_of(term))
            case Quantity() | Range():
                low, high = self._ends(term, where)
                both = self.build.all([self.given(low), self.given(high)])
                return self.build.any([both, self.build.surely(self._never(term, where))])
        return self.build.surely(self.read(column.of_term(term, where, Aspect.KNOWN, Holds.YES_NO)))

    def _never_met(self, term: Term, where: Where) -> int:
        """What no answer can meet: not met once there is one."""
        return self.build.negated(self.build.true_or_unknown(self.known(term, where)))

    def _chosen(self, term: Term, where: Where, word: str) -> int:
        if word not in words_of(term):
            return self._never_met(term, where)
        return self.read(column.of_word(term, where, word))

    def _one_of(self, of: Column, words: frozenset[str]) -> int:
        return self.build.add(OneOf(of.name, words)) if self._has(of) else self.build.constant(None)

    def _only(self, term: Term, where: Where, words: frozenset[str]) -> int:
        others = [word for word in words_of(term) if word not in words]
        if not others:
            return self.build.true_or_unknown(self.known(term, where))
        return self.build.negated(self.build.any(self._chosen(term, where, word) for word in others))

    def _cleared(self, node: nodes.Cleared, where: Where) -> int:
        done = self.read(column.of_term(node.term, where, Aspect.CLEARED, Holds.YES_NO))
        again = [self.read(column.entered_again(node.term, fact)) for fact in node.of]
        since = self.build.any(map(self.build.surely, again))
        return self.build.all([self.build.surely(done), self.build.negated(since)])

    # --- numbers ----------------------------------------------------------------------------------------

    def _ends(self, term: Term, where: Where) -> tuple[Column, Column]:
        """The columns of the least and the most that a number can be; one column where it is known exactly."""
        holds = Holds.WHOLE if isinstance(term.kind, Quantity) and term.kind.whole else Holds.NUMBER
        exact = column.of_term(term, where, Aspect.VALUE, holds)
        if not _has_bounds(term):
            return exact, exact
        low = column.of_term(term, where, Aspect.LOW, Holds.NUMBER)
        high = column.of_term(term, where, Aspect.HIGH, Holds.NUMBER)
        if all([self._has(low), self._has(high)]) or not self._has(exact):
            return low, high
        return exact, exact

    def _never(self, term: Term, where: Where) -> int:
        if not (isinstance(term.kind, Quantity) and term.kind.null):
            return self.build.constant(False)
        return self.read(column.of_term(term, where, Aspect.NEVER, Holds.YES_NO))

    def _partial(self, term: Term, where: Where) -> int:
        if not term.fact.derived_from:
            return self.build.constant(False)
        return self.read(column.of_term(term, where, Aspect.PARTIAL, Holds.YES_NO))

    def _within(self, node: nodes.Within, where: Where) -> int:
        """Wholly inside: true; no overlap: false; partial overlap: unknown. "Never" is no number: false."""
        low, high = self._ends(node.term, where)
        not_below, not_above = (">" if node.low_open else ">="), ("<" if node.high_open else "<=")
        inside = [self._compare(low, not_below, node.low), self._compare(high, not_above, node.high)]
        if low is high:
            wholly = self.build.all(inside)
        else:
            overlaps = [self._compare(high, not_below, node.low), self._compare(low, not_above, node.high)]
            wholly = self.build.all([self.build.true_or_unknown(self.build.all(inside)), *overlaps])
        never = self.build.surely(self._never(node.term, where))
        return self.build.all([wholly, self.build.negated(never)])

    def _compare(self, of: Column, sign: str, bound: Number | None) -> int:
        if bound is None:
            return self.build.constant(True)
        if not self._has(of):
            return self.build.constant(None)
        # Whole bounds stay whole, so that whole columns are not turned into fractions to be compared.
        return self.build.add(Compare(of.name, sign, int(bound) if bound == int(bound) else bound))


def _value(term: Term, where: Where, holds: Holds) -> Column:
    return column.of_term(term, where, Aspect.VALUE, holds)


def words_of(term: Term) -> tuple[str, ...]:
    """The words that an answer can hold: one that stands for the empty answer is none of them."""
    assert isinstance(term.kind, Choices)
    return tuple(word for word in term.kind.words if word != "none")


def _has_bounds(term: Term) -> bool:
    """Whether the value may be known within bounds only: a usual range, or a number that is computed."""
    return isinstance(term.kind, Range) or bool(term.fact.derived_from)


def _of_nothing(of: Column) -> bool:
    if of.term is None or of.term.fact.derived_from or of.term.fact.absent is not None:
        return False
    scope = of.term.fact.scope
    return (scope is Scope.INJURY and of.where.injury is None) or (
        scope is Scope.HEADACHE and of.where.headache is None
    )
