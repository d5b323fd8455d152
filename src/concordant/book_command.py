"""``concordant book``: from a file of booking to a calendar."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeAlias

if TYPE_CHECKING:
    from concordant.booking.problem import Event, Instance
    from concordant.booking.solution import Solution

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

BAD_FILE = 2
BROKEN_ANSWER = 1
HELPED = 5
"""Visits for which ways out are looked for, unless more are asked for (design)."""
SECONDS = 60.0
"""As the baselines of small clinics; a clinic of nine over twelve weeks wants minutes (design)."""


def add_to(commands: Commands) -> None:
    """Add the command."""
    book = commands.add_parser(
        "book",
        help="make a calendar from prescribed series: who, when, in which room, and why not",
        description="Reads booking-instance/1, writes booking-solution/1; with --event what a change of plan makes of "
        "the calendar that stood. Ctrl-C ends the search early and writes the best calendar so far. Exit status: 0; 2 "
        "for a bad file, and nothing is written.",
    )
    book.add_argument("instance", metavar="INSTANCE", help="booking-instance/1, JSON; - reads standard input")
    book.add_argument("-o", "--output", metavar="FILE", required=True, help="write the calendar to this file")
    book.add_argument(
        "--event", metavar="EVENT", help="booking-event/1, JSON: somebody is away, or visits were cancelled"
    )
    book.add_argument(
        "--time-limit", type=_seconds, default=SECONDS, metavar="S", help="seconds (default: %(default)g)"
    )
    book.add_argument("--seed", type=int, default=1, metavar="N", help="for a repeatable answer (default: %(default)s)")
    book.add_argument(
        "--continuity",
        type=_weight,
        metavar="N",
        help="protect it: N visits away from a person's own clinician weigh as much as one without a place (default: "
        "placed visits come first whatever they cost)",
    )
    book.add_argument(
        "--helps",
        type=_whole,
        default=HELPED,
        metavar="N",
        help="say what would give an hour to the N visits without a place whose days come first (default: %(default)s; "
        "each takes up to 0.2 seconds of a large clinic, besides the time limit)",
    )
    book.add_argument("--json", action="store_true", help="print tiers, report and shortages as JSON")
    book.set_defaults(run=_run)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 24 * 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is no time limit; allowed: seconds above 0, at most 86400")
    return seconds


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = 0.0
    if not 0.1 <= weight <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no weight; allowed: 0.1 to 100")
    return weight


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of visits; allowed: 0 to 999999")
    return int(text)


def _run(arguments: argparse.Namespace) -> int:
    # Imported here, so that --help answers at once.
    from concordant.booking.reading import BookingFileError, read_event, read_instance

    if arguments.event is not None and arguments.continuity is not None:
        print("--continuity counts where a calendar is made anew; with --event nobody is moved for it", file=sys.stderr)
        return BAD_FILE
    try:
        instance = read_instance(_data(arguments.instance), name=_name(arguments.instance))
        event = None
        if arguments.event is not None:
            event = read_event(_data(arguments.event), instance, name=_name(arguments.event))
        _writable(arguments.output)
    except BookingFileError as error:
        print(error, file=sys.stderr)
        return BAD_FILE
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_FILE
    return _answer(arguments, instance, event)


def _answer(arguments: argparse.Namespace, instance: Instance, event: Event | None) -> int:
    from concordant.booking.capacity import capacity_of
    from concordant.booking.progress import Progress
    from concordant.booking.reasons import with_helps
    from concordant.booking.rules import Change
    from concordant.booking.sentences import load_said, shortage_said
    from concordant.booking.summary import broken_in, lines, summary
    from concordant.booking.writing import written

    talk: TextIO = sys.stderr if arguments.json else sys.stdout
    change = None if event is None else Change(instance, event)
    found = capacity_of(instance if change is None else change.instance)
    for shortage in found.shortages:
        print(shortage_said(shortage, _printable), file=talk)
    for load in found.over:
        print(load_said(load, _printable), file=talk)

    def told(progress: Progress) -> None:
        gap = "" if progress.bound is None else f", at least {progress.bound}, gap {progress.unplaced - progress.bound}"
        print(f"{progress.seconds:8.1f} s: {progress.unplaced} not placed{gap}", file=talk, flush=True)

    solution = _solved(instance, event, arguments.time_limit, arguments.seed, arguments.continuity, told)
    if broken := broken_in(instance, change, solution):
        # A fault of ours: a calendar that breaks a rule never leaves.
        for one in broken:
            print(_printable(f"{one.rule} {one.visit}: {one.says}"), file=sys.stderr)
        print("the calendar breaks rules and was not written", file=sys.stderr)
        return BROKEN_ANSWER
    if change is None:
        solution = with_helps(instance, solution, arguments.helps)
    else:
        solution = with_helps(change.instance, solution, arguments.helps, floor=change.floor)
    try:
        _write(arguments.output, written(solution))
    except OSError as error:
        print(f"{arguments.output} cannot be written: {error.strerror}", file=sys.stderr)
        return BAD_FILE
    if arguments.json:
        print(json.dumps(summary(instance, change, solution, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(_printable, lines(instance, change, solution))))
    return 0


def _solved(
    instance: Instance,
    event: Event | None,
    seconds: float,
    seed: int,
    continuity: float | None,
    progress: Callable[[Any], None],
) -> Solution:
    from concordant.booking.absence import repair
    from concordant.booking.problem import EventKind
    from concordant.booking.waiting import refill
    from concordant.booking.whole import book

    with _interruptible() as stop:
        if event is None:
            return book(
                instance,
                seconds=seconds,
                seed=seed,
                continuity=continuity,
                progress=progress,
                stop=stop,
                processes=True,
            )
        mend = refill if event.kind is EventKind.CANCELLATIONS and not event.may_move else repair
        return mend(instance, event, seconds=seconds, seed=seed, progress=progress, stop=stop)


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Ctrl-C ends the search, and the best so far is the answer; a second one ends the command as it always does."""
    asked = threading.Event()

    def stop(_number: int, _frame: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _printable(text: str) -> str:
    """Ids are anybody's: what would steer a terminal is written out."""
    return text if text.isprintable() else repr(text)


def _name(path: str) -> str:
    return "standard input" if path == "-" else path


def _data(path: str) -> bytes:
    """As much of a file as is ever read, and a byte more."""
    from concordant.booking.reading import MOST_BYTES

    if path == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _writable(path: str) -> None:
    """Said before the work, not after it."""
    folder = Path(path).parent
    if not folder.is_dir():
        raise FileNotFoundError(2, "there is no such folder", str(folder))
    if Path(path).is_dir():
        raise IsADirectoryError(21, "is a folder, and no file can take its place", path)


def _write(path: str, document: dict[str, Any]) -> None:
    """All or nothing: a reader finds the old file or the whole new one."""
    target = Path(path)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, prefix=".book", delete=False) as file:
        try:
            json.dump(document, file, ensure_ascii=False, indent=1)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(target)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
