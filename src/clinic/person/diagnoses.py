"""What is it: every headache with its diagnoses, each with its lettered criteria as marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.drawing import Drawing, drawing_of
from clinic.person.look import Look
from clinic.person.told import questions
from clinic.person.tracing import MARKS, STATES, Line, Tracer
from clinic.person.where_asked import Question
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.diagnosis import Role
from concordant.diagnosis.explaining import for_clinician, for_patient, what_would_change, why_not
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC

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
MOST_VISITS = 3
"""Of the visits at which something was looked for, the page of the person shows so many; the trace shows all."""


@dataclass(frozen=True)
class Mark:
    """A lettered criterion."""

    letter: str
    state: str
    line: Line

    @property
    def state_name(self) -> str | Promise:
        return STATES[self.state]

    @property
    def is_inner(self) -> bool:
        """C1 within C."""
        return len(self.letter) > 1


@dataclass(frozen=True)
class Explained:
    """A verdict in words."""

    clinician: str
    patient: str
    why_not: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """One diagnosis of one headache."""

    key: str
    code: str
    name: str
    status: str
    status_name: str | Promise
    marks: tuple[Mark, ...]
    traced: bool
    """Its traces stand on the page; those of lesser diagnoses are fetched when asked for."""
    explained: "Explained | None"
    """Of a diagnosis of which no more than a line is shown: none."""
    settles: tuple[Question, ...]
    note: str
    role: str | Promise
    source: str
    url: str

    @property
    def outer(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if not mark.is_inner)


@dataclass(frozen=True)
class Headache:
    """One headache of a person."""

    key: str
    id: str
    name: str
    main: tuple[Shown, ...]
    lesser: tuple[Shown, ...]
    excluded: tuple[Shown, ...]
    drawing: Drawing


def headaches_of(look: Look, query: str = "") -> tuple[Headache, ...]:
    """`query` keeps the day of the view in the links to traces."""
    return tuple(_headache(look, number, headache, query) for number, headache in enumerate(look.record.headaches, 1))


def _headache(look: Look, number: int, headache: str, query: str) -> Headache:
    found = look.assessment.of_headache(headache)
    main = [one for one in found if _is_main(one)]
    main.sort(key=lambda one: list(Status).index(one.status))
    rest = [one for one in found if not _is_main(one)]

    def shown(readings: list[DiagnosisReading]) -> tuple[Shown, ...]:
        return tuple(diagnosis_of(look, one, query, key=f"h{number}") for one in readings)

    return Headache(
        key=f"h{number}",
        id=headache,
        name=look.record.headaches[headache].name,
        main=shown(main),
        lesser=shown([one for one in rest if one.status is Status.UNDETERMINED]),
        excluded=shown([one for one in rest if one.status is Status.EXCLUDED]),
        drawing=drawing_of(look, headache),
    )


def _is_main(one: DiagnosisReading) -> bool:
    """Those that stand, and the one this clinic is for as long as it is possible."""
    return one.status in _STANDING or (one.diagnosis.code == CERVICOGENIC and one.status is not Status.EXCLUDED)


def diagnosis_of(look: Look, one: DiagnosisReading, query: str, *, key: str, whole: bool = False) -> Shown:
    """`whole`: with everything in its place, as on a page of its own."""
    diagnosis = one.diagnosis
    tracer = Tracer(look, one.headache, query, most=0 if whole else MOST_VISITS, whole=whole)
    return Shown(
        key=f"{key}-{diagnosis.code.replace('.', '-')}",
        code=diagnosis.code,
        name=diagnosis.name,
        status=one.status.value,
        status_name=STANDINGS[one.status],
        marks=tuple(_marks(one, tracer)),
        traced=_is_main(one),
        explained=_explained(one) if whole or _is_main(one) else None,
        settles=questions(one.missing, look, one.headache),
        note=one.note,
        role=ROLES[diagnosis.role] if one.status in _STANDING else "",
        source=diagnosis.source,
        url=reverse("chart:diagnosis", args=[look.chart.person.pk, one.headache, diagnosis.code]) + query,
    )


def _explained(one: DiagnosisReading) -> Explained:
    changes = tuple(change.says for change in what_would_change(one))
    return Explained(for_clinician(one), for_patient(one), why_not(one), changes)


def _marks(one: DiagnosisReading, tracer: Tracer) -> list[Mark]:
    # Letters with a dot belong to another diagnosis that this one leans on.
    letters = sorted(letter for letter in one.criteria if "." not in letter)
    traces = [(letter, one.trace.lettered(letter)) for letter in letters]
    return [Mark(letter, MARKS[trace.truth], tracer.line(trace)) for letter, trace in traces if trace is not None]
