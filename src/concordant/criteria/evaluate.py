"""The reference evaluator: plain, one node after the other, so that it is obviously right.

Every other reader of the same rules (columns, exports) is tested against this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from concordant.criteria.joining import RuleConflict
from concordant.criteria.nodes import Criterion
from concordant.criteria.reading import UNBOUND, Binding, Knowledge
from concordant.criteria.steps import prepared
from concordant.criteria.trace import Trace
from concordant.criteria.walk import Walk
from concordant.facts.fact import Scope

__all__ = ["Book", "Evaluator", "RuleConflict", "evaluate"]


class Book(Mapping[str, Criterion]):
    """Rules by key, checked: every reference resolves and none goes in a circle."""

    def __init__(self, rules: Mapping[str, Criterion]) -> None:
        self._rules = dict(rules)
        asked = {key: rule.references() for key, rule in self._rules.items()}
        for key, others in asked.items():
            for other in others:
                if other not in self._rules:
                    raise KeyError(f"rule {key} asks rule {other}, which does not exist")
        sound: set[str] = set()
        for key in self._rules:
            _refuse_circle(key, (), asked, sound)

    def __getitem__(self, key: str) -> Criterion:
        return self._rules[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def _refuse_circle(key: str, path: tuple[str, ...], asked: Mapping[str, tuple[str, ...]], sound: set[str]) -> None:
    """Rules share what they ask: each is gone through once, and is ``sound`` then."""
    if key in path:
        raise ValueError(f"rules ask each other in a circle: {' > '.join([*path, key])}")
    if key not in sound:
        for other in asked[key]:
            _refuse_circle(other, (*path, key), asked, sound)
        sound.add(key)


class Evaluator:
    """Evaluates the rules of a book against one record, each rule once for each binding."""

    def __init__(self, knowledge: Knowledge, book: Mapping[str, Criterion]) -> None:
        self._book = book
        self._walk = Walk(knowledge, self)
        self._found: dict[tuple[str, str | None], Trace] = {}

    def rule(self, key: str, headache: str | None = None) -> Trace:
        """The trace of the rule with this key, of one headache where it needs one."""
        found = self._found.get((key, headache))
        if found is None:
            found = self._found[key, headache] = self._evaluated(key, headache)
        return found

    def _evaluated(self, key: str, headache: str | None) -> Trace:
        where = UNBOUND if headache is None else UNBOUND.bound(Scope.HEADACHE, headache)
        try:
            return self._walk.trace(prepared(self._book[key]), self._walk.place(where))
        except RuleConflict as conflict:
            raise conflict if conflict.args[1:] else RuleConflict(f"rule {key}: {conflict}", key) from None


def evaluate(
    criterion: Criterion,
    knowledge: Knowledge,
    where: Binding = UNBOUND,
    evaluator: Evaluator | None = None,
) -> Trace:
    """The trace of one criterion. Raises RuleConflict where a decision table contradicts itself."""
    walk = Walk(knowledge, evaluator)
    return walk.trace(prepared(criterion), walk.place(where))
