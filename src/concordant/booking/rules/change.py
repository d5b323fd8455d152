"""A change of plan: the problem as it is afterwards, and the rules E1 to E3 about what stood before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from concordant.booking.problem import Clinician, Event, Instance, Person, Span, VisitKind
from concordant.booking.rules.broken import Broken, Rule
from concordant.booking.rules.standing import Standing
from concordant.booking.rules.together import are_pair
from concordant.booking.solution import Placed


class Change:
    """What an event does to a problem and to the calendar that stood."""

    def __init__(self, instance: Instance, event: Event) -> None:
        self.event = event
        self.before: dict[str, Placed] = {one.visit: one for one in event.previous}
        self.past = frozenset(one.visit for one in event.previous if moment(one.day, one.start) < event.known_at)
        """Visits that had begun when it became known."""
        self.affected = frozenset(
            one.visit for one in event.previous if one.visit not in self.past and self._is_hit(instance, one)
        )
        """Visits that stood ahead and lost their clinician."""
        self.companions = self._companions(instance) if event.pairs_together else frozenset()
        """Other halves of pairs of which one is affected: they stand, and may move with it."""
        self.floor: datetime = event.known_at + timedelta(minutes=event.notice_minutes)
        """Nothing is newly put before it."""
        self.instance = self._after(instance)
        """The problem afterwards: absences are time off, cancelled visits are gone, affected windows a little wider."""

    @property
    def standing(self) -> tuple[Placed, ...]:
        """What still stands: of the calendar before, neither affected nor cancelled."""
        return tuple(one for one in self.event.previous if one.visit not in self.affected | self.event.cancelled)

    def _is_hit(self, instance: Instance, one: Placed) -> bool:
        if one.visit in self.event.cancelled:
            return False
        end = one.start + instance.visits[one.visit].minutes + instance.clinician(one.clinician).turnover_minutes
        return any(
            off.clinician == one.clinician and off.day == one.day and Span(off.start, off.end).meets(one.start, end)
            for off in self.event.off
        )

    def _companions(self, instance: Instance) -> frozenset[str]:
        board = Standing(instance, self.event.previous)
        ahead = self.before.keys() - self.affected - self.past - self.event.cancelled
        found = set()
        for pair in dict.fromkeys(instance.pair_of.values()):
            for one, other in ((pair.rmt, pair.physio), (pair.physio, pair.rmt)):
                if one in self.affected and other in ahead:
                    rmt, physio = board.visits[pair.rmt], board.visits[pair.physio]
                    if are_pair(pair, rmt, physio):
                        found.add(other)
        return frozenset(found)

    def _after(self, instance: Instance) -> Instance:
        off: dict[str, dict[date, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for absence in self.event.off:
            off[absence.clinician][absence.day].append(Span(absence.start, absence.end))
        return replace(
            instance,
            clinicians=tuple(_without(one, off.get(one.id, {})) for one in instance.clinicians),
            people=tuple(self._person(one) for one in instance.people),
        )

    def _person(self, person: Person) -> Person:
        gone = self.event.cancelled
        first_is_hit = self.lost_first(person)
        grace = timedelta(days=self.event.grace_days)
        widened = self.affected | self.companions
        visits = tuple(
            replace(visit, latest=visit.latest + grace) if first_is_hit or visit.id in widened else visit
            for visit in person.visits
            if visit.id not in gone
        )
        pairs = tuple(pair for pair in person.pairs if pair.rmt not in gone and pair.physio not in gone)
        return replace(person, visits=visits, pairs=pairs)

    def lost_first(self, person: Person) -> bool:
        """The first visit of the person is affected."""
        return any(visit.kind is VisitKind.INITIAL and visit.id in self.affected for visit in person.visits)

    def same(self, one: Placed) -> bool:
        """It stands where it stood; another room is no move."""
        before = self.before.get(one.visit)
        return before is not None and (before.day, before.start, before.clinician) == (
            one.day,
            one.start,
            one.clinician,
        )

    def lost(self, placed: Sequence[Placed]) -> frozenset[str]:
        """Visits that stood before and stand no more."""
        return frozenset(self.before.keys() - self.event.cancelled - {one.visit for one in placed})

    def moved_others(self, placed: Sequence[Placed]) -> frozenset[str]:
        """Visits that were not affected, nor moved with one that was, and changed day, start or clinician."""
        out = self.affected | self.companions | self.event.cancelled | self.past
        return frozenset(
            one.visit for one in placed if one.visit in self.before and one.visit not in out and not self.same(one)
        )


def broken_by_change(change: Change, placed: Sequence[Placed]) -> tuple[Broken, ...]:
    """Every rule E1 to E3 that the new calendar breaks."""
    event = change.event
    now = {one.visit: one for one in placed}
    found = [
        Broken(Rule.PAST, visit, f"stood before {event.known_at:%Y-%m-%d %H:%M} and was changed")
        for visit in sorted(change.past - event.cancelled)
        if visit not in now or not change.same(now[visit])
    ]
    found += [
        Broken(Rule.PAST, one.visit, f"is newly put before {change.floor:%Y-%m-%d %H:%M}")
        for one in placed
        if not change.same(one) and moment(one.day, one.start) < change.floor
    ]
    found += [
        Broken(Rule.CANCELLED, visit, "was cancelled and is placed again")
        for visit in sorted(event.cancelled & set(now))
    ]
    if not event.may_move:
        stands = change.lost(placed) - change.affected - change.past
        found += [
            Broken(Rule.STANDS, visit, "stands, and may not be moved now")
            for visit in sorted(change.moved_others(placed) | stands)
        ]
    return tuple(found)


def moment(day: date, minutes: int) -> datetime:
    """A day and minutes after midnight as one, on the clocks of the clinic."""
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001


def _without(clinician: Clinician, off: dict[date, list[Span]]) -> Clinician:
    if not off:
        return clinician
    days = dict(clinician.off)
    for day, spans in off.items():
        days[day] = tuple(sorted((*days.get(day, ()), *spans)))
    return replace(clinician, off=days)
