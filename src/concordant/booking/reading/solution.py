"""``booking-solution/1``: a calendar that stands, or that somebody else has made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from concordant.booking.problem import Instance
from concordant.booking.problem.spans import MINUTES_A_DAY
from concordant.booking.reading.clinic_sense import known
from concordant.booking.reading.document import plain
from concordant.booking.reading.node import Node
from concordant.booking.reading.problems import BookingFileError
from concordant.booking.solution import Code, Placed, Reason, Solution, Unplaced
from concordant.record.problems import shown

FORMAT = "booking-solution/1"
_KEYS = frozenset({"format", "instance", "solver", "placed", "unplaced"})
_FURTHER = frozenset({"seconds", "bound"})
_PLACED = frozenset({"visit", "clinician", "room", "date", "start"})
_UNPLACED = frozenset({"visit", "reasons"})
_HELPS = frozenset({"helps"})
MOST_VISITS = 10**9


def read_solution(data: bytes | str, instance: Instance, *, name: str = "") -> Solution:
    """The calendar in a file. Whether it keeps the rules is another question (:mod:`concordant.booking.rules`).

    Raises BookingFileError with all problems.
    """
    root = Node(plain(data, name), [])
    root.table(_KEYS, _FURTHER)
    of_instance(root, FORMAT, instance)
    rows = placed_rows(root.below("placed"), instance)
    has = {one.visit for one in rows}
    solution = Solution(
        instance=instance.name,
        placed=tuple(rows),
        unplaced=tuple(_unplaced(row, instance, has) for row in root.below("unplaced").rows()),
        solver=root.below("solver").text(empty=True),
        seconds=_seconds(root),
        bound_unplaced=_bound(root),
    )
    if root.problems:
        raise BookingFileError(root.problems, name)
    return solution


def of_instance(root: Node, form: str, instance: Instance) -> None:
    """The file has this form and belongs to the instance."""
    if root.below("format").value != form:
        root.below("format").refuse(form)
    if root.below("instance").value != instance.name:
        root.below("instance").refuse(f"{shown(instance.name)}, the name of the instance it is read with")


def placed_rows(node: Node, instance: Instance) -> list[Placed]:
    """Visits with their places, each once, each of the instance."""
    found: list[Placed] = []
    seen: set[str] = set()
    clinicians = {one.id for one in instance.clinicians}
    rooms = {one.id for one in instance.rooms}
    for row in node.rows():
        row.table(_PLACED)
        visit = row.below("visit")
        if known(visit, instance.visits, "a visit") and isinstance(visit.value, str) and visit.value in seen:
            visit.refuse("each visit once")
        known(row.below("clinician"), clinicians, "a clinician")
        known(row.below("room"), rooms, "a room")
        one = Placed(
            visit.text(),
            row.below("clinician").text(),
            row.below("room").text(),
            row.below("date").day(),
            row.below("start").clock(),
        )
        seen.add(one.visit)
        if one.visit in instance.visits and one.start + instance.visits[one.visit].minutes > MINUTES_A_DAY:
            row.below("start").refuse("a start from which the visit ends before midnight")
        found.append(one)
    return found


def _unplaced(row: Node, instance: Instance, placed: set[str]) -> Unplaced:
    row.table(_UNPLACED, _HELPS)
    visit = row.below("visit")
    if known(visit, instance.visits, "a visit") and isinstance(visit.value, str) and visit.value in placed:
        visit.refuse("a visit that is not placed")
    helps = row.below("helps").rows() if isinstance(row.value, dict) and "helps" in row.value else ()
    return Unplaced(
        visit.text(),
        tuple(_reason(each) for each in row.below("reasons").rows()),
        tuple(_data(each) for each in helps),
    )


def _reason(row: Node) -> Reason:
    if not isinstance(row.value, dict):
        row.refuse("a table with the key code")
        return Reason(Code.FULL)
    code = row.below("code").word(Code)
    return Reason(code, {key: value for key, value in row.value.items() if key != "code"})


def _data(row: Node) -> Mapping[str, Any]:
    if not isinstance(row.value, dict):
        row.refuse("a table")
        return {}
    return dict(row.value)


def _seconds(root: Node) -> float:
    value = root.value.get("seconds", 0) if isinstance(root.value, dict) else 0
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        root.below("seconds").refuse("a number of seconds from 0 on")
        return 0.0
    return float(value)


def _bound(root: Node) -> int | None:
    if not isinstance(root.value, dict) or root.value.get("bound") is None:
        return None
    bound = root.below("bound").table(frozenset({"unplaced"}))
    return bound.below("unplaced").whole(0, MOST_VISITS)
