"""A calendar as ``booking-solution/1``, for JSON. Ids stand in it as they are; JSON itself escapes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from concordant.booking.solution import Placed, Solution, Unplaced


def clock(minutes: int) -> str:
    """08:15 for 495."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def written(solution: Solution) -> dict[str, Any]:
    """The file as plain values, in the order in which it is read by people."""
    found: dict[str, Any] = {
        "format": "booking-solution/1",
        "instance": solution.instance,
        "solver": solution.solver,
        "seconds": round(solution.seconds, 3),
        "placed": [written_place(one) for one in solution.placed],
        "unplaced": [_unplaced(one) for one in solution.unplaced],
    }
    if solution.bound_unplaced is not None:
        found["bound"] = {"unplaced": solution.bound_unplaced}
    return found


def written_place(one: Placed) -> dict[str, str]:
    """One visit in its place, as in ``placed`` and ``previous``."""
    return {
        "visit": one.visit,
        "clinician": one.clinician,
        "room": one.room,
        "date": one.day.isoformat(),
        "start": clock(one.start),
    }


def _unplaced(one: Unplaced) -> Mapping[str, Any]:
    row: dict[str, Any] = {
        "visit": one.visit,
        "reasons": [{"code": str(reason.code), **reason.data} for reason in one.reasons],
    }
    if one.helps:
        row["helps"] = [dict(each) for each in one.helps]
    return row
