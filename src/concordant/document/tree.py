"""The tree itself, built from PyYAML's event stream, which is quick and knows the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a tree may grow."""

    nodes: int
    """Values in all."""
    levels: int
    """Lists and tables within each other."""


class Unreadable(ValueError):
    """What cannot be read, where it stands (line from 1, None where nobody can say) and on which path."""

    def __init__(self, says: str, line: int | None = None) -> None:
        self.says, self.line = says, line
        self.path: tuple[str | int, ...] = ()
        """Keys, and places in lists from 1, down to the value."""
        super().__init__(says)

    def below(self, key: str | int) -> Unreadable:
        """The same, seen from one level further up."""
        self.path = (key, *self.path)
        return self


@dataclass(frozen=True, slots=True)
class Located:
    """A value of the file and the line on which it stands. Lists and tables hold Located values."""

    value: Any
    line: int
    key_line: int = 0
    """Where the key stands that leads here."""

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return self.value


def tree_of(text: str, limits: Limits, scalar: Callable[[str], Any]) -> Located | None:
    """The tree of a text, None where it holds nothing; ``scalar`` reads what stands without quotes.

    Raises Unreadable for what is no YAML, and for everything that this package refuses.
    """
    try:
        return _Builder(limits, scalar).document(yaml.parse(text, Loader=_PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "not readable as YAML"
        raise Unreadable(f"not readable as YAML: {reason}", mark.line + 1 if mark else None) from error
    except yaml.YAMLError as error:
        raise Unreadable(f"not readable as YAML: {str(error).splitlines()[0]}") from error


class _Builder:
    def __init__(self, limits: Limits, scalar: Callable[[str], Any]) -> None:
        self.limits, self.scalar = limits, scalar
        self.nodes = 0

    def document(self, events: Iterator[yaml.Event]) -> Located | None:
        tree: Located | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    raise Unreadable("a file holds one document; a second starts here", _line(event))
            elif isinstance(event, yaml.NodeEvent):
                tree = self._node(event, events, 0)
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Located:
        line = _line(event)
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            raise Unreadable(f"more than {self.limits.nodes:,} values", line)
        if depth > self.limits.levels:
            raise Unreadable(f"nested deeper than {self.limits.levels} levels", line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable("anchors (&) and aliases (*) are not allowed; write the value out", line)
        if (tag := getattr(event, "tag", None)) and tag != "!":
            raise Unreadable(f"the tag {tag} is not allowed", line)
        if isinstance(event, yaml.MappingStartEvent):
            return Located(self._mapping(events, depth), line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Located(self._sequence(events, depth), line)
        assert isinstance(event, yaml.ScalarEvent)
        # Quoted or block text; what is written plainly has no style.
        return Located(event.value if event.style else self.scalar(event.value), line)

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> dict[str, Located]:
        table: dict[str, Located] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag not in (None, "!"):
                raise Unreadable("a key is one plain word", line)
            key = event.value
            if key in table:
                said = f"the key {_quoted(key)} stands twice, first on line {table[key].line}"
                raise Unreadable(said, line).below(key)
            try:
                table[key] = replace(self._node(next(events), events, depth + 1), key_line=line)
            except Unreadable as error:
                raise error.below(key) from error.__cause__
        return table

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> list[Located]:
        items: list[Located] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            try:
                items.append(self._node(event, events, depth + 1))
            except Unreadable as error:
                raise error.below(len(items) + 1) from error.__cause__
        return items


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _quoted(key: str) -> str:
    """A key in a message, cut where it is long."""
    text = repr(key)
    return text if len(text) <= 60 else f"{text[:59]}…"
