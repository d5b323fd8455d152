"""Text of a case file -> a tree of plain values, each with its line. JSON is read as what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from concordant.document import Limits, Located, Unreadable, core_schema, tree_of
from concordant.record.problems import CaseFileError, Problem

MOST_BYTES = 8 * 1024 * 1024
"""A diary of three years takes about 0.4 MB."""
LIMITS = Limits(nodes=400_000, levels=24)

_SURROGATE_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


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
        tree = tree_of(text, LIMITS, core_schema)
    except Unreadable as error:
        raise _error(error.says, name, error.line) from None
    if tree is None:
        raise _error("the file holds nothing; a case file starts with concordant: 1", name)
    return tree


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
        raise _error(f"nested deeper than {LIMITS.levels} levels", name) from None

    # JSON writes characters beyond the basic plane as two escapes, which YAML reads as two broken ones.
    def joined(pair: re.Match[str]) -> str:
        high, low = int(pair[2], 16), int(pair[3], 16)
        return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))

    return _SURROGATE_PAIR.sub(joined, text)
