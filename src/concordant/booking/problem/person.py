"""The person's side: when they can come, who pays for which days, and the visits that were prescribed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from concordant.booking.problem.spans import Discipline, Span


class VisitKind(StrEnum):
    """What a visit is for."""

    INITIAL = "initial"
    TREATMENT = "treatment"
    RETEST = "retest"


class PairRule(StrEnum):
    """Whether a massage may stand without its physiotherapy visit."""

    PREFER = "prefer"
    MUST = "must"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit of a prescribed series."""

    id: str
    discipline: Discipline
    kind: VisitKind
    minutes: int
    earliest: date
    latest: date
    """Included."""
    urgent_by: date | None = None
    needs: frozenset[str] = frozenset()
    """Skills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A massage that belongs before a physiotherapy visit on the same day."""

    rmt: str
    physio: str
    tight_max: int
    """Minutes from the end of the massage to the start of physiotherapy that count as one visit to the clinic."""
    loose_max: int
    """Minutes up to which they are a pair at all."""
    rule: PairRule = PairRule.PREFER


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Somebody pays for at most so many visits of a discipline between two days, both included."""

    discipline: Discipline
    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a series. The order of ``visits`` within a discipline is the order of the plan."""

    id: str
    available: Mapping[int, tuple[Span, ...]]
    """Weekday (0 is Monday) -> stretches, joined where they touch; hard."""
    unavailable: Mapping[date, tuple[Span, ...]]
    prefers: Mapping[int, tuple[Span, ...]]
    """Wishes by weekday; empty: none."""
    clinicians: Mapping[Discipline, frozenset[str]]
    """Whom they may see; a discipline that is not named: anybody."""
    usual: Mapping[Discipline, str]
    """The lead of somebody already in care."""
    covers: tuple[Cover, ...]
    """None of a discipline: the person pays alone, without limit."""
    min_days: Mapping[Discipline, int]
    """Least difference of dates between two visits of a discipline."""
    visits: tuple[Visit, ...]
    pairs: tuple[Pair, ...]
    requested: str = ""
    """When the wish for the series came in, as it sorts: who came first is served first by a front desk."""
