"""What is it: every headache with its diagnoses, each with its lettered criteria as marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.beside import Beside, beside_of
from clinic.person.how_sure import HowSure, how_sure_of
from clinic.person.look import Look
from clinic.person.told import questions
from clinic.person.tracing import MARKS, STATES, Line, Tracer
from clinic.person.what_next import WhatNext, what_next_of
from clinic.person.where_asked import Question
from clinic.person.where_from import WhereFrom, where_from_of
from clinic.person.why import Reason, reasons_of
from concordant.criteria import Truth, smallest_missing
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.diagnosis import Role
from concordant.diagnosis.explaining import Explanation
from concordant.diagnosis.grouped import Group, grouped, own_letters
from concordant.diagnosis.worth_asking import is_dangerous

STANDINGS: Mapping[Status, str | Promise] = MappingProxyType(
    {
        Status.DEFINITE: _("Definite"),
        Status.PROVISIONAL: _("Working diagnosis, ICHD-3 criteria not yet met"),
        Status.UNDETERMINED: _("Not yet decided"),
        Status.EXCLUDED: _("Excluded"),
    }
)
ROLES: Mapping[Role, str | Promise] = MappingProxyType(
    {
        Role.DECIDE: "",
        Role.DECIDE_AND_INFORM: _("To be told to the physician."),
        Role.SUSPECT: _("A suspicion: to be referred, not decided here."),
    }
)
_STANDING = (Status.DEFINITE, Status.PROVISIONAL)
MOST_OTHER_WAYS = 4
MOST_VISITS = 3
"""Of the visits at which something was looked for, the page of the person shows so many; the trace shows all."""


@dataclass(frozen=True)
class Mark:
    """A lettered criterion."""

    letter: str
    state: str
    line: Line | None
    """What it rests on; none where the trace is fetched when asked for."""

    @property
    def state_name(self) -> str | Promise:
        return STATES[self.state]

    @property
    def is_inner(self) -> bool:
        """C1 within C."""
        return len(self.letter) > 1


@dataclass(frozen=True)
class Remarked:
    """What is told beside one letter."""

    letter: str
    words: str


@dataclass(frozen=True)
class Subformed:
    """A subform as it stands."""

    code: str
    name: str
    state: str
    line: Line | None

    @property
    def state_name(self) -> str | Promise:
        return STATES[self.state]


@dataclass(frozen=True)
class Shown:
    """One diagnosis of one headache."""

    key: str
    code: str
    name: str
    status: str
    status_name: str | Promise
    is_dangerous: bool
    marks: tuple[Mark, ...]
    url: str
    settles: tuple[Question, ...] = ()


@dataclass(frozen=True)
class ShownInFull(Shown):
    """One diagnosis with what it rests on."""

    label: str = ""
    remarks: tuple[Remarked, ...] = ()
    subforms: tuple[Subformed, ...] = ()
    reasons: tuple[Reason, ...] = ()
    explained: Explanation | None = None
    other_ways: tuple[tuple[Question, ...], ...] = ()
    """Other smallest sets of facts that would settle it as well."""
    note: str = ""
    role: str | Promise = ""
    source: str = ""

    @property
    def outer(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if not mark.is_inner)


@dataclass(frozen=True)
class Headache:
    """One headache of a person."""

    key: str
    id: str
    name: str
    main: tuple[ShownInFull, ...]
    worth_asking: tuple[Shown, ...]
    nothing_yet: tuple[Shown, ...]
    excluded: tuple[Shown, ...]
    how_sure: HowSure
    what_next: WhatNext
    where_from: WhereFrom
    beside: tuple[Beside, ...]


def headaches_of(look: Look, query: str = "") -> tuple[Headache, ...]:
    """By burden, the heaviest first. `query` keeps the day of the view in the links to traces."""
    headaches = enumerate(look.assessment.headaches, 1)
    return tuple(_headache(look, f"h{number}", headache, query) for number, headache in headaches)


def _headache(look: Look, key: str, headache: str, query: str) -> Headache:
    groups = grouped(look.assessment.of_headache(headache))

    def named(readings: list[DiagnosisReading]) -> tuple[Shown, ...]:
        return tuple(_named(look, one, query, key) for one in readings)

    return Headache(
        key=key,
        id=headache,
        name=look.record.headaches[headache].name,
        main=tuple(diagnosis_of(look, one, query, key=key) for one in groups[Group.MAIN]),
        worth_asking=tuple(_named(look, one, query, key, settles=True) for one in groups[Group.WORTH_ASKING]),
        nothing_yet=named(groups[Group.NOTHING_YET]),
        excluded=named(groups[Group.EXCLUDED]),
        how_sure=how_sure_of(look, headache),
        what_next=what_next_of(look, headache),
        where_from=where_from_of(look, headache),
        beside=beside_of(look, headache),
    )


def _named(look: Look, one: DiagnosisReading, query: str, key: str, *, settles: bool = False) -> Shown:
    """In one line: its traces are fetched when asked for."""
    return Shown(
        **_head(look, one, query, key),
        marks=tuple(Mark(letter, MARKS[truth], None) for letter, truth in own_letters(one).items()),
        settles=questions(one.missing, look, one.headache) if settles else (),
    )


def diagnosis_of(look: Look, one: DiagnosisReading, query: str, *, key: str, whole: bool = False) -> ShownInFull:
    """`whole`: with everything in its place, as on a page of its own."""
    diagnosis = one.diagnosis
    tracer = Tracer(look, one.headache, query, most=0 if whole else MOST_VISITS, whole=whole)
    sets = smallest_missing(one.trace) if whole else ()
    return ShownInFull(
        **_head(look, one, query, key),
        marks=tuple(_marks(one, tracer)),
        settles=questions(one.missing, look, one.headache),
        label=one.label,
        remarks=tuple(Remarked(remark.letter, remark.words) for remark in one.remarks),
        subforms=tuple(
            Subformed(
                each.subform.code,
                each.subform.name,
                MARKS[each.truth],
                tracer.line(each.trace) if whole else None,
            )
            for each in one.subforms
            if whole or each.truth is Truth.MET
        ),
        reasons=reasons_of(one),
        explained=look.assessment.explanation(diagnosis.code, one.headache),
        other_ways=tuple(questions(names, look, one.headache) for names in sets[1 : 1 + MOST_OTHER_WAYS]),
        note=one.note,
        role=ROLES[diagnosis.role] if one.status in _STANDING else "",
        source=diagnosis.source,
    )


def _head(look: Look, one: DiagnosisReading, query: str, key: str) -> dict[str, Any]:
    code = one.diagnosis.code
    return {
        "key": f"{key}-{code.replace('.', '-')}",
        "code": code,
        "name": one.diagnosis.name,
        "status": one.status.value,
        "status_name": STANDINGS[one.status],
        "is_dangerous": is_dangerous(code),
        "url": reverse("chart:diagnosis", args=[look.chart.person.pk, one.headache, code]) + query,
    }


def _marks(one: DiagnosisReading, tracer: Tracer) -> Iterator[Mark]:
    for letter, truth in own_letters(one).items():
        trace = one.trace.lettered(letter)
        assert trace is not None  # it has the letter
        yield Mark(letter, MARKS[truth], tracer.line(trace))
