"""Attacks in the diary that meet B, C and D of their diagnosis (diagnosis 0.4), for counting against A.

An attack is a run of days in a row with this headache, between two days on which it was answered that there was
none; the hours of one day are read as one attack, a run over several days as one without a break. Product rules:
the diary asks for the hours of a day and not for each attack. Where these readings could differ, B is open.
Attacks of the last 365 days are looked at (ICHD-3 G2: now or within the last year).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.criteria.truth import Truth, at_least, conjunction, disjunction
from concordant.facts.diary.counts import (
    migraine_attacks_in_diary,
    probable_migraine_attacks_in_diary,
    tension_type_attacks_in_diary,
)
from concordant.facts.diary.day import acute_medication, headache_hours
from concordant.facts.fact import Fact
from concordant.facts.history.person import age_years
from concordant.facts.kinds import Quantity
from concordant.facts.values import Span, Value
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.day_kinds import DayKinds, Kinds

YEAR = timedelta(days=365)
A_DAY = timedelta(days=1)
DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Attack:
    """One run of days."""

    days: tuple[tuple[Kinds, Mapping[str, Value]], ...]
    bounded: bool
    """Answered to be free on the day before and the day after."""

    def lasts(self, low: float, high: float) -> Truth:
        """Whether it lasted from ``low`` to ``high`` hours, untreated or unsuccessfully treated."""
        hours = [self._hours(facts) for _, facts in self.days]
        if len(hours) == 1 and hours[0] is not None and hours[0] < low and self.bounded:
            # A short attack that was treated may be short because of that.
            taken = self.days[0][1].get(acute_medication.name)
            return Truth.NOT_MET if taken == frozenset() else Truth.UNKNOWN
        first, last = hours[0], hours[-1]
        known = [one for one in hours if one is not None]
        if not self.bounded or first is None or last is None or max(known) < low:
            return Truth.UNKNOWN
        longest = first if len(hours) == 1 else first + DAY_HOURS * (len(hours) - 2) + last
        return Truth.MET if longest <= high else Truth.UNKNOWN

    @staticmethod
    def _hours(facts: Mapping[str, Value]) -> float | None:
        hours = facts.get(headache_hours.name)
        return hours if isinstance(hours, int | float) else None

    def looks(self, kind: str) -> Truth:
        """Whether one of its days looked so."""
        return disjunction(getattr(kinds, kind) for kinds, _ in self.days)


class Attacks:
    """The attacks of each headache in the last year of the diary, oldest first."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[str, tuple[Attack, ...]] = {}

    def of(self, headache: str) -> tuple[Attack, ...]:
        """The attacks of one headache."""
        if headache not in self._found:
            self._found[headache] = tuple(self._runs(headache))
        return self._found[headache]

    def _runs(self, headache: str) -> Iterator[Attack]:
        answers = self._reader.diary.answers(headache)
        days = self._reader.diary.once(DayKinds, self._reader)
        aching = sorted(day for day, there in answers.items() if there and day > self._reader.as_of - YEAR)
        run: list[date] = []
        for day in [*aching, date.max]:
            if run and day != run[-1] + A_DAY:
                told = [days.of_headache(one, headache) for one in run]
                bounded = answers.get(run[0] - A_DAY) is False and answers.get(run[-1] + A_DAY) is False
                yield Attack(tuple(one for one in told if one is not None), bounded and None not in told)
                run = []
            run.append(day)


def _migraine(attack: Attack, least: float) -> Truth:
    return conjunction((attack.lasts(least, 72), attack.looks("migraine_like")))


def _probable_migraine(attack: Attack, least: float) -> Truth:
    """All of B, C and D, or all but one."""
    letters = attack.lasts(least, 72), attack.looks("migraine_character"), attack.looks("migraine_accompaniment")
    return at_least(2, letters)


def _tension_type(attack: Attack, least: float) -> Truth:
    return conjunction((attack.lasts(0.5, 7 * DAY_HOURS), attack.looks("episodic_tth_like")))


def _least_hours(reader: Reader, where: Binding) -> float:
    """1.1 B: four hours, under 18 years two. Of an unknown age the stricter holds."""
    age = Inputs(reader, where).number(age_years)
    return 2 if age is not None and age.high < 18 else 4


def _count(of: Fact[Quantity], meets: Callable[[Attack, float], Truth], what: str) -> None:
    @computes(of)
    def counted(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        if where.headache is None or not reader.diary.answers(where.headache):
            return inputs.unknown("no diary of this headache", of)
        least = _least_hours(reader, where)
        found = [meets(one, least) for one in reader.diary.once(Attacks, reader).of(where.headache) if one.days]
        sure = found.count(Truth.MET)
        note = f"{len(found)} attacks in the last year of the diary, {found.count(Truth.UNKNOWN)} of them open"
        return inputs.result(Span(sure, sure + found.count(Truth.UNKNOWN)), note, Origin.COUNTED)

    counted.__doc__ = f"Attacks of this headache in the diary that {what}."


_count(migraine_attacks_in_diary, _migraine, "meet 1.1 B, C and D")
_count(probable_migraine_attacks_in_diary, _probable_migraine, "meet 1.1 B, C and D or all but one of them (G13)")
_count(tension_type_attacks_in_diary, _tension_type, "meet 2.1 B, C and D")
