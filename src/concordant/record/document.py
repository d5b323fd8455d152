"""Text of a case file -> a tree of plain values, each with its line.

YAML 1.2 core schema: the bare words on, off, yes, no are strings and nothing is turned into a date.
JSON is read as what it is. Duplicate keys, aliases (the stuff of "billion laughs" files), tags, several
documents, deep nesting and oversized files are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import yaml

from concordant.record.problems import CaseFileError, Problem, shown

MOST_BYTES = 8 * 1024 * 1024
"""A diary of three years takes about 0.4 MB."""
MOST_NODES = 400_000
DEEPEST = 24

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_SURROGATE_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


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


class Unplaced:
    """A plain value (of a form, the API, the chart) in the shape of a located one, wrapped as far as it is read."""

    __slots__ = ("_plain",)
    line = 0
    key_line = 0

    def __init__(self, plain: Any) -> None:
        self._plain = plain

    @property
    def value(self) -> Any:
        """One level: the items of a table or list are Unplaced themselves."""
        if isinstance(self._plain, Mapping):
            return {str(key): Unplaced(item) for key, item in self._plain.items()}
        if isinstance(self._plain, list | tuple):
            return [Unplaced(item) for item in self._plain]
        return self._plain

    def plain(self) -> Any:
        """The value itself."""
        return self._plain


Node: TypeAlias = "Located | Unplaced"


def parse(data: bytes | str, *, name: str = "") -> Located:
    """The tree of a file. Raises CaseFileError with the place of what cannot be read."""
    text = _text(data, name)
    if name.lower().endswith(".json"):
        text = _checked_json(text, name)
    try:
        return _Builder(name).document(yaml.parse(text, Loader=_PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "not readable as YAML"
        raise _error(f"not readable as YAML: {reason}", name, mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise _error(f"not readable as YAML: {str(error).splitlines()[0]}", name) from None


def _error(message: str, name: str, line: int | None = None, path: str = "") -> CaseFileError:
    return CaseFileError([Problem(path, message, line)], name)


def _text(data: bytes | str, name: str) -> str:
    size = len(data)
    if size > MOST_BYTES:
        raise _error(f"the file has {size:,} bytes; at most {MOST_BYTES:,} are read", name)
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        raise _error(f"not a text file in UTF-8: byte {error.start + 1} does not fit", name) from None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _error(f"half a character (a lone surrogate) stands at {error.start + 1}", name) from None
    if "\x00" in text:
        raise _error("not a text file: it holds a zero byte", name)
    if not text.strip():
        raise _error("the file is empty; a case file starts with concordant: 1", name)
    return text


def _checked_json(text: str, name: str) -> str:
    def refuse(word: str) -> None:
        raise _error(f"{word} is not a number that JSON allows", name)

    try:
        json.loads(text, parse_constant=refuse)
    except CaseFileError:
        raise
    except json.JSONDecodeError as error:
        raise _error(f"not readable as JSON: {error.msg}", name, error.lineno) from None
    except ValueError as error:
        raise _error(f"not readable as JSON: {str(error).partition(';')[0]}", name) from None
    except RecursionError:
        raise _error(f"nested deeper than {DEEPEST} levels", name) from None

    # JSON writes characters beyond the basic plane as two escapes, which YAML reads as two broken ones.
    def joined(pair: re.Match[str]) -> str:
        high, low = int(pair[2], 16), int(pair[3], 16)
        return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))

    return _SURROGATE_PAIR.sub(joined, text)


class _Builder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes = 0

    def document(self, events: Iterator[yaml.Event]) -> Located:
        tree: Located | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    raise _error("a case file holds one document; a second starts here", self.name, _line(event))
            elif isinstance(event, yaml.NodeEvent):
                tree = self._node(event, events, 0)
        if tree is None:
            raise _error("the file holds nothing; a case file starts with concordant: 1", self.name)
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Located:
        line = _line(event)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _error(f"more than {MOST_NODES:,} values", self.name, line)
        if depth > DEEPEST:
            raise _error(f"nested deeper than {DEEPEST} levels", self.name, line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _error("anchors (&) and aliases (*) are not allowed; write the value out", self.name, line)
        if (tag := getattr(event, "tag", None)) and tag != "!":
            raise _error(f"the tag {tag} is not allowed", self.name, line)
        if isinstance(event, yaml.MappingStartEvent):
            return Located(self._mapping(events, depth), line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Located(self._sequence(events, depth), line)
        assert isinstance(event, yaml.ScalarEvent)
        return Located(_scalar(event), line)

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> dict[str, Located]:
        table: dict[str, Located] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag not in (None, "!"):
                raise _error("a key is one plain word", self.name, line)
            key = event.value
            if key in table:
                first = table[key].line
                raise _error(f"the key {shown(key)} stands twice, first on line {first}", self.name, line)
            table[key] = replace(self._node(next(events), events, depth + 1), key_line=line)
        return table

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> list[Located]:
        items: list[Located] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, depth + 1))
        return items


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _scalar(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if event.style:  # quoted or block text; plain scalars have no style
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _INTEGER.fullmatch(text) and len(text) < 40:
        return int(text)
    if _OCTAL_OR_HEX.fullmatch(text) and len(text) < 40:
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "").lower())
    return text
