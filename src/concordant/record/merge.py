"""Entries of a chart -> one case.

An entry holds a fragment: the same shape as a case file, with only what was said at one time by one person
about one day. Entries come oldest first; a later one adds to, or for the same day replaces, an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from concordant.facts import DICTIONARY, Dictionary
from concordant.record import case as c
from concordant.record.care import HomeRow, SignedAssessment, SignedPlan
from concordant.record.case import Case, Stated
from concordant.record.problems import CaseFileError
from concordant.record.read import VERSION, read_plain

S = TypeVar("S", SignedAssessment, SignedPlan, HomeRow)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one entry says, and who said it when."""

    content: Mapping[str, Any]
    on: date
    """The day for which undated values hold."""
    by: str = ""
    recorded: datetime | None = None
    place: str = ""


def check_fragment(
    content: Mapping[str, Any], *, headaches: Iterable[str] = (), dictionary: Dictionary = DICTIONARY
) -> Case:
    """Read a fragment as strictly as a file. ``headaches``: ids that the chart knows already.

    Raises CaseFileError with the path of each problem.
    """
    own = {str(one.get("id")) for one in content.get("headaches", ()) if isinstance(one, Mapping)}
    known = [{"id": one} for one in headaches if one not in own]
    whole = {"person": {"id": "-"}, **content, "concordant": VERSION}
    if known:
        # Those already known stand last, so that paths still count the fragment's own from 0.
        whole["headaches"] = [*content.get("headaches", ()), *known]
    return read_plain(whole, dictionary=dictionary)


def merge(person: str, fragments: Iterable[Fragment], dictionary: Dictionary = DICTIONARY) -> Case:
    """The case that a chart's entries add up to. Raises CaseFileError for a fragment that cannot be read."""
    gathered = _Gathered(c.Person(person))
    known: set[str] = set()
    days: list[Fragment] = []
    for fragment in fragments:
        if fragment.content.keys() == {"diary"}:
            days.append(fragment)
            continue
        part = _read(fragment.content, known, fragment.place, dictionary)
        known |= {one.id for one in part.headaches}
        gathered.add(part, fragment)
    # A diary of three years is a thousand entries of one row each: read in one go, the newest word for a day.
    rows = {_day_of(row): (row, fragment) for fragment in days for row in fragment.content["diary"]}
    read = _read({"diary": [row for row, _ in rows.values()]}, known, "the diary", dictionary) if rows else None
    for row in read.diary if read else ():
        gathered.add_row(row, rows[row.date.isoformat(), row.headache][1])
    return gathered.case()


def _read(content: Mapping[str, Any], known: set[str], place: str, dictionary: Dictionary) -> Case:
    try:
        return check_fragment(content, headaches=known, dictionary=dictionary)
    except CaseFileError as error:
        raise CaseFileError(list(error.problems), place) from None


def _day_of(row: Mapping[str, Any]) -> tuple[str, str | None]:
    return row["date"], row.get("headache")


