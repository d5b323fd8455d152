"""A case: what has been said about one person, in the shape of the case file.

Plain, frozen values; no rule, no clock. :mod:`concordant.record.read` makes it from a file,
:mod:`concordant.record.write` writes it back, :class:`concordant.record.record.Record` reads it as of a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from concordant.facts.values import UNKNOWN, Value
from concordant.record.care import Done, HomeRow, Note, SignedAssessment, SignedPlan
from concordant.record.moments import local_day


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that somebody gave, from a day on."""

    value: Value
    on: date | None = None
    """From this day; None: from the start of the episode."""
    by: str = ""
    recorded: datetime | None = None
    place: str = ""
    """Where it is written: a line of the file, or an entry of the chart."""


Facts = Mapping[str, tuple[Stated, ...]]
"""Fact name -> what was stated, oldest first."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who the case is about; no names."""

    id: str
    born: date | None = None
    age_years: int | None = None
    sex: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays."""

    kind: str
    accident_date: date | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Episode:
    """One course of care."""

    started: date | None = None
    goal: str | None = None
    payer: Payer | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Injury:
    """A crash, fall or blow."""

    id: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Headache:
    """One profile of headache; a person may have several."""

    id: str
    name: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One value found at a visit, with side, segment or headache and how it was measured."""

    fact: str
    value: Value
    side: str | None = None
    segment: str | None = None
    headache: str | None = None
    trials: tuple[float, ...] = ()
    instrument: str = ""
    position: str = ""
    rater: str = ""
    headache_phase: str = ""
    place: str = ""


BY_THEMSELVES = "patient"
"""Whose word it is where the person answered alone, as a chart writes it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen and tested on a day."""

    date: date
    by: str = ""
    status: str = ""
    findings: tuple[Finding, ...] = ()
    recorded: datetime | None = None
    place: str = ""

    @property
    def is_told(self) -> bool:
        """Answers that the person gave by themselves, before a visit or between two: nobody of the clinic was there."""
        return self.by == BY_THEMSELVES


@dataclass(frozen=True, slots=True)
class Outcome:
    """A questionnaire score on a day."""

    date: date
    fact: str
    value: Value
    """UNKNOWN where the answers give no total."""
    by: str = ""
    recorded: datetime | None = None
    place: str = ""
    items: tuple[int | float | None, ...] = ()
    """The answers in the order of the form, None for a blank one; empty: only the total was entered."""
    version: str = ""
    """Of the form; empty where there is only one, or where it is not known."""
    parts: Mapping[str, Value] = field(default_factory=dict)
    """Other facts that follow from the same answers: the halves of the PHQ-4."""

    def told(self) -> Iterator[tuple[str, Value]]:
        """Each fact that this gives. Answers that make no total say nothing of the score."""
        if not (self.items and self.value is UNKNOWN):
            yield self.fact, self.value
        yield from self.parts.items()


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One day of the diary, of one headache or of any."""

    date: date
    facts: Mapping[str, Value]
    headache: str | None = None
    recorded: datetime | None = None
    place: str = ""
    note: str = ""
    """In the person's own words. No rule reads it: people do."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What was done on a day."""

    date: date
    discipline: str
    interventions: tuple[str, ...] = ()
    status: str = ""
    minutes: int | None = None
    recorded: datetime | None = None
    place: str = ""
    done: tuple[Done, ...] = ()
    """Each treatment as it was given; what stands here also stands in ``interventions``."""
    note: Note | None = None

    @property
    def took_place(self) -> bool:
        """Not missed and not cancelled."""
        return self.status in ("", "attended")


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that has been said about one person."""

    person: Person
    episode: Episode = field(default_factory=Episode)
    facts: Facts = field(default_factory=dict)
    injuries: tuple[Injury, ...] = ()
    no_injury: bool = False
    """The file says ``injuries: []``: asked, and there was none."""
    headaches: tuple[Headache, ...] = ()
    visits: tuple[Visit, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    diary: tuple[DiaryRow, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    assessments: tuple[SignedAssessment, ...] = ()
    plans: tuple[SignedPlan, ...] = ()
    home: tuple[HomeRow, ...] = ()

    def first_day(self) -> date | None:
        """The start of the episode, else the oldest day on which anything was said or done."""
        return self.episode.started or min(self._days(), default=None)

    def last_day(self) -> date | None:
        """The newest day on which anything was said or done."""
        return max(self._days(), default=self.episode.started)

    def known_by(self) -> date | None:
        """The day by whose end all of it was known: the last day, or that of the last recording where it came later."""
        recorded_at = [one.recorded for one in (*self._dated(), *self._stated())]
        recorded = [local_day(moment) for moment in recorded_at if moment is not None]
        last = self.last_day()
        return max([*recorded, last] if last is not None else recorded, default=None)

    def _days(self) -> list[date]:
        return [one.date for one in self._dated()] + [stated.on for stated in self._stated() if stated.on]

    def _dated(self) -> Iterator[Visit | DiaryRow | Outcome | Treatment | SignedAssessment | SignedPlan | HomeRow]:
        yield from self.visits
        yield from self.diary
        yield from self.outcomes
        yield from self.treatments
        yield from self.assessments
        yield from self.plans
        yield from self.home

    def _stated(self) -> Iterator[Stated]:
        for facts in (self.facts, *(one.facts for one in self.injuries), *(one.facts for one in self.headaches)):
            for said in facts.values():
                yield from said
