"""Rules that run over headaches, injuries or visits, spelled out over the places of a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from concordant.criteria import nodes
from concordant.criteria.columns import column
from concordant.criteria.columns.column import visit_day
from concordant.criteria.columns.leaves import Leaves, words_of
from concordant.criteria.columns.where import THIS, Where
from concordant.criteria.nodes import Criterion
from concordant.facts.fact import Scope
from concordant.facts.kinds import Choices

Below = Callable[[Criterion, Where, int], int]
"""Reads a node below: its bindings, and the operation that says of whom it is asked."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """Turns a binding into operations. A place that is not there, or a visit that says nothing, says nothing."""

    leaves: Leaves
    below: Below

    def for_some(self, node: nodes.ForSome, where: Where, asked: int) -> int:
        """There is one of which it is met."""
        build, part = self.leaves.build, node.part.criterion
        found, there = [], []
        for place in self.leaves.table.places.of(node.scope):
            bound = where.bound(node.scope, place)
            counts = self._counts(node.scope, part, bound)
            there.append(counts)
            found.append(build.all([counts, self.below(part, bound, build.all([asked, counts]))]))
        nowhere = build.negated(build.any(there))
        # Nobody has said whether there is one; what is refuted without knowing it is refuted all the same.
        # In a row without a headache the columns of the headache hold what is known without one.
        without = where.bound(Scope.HEADACHE, THIS) if node.scope is Scope.HEADACHE else where
        unasked = self.below(part, without, build.all([asked, nowhere]))
        none_stated = self._none_stated(node.scope)
        silent = build.all([nowhere, build.negated(none_stated), build.false_or_unknown(unasked)])
        return build.any([*found, silent])

    def held(self, node: nodes.HeldAtRetests, where: Where, asked: int) -> int:
        """Met at the newest visit that can say, and at every such visit back to one so many days earlier."""
        build, part = self.leaves.build, node.part.criterion
        met, not_met, there = [], [], []
        places = self.leaves.table.places.of(Scope.VISIT)
        for place in places:
            bound = where.bound(Scope.VISIT, place)
            counts = self._counts(Scope.VISIT, part, bound)
            truth = self.below(part, bound, build.all([asked, counts]))
            there.append(counts)
            met.append(build.all([counts, build.surely(truth)]))
            not_met.append(build.all([counts, build.surely(build.negated(truth))]))
        # Where no visit says anything, the rule is asked without one: it decides nothing, but may conflict.
        self.below(part, where, build.all([asked, build.negated(build.any(there))]))
        clean = [build.negated(build.any(not_met[:number])) for number in range(len(places))]
        silent = [build.negated(build.any(met[:number])) for number in range(len(places))]
        lost = build.any(build.all(pair) for pair in zip(not_met, silent, strict=True))
        held = build.any(
            build.all([met[oldest], clean[oldest], self._so_long(met, oldest, node.days)])
            for oldest in range(len(places))
        )
        return build.decided(held, lost)

    def _so_long(self, met: list[int], oldest: int, days: int) -> int:
        """Whether it was met at this visit and at a newer one so many days later.

        Where none since then spoke against it, the newest that can say is met, and is the latest of all.
        """
        build = self.leaves.build
        if days <= 0:
            return build.constant(True)
        apart = (
            build.all([met[newest], self.leaves.days_apart(visit_day(newest + 1), visit_day(oldest + 1), days)])
            for newest in range(oldest)
        )
        return build.any(apart)

    def _none_stated(self, scope: Scope) -> int:
        build = self.leaves.build
        return build.surely(self.leaves.read(column.NO_INJURY)) if scope is Scope.INJURY else build.constant(False)

    def _counts(self, scope: Scope, part: Criterion, where: Where) -> int:
        """Whether there is such a headache or injury, or a visit at which any of it was entered."""
        build = self.leaves.build
        if scope is Scope.INJURY:
            assert where.injury is not None
            return build.surely(self.leaves.read(column.injury(where.injury)))
        if scope is Scope.VISIT:
            assert where.visit is not None
            return build.all([self.leaves.given(visit_day(where.visit)), self._entered(part, where)])
        if where.headache == THIS:
            return self.leaves.given(column.HEADACHE)
        assert where.headache is not None
        return build.surely(self.leaves.read(column.other_headache(where.headache)))

    def _entered(self, part: Criterion, where: Where) -> int:
        """Whether any of the facts of this rule was entered at this visit."""
        build = self.leaves.build
        said: list[int] = []
        for term in dict.fromkeys(term for node in part.walk() for term in node.terms):
            if term.fact.scope not in (Scope.VISIT, Scope.COURSE):
                continue
            said.append(build.surely(self.leaves.read(column.entered(term.fact, term, where))))
            # A fact with a value of its own where nothing was entered does not show by its value that it was.
            if term.fact.absent is None:
                said.append(self._any_given(term, where))
        return build.any(said)

    def _any_given(self, term: nodes.Term, where: Where) -> int:
        if not isinstance(term.kind, Choices):
            return self.leaves.known(term, where)
        words = (column.of_word(term, where, word) for word in words_of(term))
        return self.leaves.build.any(map(self.leaves.given, words))
