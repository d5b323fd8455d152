"""A calendar: where each visit was put, and why some were not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

SOLVER = "concordant"
"""What names itself as the maker of a calendar of ours."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A visit with its clinician, room, day and start in minutes after midnight."""

    visit: str
    clinician: str
    room: str
    day: date
    start: int


class Code(StrEnum):
    """Why a visit has no place."""

    NO_QUALIFIED_CLINICIAN = "no_qualified_clinician"
    PERSON_NEVER_FREE = "person_never_free"
    CLINICIAN_NEVER_WORKS = "clinician_never_works"
    NO_COMMON_TIME = "no_common_time"
    COVER_ENDED = "cover_ended"
    COVER_USED_UP = "cover_used_up"
    FIRST_VISIT_UNPLACED = "first_visit_unplaced"
    PAIR_REQUIRED = "pair_required"
    WINDOW_OVER = "window_over"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with what is worth knowing beside it."""

    code: Code
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A visit that is to wait, and what would help."""

    visit: str
    reasons: tuple[Reason, ...]
    helps: tuple[Mapping[str, Any], ...] = ()
    """The smallest single changes by which it fits, cheapest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A whole answer."""

    instance: str
    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    solver: str
    seconds: float
    bound_unplaced: int | None = None
    """Proven: no calendar that keeps the rules leaves fewer visits unplaced."""
