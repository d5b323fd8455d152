"""The values of a located tree, each read with its place; what cannot be read becomes a problem, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from concordant.facts import Dictionary, NotAllowed
from concordant.facts.kinds import Day, Kind, Words
from concordant.language import said
from concordant.record.document import Node
from concordant.record.problems import CaseFileError, Problem, shown

MOST_PROBLEMS = 50
DAY = Day()
ID = Words(longest=80)
NOTE = Words(longest=200)


@dataclass
class NodeReader:
    """Reads values out of a located tree and collects every problem with its place."""

    dictionary: Dictionary
    name: str = ""

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []

    def problem(self, path: str, message: str, at: Node | None = None, *, of_key: bool = False) -> None:
        line = (at.key_line if of_key and at.key_line else at.line) if at else 0
        self.problems.append(Problem(path, message, line or None))
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem("", "and more; these first"))
            raise CaseFileError(self.problems, self.name)

    def table(self, node: Node, path: str, keys: Iterable[str], needed: Iterable[str] = ()) -> dict[str, Node]:
        """The entries of a mapping with a closed set of keys."""
        entries = node.value
        if not isinstance(entries, dict):
            self.problem(path, f"{shown(node.plain())} is not a table of {', '.join(keys)}", node)
            return {}
        allowed = tuple(keys)
        for key, item in entries.items():
            if key not in allowed:
                self.problem(join(path, key), f"unknown key; {offer(key, allowed)}", item, of_key=True)
        for key in needed:
            if key not in entries:
                self.problem(join(path, key), "is missing", node)
        return {key: item for key, item in entries.items() if key in allowed}

    def items(self, table: Mapping[str, Node], key: str, path: str) -> list[tuple[Node, str]]:
        """The items of a list, each with its path."""
        node = table.get(key)
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.problem(join(path, key), f"{shown(node.plain())} is not a list", node)
            return []
        return [(item, f"{join(path, key)}[{number}]") for number, item in enumerate(node.value)]

    def value(self, kind: Kind, node: Node | None, path: str) -> Any:
        """A value of a kind, or None with a problem."""
        if node is None:
            return None
        raw = node.plain()
        try:
            return kind.read(raw)
        except NotAllowed as error:
            told = said("{value} is not allowed; allowed: {allowed}", value=shown(raw), allowed=error)
            self.problem(path, told, node)
            return None

    def word(self, words: tuple[str, ...], node: Node | None, path: str) -> str:
        """One of a closed list of words, or "" with a problem."""
        if node is None:
            return ""
        if node.value in words:
            return str(node.value)
        self.problem(path, f"{shown(node.plain())} is not allowed; allowed: one of {', '.join(words)}", node)
        return ""

    def moment(self, node: Node | None, path: str) -> datetime | None:
        """A date with time, ISO 8601."""
        if node is None:
            return None
        try:
            return datetime.fromisoformat(node.value)
        except (TypeError, ValueError):
            self.problem(path, f"{shown(node.plain())} is not allowed; allowed: YYYY-MM-DDTHH:MM", node)
            return None

    def day(self, table: Mapping[str, Node], path: str) -> date:
        """The date of a row; a wrong one is a problem and stands in as the first day."""
        found = self.value(DAY, table.get("date"), join(path, "date"))
        return found if isinstance(found, date) else date.min

    def place(self, node: Node) -> str:
        return f"line {node.line}" if node.line else ""


def join(path: str, key: str) -> str:
    """The path of a key below a path."""
    return f"{path}.{key}" if path else key


def offer(key: str, allowed: tuple[str, ...]) -> str:
    """The nearest of the allowed words, or the first of them."""
    near = get_close_matches(key, allowed, n=3)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"allowed: {', '.join(allowed[:12])}" + (", …" if len(allowed) > 12 else "")
