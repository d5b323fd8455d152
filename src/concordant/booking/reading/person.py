"""People of a file: when they can come, who pays, what was prescribed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TypeVar

from concordant.booking.problem import Cover, Discipline, Pair, PairRule, Person, Span, Visit, VisitKind
from concordant.booking.problem.spans import MINUTES_A_DAY, joined
from concordant.booking.reading.node import Node, span

_PERSON = frozenset(
    ["id", "available", "unavailable", "prefers", "clinicians", "usual", "cover", "min_days", "visits", "pairs"]
)
_REPORTED = frozenset({"requested", "starts", "plan", "payer", "availability_type"})
"""``requested`` is kept; the others are for reports of whoever wrote the file: checked, and not kept."""
_VISIT = frozenset(["id", "discipline", "kind", "minutes", "earliest", "latest", "urgent_by", "needs"])
_COVER = frozenset({"discipline", "first", "last", "count"})
_PAIR = frozenset({"rmt", "physio", "tight_max", "loose_max", "rule"})
MOST_COVERED = 1000
MOST_DAYS_BETWEEN = 365

Key = TypeVar("Key")


def person(node: Node) -> Person:
    """One person. Visits, covers and pairs with a problem are left out, so that the others can be looked at."""
    node.table(_PERSON, _REPORTED)
    for key in sorted(_REPORTED & (node.value.keys() if isinstance(node.value, dict) else set())):
        if node.below(key).value is not None:
            node.below(key).text(empty=True)
    requested = node.value.get("requested") if isinstance(node.value, dict) else None
    return Person(
        id=node.below("id").text(),
        available=_weekly(node.below("available")),
        unavailable=_dated(node.below("unavailable")),
        prefers=_weekly(node.below("prefers")),
        clinicians={
            key.word(Discipline): frozenset(each.text() for each in ids.rows())
            for key, ids in node.below("clinicians").items()
        },
        usual={key.word(Discipline): id.text() for key, id in node.below("usual").items()},
        covers=tuple(_cover(row) for row in node.below("cover").rows()),
        min_days={
            key.word(Discipline): days.whole(0, MOST_DAYS_BETWEEN) for key, days in node.below("min_days").items()
        },
        visits=tuple(_visit(row) for row in node.below("visits").rows()),
        pairs=tuple(_pair(row) for row in node.below("pairs").rows()),
        requested=requested if isinstance(requested, str) else "",
    )


def _weekly(node: Node) -> dict[int, tuple[Span, ...]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for row in node.rows():
        if columns := row.columns("weekday", "from", "to"):
            found[columns[0].whole(0, 6)].append(span(columns[1], columns[2]))
    return _joined(found)


def _dated(node: Node) -> dict[date, tuple[Span, ...]]:
    found: dict[date, list[Span]] = defaultdict(list)
    for row in node.rows():
        if columns := row.columns("date", "from", "to"):
            found[columns[0].day()].append(span(columns[1], columns[2]))
    return _joined(found)


def _joined(found: dict[Key, list[Span]]) -> dict[Key, tuple[Span, ...]]:
    return {key: joined(spans) for key, spans in found.items()}


def _cover(node: Node) -> Cover:
    node.table(_COVER)
    return Cover(
        discipline=node.below("discipline").word(Discipline),
        first=node.below("first").day(),
        last=node.below("last").day(),
        count=node.below("count").whole(0, MOST_COVERED),
    )


def _visit(node: Node) -> Visit:
    node.table(_VISIT)
    urgent_by = node.below("urgent_by")
    return Visit(
        id=node.below("id").text(),
        discipline=node.below("discipline").word(Discipline),
        kind=node.below("kind").word(VisitKind),
        minutes=node.below("minutes").whole(1, MINUTES_A_DAY),
        earliest=node.below("earliest").day(),
        latest=node.below("latest").day(),
        urgent_by=None if urgent_by.value is None else urgent_by.day(),
        needs=frozenset(each.text() for each in node.below("needs").rows()),
    )


def _pair(node: Node) -> Pair:
    node.table(_PAIR)
    return Pair(
        rmt=node.below("rmt").text(),
        physio=node.below("physio").text(),
        tight_max=node.below("tight_max").whole(0, MINUTES_A_DAY),
        loose_max=node.below("loose_max").whole(0, MINUTES_A_DAY),
        rule=node.below("rule").word(PairRule),
    )
