"""From the weeks of a plan to visits with days of their own, which can be booked.

A week is seven days from the day on which the plan starts, not one of the calendar. Numbers are the clinic's
own (a full hour of physiotherapy) or our design (tight and loose), and can be set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.booking.problem import Discipline, Pair, Visit, VisitKind
from concordant.plan.interventions.intervention import Discipline as Given
from concordant.plan.visits import Visits, Week

WEEK_DAYS = 7
APART_DAYS = 2
"""Two in a week: the first on days 1 to 5, the second on days 3 to 7 (design)."""
MOST_A_WEEK = (WEEK_DAYS + 1) // APART_DAYS
GIVEN = {Given.PHYSIOTHERAPIST: Discipline.PHYSIO, Given.RMT: Discipline.RMT}
LETTERS = {Discipline.PHYSIO: "p", Discipline.RMT: "m"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Minutes of visits and of pairs."""

    physio: int = 60
    """A full hour: the clinic's own rule."""
    rmt: int = 60
    """Or 45 (assumption: both are common)."""
    tight_max: int = 30
    loose_max: int = 120
    """From the end of the massage to physiotherapy (design)."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a person's plan asks of booking, in the order of the plan."""

    visits: tuple[Visit, ...]
    pairs: tuple[Pair, ...]


def unfold(
    plan: Visits,
    person: str,
    *,
    assessed: bool,
    urgent_by: date | None = None,
    opened: bool = False,
    lengths: Lengths | None = None,
) -> Series:
    """The visits of a plan, named after the person: Ann-p1, Ann-m1 and so on.

    ``assessed``: the first visit has been; else the first of physiotherapy is it, with ``urgent_by`` where there is
    such a day. ``opened``: the weeks after the next retest, too, which are booked only once that allows it.

    Raises ValueError for more than four visits of a discipline in a week, which no window can hold.
    """
    weeks = [week for week in plan.weeks if opened or not week.opens_at_retest]
    maker = _Maker(weeks, person, lengths or Lengths(), urgent_by)
    for number in range(len(weeks)):
        maker.week(number, first=not assessed, paired=plan.pairing is not None)
    return Series(tuple(maker.visits), tuple(maker.pairs))


class _Maker:
    def __init__(self, weeks: Sequence[Week], person: str, lengths: Lengths, urgent_by: date | None) -> None:
        self._weeks, self._person, self._lengths, self._urgent_by = weeks, person, lengths, urgent_by
        self._count = dict.fromkeys(Discipline, 0)
        self.visits: list[Visit] = []
        self.pairs: list[Pair] = []

    def week(self, number: int, *, first: bool, paired: bool) -> None:
        """Physiotherapy in windows of its own, then massage with the window of the whole block."""
        week = self._weeks[number]
        physios = []
        for place in range(self._visits(number, Given.PHYSIOTHERAPIST)):
            kind = VisitKind.TREATMENT
            if first and not self._count[Discipline.PHYSIO]:
                kind = VisitKind.INITIAL
            elif week.retest and place == 0:
                kind = VisitKind.RETEST
            physios.append(self._physio(number, place, kind))
        # Nothing comes before the first visit, and measuring comes before hands-on work: neither is paired.
        partners = [visit for visit in physios if visit.kind is VisitKind.TREATMENT]
        for place in range(self._visits(number, Given.RMT)):
            rmt = self._add(
                Discipline.RMT, VisitKind.TREATMENT, week.starts, self._last(number, Given.RMT), self._lengths.rmt
            )
            if paired and place < len(partners):
                self.pairs.append(
                    Pair(
                        rmt=rmt.id,
                        physio=partners[place].id,
                        tight_max=self._lengths.tight_max,
                        loose_max=self._lengths.loose_max,
                    )
                )

    def _visits(self, number: int, given: Given) -> int:
        found = self._weeks[number].visits.get(given, 0)
        if found > MOST_A_WEEK:
            raise ValueError(f"{found} visits of {given.value} in a week; allowed: at most {MOST_A_WEEK}")
        return found

    def _physio(self, number: int, place: int, kind: VisitKind) -> Visit:
        after = self._visits(number, Given.PHYSIOTHERAPIST) - 1 - place
        earliest = self._weeks[number].starts + timedelta(days=APART_DAYS * place)
        latest = self._last(number, Given.PHYSIOTHERAPIST) - timedelta(days=APART_DAYS * after)
        return self._add(Discipline.PHYSIO, kind, earliest, latest, self._lengths.physio)

    def _last(self, number: int, given: Given) -> date:
        """The last day of the block: of two weeks where one visit is followed by a week without."""
        days = WEEK_DAYS
        alone = self._visits(number, given) == 1 and not self._weeks[number].retest
        if alone and number + 1 < len(self._weeks) and not self._weeks[number + 1].visits.get(given, 0):
            days = 2 * WEEK_DAYS
        return self._weeks[number].starts + timedelta(days=days - 1)

    def _add(self, discipline: Discipline, kind: VisitKind, earliest: date, latest: date, minutes: int) -> Visit:
        self._count[discipline] += 1
        initial = kind is VisitKind.INITIAL
        visit = Visit(
            id=f"{self._person}-{LETTERS[discipline]}{self._count[discipline]}",
            discipline=discipline,
            kind=kind,
            minutes=minutes,
            earliest=earliest,
            latest=latest,
            urgent_by=self._urgent_by if initial else None,
            needs=frozenset({"initial"}) if initial else frozenset(),
        )
        self.visits.append(visit)
        return visit
