"""A case file taken apart: one fragment for each dated piece, so that each is true on its own day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.chart.actions import Fragment
from concordant.facts import DICTIONARY
from concordant.facts.kinds import Rows
from concordant.record.case import Case
from concordant.record.write import write_plain

START, FACTS = "start", "facts"
_DATED = ("visits", "outcomes", "diary", "treatments")


WORDS: dict[str, str | Promise] = {
    START: _("What holds from the start"),
    FACTS: _("Dated facts"),
    "visits": _("Visits"),
    "outcomes": _("Questionnaires and ratings"),
    "diary": _("Days of the diary"),
    "treatments": _("Treatments"),
}


@dataclass(frozen=True)
class Piece:
    """What one fragment brings: for the list that is shown before anything is signed."""

    section: str
    """Of the case file."""
    fragment: Fragment


def pieces_of(case: Case, today: date) -> list[Piece]:
    """What is undated first, as of the start; then each dated piece in the order of its day."""
    plain = write_plain(case)
    start = case.episode.started or _earliest(case) or today
    stated = _Stated()
    undated: dict[str, Any] = {key: plain[key] for key in ("person", "episode") if key in plain}
    undated |= stated.take(plain)
    # That somebody has an id says nothing about them.
    if set(undated.get("person", {})) == {"id"}:
        del undated["person"]
    pieces = [Piece(START, Fragment(start, undated))] if undated else []
    pieces += [Piece(FACTS, Fragment(day, content)) for day, content in sorted(stated.by_day.items())]
    for section in _DATED:
        rows = plain.get(section, [])
        pieces += [Piece(section, Fragment(date.fromisoformat(row["date"]), {section: [row]})) for row in rows]
    return [pieces[0], *sorted(pieces[1:], key=lambda piece: piece.fragment.on)] if pieces else []


def _earliest(case: Case) -> date | None:
    every = [case.facts, *(one.facts for one in case.injuries), *(one.facts for one in case.headaches)]
    days = [stated.on for facts in every for said in facts.values() for stated in said if stated.on]
    for rows in (case.visits, case.outcomes, case.diary, case.treatments):
        days += [row.date for row in rows]
    return min(days, default=None)


class _Stated:
    """Facts sorted into those without a date and those of each day."""

    def __init__(self) -> None:
        self.by_day: dict[date, dict[str, Any]] = {}

    def take(self, plain: dict[str, Any]) -> dict[str, Any]:
        undated: dict[str, Any] = {}
        if facts := self._undated(plain.get("facts", {}), lambda day: self._of(day).setdefault("facts", {})):
            undated["facts"] = facts
        for section in ("injuries", "headaches"):
            if section in plain:
                undated[section] = [self._owner(section, one) for one in plain[section]]
        return undated

    def _owner(self, section: str, one: dict[str, Any]) -> dict[str, Any]:
        def on(day: date) -> dict[str, Any]:
            rows: list[dict[str, Any]] = self._of(day).setdefault(section, [])
            row = next((row for row in rows if row["id"] == one["id"]), None)
            if row is None:
                rows.append(row := {"id": one["id"], "facts": {}})
            facts: dict[str, Any] = row["facts"]
            return facts

        facts = self._undated(one.get("facts", {}), on)
        return {key: value for key, value in one.items() if key != "facts"} | ({"facts": facts} if facts else {})

    def _undated(self, facts: dict[str, Any], on: Any) -> dict[str, Any]:
        left: dict[str, Any] = {}
        for name, value in facts.items():
            rows = list(_rows(name, value))
            if not rows:
                left[name] = value
            for row in rows:
                on(date.fromisoformat(row["date"]))[name] = [row]
        return left

    def _of(self, day: date) -> dict[str, Any]:
        return self.by_day.setdefault(day, {})


def _rows(name: str, value: Any) -> Iterator[dict[str, Any]]:
    """The dated statements of a fact; none where it is written without a date."""
    if isinstance(DICTIONARY[name].kind, Rows) or not isinstance(value, list):
        return
    yield from (one for one in value if isinstance(one, dict))
