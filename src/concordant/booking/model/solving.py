"""Free some visits, keep all others, and find the best places for the free ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from concordant.booking.bits import each
from concordant.booking.model.allowed import allowed_places, left_in_covers
from concordant.booking.model.costs import Costs
from concordant.booking.model.stopping import unless
from concordant.booking.places.board import Board, Paired, Slot
from concordant.booking.places.calendar import Calendar

TIGHT = 2
"""All rules as cuts too: the linear relaxation of booking is nearly whole, so that small clinics are proven in seconds
where the usual level needs minutes (docs/decisions/0033)."""

BUILDING = 2e-5
"""Work for each variable of a part that has a cost."""
BESIDE = 0.01
"""Work for each part: choosing it, and taking its answer."""


@dataclass(frozen=True, slots=True)
class Better:
    """The best that was found for the free visits."""

    slots: dict[int, Slot | None]
    cost: int
    bound: int
    """Nothing that keeps the rules costs less."""
    proven: bool
    """It is the best there is."""
    work: float
    """What it took, in a count that is the same on every machine: about a second of a slow core each."""


@dataclass(frozen=True, slots=True)
class Option:
    """One place of one visit, as a variable."""

    slot: Slot
    var: cp_model.IntVar


def solve(
    board: Board,
    calendar: Calendar,
    free: Sequence[int],
    costs: Costs,
    *,
    seed: int,
    work: float,
    seconds: float,
    nudge: Callable[[int, Slot], int] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Better | None:
    """Place the free visits, beginning with where they stand now. None where nothing was found in time.

    ``work`` limits by the solver's own count, which is the same on every machine; ``seconds`` by the clock. Both halves
    of a pair that must stand together have to be free together. ``stop`` is asked now and then; after its first yes
    the best that was found is the answer.
    """
    part = _Part(board, calendar, free, costs, nudge)
    return part.solved(seed, work, seconds, stop)


class _Part:
    def __init__(
        self,
        board: Board,
        calendar: Calendar,
        free: Sequence[int],
        costs: Costs,
        chance: Callable[[int, Slot], int] | None,
    ) -> None:
        self.board = board
        self.calendar = calendar.copy()
        self.free = sorted(free)
        self.costs = costs
        self.chance = chance
        self.model = cp_model.CpModel()
        self.terms: list[cp_model.IntVar] = []
        self.factors: list[int] = []
        self.constant = 0
        self.options: dict[int, list[Option]] = {}
        self.on_day: dict[int, dict[int, cp_model.IntVar]] = {}
        self.none: dict[int, cp_model.IntVar] = {}
        self.was = {visit: calendar.at[visit] for visit in self.free}
        self.anew = set(self.free)
        for visit in self.free:
            self.calendar.take(visit)
        leads = self._open_leads()
        for visit in self.free:
            self._visit(visit)
        for mine in leads:
            self._lead(mine)
        self._clinicians()
        self._rooms()
        by_person: dict[int, list[int]] = defaultdict(list)
        for visit in self.free:
            by_person[board.asked[visit].person].append(visit)
        for person, visits in by_person.items():
            self._person(person, visits)
        for pair in dict.fromkeys(board.pair_of[visit] for visit in self.free if visit in board.pair_of):
            self._pair(pair)

    # --- variables -------------------------------------------------------------------------------------------

    def _cost(self, var: cp_model.IntVar, factor: int) -> None:
        if factor:
            self.terms.append(var)
            self.factors.append(factor)

    def _visit(self, visit: int) -> None:
        """H1: at most once."""
        was = self.was[visit]
        options: list[Option] = []
        days: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        for who, day, starts in allowed_places(self.board, self.calendar, visit, self.anew):
            cost, outside, wished = self.costs.places(visit, who, day)
            for start in each(starts):
                var = self.model.new_bool_var("")
                slot = Slot(who, day, start)
                options.append(Option(slot, var))
                days[day].append(var)
                extra = 0 if not outside or wished >> start & 1 else outside
                nudge = self.chance(visit, slot) if self.chance is not None else 0
                self._cost(var, cost + extra + nudge)
                self.model.add_hint(var, slot == was)
        none = self.model.new_bool_var("")
        self.model.add_hint(none, was is None)
        self._cost(none, self.costs.unplaced(visit))
        self.none[visit], self.options[visit] = none, options
        self.on_day[visit] = {}
        for day, vars_ in days.items():
            here = self.model.new_bool_var("")
            self.model.add_exactly_one([*vars_, here.negated()])
            self.model.add_hint(here, was is not None and was.day == day)
            self.on_day[visit][day] = here
        self.model.add_exactly_one([*self.on_day[visit].values(), none])

    def _open_leads(self) -> list[list[int]]:
        """Visits of one discipline of a person, where all of them are free and nobody leads by habit."""
        groups: dict[tuple[int, bool], list[int]] = defaultdict(list)
        for visit in self.free:
            groups[self.board.asked[visit].person, self.board.asked[visit].is_rmt].append(visit)
        return [
            mine
            for (person, is_rmt), mine in groups.items()
            if len(mine) == sum(self.board.asked[one].is_rmt == is_rmt for one in self.board.of_person[person])
            and self.costs.leave_open(person, is_rmt=is_rmt)
        ]

    def _lead(self, mine: list[int]) -> None:
        """T4: one clinician leads, and every placed visit with somebody else costs."""
        by: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for visit in mine:
            for one in self.options[visit]:
                by[visit, one.slot.clinician].append(one.var)
        stood = Counter(slot.clinician for visit in mine if (slot := self.was[visit]) is not None)
        led = min(stood, key=lambda who: (-stood[who], self.board.clinicians[who].id)) if stood else None
        leads: dict[int, cp_model.IntVar] = {}
        for who in sorted({who for _, who in by}):
            leads[who] = self.model.new_bool_var("")
            self.model.add_hint(leads[who], who == led)
        self.model.add_at_most_one(leads.values())
        for (visit, who), vars_ in by.items():
            was = self.was[visit]
            with_lead = self.model.new_bool_var("")
            self.model.add_hint(with_lead, was is not None and was.clinician == who == led)
            self.model.add_implication(with_lead, leads[who])
            self.model.add(cp_model.LinearExpr.sum(vars_) >= with_lead)
            self._cost(with_lead, -self.costs.off_lead)
        for visit in mine:
            # Not placed is not away from the lead.
            self.constant += self.costs.off_lead
            self._cost(self.none[visit], -self.costs.off_lead)

    # --- clinicians and rooms --------------------------------------------------------------------------------

    def _clinicians(self) -> None:
        """H5, turn-over included, and H14."""
        at: dict[tuple[int, int], list[tuple[int, int, int, cp_model.IntVar]]] = defaultdict(list)
        for visit, options in self.options.items():
            ticks = self.board.asked[visit].ticks
            for one in options:
                who, day, start = one.slot
                at[who, day].append((start, start + ticks + self.board.turnover[who], visit, one.var))
        for (who, day), found in at.items():
            if len({visit for _, _, visit, _ in found}) < 2:
                continue
            self._one_at_a_time(found)
            left = self.board.most[who] - self.calendar.used[who][day]
            longest: dict[int, int] = {}
            for _, _, visit, _ in found:
                longest[visit] = self.board.asked[visit].ticks
            if sum(longest.values()) > left:
                self.model.add(
                    cp_model.LinearExpr.weighted_sum(
                        [var for *_, var in found], [longest[visit] for _, _, visit, _ in found]
                    )
                    <= left
                )

    def _one_at_a_time(self, found: list[tuple[int, int, int, cp_model.IntVar]]) -> None:
        """Whatever overlaps shares the start of the one that starts last, so only starts have to be looked at."""
        seen: set[tuple[int, ...]] = set()
        for moment in sorted({start for start, *_ in found}):
            there = [(var.index, visit, var) for start, end, visit, var in found if start <= moment < end]
            key = tuple(index for index, *_ in there)
            if len({visit for _, visit, _ in there}) > 1 and key not in seen:
                seen.add(key)
                self.model.add_at_most_one([var for *_, var in there])

    def _rooms(self) -> None:
        """H6 and H7 as counts; which room it is, is given afterwards."""
        board = self.board
        days: dict[int, list[tuple[int, int, bool, cp_model.IntVar]]] = defaultdict(list)
        for visit, options in self.options.items():
            one = board.asked[visit]
            for option in options:
                who, day, start = option.slot
                days[day].append((start, start + one.ticks + board.turnover[who], one.is_rmt, option.var))
        for day, found in days.items():
            self._rooms_on(day, found)

    def _rooms_on(self, day: int, found: list[tuple[int, int, bool, cp_model.IntVar]]) -> None:
        seen: set[tuple[int, ...]] = set()
        for moment in sorted({start for start, *_ in found}):
            for kind, heads, rooms in self.board.scarce:
                stands = sum(self.calendar.taken[who][day] >> moment & 1 for who in heads)
                there = [var for start, end, is_rmt, var in found if start <= moment < end and is_rmt in kind]
                key = tuple(var.index for var in there)
                if len(there) > rooms - stands and key not in seen:
                    seen.add(key)
                    self.model.add(cp_model.LinearExpr.sum(there) <= rooms - stands)

    # --- the person ------------------------------------------------------------------------------------------

    def _person(self, person: int, visits: list[int]) -> None:
        board = self.board
        for is_rmt in (False, True):
            mine = [visit for visit in visits if board.asked[visit].is_rmt == is_rmt]
            if mine:
                self._in_order(person, mine)
                self._covered(person, mine)
        self._massage_first(visits)
        initial = board.initial_of[person]
        if initial in self.anew:
            assert initial is not None
            self._after_initial(initial, person, visits)

    def _in_order(self, person: int, mine: list[int]) -> None:
        """H10, H11 and H15 in one: of two visits the later in the plan is at least the gap after the earlier."""
        discipline = self.board.asked[mine[0]].visit.discipline
        gap = max(1, self.board.people[person].min_days.get(discipline, 1))
        for at, earlier in enumerate(mine):
            for later in mine[at + 1 :]:
                self._apart(earlier, later, gap)

    def _apart(self, earlier: int, later: int, gap: int) -> None:
        first, second = self.on_day[earlier], self.on_day[later]
        if not first or not second or min(second) - max(first) >= gap:
            return
        seen: set[tuple[int, int]] = set()
        for day in sorted(second):
            late = [var for on, var in first.items() if on > day - gap]
            soon = [var for on, var in second.items() if on <= day]
            if late and (len(late), len(soon)) not in seen:
                seen.add((len(late), len(soon)))
                self.model.add_at_most_one([*late, *soon])

    def _covered(self, person: int, mine: list[int]) -> None:
        """H13: no more than the payer has left."""
        board = self.board
        stands = [
            (visit, slot)
            for visit in board.of_person[person]
            if visit not in self.anew and (slot := self.calendar.at[visit]) is not None
        ]
        for first, last, left in left_in_covers(board, mine[0], stands):
            inside = [var for visit in mine for day, var in self.on_day[visit].items() if first <= day <= last]
            if len({visit for visit in mine if any(first <= day <= last for day in self.on_day[visit])}) > left:
                self.model.add(cp_model.LinearExpr.sum(inside) <= left)

    def _massage_first(self, visits: list[int]) -> None:
        """H9 and H12: on one day the massage ends before the physiotherapy starts."""
        board = self.board
        days: dict[int, tuple[list[tuple[int, cp_model.IntVar]], list[tuple[int, cp_model.IntVar]]]] = {}
        for visit in visits:
            one = board.asked[visit]
            for option in self.options[visit]:
                here = days.setdefault(option.slot.day, ([], []))
                if one.is_rmt:
                    here[1].append((option.slot.start + one.ticks, option.var))
                else:
                    here[0].append((option.slot.start, option.var))
        for physio, rmt in days.values():
            if not physio or not rmt:
                continue
            seen: set[tuple[int, int]] = set()
            for moment in sorted({start for start, _ in physio}):
                late = [var for end, var in rmt if end > moment]
                soon = [var for start, var in physio if start <= moment]
                if late and (len(late), len(soon)) not in seen:
                    seen.add((len(late), len(soon)))
                    self.model.add_at_most_one([*late, *soon])

    def _after_initial(self, initial: int, person: int, visits: list[int]) -> None:
        """H15: nothing before or on the day of the initial visit, and nothing without it."""
        none = self.none[initial]
        if any(self.calendar.at[visit] is not None for visit in self.board.of_person[person] if visit not in self.anew):
            self.model.add(none == 0)
        for visit in visits:
            if visit != initial:
                self.model.add_implication(none, self.none[visit])
                self._apart(initial, visit, 1)

    # --- pairs -----------------------------------------------------------------------------------------------

    def _pair(self, pair: Paired) -> None:
        """T3 and H16."""
        board = self.board
        point = self.costs.pair_point
        self.constant += 2 * point
        both = pair.rmt in self.anew and pair.physio in self.anew
        if not both:
            self._pair_with_one_that_stands(pair, point)
            return
        ticks = board.asked[pair.rmt].ticks
        rmt: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
        for one in self.options[pair.rmt]:
            rmt[one.slot.day].append((one.slot.start + ticks, one.var))
        physio: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for one in self.options[pair.physio]:
            physio[one.slot.day, one.slot.start].append(one.var)
        was = self._was_gap(pair)
        near_rmt: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        for (day, start), vars_ in physio.items():
            tight = [var for end, var in rmt[day] if start - pair.tight <= end <= start]
            near = [var for end, var in rmt[day] if start - pair.loose <= end <= start]
            stood = self.was[pair.physio]
            here = stood is not None and (stood.day, stood.start) == (day, start)
            for found, worth, holds in ((tight, 2, was == 2), (near, 1, was == 1)):
                if found and (worth == 2 or len(near) > len(tight)):
                    var = self.model.new_bool_var("")
                    self.model.add(cp_model.LinearExpr.sum(found) >= var)
                    self.model.add(cp_model.LinearExpr.sum(vars_) >= var)
                    self.model.add_hint(var, here and holds)
                    near_rmt[day].append(var)
                    self._cost(var, -worth * point)
        every = [var for vars_ in near_rmt.values() for var in vars_]
        self.model.add_at_most_one(every)
        if pair.must:
            self.model.add(cp_model.LinearExpr.sum(every) + self.none[pair.rmt] >= 1)

    def _was_gap(self, pair: Paired) -> int:
        """Points that the pair had: 2 tight, 1 loose, 0 apart."""
        rmt, physio = self.was.get(pair.rmt), self.was.get(pair.physio)
        if rmt is None or physio is None or rmt.day != physio.day:
            return 0
        gap = physio.start - rmt.start - self.board.asked[pair.rmt].ticks
        return 0 if gap < 0 or gap > pair.loose else 2 if gap <= pair.tight else 1

    def _pair_with_one_that_stands(self, pair: Paired, point: int) -> None:
        ticks = self.board.asked[pair.rmt].ticks
        moves = pair.rmt if pair.rmt in self.anew else pair.physio
        stands = self.calendar.at[pair.physio if moves == pair.rmt else pair.rmt]
        if stands is None:
            return
        for one in self.options[moves]:
            if one.slot.day == stands.day:
                rmt, physio = (one.slot, stands) if moves == pair.rmt else (stands, one.slot)
                gap = physio.start - rmt.start - ticks
                if 0 <= gap <= pair.loose:
                    self._cost(one.var, -point * (2 if gap <= pair.tight else 1))

    # --- solving ---------------------------------------------------------------------------------------------

    def solved(self, seed: int, work: float, seconds: float, stop: Callable[[], bool] | None) -> Better | None:
        """Run the solver."""
        self.model.minimize(cp_model.LinearExpr.weighted_sum(self.terms, self.factors) + self.constant)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = seed
        solver.parameters.linearization_level = TIGHT
        solver.parameters.max_deterministic_time = work
        solver.parameters.max_time_in_seconds = seconds
        if stop is None:
            status = solver.solve(self.model)
        else:
            status = unless(stop, lambda: solver.solve(self.model), solver.stop_search)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        work = solver.response_proto.deterministic_time + BUILDING * len(self.terms) + BESIDE
        slots: dict[int, Slot | None] = {}
        for visit, options in self.options.items():
            slots[visit] = next((one.slot for one in options if solver.boolean_value(one.var)), None)
        return Better(
            slots,
            round(solver.objective_value),
            round(solver.best_objective_bound),
            status == cp_model.OPTIMAL,
            work,
        )
