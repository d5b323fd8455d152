"""The text of a trial's file -> plain words, numbers as they were written, lists and mappings. Nothing is guessed.

YAML 1.2, so ``no`` and ``on`` are words. Refused, with their line: a key that is there twice, anchors and aliases (the
stuff of "billion laughs" files), tags, several documents, deep nesting, and more than 100 kB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml

from concordant.evidence.refused import Refused

MOST_BYTES = 100_000
"""Of a file, in UTF-8; a trial with all its results takes a fiftieth of it."""
DEEPEST = 6
"""Lists and mappings within each other; the file of a trial needs four."""

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


class Figure(str):
    """A number as it was written; in quotes it would be a word."""

    __slots__ = ()


Tree: TypeAlias = str | bool | list["Tree"] | dict[str, "Tree"] | None


def text_of(data: bytes) -> str:
    """The text of a file. Raises Refused for what is too long, and for what is no text."""
    _refuse_too_long(len(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(f"the file is no text in UTF-8: byte {error.start + 1} does not fit") from error


def tree_of(text: str) -> Tree:
    """What the file says. Raises Refused with the line, and inside a result with its number."""
    _refuse_too_long(len(text.encode("utf-8", "surrogatepass")))
    try:
        return _document(yaml.parse(text, Loader=_PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}: " if mark else ""
        raise Refused(f"{place}is no YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Refused("is no YAML: holds characters that no text has") from error


def _refuse_too_long(size: int) -> None:
    if size > MOST_BYTES:
        raise Refused("the file is too long", value=size, allowed=f"{MOST_BYTES} bytes at most")


def _document(events: Iterator[yaml.Event]) -> Tree:
    trees: list[Tree] = []
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            if trees:
                raise _refused("a second document begins; a file holds one trial", event)
            trees.append(_node(event, events, ()))
    return trees[0] if trees else None


def _node(event: yaml.Event, events: Iterator[yaml.Event], path: tuple[str | int, ...]) -> Tree:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _refused("anchors (&) and aliases (*) are not read; write the value out", event, path)
    if (tag := getattr(event, "tag", None)) and tag != "!":
        raise _refused(f"the tag {tag} is not read", event, path)
    if len(path) > DEEPEST:
        raise _refused(f"is nested deeper than {DEEPEST} levels", event, path)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Tree] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_node(inner, events, (*path, len(items) + 1)))
        return items
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, path)
    assert isinstance(event, yaml.ScalarEvent)
    return _scalar(event)


def _mapping(events: Iterator[yaml.Event], path: tuple[str | int, ...]) -> dict[str, Tree]:
    table: dict[str, Tree] = {}
    lines: dict[str, int] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag not in (None, "!"):
            raise _refused("a name is one plain word", event, path)
        name = event.value
        if name in table:
            raise _refused(f"is there twice, first on line {lines[name]}", event, (*path, name))
        lines[name] = _line(event)
        table[name] = _node(next(events), events, (*path, name))
    return table


def _scalar(event: yaml.ScalarEvent) -> Tree:
    text: str = event.value
    if event.style:  # in quotes, or a block of text
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    return Figure(text) if _NUMBER.fullmatch(text) else text


def _refused(says: str, event: yaml.Event, path: tuple[str | int, ...] = ()) -> Refused:
    inside = path[2:] if path[:1] == ("results",) and len(path) > 1 else path
    row = path[1] if inside is not path and isinstance(path[1], int) else None
    column = ".".join(one if str(one).isprintable() else ascii(one) for one in map(str, inside))
    return Refused(f"line {_line(event)}: {says}", row=row, column=column)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