@dataclass
class _Gathered:
    person: c.Person
    episode: c.Episode = field(default_factory=c.Episode)
    facts: dict[str, list[Stated]] = field(default_factory=dict)
    injuries: dict[str, dict[str, list[Stated]]] = field(default_factory=dict)
    headaches: dict[str, dict[str, list[Stated]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    visits: dict[tuple[date, str], c.Visit] = field(default_factory=dict)
    outcomes: dict[tuple[date, str], c.Outcome] = field(default_factory=dict)
    diary: dict[tuple[date, str | None], c.DiaryRow] = field(default_factory=dict)
    treatments: list[c.Treatment] = field(default_factory=list)
    assessments: list[SignedAssessment] = field(default_factory=list)
    plans: list[SignedPlan] = field(default_factory=list)
    home: dict[tuple[date, str], HomeRow] = field(default_factory=dict)
    no_injury: bool = False

    def add(self, part: Case, source: Fragment) -> None:
        self._add_person(part, source)
        self._add_facts(self.facts, part.facts, source)
        for injury in part.injuries:
            self._add_facts(self.injuries.setdefault(injury.id, {}), injury.facts, source)
        for headache in part.headaches:
            self._add_facts(self.headaches.setdefault(headache.id, {}), headache.facts, source)
            self.names[headache.id] = headache.name or self.names.get(headache.id, "")
        self.no_injury = (self.no_injury or part.no_injury) and not self.injuries
        for visit in part.visits:
            self._add_visit(visit, source)
        for outcome in part.outcomes:
            said = replace(
                outcome,
                by=outcome.by or source.by,
                recorded=outcome.recorded or source.recorded,
                place=source.place,
            )
            self.outcomes[outcome.date, outcome.fact] = said
        for row in part.diary:
            self.add_row(row, source)
        self.treatments += [
            replace(one, recorded=one.recorded or source.recorded, place=source.place) for one in part.treatments
        ]
        self.assessments += [_signed(one, source) for one in part.assessments]
        self.plans += [_signed(one, source) for one in part.plans]
        for done in part.home:
            self.home[done.date, done.intervention] = _signed(done, source)

    def add_row(self, row: c.DiaryRow, source: Fragment) -> None:
        recorded = row.recorded or source.recorded
        self.diary[row.date, row.headache] = replace(row, recorded=recorded, place=source.place)

    def _add_person(self, part: Case, source: Fragment) -> None:
        person, episode = part.person, part.episode
        if person.born or person.age_years is not None:
            self.person = replace(self.person, born=person.born, age_years=person.age_years, place=source.place)
        if person.sex:
            self.person = replace(self.person, sex=person.sex, place=source.place)
        self.episode = c.Episode(
            started=episode.started or self.episode.started,
            goal=episode.goal or self.episode.goal,
            payer=episode.payer or self.episode.payer,
            place=source.place if episode != c.Episode() else self.episode.place,
        )

    def _add_facts(self, into: dict[str, list[Stated]], facts: c.Facts, source: Fragment) -> None:
        for name, said in facts.items():
            for one in said:
                signed = replace(
                    one,
                    on=one.on or source.on,
                    by=one.by or source.by,
                    recorded=one.recorded or source.recorded,
                    place=source.place,
                )
                # Said again for the same day: the later entry stands.
                kept = [other for other in into.get(name, []) if other.on != signed.on]
                into[name] = sorted([*kept, signed], key=lambda each: each.on or date.min)

    def _add_visit(self, visit: c.Visit, source: Fragment) -> None:
        """Entries of one clinician on one day are one visit."""
        by = visit.by or source.by
        placed = tuple(replace(one, place=source.place) for one in visit.findings)
        before = self.visits.get((visit.date, by))
        kept = [one for one in before.findings if not any(_same(one, new) for new in placed)] if before else []
        status = visit.status or (before.status if before else "")
        self.visits[visit.date, by] = c.Visit(
            visit.date, by, status, (*kept, *placed), visit.recorded or source.recorded, source.place
        )

    def case(self) -> Case:
        return Case(
            person=self.person,
            episode=self.episode,
            facts=_frozen(self.facts),
            injuries=tuple(c.Injury(one, _frozen(facts)) for one, facts in self.injuries.items()),
            no_injury=self.no_injury,
            headaches=tuple(c.Headache(one, self.names[one], _frozen(facts)) for one, facts in self.headaches.items()),
            visits=tuple(sorted(self.visits.values(), key=lambda one: one.date)),
            outcomes=tuple(sorted(self.outcomes.values(), key=lambda one: one.date)),
            diary=tuple(sorted(self.diary.values(), key=lambda one: (one.date, one.headache or ""))),
            treatments=tuple(sorted(self.treatments, key=lambda one: one.date)),
            assessments=tuple(sorted(self.assessments, key=lambda one: one.date)),
            plans=tuple(sorted(self.plans, key=lambda one: one.date)),
            home=tuple(sorted(self.home.values(), key=lambda one: (one.date, one.intervention))),
        )


def _signed(one: S, source: Fragment) -> S:
    """By whom and when, where the row itself does not say."""
    return replace(one, by=one.by or source.by, recorded=one.recorded or source.recorded, place=source.place)


def _frozen(facts: dict[str, list[Stated]]) -> c.Facts:
    return {name: tuple(said) for name, said in facts.items()}


def _same(one: c.Finding, other: c.Finding) -> bool:
    return (one.fact, one.side, one.segment, one.headache) == (other.fact, other.side, other.segment, other.headache)
