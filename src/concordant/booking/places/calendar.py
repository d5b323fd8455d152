"""Where the visits of a board stand now."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping

from concordant.booking.bits import starts_meeting, stretch
from concordant.booking.places.board import Board
from concordant.booking.places.numbers import Place, Slot


class Calendar:
    """Visits by number, each with its slot or none. It keeps count of clinicians' time; rooms are given at the end."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.at: list[Slot | None] = [None] * len(board.asked)
        self.on: list[set[int]] = [set() for _ in range(board.days)]
        """Day -> visits that stand there."""
        self.taken = [list(days) for days in board.booked.taken]
        """Clinician -> day -> ticks that are taken, turn-over included."""
        self.used = [list(days) for days in board.booked.ticks]
        """Clinician -> day -> hands-on ticks."""

    def copy(self) -> Calendar:
        """Another that can be changed apart."""
        other = object.__new__(Calendar)
        other.board = self.board
        other.at = list(self.at)
        other.on = [set(visits) for visits in self.on]
        other.taken = [list(days) for days in self.taken]
        other.used = [list(days) for days in self.used]
        return other

    def __reduce__(self) -> tuple[Callable[[Board, array[int]], Calendar], tuple[Board, array[int]]]:
        """For another process: three numbers a visit, and the rest is counted there."""
        flat = array("i")
        for slot in self.at:
            flat.extend(slot if slot is not None else _NOWHERE)
        return _calendar_of, (self.board, flat)

    def put(self, visit: int, slot: Slot) -> None:
        """Place a visit that has no place; that it fits is the caller's to know."""
        one = self.board.asked[visit]
        self.at[visit] = slot
        self.on[slot.day].add(visit)
        self.taken[slot.clinician][slot.day] |= self._stretch(slot, one.ticks)
        self.used[slot.clinician][slot.day] += one.ticks

    def take(self, visit: int) -> None:
        """Take a visit out, where it stands."""
        slot = self.at[visit]
        if slot is not None:
            one = self.board.asked[visit]
            self.at[visit] = None
            self.on[slot.day].discard(visit)
            self.taken[slot.clinician][slot.day] &= ~self._stretch(slot, one.ticks)
            self.used[slot.clinician][slot.day] -= one.ticks

    def change(self, slots: Mapping[int, Slot | None]) -> None:
        """Give all of these visits their new slots at once."""
        for visit in slots:
            self.take(visit)
        for visit, slot in slots.items():
            if slot is not None:
                self.put(visit, slot)

    def changed(self, slots: Mapping[int, Slot | None]) -> bool:
        """The same where clinicians are free (H5, H14); else False, and nothing is changed."""
        old = {visit: self.at[visit] for visit in slots}
        self.change(dict.fromkeys(slots))
        for visit, slot in slots.items():
            if slot is not None:
                if not self._is_free(visit, slot):
                    self.change(old)
                    return False
                self.put(visit, slot)
        return True

    def _is_free(self, visit: int, slot: Slot) -> bool:
        who, day, _ = slot
        ticks = self.board.asked[visit].ticks
        fits = self.used[who][day] + ticks <= self.board.most[who]
        return fits and not self.taken[who][day] & self._stretch(slot, ticks)

    def free_places(self, visit: int, places: Iterable[Place] | None = None) -> list[Place]:
        """Places at which the clinician is free (H5, H14). What the person's other visits forbid is not asked."""
        one = self.board.asked[visit]
        found = []
        for place in self.board.places[visit] if places is None else places:
            who, day, starts = place
            if self.used[who][day] + one.ticks > self.board.most[who]:
                continue
            left = starts & ~starts_meeting(self.taken[who][day], one.ticks + self.board.turnover[who])
            if left:
                found.append(Place(who, day, left))
        return found

    def _stretch(self, slot: Slot, ticks: int) -> int:
        return stretch(slot.start, slot.start + ticks + self.board.turnover[slot.clinician])


_NOWHERE = (-1, -1, -1)


def _calendar_of(board: Board, flat: array[int]) -> Calendar:
    calendar = Calendar(board)
    numbers = iter(flat)
    for visit, slot in enumerate(zip(numbers, numbers, numbers, strict=True)):
        if slot != _NOWHERE:
            calendar.put(visit, Slot(*slot))
    return calendar
