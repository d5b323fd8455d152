"""What a possible source of the pain is made of: the signs that point to it and away from it, and its rivals."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Criterion, all_of, any_of, decide, named, not_, one_of, surely
from concordant.facts.fact import SIDES
from concordant.facts.history.pattern import laterality


@dataclass(frozen=True, slots=True)
class Sign:
    """One observation about a structure."""

    says: str
    when: Criterion
    source: str

    @property
    def criterion(self) -> Criterion:
        """The same under its words, for traces."""
        return named(self.says, self.when, source=self.source)


@dataclass(frozen=True, slots=True)
class Rival:
    """Another explanation of the same signs."""

    says: str
    rule: str = ""
    """The diagnosis whose verdict tells whether it is alive; empty where no rule can tell."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A joint, muscle, disc or posture from which the headache may come.

    A reading of where the neck reproduces the headache, for choosing what to treat and what to ask next. It is no
    diagnosis and no criterion of one: a neck that reproduces a headache need not cause it.
    """

    id: str
    name: str
    pointing_to: tuple[Sign, ...]
    """Any one of them is enough to name the structure."""
    pointing_away: tuple[Sign, ...]
    """All of them together speak against it."""
    beside: tuple[Sign, ...] = ()
    """They strengthen or weaken a reader's view and decide nothing."""
    rivals: tuple[Rival, ...] = ()
    note: str = ""
    side: str = ""

    @property
    def key(self) -> str:
        """Key of its rule in the book."""
        return f"source {self.id}"

    @property
    def criterion(self) -> Criterion:
        """Met: something points to it; not met: everything looked for speaks against it; else open."""
        points_to = any_of(*(sign.criterion for sign in self.pointing_to))
        if not self.pointing_away:
            return decide(met_if=points_to, not_met_if=not_(points_to))
        away = all_of(*(sign.criterion for sign in self.pointing_away))
        return decide(met_if=points_to, not_met_if=all_of(away, not_(surely(points_to))))


def headache_on(side: str) -> Criterion:
    """The headache is on this side, or on both."""
    if side not in SIDES:
        raise ValueError(f"{side!r} is not a side; allowed: {', '.join(SIDES)}")
    return one_of(laterality, f"{side}_always", "bilateral", "one_sided_alternating")
