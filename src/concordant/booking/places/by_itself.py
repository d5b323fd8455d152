"""Every place that a visit has by itself: H2, H3, H4, H6, H8 and H13 (the day), and whatever bookings stand against,
which never move. What two visits forbid each other is not asked here.
"""

from __future__ import annotations

from concordant.booking.bits import starts_meeting, starts_within, stretch
from concordant.booking.places.numbered import Numbered
from concordant.booking.places.numbers import Asked, Place


class ByItself:
    """Places of the visits of one instance."""

    def __init__(self, board: Numbered) -> None:
        self._board = board
        self._shifts = _shifts(board)
        self._person_free: dict[tuple[int, int], int] = {}
        self._with_room: dict[tuple[int, int, bool], int] = {}
        grid = board.instance.grid_minutes // board.tick
        self._on_grid = sum(1 << tick for tick in range(0, board.ticks_a_day, grid))

    def places(self, number: int) -> tuple[Place, ...]:
        """Of a visit, by day and then by clinician."""
        board = self._board
        one = board.asked[number]
        able = board.able(number)
        found: list[Place] = []
        for day in board.days_of(number):
            if not board.pays(one.person, day, is_rmt=one.is_rmt):
                continue
            here = starts_within(self._free(one.person, day), one.ticks) & self._on_grid & ~self._near_held(one, day)
            if not here:
                continue
            for who in able:
                length = one.ticks + board.turnover[who]
                starts = 0
                for free in self._shifts[who][day]:
                    starts |= starts_within(free, length)
                starts &= here
                if starts and board.booked.ticks[who][day] + one.ticks <= board.most[who]:
                    starts &= self._roomy(day, length, is_rmt=one.is_rmt)
                    if starts:
                        found.append(Place(who, day, starts))
        return tuple(found)

    def _free(self, person: int, day: int) -> int:
        """Ticks of the day on which the person can come, bookings of their own left out (H8)."""
        key = person, day
        if key not in self._person_free:
            board = self._board
            who, on = board.people[person], board.date_of(day)
            free = 0
            for span in who.available.get(on.weekday(), ()):
                free |= stretch(span.start // board.tick, span.end // board.tick)
            for span in who.unavailable.get(on, ()):
                free &= ~stretch(span.start // board.tick, span.end // board.tick)
            self._person_free[key] = free
        return self._person_free[key]

    def _roomy(self, day: int, length: int, *, is_rmt: bool) -> int:
        """Starts at which some room of the discipline is free of bookings for the whole stretch (H6, H7)."""
        key = day, length, is_rmt
        if key not in self._with_room:
            board = self._board
            starts = 0
            for room, serves in enumerate(board.rooms):
                if serves[is_rmt]:
                    starts |= ~starts_meeting(board.booked.rooms[day][room], length)
            self._with_room[key] = starts & stretch(0, board.ticks_a_day - length + 1)
        return self._with_room[key]

    def _near_held(self, one: Asked, day: int) -> int:
        """Starts that bookings of the same person forbid (H9 to H12)."""
        board = self._board
        everything = stretch(0, board.ticks_a_day)
        gap = max(1, board.people[one.person].min_days.get(one.visit.discipline, 1))
        forbidden = 0
        for held in board.booked.held[one.person]:
            if held.is_rmt == one.is_rmt:
                if abs(held.day - day) < gap:
                    return everything
            elif held.day == day:
                if one.is_rmt:  # it ends before the physiotherapy starts
                    forbidden |= everything & ~stretch(0, max(held.start - one.ticks + 1, 0))
                else:
                    forbidden |= stretch(0, held.end)
        return forbidden


def _shifts(board: Numbered) -> list[list[tuple[int, ...]]]:
    """Clinician -> day -> for each shift the ticks that are free of time off and of bookings. A visit lies inside one
    shift (H4), so shifts that touch stay apart."""
    found = []
    for number, who in enumerate(board.clinicians):
        days: list[tuple[int, ...]] = []
        for day in range(board.days):
            on = board.date_of(day)
            away = board.booked.taken[number][day]
            for off in who.off.get(on, ()):
                away |= stretch(off.start // board.tick, off.end // board.tick)
            shifts = who.shifts.get(on, ())
            days.append(tuple(stretch(one.start // board.tick, one.end // board.tick) & ~away for one in shifts))
        found.append(days)
    return found
