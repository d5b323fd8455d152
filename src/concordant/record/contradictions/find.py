"""Every contradiction of a record: declared combinations, days of the diary, and two people of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from datetime import date
from typing import TYPE_CHECKING, Any

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Binding, Said
from concordant.facts import UNKNOWN, Fact, Scope, Supplier
from concordant.facts.diary.day import headache_today
from concordant.facts.history.block import block_done
from concordant.facts.history.injury import injury_date
from concordant.facts.history.pattern import headache_onset_precision
from concordant.facts.values import Value
from concordant.record.contradictions.at_a_visit import AT_A_VISIT
from concordant.record.contradictions.contradiction import Contradiction, Entry, Withheld, contradiction
from concordant.record.contradictions.impossible import Impossible, diary_entry
from concordant.record.contradictions.of_a_day import OF_A_DAY, ImpossibleDay
from concordant.record.contradictions.of_dates import OF_DATES
from concordant.record.contradictions.of_headache import OF_HEADACHE
from concordant.record.contradictions.of_injury import OF_INJURY
from concordant.record.contradictions.of_person import OF_PERSON
from concordant.record.contradictions.two_people import two_people

if TYPE_CHECKING:
    from concordant.record.case import Finding
    from concordant.record.record import Record

IMPOSSIBLE: tuple[Impossible, ...] = (*OF_PERSON, *OF_DATES, *OF_HEADACHE, *OF_INJURY, *AT_A_VISIT)
"""Every declared combination of entries that cannot be true."""

IMPOSSIBLE_DAYS: tuple[ImpossibleDay, ...] = OF_A_DAY

_OF = {scope: tuple((rule, rule.needed()) for rule in IMPOSSIBLE if rule.scope is scope) for scope in Scope}
SLACK = {"week": 7, "month": 31, "year": 366}
"""Days by which an onset may be off, by how exactly it is known."""


def contradictions_of(record: Record) -> tuple[Contradiction, ...]:
    """All contradictions in what holds on the day of the record."""
    found = [
        *_of_instances(record),
        *_at_visits(record),
        *two_people(record.findings(), record.dictionary),
        *record.diary.contradictions,
    ]
    return tuple(found)


# --- the person, each headache, each injury --------------------------------------------------------------------


def _of_instances(record: Record) -> Iterator[Contradiction]:
    yield from _checked(record, Scope.PERSON, UNBOUND)
    for headache in record.headaches:
        yield from _checked(record, Scope.HEADACHE, UNBOUND.bound(Scope.HEADACHE, headache))
    for injury in record.case.injuries:
        yield from _checked(record, Scope.INJURY, UNBOUND.bound(Scope.INJURY, injury.id))


def _checked(record: Record, scope: Scope, where: Binding) -> Iterator[Contradiction]:
    there = record.entered_names(where)
    about = _Instance(record, where)
    for rule, needed in _OF[scope]:
        if not needed <= there:
            continue
        for entries in rule.find(about):
            yield contradiction(rule.id, rule.says, entries, tuple(_withheld(rule, where)))


def _withheld(rule: Impossible, where: Binding) -> Iterator[Withheld]:
    for fact in rule.unknown:
        headache = where.headache if fact.scope is Scope.HEADACHE else None
        injury = where.injury if fact.scope is Scope.INJURY else None
        yield Withheld(term_of(fact), headache, injury)


class _Instance:
    """The entries that hold for the person, one headache or one injury."""

    def __init__(self, record: Record, where: Binding) -> None:
        self._record = record
        self._where = where
        self.as_of = record.as_of
        self.headache = where.headache

    def entry(self, fact: Fact[Any]) -> Entry | None:
        said = self._record.history(fact, self._where)
        if not said or said[-1].value is UNKNOWN:
            return None
        newest = said[-1]
        started = self._record.case.episode.started
        by = newest.by or ("" if fact.supplied_by is Supplier.COMPUTED else fact.supplied_by.words)
        return Entry(term_of(fact), newest.value, Said(newest.on or started, by, newest.place))

    def dated(self, fact: Fact[Any]) -> bool:
        said = self._record.history(fact, self._where)
        return bool(said) and said[-1].on is not None

    def slack(self) -> int:
        entry = self.entry(headache_onset_precision)
        return SLACK.get(str(entry.value), 0) if entry is not None else 0

    def headache_days(self) -> Mapping[date, bool]:
        return self._record.diary.answers(self.headache)

    def diary_entries(self, fact: Fact[Any], among: Container[Value]) -> Iterator[Entry]:
        name, by_day = fact.name, self._record.diary.by_day
        told = [row for rows in by_day.values() for row in rows if row.facts.get(name, UNKNOWN) in among]
        for row in sorted(told, key=lambda row: row.date):
            if row.headache == self.headache or (row.headache is None and len(self._record.headaches) == 1):
                yield diary_entry(fact, row.facts[name], row.date, row.place)

    def last_day(self) -> date:
        return self._record.case.last_day() or self.as_of

    def described(self, before: date) -> Iterator[Entry]:
        for day, had in self.headache_days().items():
            if had and day < before:
                yield diary_entry(headache_today, had, day, "")
        if self.headache in self._record.headaches:
            for name, said in self._record.headaches[self.headache].facts.items():
                for one in said:
                    if one.on is not None and one.on < before and one.on <= self.as_of and one.value is not UNKNOWN:
                        fact = self._record.dictionary[name]
                        yield Entry(term_of(fact), one.value, Said(one.on, one.by or fact.supplied_by.words, one.place))

    def injured(self) -> tuple[Entry, ...]:
        each = (
            _Instance(self._record, UNBOUND.bound(Scope.INJURY, injury)).entry(injury_date)
            for injury in self._record.injuries
        )
        return tuple(entry for entry in each if entry is not None)


# --- visits ----------------------------------------------------------------------------------------------------


_Place = tuple[str, str | None, str | None, str | None]


def _at_visits(record: Record) -> Iterator[Contradiction]:
    """By visit, side, segment and headache."""
    places: dict[_Place, dict[str, tuple[Finding, Said]]] = defaultdict(dict)
    for name in _AT_A_VISIT & record.findings().keys():
        for visit, one, said in record.findings()[name]:
            if one.value is not UNKNOWN:
                places[visit, one.side, one.segment, one.headache][name] = one, said
    for (visit, side, segment, headache), found_there in places.items():
        rules = _that_apply(found_there.keys())
        if not rules:
            continue
        entries = {
            name: Entry(term_of(record.dictionary[name], side, segment), one.value, said)
            for name, (one, said) in found_there.items()
        }
        about = _AtAVisit(record.as_of, headache, entries)
        for rule in rules:
            for found in rule.find(about):
                withheld = tuple(Withheld(entry.term, headache, visits=frozenset({visit})) for entry in found)
                yield contradiction(rule.id, rule.says, found, withheld)


def _that_apply(there: Set[str]) -> list[Impossible]:
    return [rule for rule, needed in _AT_ONE_VISIT if (needed <= there if needed else not there.isdisjoint(_ALONE))]


_AT_ONE_VISIT = _OF[Scope.VISIT]
_AT_A_VISIT = frozenset(fact.name for rule, _ in _OF[Scope.VISIT] for fact in (*rule.facts, *rule.unknown))

SPOKEN_OF = (
    _AT_A_VISIT
    | {fact.name for rule in IMPOSSIBLE for fact in rule.unknown}
    | {fact.name for day in IMPOSSIBLE_DAYS for fact in day.facts}
    | {block_done.name, headache_today.name}
)
"""The facts that a declared combination can withhold; any other only where two people found it differently."""

_ALONE = frozenset(fact.name for rule, needed in _OF[Scope.VISIT] if not needed for fact in rule.unknown)
"""Facts that contradict what was not entered: the report of a block."""


class _AtAVisit:
    """The entries of one visit for one side and segment."""

    def __init__(self, as_of: date, headache: str | None, entries: Mapping[str, Entry]) -> None:
        self.as_of = as_of
        self.headache = headache
        self._entries = entries

    def entry(self, fact: Fact[Any]) -> Entry | None:
        found = self._entries.get(fact.name)
        if found is None and fact is block_done and self._entries:
            one = next(iter(self._entries.values())).said
            return Entry(term_of(block_done), False, Said(one.on, "no entry", one.place))
        return found

    def dated(self, fact: Fact[Any]) -> bool:
        return True

    def slack(self) -> int:
        return 0

    def headache_days(self) -> Mapping[date, bool]:
        return {}

    def diary_entries(self, fact: Fact[Any], among: Container[Value]) -> Iterable[Entry]:
        return ()

    def last_day(self) -> date:
        return self.as_of

    def described(self, before: date) -> Iterable[Entry]:
        return ()

    def injured(self) -> tuple[Entry, ...]:
        return ()
