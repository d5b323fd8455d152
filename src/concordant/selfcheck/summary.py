"""What the answers speak for and against. Never a diagnosis: only an examination can tell."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.assessment import Assessment
from concordant.criteria import Trace, Truth, evaluate
from concordant.criteria.reading import UNBOUND
from concordant.facts import Scope
from concordant.selfcheck.answers import HEADACHE_ID
from concordant.selfcheck.points import FAMILIES, Family, Point


@dataclass(frozen=True, slots=True)
class Side:
    """One kind of headache, and what was said that speaks for and against it."""

    family: Family
    speaks_for: tuple[Point, ...]
    speaks_against: tuple[Point, ...]
    open: tuple[Point, ...]
    """What these answers leave open."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a self-check without a danger sign."""

    sides: tuple[Side, ...]
    left_out: bool
    """Questions were left for the visit, as the minutes were used up."""
    not_known: tuple[str, ...]
    """What was answered "I do not know" and a danger sign hangs on: never to be read as clear."""
    after_injury: bool
    """There was an injury, after which a headache may be of another kind than these (ICHD-3 chapter 5)."""


def points_read(found: Assessment) -> list[tuple[Family, Point, Trace]]:
    """Every point, evaluated by the engine on what was answered."""
    where = UNBOUND.bound(Scope.HEADACHE, HEADACHE_ID)
    return [
        (family, point, evaluate(point.criterion, found.record, where))
        for family in FAMILIES
        for point in family.points
    ]


def sides_of(found: Assessment) -> tuple[Side, ...]:
    """What speaks for and against each family."""
    read = points_read(found)

    def points(family: Family, truth: Truth) -> tuple[Point, ...]:
        return tuple(point for of, point, trace in read if of is family and trace.truth is truth)

    return tuple(
        Side(one, points(one, Truth.MET), points(one, Truth.NOT_MET), points(one, Truth.UNKNOWN)) for one in FAMILIES
    )
