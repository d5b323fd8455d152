"""Booking without a search: reading, the front desk, the check of every rule, one move, reasons and helps."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

from timing import milliseconds, say, summary

from concordant.booking import (
    Change,
    Desk,
    broken_by,
    broken_rules,
    capacity_of,
    desk_calendar,
    explained,
    helps_of,
    read_event,
    read_instance,
    repaired,
    report_of,
    tiers_of,
)

FILES = Path(__file__).parent / "booking"
REPEATS = 7


def main() -> None:
    """Print one line a figure, for the clinic of nine clinicians and twelve weeks."""
    data = (FILES / "clinic-a.json").read_bytes()
    instance = read_instance(data)
    event = read_event((FILES / "clinic-a.absence.json").read_bytes(), instance)
    told("reading, with every check", lambda: read_instance(data), bytes=len(data))
    told("parsing the same JSON, nothing checked", lambda: json.loads(data))
    told("minutes asked against hours", lambda: capacity_of(instance))
    for style in Desk:
        placed = desk_calendar(instance, style)
        report = report_of(instance, placed)
        shown = {**tiers_of(instance, placed).numbers(), "paired_percent": report.paired_percent}
        told(f"front desk, {style}", lambda style=style: desk_calendar(instance, style), **shown)
    placed = desk_calendar(instance, urgent_first=True)
    shown = tiers_of(instance, placed).numbers()
    told("front desk, careful, urgent first", lambda: desk_calendar(instance, urgent_first=True), **shown)
    told("every rule of the whole calendar", lambda: broken_rules(instance, placed), visits=len(placed))
    told("the tiers", lambda: tiers_of(instance, placed))
    moves = cycle(replace(one, start=one.start + 15) for one in placed)
    told("one visit that is moved", lambda: broken_by(instance, placed, next(moves)), repeats=300)
    unplaced = explained(instance, placed)
    told("reasons of all without a place", lambda: explained(instance, placed), visits=len(unplaced))
    visits = cycle(instance.visits[one.visit] for one in unplaced)
    told("what would help one of them", lambda: helps_of(instance, placed, next(visits)), repeats=100)
    told("front desk after an absence", lambda: repaired(Change(instance, event)), visits=len(event.previous))


def told(what: str, work: Callable[[], Any], *, repeats: int = REPEATS, **shown: Any) -> None:
    """Time it, and print the line."""
    say(what, **shown, **summary(milliseconds(work, repeats=repeats, warm=1)))


if __name__ == "__main__":
    main()
