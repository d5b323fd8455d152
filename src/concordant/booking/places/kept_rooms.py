"""Whether a day still has its rooms after a few visits came or went: most of them need no other room than before."""

from __future__ import annotations

from concordant.booking.bits import stretch
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.numbers import Slot
from concordant.booking.places.rooms import rooms_of_day


class KeptRooms:
    """The rooms that were found last for each day. It may be asked about calendars that are given up again: what is
    kept of a visit counts only where it stands in the same place."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._of: dict[int, dict[int, tuple[Slot, int]]] = {}
        """Day -> visit -> where it stood, and its room; no two of a day are in each other's way."""

    def fit(self, calendar: Calendar, day: int) -> bool:
        """Every visit of the day can be given a room (H6, H7)."""
        found = self._beside(calendar, day) or self._anew(calendar, day)
        if found is None:
            return False
        self._of[day] = found
        return True

    def _beside(self, calendar: Calendar, day: int) -> dict[int, tuple[Slot, int]] | None:
        """Whoever stands as before keeps the room, the others take what is left."""
        kept, taken = self._of.get(day, {}), list(self._board.booked.rooms[day])
        found: dict[int, tuple[Slot, int]] = {}
        new: list[tuple[int, Slot]] = []
        for visit in sorted(calendar.on[day]):
            slot = calendar.at[visit]
            assert slot is not None
            before = kept.get(visit)
            if before is not None and before[0] == slot:
                found[visit] = before
                taken[before[1]] |= self._mask(visit, slot)
            else:
                new.append((visit, slot))
        for visit, slot in new:
            mask, is_rmt = self._mask(visit, slot), self._board.asked[visit].is_rmt
            free = [room for room, serves in enumerate(self._board.rooms) if serves[is_rmt] and not taken[room] & mask]
            if not free:
                return None
            room = min(free, key=lambda room: sum(self._board.rooms[room]))
            found[visit] = slot, room
            taken[room] |= mask
        return found

    def _anew(self, calendar: Calendar, day: int) -> dict[int, tuple[Slot, int]] | None:
        rooms = rooms_of_day(self._board, calendar, day, sorted(calendar.on[day]))
        if rooms is None:
            return None
        return {visit: (slot, room) for visit, room in rooms.items() if (slot := calendar.at[visit]) is not None}

    def _mask(self, visit: int, slot: Slot) -> int:
        end = slot.start + self._board.asked[visit].ticks + self._board.turnover[slot.clinician]
        return stretch(slot.start, end)
