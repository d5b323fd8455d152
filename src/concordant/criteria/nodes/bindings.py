"""Bindings: of which injury, headache or visit a rule is asked, and which other rule."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria.nodes.criterion import Criterion, Part
from concordant.criteria.nodes.term import CriterionError
from concordant.facts.fact import Scope


@dataclass(frozen=True, slots=True)
class ForSome(Criterion):
    """Met by at least one injury, headache or visit; within it, facts are read of that one."""

    scope: Scope
    part: Part

    def __post_init__(self) -> None:
        if self.scope not in (Scope.INJURY, Scope.HEADACHE, Scope.VISIT):
            raise CriterionError(f"a rule cannot run over each {self.scope.value}")
        scopes = {fact.scope for fact in self.part.criterion.facts()}
        wanted = {Scope.VISIT, Scope.COURSE} if self.scope is Scope.VISIT else {self.scope}
        per_headache = self.scope is Scope.HEADACHE and Scope.HEADACHE in self.part.criterion.needs
        if not scopes & wanted and not per_headache and not self.part.criterion.references():
            raise CriterionError(f"the rule for each {self.scope.value} reads nothing of a {self.scope.value}")

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)

    @property
    def binds(self) -> frozenset[Scope]:
        return frozenset({self.scope})


@dataclass(frozen=True, slots=True)
class HeldAtRetests(Criterion):
    """Met at the newest visit that can say, and at every such visit back to one at least ``days`` earlier.

    Not met when the newest such visit says so; unknown when it is met but not yet held for so long.
    """

    days: int
    part: Part
    history: bool = True
    """Whether its trace keeps the retests before those that decide; the verdict is the same without them."""

    def __post_init__(self) -> None:
        if not any(fact.scope in (Scope.COURSE, Scope.VISIT) for fact in self.part.criterion.facts()):
            raise CriterionError("a rule that is held at retests reads facts of a visit or course")

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)

    @property
    def binds(self) -> frozenset[Scope]:
        return frozenset({Scope.VISIT})


@dataclass(frozen=True, slots=True)
class Verdict(Criterion):
    """The root of another rule of the same rule book, for the same headache."""

    key: str
    of_headache: bool = True

    @property
    def asks(self) -> tuple[str, ...]:
        return (self.key,)

    @property
    def needs(self) -> frozenset[Scope]:
        return frozenset({Scope.HEADACHE}) if self.of_headache else frozenset()
