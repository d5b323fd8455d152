"""One CP-SAT model of visits that are free, beside visits that stand: a yes or no for each place of each visit.

The plain shape: every rule of booking is written down once, tiers are weighed, and the solver is left alone with it.
It is a peer to compare with, so it shares nothing with ``concordant.booking.model``. It stands on ``openings``, on
which the front desk stands too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from booking.naive_parts import GAPS, LATE_DAY, OFF_WISH, UNPLACED, URGENT, Option, Parts, Standing
from booking.naive_person import OfPerson
from ortools.sat.python import cp_model

from concordant.booking.bits import each
from concordant.booking.openings import Block
from concordant.booking.problem import Discipline, Instance, Visit

WORKERS = 2


class Model:
    """``days``: only places on these; None: any. ``may_wait``: visits that can be placed later weigh half."""

    def __init__(
        self,
        standing: Standing,
        free: Iterable[Visit],
        *,
        days: Collection[date] | None = None,
        may_wait: Collection[str] = (),
    ) -> None:
        self.hours, self.openings, self.stands = standing.hours, standing.openings, standing.board
        self.instance: Instance = self.hours.instance
        self.parts = Parts(standing, {visit.id: visit for visit in free})
        self.free, self.model, self.cost = self.parts.free, self.parts.model, self.parts.cost
        self.options, self.on, self.none = self.parts.options, self.parts.on, self.parts.none
        people = {self.instance.owner[id].id: self.instance.owner[id] for id in self.free}
        for visit in self.free.values():
            self.none[visit.id] = self.model.new_bool_var("")
            self.options[visit.id] = self._options(visit, days)
        for visit in self.free.values():
            self._once(visit, waits=visit.id in may_wait)
        if len(people) > 1:
            self._clinicians()
            self._rooms()
        for person in people.values():
            OfPerson(self.parts, person).add()

    def solved(self, seconds: float, seed: int) -> list[Option]:
        """The places of the best answer of so many seconds."""
        self.model.minimize(sum(weight * var for var, weight in self.cost))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(seconds, 0.01)
        solver.parameters.num_workers = WORKERS
        solver.parameters.random_seed = seed
        if solver.solve(self.model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return []
        return [one for options in self.options.values() for one in options if solver.boolean_value(one.var)]

    def _options(self, visit: Visit, days: Collection[date] | None) -> list[Option]:
        owner, pair = self.instance.owner[visit.id], self.instance.pair_of.get(visit.id)
        later = set()
        if self.hours.initial[owner.id] in self.free:
            later.add(Block.FIRST_VISIT)
        if pair is not None and pair.physio in self.free:
            later.add(Block.PAIR)
        found = []
        for day in self.hours.days(visit):
            if days is not None and day not in days:
                continue
            for clinician in self.hours.able(visit):
                starts = self.hours.common(visit, clinician, day)
                if starts:
                    for word, blocked in self.openings.blocks(visit, clinician, day, starts).items():
                        if word not in later:
                            starts &= ~blocked
                for start in each(starts):
                    found.append(Option(visit, clinician, day, start, self.model.new_bool_var("")))
        return found

    def _once(self, visit: Visit, *, waits: bool) -> None:
        """H1, the days of a visit, and what its places cost (T1, T2, T5, T6)."""
        options, by_day = self.options[visit.id], defaultdict(list)
        for one in options:
            by_day[one.day].append(one.var)
        self.on[visit.id] = {day: self.model.new_bool_var("") for day in by_day}
        for day, places in by_day.items():
            self.model.add(sum(places) == self.on[visit.id][day])
        self.model.add_exactly_one([*self.on[visit.id].values(), self.none[visit.id]])
        self.cost.append((self.none[visit.id], (UNPLACED // 2 if waits else UNPLACED) + URGENT * bool(visit.urgent_by)))
        if visit.urgent_by is not None:
            for day, var in self.on[visit.id].items():
                self.cost.append((var, LATE_DAY * max(0, (day - visit.urgent_by).days)))
        wishes = self.instance.owner[visit.id].prefers
        for one in options:
            if wishes and not any(span.holds(one.start, one.end) for span in wishes.get(one.day.weekday(), ())):
                self.cost.append((one.var, OFF_WISH))
            if not self._touches(one):
                self.cost.append((one.var, GAPS))

    def _touches(self, one: Option) -> bool:
        stands = self.stands.of_clinician[one.clinician.id, one.day]
        return any(stand.free_again == one.start or stand.start == one.free_again for stand in stands)

    # --- what is shared --------------------------------------------------------------------------------------

    def _clinicians(self) -> None:
        """H5 at every start that some visit has there, and H14."""
        of: dict[tuple[str, date], list[Option]] = defaultdict(list)
        for options in self.options.values():
            for one in options:
                of[one.clinician.id, one.day].append(one)
        for (clinician, day), options in of.items():
            for _, there in _at_each_start(options):
                if len({one.visit.id for one in there}) > 1:
                    self.model.add_at_most_one(one.var for one in there)
            used = sum(stand.minutes for stand in self.stands.of_clinician[clinician, day])
            left = options[0].clinician.max_minutes_per_day - used
            if sum({one.visit.id: one.visit.minutes for one in options}.values()) > left:
                self.model.add(sum(one.visit.minutes * one.var for one in options) <= left)

    def _rooms(self) -> None:
        """H7 as a count at every start: of each discipline and of both; which room is which is given afterwards."""
        of: dict[date, list[Option]] = defaultdict(list)
        for options in self.options.values():
            for one in options:
                of[one.day].append(one)
        for day, options in of.items():
            for minute, there in _at_each_start(options):
                free = [room for room in self.instance.rooms if not self._taken(room.id, day, minute)]
                for disciplines in ({Discipline.PHYSIO}, {Discipline.RMT}, set(Discipline)):
                    wanting = [one for one in there if one.visit.discipline in disciplines]
                    rooms = sum(bool(room.serves & disciplines) for room in free)
                    if len({one.visit.id for one in wanting}) > rooms:
                        self.model.add(sum(one.var for one in wanting) <= rooms)

    def _taken(self, room: str, day: date, minute: int) -> bool:
        return any(stand.start <= minute < stand.free_again for stand in self.stands.of_room[room, day])


def _at_each_start(options: list[Option]) -> Iterable[tuple[int, list[Option]]]:
    """What takes each minute at which something starts; whatever overlaps does so at the later start."""
    for minute in sorted({one.start for one in options}):
        yield minute, [one for one in options if one.start <= minute < one.free_again]
