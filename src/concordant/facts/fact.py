"""A fact: one thing that can be known about a person, declared once."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from concordant.facts.kinds import Kind
from concordant.facts.units import UNITS

K = TypeVar("K", bound=Kind, covariant=True)


class Scope(Enum):
    """What a value belongs to."""

    PERSON = "person"
    INJURY = "injury"
    HEADACHE = "headache"
    DAY = "day"
    VISIT = "visit"
    COURSE = "course"
    EPISODE = "episode"

    __hash__ = object.__hash__  # each is one object, and every reading asks by it


class Supplier(Enum):
    """Who may say it, and how an answer of theirs is named."""

    PATIENT = "P"
    DIARY = "D"
    EXAMINER = "E"
    REPORT = "E/R"
    COMPUTED = "L"
    STAFF = "A"

    @property
    def words(self) -> str:
        """In words, for pages and traces."""
        return {
            "P": "the person",
            "D": "the diary",
            "E": "the examiner",
            "E/R": "an outside report",
            "L": "computed",
            "A": "the clinic's staff",
        }[self.value]


class Room(Enum):
    """Where in the clinic the fact is asked, seen or used."""

    HISTORY = "history"
    DIARY = "diary"
    EXAMINATION = "examination"
    OUTCOMES = "outcomes"
    SAFETY = "safety"
    PLAN = "plan"
    COVERAGE = "coverage"


class Sides(Enum):
    """Whether a fact is given once, or once for each side."""

    NONE = "none"
    LEFT_RIGHT = "left_right"
    PHOTOGRAPHED = "photo"


SIDES = ("left", "right")
SEGMENTS = ("C0-C1", "C1-C2", "C2-C3", "C3-C4")


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a public terminology for this fact."""

    system: str
    code: str
    display: str
    how_known: str
    """``read`` where the term was seen in a source, ``recalled`` where it still has to be checked."""


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Generic[K]):
    """One declaration, from which validation, form field, file and API schema and reference page come.

    Compared and hashed by identity: there is one object for each name.
    """

    name: str
    kind: K
    room: Room
    scope: Scope
    supplied_by: Supplier
    label: str
    """For clinicians: the field's term, short."""
    ask: str
    """For the person: a question, or a sentence that says what this is; reading grade 7."""
    meaning: str
    """For clinicians: the definition."""
    section: str
    """The section of the clinical reference in which the rules that use it stand."""
    unit: str = "-"
    sides: Sides = Sides.NONE
    segmental: bool = False
    per_headache: bool = False
    """A finding that belongs to one headache; with several headaches the entry names which."""
    absent: bool | int | None = None
    """The value where nothing was ever entered, for events and counts only; None: unknown."""
    usual: tuple[float | None, float | None] | None = None
    """Soft bounds: a value outside is asked for confirmation, not refused."""
    derived_from: str = ""
    """What it is computed, counted or proposed from, and by which rule."""
    codes: tuple[Code, ...] = field(default=())

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem:
            raise ValueError(f"fact {self.name!r}: {problem}")

    def _problem(self) -> str:
        if not self.name.isidentifier() or self.name != self.name.lower():
            return "a name is lower_snake_case"
        if self.unit not in UNITS:
            return f"unit {self.unit!r} is not in units.py"
        if not (self.label and self.ask and self.meaning and self.section):
            return "label, ask, meaning and section must not be empty"
        if self.supplied_by is Supplier.COMPUTED and not self.derived_from:
            return "a computed fact says what it is computed from"
        if self.segmental and self.sides is Sides.NONE:
            return "a segmental fact is given for each side"
        if (self.sides is not Sides.NONE or self.segmental) and self.scope is not Scope.VISIT:
            return "only findings of a visit have a side or segment"
        if self.per_headache and self.scope not in (Scope.VISIT, Scope.COURSE):
            return "only findings of a visit or course are entered per headache"
        return ""

    def __repr__(self) -> str:
        return self.name
