"""The registry of computed facts, and what their functions are made of.

A function reads facts and returns a :class:`Reading` that names what it was computed from, or, where
something is missing, the facts to ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Input, Origin, Reading, Said
from concordant.facts.dictionary import Dictionary
from concordant.facts.fact import Fact
from concordant.facts.values import UNKNOWN, Span, Value

if TYPE_CHECKING:
    from concordant.record.care import HomeRow, SignedPlan
    from concordant.record.case import Finding, Headache, Injury, Outcome, Stated, Treatment, Visit
    from concordant.record.diary import Diary


class Reader(Protocol):
    """What a computation may ask of a record."""

    as_of: date
    headaches: dict[str, Headache]
    visits: dict[str, Visit]

    @property
    def injuries(self) -> Mapping[str, Injury]:
        """The injuries so far."""

    @property
    def treatments(self) -> list[Treatment]:
        """The treatments so far, oldest first."""

    @property
    def plans(self) -> list[SignedPlan]:
        """The signed plans so far, oldest first."""

    @property
    def home(self) -> list[HomeRow]:
        """What was done at home so far, oldest first."""

    @property
    def diary(self) -> Diary:
        """The diary so far."""

    def read(self, term: Term, where: Binding) -> Reading:
        """The reading of a term."""

    @property
    def outcomes(self) -> list[Outcome]:
        """The questionnaires so far, oldest first."""

    def findings(self) -> Mapping[str, list[tuple[str, Finding, Said]]]:
        """What was found at visits, by fact, oldest first: visit (empty: on no visit), finding, and who said it."""

    def history(self, fact: Fact[Any], where: Binding) -> tuple[Stated, ...]:
        """Everything stated of a fact, oldest first."""


class Mode(Enum):
    """What happens where a value was entered as well."""

    RESULT = "computed"
    """The computed value stands; a stated one only where nothing can be computed."""
    COUNT = "counted"
    """A complete count stands over a recalled answer; an incomplete one gives way to it."""
    PROPOSAL = "proposed"
    """What the person or examiner entered stands; the proposal is shown until then."""


Compute: TypeAlias = "Callable[[Reader, Binding, Term], Reading]"


@dataclass(frozen=True, slots=True)
class Derivation:
    """How one fact is computed."""

    fact: Fact[Any]
    mode: Mode
    compute: Compute
    of_one_fact: bool = False
    """Follows from one other fact alone, so it is known wherever that is: also of a day without a visit."""

    def outranks(self, computed: Reading) -> bool:
        """Whether a computed value stands over an entered one."""
        return not computed.partial


_NAME = re.compile(r"[a-z][a-z0-9_]+")

_REGISTRY: dict[str, Derivation] = {}


def computes(fact: Fact[Any], mode: Mode = Mode.RESULT, *, of_one_fact: bool = False) -> Callable[[Compute], Compute]:
    """Register the function that computes a fact. The fact must say that it is derived."""
    if not fact.derived_from:
        raise ValueError(f"{fact.name} is declared without derived_from, yet a function computes it")

    def register(function: Compute) -> Compute:
        if fact.name in _REGISTRY:
            raise ValueError(f"{fact.name} is computed twice")
        _REGISTRY[fact.name] = Derivation(fact, mode, function, of_one_fact)
        return function

    return register


def derivation(fact: Fact[Any]) -> Derivation | None:
    """How a fact is computed; None for one that is only entered."""
    return _REGISTRY.get(fact.name)


@lru_cache(maxsize=1024)
def entered_for(fact: Fact[Any], dictionary: Dictionary) -> frozenset[str]:
    """The names of the facts whose entries a fact rests on: itself, and whatever it is derived from."""
    names = {fact.name}
    waiting = [fact]
    while waiting:
        for word in _NAME.findall(waiting.pop().derived_from):
            if word in dictionary and word not in names:
                names.add(word)
                waiting.append(dictionary[word])
    return frozenset(names)


def derived_facts() -> tuple[str, ...]:
    """The names of all facts that are computed, counted or proposed."""
    return tuple(sorted(_REGISTRY))


def span_of(value: object) -> Span | None:
    """A number or span as a span; None for anything else."""
    if isinstance(value, Span):
        return value
    return Span(value, value) if isinstance(value, int | float) and not isinstance(value, bool) else None


class Inputs:
    """Collects what a computation reads."""

    def __init__(self, reader: Reader, where: Binding) -> None:
        self._reader = reader
        self._where = where
        self.inputs: list[Input] = []
        self.missing: list[str] = []
        self._contradiction = ""

    def get(self, of: Fact[Any] | Term) -> Value:
        """The value of a fact; where unknown it is noted as missing."""
        term = of if isinstance(of, Term) else term_of(of)
        reading = self._reader.read(term, self._where)
        if reading.known:
            self.inputs.append(Input(term.name, reading.value, term=term, reading=reading))
        else:
            self.missing.extend(reading.missing or (term.fact.name,))
            if reading.origin is Origin.CONTRADICTED:
                self._contradiction = reading.note
        return reading.value

    def number(self, of: Fact[Any] | Term) -> Span | None:
        """The value as a span; None where unknown."""
        return span_of(self.get(of))

    def day(self, of: Fact[Any] | Term) -> date | None:
        """The value as a date; None where unknown."""
        value = self.get(of)
        return value if isinstance(value, date) else None

    def note(self, name: str, value: Value, shown: str) -> None:
        """Something that went in beside facts."""
        self.inputs.append(Input(name, value, shown))

    def result(
        self, value: Value, note: str = "", origin: Origin = Origin.COMPUTED, *, partial: bool = False
    ) -> Reading:
        """The reading of a computed value; numbers that are exact lose their span."""
        if isinstance(value, Span) and value.exact:
            value = value.low
        return Reading(value, origin, inputs=tuple(self.inputs), note=note, partial=partial)

    def proposal(self, value: Value, note: str) -> Reading:
        """The reading of a proposal."""
        return self.result(value, note, Origin.PROPOSED)

    def unknown(self, note: str = "", *missing: Fact[Any]) -> Reading:
        """Not computable; what is missing was noted on the way or is given."""
        names = tuple(dict.fromkeys([*self.missing, *(fact.name for fact in missing)]))
        origin = Origin.CONTRADICTED if self._contradiction else Origin.MISSING
        return Reading(UNKNOWN, origin, inputs=tuple(self.inputs), note=self._contradiction or note, missing=names)
