"""From the weeks of a plan to visits with days of their own, which can be booked (booking 1, "Series to visits").

A week is seven days from the day on which the plan starts, not one of the calendar. Of two visits in a week the first
may use days 1 to 5, the second days 3 to 7; one visit every second week has both weeks. A retest takes the first place
of its week, and massage keeps away from it: measuring comes before any hands-on work. Lengths and days are settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from concordant.booking.numbers import LOOSE_MINUTES, MINUTES, RETEST_BY_DAY, TIGHT_MINUTES
from concordant.booking.problem import Discipline, Pair, Visit, VisitKind
from concordant.plan.interventions.intervention import Discipline as Given
from concordant.plan.visits import RMT_BEFORE_PHYSIO, Pairing, Week

WEEK_DAYS = 7
APART_DAYS = 2
"""Two in a week: the first on days 1 to 5, the second on days 3 to 7 (design)."""
MOST_A_WEEK = (WEEK_DAYS + 1) // APART_DAYS
GIVEN = {Discipline.PHYSIO: Given.PHYSIOTHERAPIST, Discipline.RMT: Given.RMT}
LETTERS = {Discipline.PHYSIO: "p", Discipline.RMT: "m"}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Minutes of visits and of pairs."""

    physio: int = int(MINUTES[Discipline.PHYSIO])
    rmt: int = int(MINUTES[Discipline.RMT])
    tight_max: int = int(TIGHT_MINUTES)
    loose_max: int = int(LOOSE_MINUTES)
    """From the end of the massage to physiotherapy."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a person's plan asks of booking, in the order of the plan."""

    visits: tuple[Visit, ...]
    pairs: tuple[Pair, ...]


def unfold(
    weeks: Sequence[Week],
    person: str,
    *,
    assessed: bool,
    urgent_by: date | None = None,
    opened: bool = False,
    pairing: Pairing = RMT_BEFORE_PHYSIO,
    lengths: Lengths | None = None,
) -> Series:
    """The visits of a plan, named after the person: Ann-p1, Ann-m1 and so on.

    ``assessed``: the first visit has been; else the first of physiotherapy is it, with ``urgent_by`` where there is
    such a day. ``opened``: the weeks after the next retest, too, which are booked only once that allows it.
    ``pairing``: how long before a retest there is no massage.

    Raises ValueError for more than four visits of a discipline in a week, which no window can hold.
    """
    chosen = [week for week in weeks if opened or not week.opens_at_retest]
    maker = _Maker(chosen, person, lengths or Lengths(), pairing.none_before_retest_hours)
    for number in range(len(chosen)):
        maker.week(number, assessed=assessed, urgent_by=urgent_by)
    return Series(tuple(maker.visits), tuple(maker.pairs))


class _Maker:
    def __init__(self, weeks: Sequence[Week], person: str, lengths: Lengths, before_retest_hours: int) -> None:
        self._weeks, self._person, self._lengths = weeks, person, lengths
        # Hours are counted from the end of the last day of massage to the start of the first day of measuring.
        self._away = (-(-before_retest_hours // 24) + 1) * _A_DAY
        self._count = dict.fromkeys(Discipline, 0)
        self.visits: list[Visit] = []
        self.pairs: list[Pair] = []

    def week(self, number: int, *, assessed: bool, urgent_by: date | None) -> None:
        """Physiotherapy first, then the massages that belong before it."""
        partners = []
        for place, (first, last) in enumerate(self._days(number, Discipline.PHYSIO)):
            if not assessed and not self._count[Discipline.PHYSIO]:
                visit = self._add(Discipline.PHYSIO, VisitKind.INITIAL, first, last)
                self.visits[-1] = replace(visit, urgent_by=urgent_by, needs=frozenset({"initial"}))
            elif self._weeks[number].retest and place == 0:
                last = self._weeks[number].starts + (RETEST_BY_DAY - 1) * _A_DAY
                self._add(Discipline.PHYSIO, VisitKind.RETEST, first, last)
            else:
                partners.append(self._add(Discipline.PHYSIO, VisitKind.TREATMENT, first, last))
        # Nothing comes before the first visit, and measuring comes before hands-on work: neither is paired.
        for place, days in enumerate(self._days(number, Discipline.RMT)):
            visit = self._add(Discipline.RMT, VisitKind.TREATMENT, *self._beside_retests(number, *days))
            if place < len(partners):
                self._pair(visit, partners[place])

    def _pair(self, rmt: Visit, physio: Visit) -> None:
        tight, loose = self._lengths.tight_max, self._lengths.loose_max
        self.pairs.append(Pair(rmt=rmt.id, physio=physio.id, tight_max=tight, loose_max=loose))

    def _visits(self, number: int, discipline: Discipline) -> int:
        week = self._weeks[number]
        found = week.visits.get(GIVEN[discipline], 0)
        if found > MOST_A_WEEK:
            raise ValueError(f"{found} visits of {GIVEN[discipline].value} in a week; allowed: at most {MOST_A_WEEK}")
        # Measuring is a visit, whether or not the plan has another in that week.
        return max(found, int(week.retest and discipline is Discipline.PHYSIO))

    def _days(self, number: int, discipline: Discipline) -> Iterator[tuple[date, date]]:
        """The first and the last day of each visit of the week."""
        count, starts = self._visits(number, discipline), self._weeks[number].starts
        followed = number + 1 >= len(self._weeks) or self._visits(number + 1, discipline) > 0
        length = WEEK_DAYS if count != 1 or followed else 2 * WEEK_DAYS
        for place in range(count):
            last = length - 1 - APART_DAYS * (count - 1 - place)
            yield starts + APART_DAYS * place * _A_DAY, starts + last * _A_DAY

    def _beside_retests(self, number: int, first: date, last: date) -> tuple[date, date]:
        """After the retest of its own week, and well before the next one; never before its own week. After a retest
        it has as many days more as the retest has, also past the week: the last of a week alone may be a weekend."""
        week = self._weeks[number]
        if week.retest:
            first = max(first, week.starts + RETEST_BY_DAY * _A_DAY)
            last += RETEST_BY_DAY * _A_DAY
        following = next((one.starts for one in self._weeks[number + 1 :] if one.retest), None)
        if following is not None:
            last = max(min(last, following - self._away), week.starts)
            first = min(first, last)
        return first, last

    def _add(self, discipline: Discipline, kind: VisitKind, earliest: date, latest: date) -> Visit:
        self._count[discipline] += 1
        visit = Visit(
            id=f"{self._person}-{LETTERS[discipline]}{self._count[discipline]}",
            discipline=discipline,
            kind=kind,
            minutes=self._lengths.physio if discipline is Discipline.PHYSIO else self._lengths.rmt,
            earliest=earliest,
            latest=latest,
        )
        self.visits.append(visit)
        return visit
