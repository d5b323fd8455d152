"""What each day of the diary looks like: the day rules of :mod:`concordant.attacks.day` asked of its rows.

A rule is asked with the answers of the row and what was said of the headache to which it belongs. The same answers
always give the same kinds, so each combination is judged once in the life of a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any

from concordant.attacks import day as rules
from concordant.criteria import Criterion, evaluate
from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Binding, Instances, Origin, Reading
from concordant.criteria.truth import Truth, disjunction
from concordant.facts.fact import Fact, Scope
from concordant.facts.values import UNKNOWN, Value
from concordant.record.case import DiaryRow
from concordant.record.derive.computing import Reader
from concordant.record.diary import headache_said

MET, NOT_MET = Truth.MET, Truth.NOT_MET


@dataclass(frozen=True, slots=True)
class Kinds:
    """What a headache of one day looks like, each three-valued."""

    migraine_like: Truth
    tth_like: Truth
    cgh_like: Truth
    autonomic: Truth
    episodic_tth_like: Truth
    """2.1 and 2.2 C and D, narrower than 2.3."""
    migraine_character: Truth
    migraine_accompaniment: Truth
    """1.1 C and 1.1 D, each by itself."""
    counts_as_migraine: Truth
    """1.3 C1, C2 or C3."""
    not_secondary: Truth
    """Not only like a headache from the neck (diagnosis 1.6, 3.2 step 6)."""


_RULES: Mapping[str, Criterion] = {
    "migraine_like": rules.migraine_like,
    "tth_like": rules.tension_type_like,
    "cgh_like": rules.cervicogenic_like,
    "autonomic": rules.autonomic,
    "episodic_tth_like": rules.episodic_tension_type_like,
    "migraine_character": rules.migraine_character,
    "migraine_accompaniment": rules.migraine_accompaniment,
    "counts_as_migraine": rules.counts_as_migraine,
}
TYPES = ("cgh_like", "migraine_like", "tth_like", "autonomic")
"""The words of ``day_headache_types`` that have a rule."""

NONE = Kinds(*(NOT_MET for _ in fields(Kinds)))
"""A day without a headache."""

_READ = tuple(dict.fromkeys(fact for rule in _RULES.values() for fact in rule.facts()))
OF_THE_DAY = tuple(fact for fact in _READ if fact.scope is Scope.DAY)
_DAY_NAMES = tuple(fact.name for fact in OF_THE_DAY)
OF_THE_HEADACHE = tuple(fact for fact in _READ if fact.scope is not Scope.DAY)


class _Answers:
    """The answers of one row, as rules read them. A day has no visits, injuries or headaches of its own."""

    as_of = date.min

    def __init__(self, values: Mapping[Fact[Any], Value]) -> None:
        self._values = values

    def read(self, term: Term, where: Binding) -> Reading:
        value = self._values[term.fact]
        if value is UNKNOWN:
            return Reading(UNKNOWN, Origin.MISSING, missing=(term.fact.name,))
        return Reading(value, Origin.STATED)

    def instances(self, scope: Scope) -> Instances:
        return Instances(())

    def visits_with(self, fact: Fact[Any], where: Binding) -> frozenset[str]:
        return frozenset()

    def day_of(self, visit: str) -> date:
        raise KeyError(f"a day of the diary has no visit {visit}")

    def newest_entry(self, facts: tuple[Fact[Any], ...]) -> date | None:
        return None

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        return False


@lru_cache(maxsize=8192)
def kinds_of(day: tuple[Value, ...], headache: tuple[Value, ...]) -> Kinds:
    """The kinds for the answers to OF_THE_DAY and OF_THE_HEADACHE, in their order."""
    answers = _Answers(dict(zip((*OF_THE_DAY, *OF_THE_HEADACHE), (*day, *headache), strict=True)))
    found = {name: evaluate(rule, answers).truth for name, rule in _RULES.items()}
    others = disjunction(found[name] for name in TYPES if name != "cgh_like")
    if found["cgh_like"] is NOT_MET:
        not_secondary = MET
    else:
        # Like the neck and like something else as well: not to be told.
        not_secondary = NOT_MET if (found["cgh_like"], others) == (MET, NOT_MET) else Truth.UNKNOWN
    return Kinds(**found, not_secondary=not_secondary)


@lru_cache(maxsize=8192)
def _any_of(several: tuple[Kinds, ...]) -> Kinds:
    """Of several headaches on a day: what any of them looks like."""
    return Kinds(*(disjunction(getattr(one, field.name) for one in several) for field in fields(Kinds)))


@lru_cache(maxsize=8192)
def _agreed(several: tuple[Kinds, ...]) -> Kinds:
    """Of a headache that may be one of several: what all of them say."""
    every = [[getattr(one, field.name) for one in several] for field in fields(Kinds)]
    return Kinds(*(said[0] if len(set(said)) == 1 else Truth.UNKNOWN for said in every))


class DayKinds:
    """The days of one record; each judged once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._diary = reader.diary
        self._said: dict[str | None, tuple[Value, ...]] = {}
        self._days: dict[date, Kinds | None] = {}

    def on(self, day: date) -> Kinds | None:
        """What the day looks like; None where it is not known whether there was a headache."""
        if day not in self._days:
            self._days[day] = self._judged(day)
        return self._days[day]

    def of_headache(self, day: date, headache: str) -> tuple[Kinds, Mapping[str, Value]] | None:
        """What this headache looked like on the day, and its answers; None where the rows do not say which it was."""
        for whose, facts in self.answers_by_headache(self._diary.by_day.get(day, [])):
            if whose == headache:
                return self._kinds(whose, facts), facts
        return None

    def _judged(self, day: date) -> Kinds | None:
        there = self._diary.answers(None).get(day)
        if there is None:
            return None
        if not there:
            return NONE
        each = self.answers_by_headache(self._diary.by_day[day])
        return _any_of(tuple([self._kinds(whose, facts) for whose, facts in each]))

    def _kinds(self, headache: str | None, facts: Mapping[str, Value]) -> Kinds:
        today = tuple([facts.get(name, UNKNOWN) for name in _DAY_NAMES])
        if headache is not None or not self._diary.headaches:
            return kinds_of(today, self._of(headache))
        return _agreed(tuple([kinds_of(today, self._of(one)) for one in self._diary.headaches]))

    def answers_by_headache(self, rows: list[DiaryRow]) -> Iterable[tuple[str | None, Mapping[str, Value]]]:
        """The rows of a day that say there was a headache, joined for each headache."""
        only = self._diary.headaches[0] if len(self._diary.headaches) == 1 else None
        if len(rows) == 1:
            return [(rows[0].headache or only, rows[0].facts)] if headache_said(rows[0]) else []
        of_each: dict[str | None, list[DiaryRow]] = {}
        for row in rows:
            of_each.setdefault(row.headache or only, []).append(row)
        return [
            (headache, {name: value for row in own for name, value in row.facts.items()})
            for headache, own in of_each.items()
            if any(map(headache_said, own))
        ]

    def _of(self, headache: str | None) -> tuple[Value, ...]:
        """What was said of a headache."""
        if headache not in self._said:
            where = UNBOUND.bound(Scope.HEADACHE, headache)
            self._said[headache] = tuple(self._reader.read(term_of(fact), where).value for fact in OF_THE_HEADACHE)
        return self._said[headache]
