"""The rules and costs between the visits of one person, written down for the plain CP-SAT model."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from booking.naive_parts import OFF_LEAD, PAIR_POINT, Option, Parts
from ortools.sat.python import cp_model

from concordant.booking.problem import Discipline, Pair, PairRule, Person, Visit, VisitKind


class OfPerson:
    """H9 to H13, H15 and H16, and the tiers T3 and T4."""

    def __init__(self, of: Parts, person: Person) -> None:
        self.person = person
        self.model, self.cost, self.free = of.model, of.cost, of.free
        self.options, self.on, self.none = of.options, of.on, of.none
        self.stands = of.standing.board

    def add(self) -> None:
        """Write them down."""
        person = self.person
        mine = [visit for visit in person.visits if visit.id in self.free]
        for discipline in Discipline:
            same = [visit for visit in mine if visit.discipline is discipline]
            self._days_between(same, max(1, person.min_days.get(discipline, 1)))
            for rank, before in enumerate(same):
                for after in same[rank + 1 :]:
                    self._in_order(before, after)
            self._covers(same, discipline)
            self._lead(same, discipline)
        initial = next((visit for visit in mine if visit.kind is VisitKind.INITIAL), None)
        for visit in mine:
            if initial is not None and visit is not initial:
                self._in_order(initial, visit)
                self.model.add_implication(self.none[initial.id], self.none[visit.id])
        self._massage_first(mine)
        for pair in person.pairs:
            self._pair(pair)

    def _days_between(self, visits: list[Visit], least: int) -> None:
        """H10 and H11: at most one in each run of so many days."""
        for first in sorted({day.toordinal() for visit in visits for day in self.on[visit.id]}):
            run = [
                var
                for visit in visits
                for day, var in self.on[visit.id].items()
                if first <= day.toordinal() < first + least
            ]
            if len(run) > 1:
                self.model.add_at_most_one(run)

    def _in_order(self, before: Visit, after: Visit) -> None:
        """H15."""
        for day in self.on[after.id]:
            late = [var for on, var in self.on[before.id].items() if on >= day]
            if late:
                self.model.add_at_most_one([*late, *(var for on, var in self.on[after.id].items() if on <= day)])

    def _covers(self, visits: list[Visit], discipline: Discipline) -> None:
        """H13: the count; days that nobody pays for are no places."""
        for cover in (one for one in self.person.covers if one.discipline is discipline):
            used = sum(
                stand.discipline is discipline and cover.first <= stand.day <= cover.last
                for stand in self.stands.of_person[self.person.id]
            )
            paid = [
                var for visit in visits for day, var in self.on[visit.id].items() if cover.first <= day <= cover.last
            ]
            if paid:
                self.model.add(sum(paid) <= cover.count - used)

    def _lead(self, visits: list[Visit], discipline: Discipline) -> None:
        """T4: the usual clinician, or one that is chosen."""
        usual = self.person.usual.get(discipline)
        if usual is not None:
            for visit in visits:
                self.cost += [(one.var, OFF_LEAD) for one in self.options[visit.id] if one.clinician.id != usual]
            return
        lead = {id: self.model.new_bool_var("") for id in _clinicians_of(visits, self.options)}
        if not lead:
            return
        self.model.add_exactly_one(lead.values())
        for visit in visits:
            miss = self.model.new_bool_var("")
            self.cost.append((miss, OFF_LEAD))
            by_clinician = defaultdict(list)
            for one in self.options[visit.id]:
                by_clinician[one.clinician.id].append(one.var)
            for clinician, places in by_clinician.items():
                self.model.add(sum(places) <= lead[clinician] + miss)
        for stand in self.stands.of_person[self.person.id]:
            if stand.visit is not None and stand.discipline is discipline and stand.clinician in lead:
                self.cost.append((lead[stand.clinician], -OFF_LEAD))

    def _massage_first(self, visits: list[Visit]) -> None:
        """H9 and H12: on one day no massage that ends after a physiotherapy visit has begun."""
        of: dict[date, tuple[list[Option], list[Option]]] = defaultdict(lambda: ([], []))
        for visit in visits:
            for one in self.options[visit.id]:
                of[one.day][visit.discipline is Discipline.RMT].append(one)
        for physio, massage in of.values():
            for minute in sorted({one.start for one in physio}):
                late = [one.var for one in massage if one.end > minute]
                if late:
                    self.model.add_at_most_one([*late, *(one.var for one in physio if one.start <= minute)])

    def _pair(self, pair: Pair) -> None:
        """T3: a point for a pair that is near enough, another for a tight one; and H16."""
        near = [self._within(pair, gap) for gap in (pair.loose_max, pair.tight_max)]
        self.cost += [(var, -PAIR_POINT) for found in near for var in found]
        if pair.rule is PairRule.MUST and pair.rmt in self.free and pair.physio in self.free:
            self.model.add(sum(self.on[pair.rmt].values()) <= sum(near[0]))

    def _within(self, pair: Pair, gap: int) -> list[cp_model.IntVar]:
        """Variables of which one is true only where the massage ends at most so long before the physiotherapy."""
        physio, massage = self.options.get(pair.physio, []), self.options.get(pair.rmt, [])
        if pair.physio in self.stands.visits:
            stand = self.stands.visits[pair.physio]
            return [one.var for one in massage if one.day == stand.day and 0 <= stand.start - one.end <= gap]
        if pair.rmt in self.stands.visits:
            stand = self.stands.visits[pair.rmt]
            return [one.var for one in physio if one.day == stand.day and 0 <= one.start - stand.end <= gap]
        starts: dict[tuple[date, int], list[cp_model.IntVar]] = defaultdict(list)
        for one in physio:
            starts[one.day, one.start].append(one.var)
        ends: dict[date, list[Option]] = defaultdict(list)
        for one in massage:
            ends[one.day].append(one)
        found = []
        for (day, start), places in starts.items():
            before = [one.var for one in ends[day] if 0 <= start - one.end <= gap]
            if before:
                both = self.model.new_bool_var("")
                self.model.add(both <= sum(places))
                self.model.add(both <= sum(before))
                found.append(both)
        return found


def _clinicians_of(visits: list[Visit], options: dict[str, list[Option]]) -> list[str]:
    return sorted({one.clinician.id for visit in visits for one in options[visit.id]})
