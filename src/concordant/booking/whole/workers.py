"""Who solves parts of the calendar, two at a time: threads of this process, or processes of their own.

The answers are the same. Making a part is Python's work, at which threads take turns, and the relaxation lets no other
thread of its process do anything at all; processes use both cores, and take a second and a half to begin. They are
begun anew, not forked: forking beside the threads of a solver or a server is unsafe.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Protocol

from concordant.booking.model import Better, solve
from concordant.booking.model.costs import Costs
from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.problem import Instance
from concordant.booking.whole.guidance import Guidance, guidance_of

AT_ONCE = 2
"""Parts that are solved at the same time."""


@dataclass(frozen=True, slots=True)
class Part:
    """What :func:`concordant.booking.model.solve` is asked. Nobody changes the calendar meanwhile."""

    calendar: Calendar
    free: list[int]
    costs: Costs
    seed: int
    work: float
    seconds: float
    nudge: Callable[[int, Slot], int] | None

    def solved(self) -> Better | None:
        """Solve it."""
        return solve(
            self.calendar.board,
            self.calendar,
            self.free,
            self.costs,
            seed=self.seed,
            work=self.work,
            seconds=self.seconds,
            nudge=self.nudge,
        )


class ToCome(Protocol):
    """As of a future."""

    def done(self) -> bool:
        """It is there."""

    def result(self) -> Guidance | None:
        """Waits for it; None where it was lost."""


class Workers(Protocol):
    """Solve parts; ``close`` leaves what is not done."""

    def solve(self, part: Part) -> Future[Better | None]:
        """Begin with it as soon as one of them has time."""

    def guidance(self, seconds: float) -> ToCome:
        """Begin with the relaxation now, beside the parts."""

    def close(self) -> None:
        """No more parts."""


class Threads:
    """Of this process. What was begun is finished."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._pool = ThreadPoolExecutor(AT_ONCE + 1)

    def solve(self, part: Part) -> Future[Better | None]:
        """In the order of asking."""
        return self._pool.submit(part.solved)

    def guidance(self, seconds: float) -> ToCome:
        """In a thread of its own."""
        return self._pool.submit(guidance_of, self._board, seconds=seconds)

    def close(self) -> None:
        """After what was begun."""
        self._pool.shutdown(cancel_futures=True)


class Processes:
    """Each makes the board anew from the instance, once; a part comes without it."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._begin = multiprocessing.get_context("spawn")
        self._guidance: _Apart | None = None
        self._pool = ProcessPoolExecutor(
            AT_ONCE, mp_context=self._begin, initializer=_board_of_process, initargs=(instance,)
        )

    def solve(self, part: Part) -> Future[Better | None]:
        """In the order of asking."""
        packed = io.BytesIO()
        _Packing(packed, protocol=pickle.HIGHEST_PROTOCOL).dump(part)
        return self._pool.submit(_solved, packed.getvalue())

    def guidance(self, seconds: float) -> ToCome:
        """In a process of its own."""
        here, there = self._begin.Pipe(duplex=False)
        process = self._begin.Process(target=_send_guidance, args=(there, self._instance, seconds), daemon=True)
        process.start()
        there.close()
        self._guidance = _Apart(here, process.terminate)
        return self._guidance

    def close(self) -> None:
        """A relaxation that is not there yet is given up."""
        self._pool.shutdown(cancel_futures=True)
        if self._guidance is not None:
            self._guidance.give_up()


class _Apart:
    def __init__(self, here: Connection, give_up: Callable[[], None]) -> None:
        self._here = here
        self.give_up = give_up
        self._found: Guidance | None = None
        self._is_read = False

    def done(self) -> bool:
        return self._is_read or self._here.poll()

    def result(self) -> Guidance | None:
        if not self._is_read:
            self._is_read = True
            try:
                self._found = self._here.recv()
            except EOFError:  # its process ended without an answer, for want of memory as a rule
                self._found = None
        return self._found


def _send_guidance(there: Connection, instance: Instance, seconds: float) -> None:
    _belong()
    there.send(guidance_of(Board(instance), seconds=seconds))
    there.close()


_board: Board | None = None
"""Of a worker's process."""


def _board_of_process(instance: Instance) -> None:
    _belong()
    global _board
    _board = Board(instance)


def _belong() -> None:
    """Begin a worker's process: it ends with the one that began it, however that ends. Ctrl-C reaches every process of
    a terminal; what it means is decided by whoever asked for the parts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=end, daemon=True).start()


def _solved(packed: bytes) -> Better | None:
    part: Part = _Unpacking(io.BytesIO(packed)).load()
    return part.solved()


class _Packing(pickle.Pickler):
    def persistent_id(self, obj: object) -> str | None:
        return "board" if isinstance(obj, Board) else None


class _Unpacking(pickle.Unpickler):
    def persistent_load(self, pid: object) -> Board:
        assert _board is not None
        return _board
