"""JSON text -> plain values. Twice the same key, numbers that JSON does not know and deep nesting are found here."""

from __future__ import annotations

import json
from typing import Any

from concordant.booking.reading.problems import MOST_BYTES, BookingFileError
from concordant.record.problems import Problem

MOST_DIGITS = 15


class Table(dict[str, Any]):
    """A JSON object, with the keys that stand in it twice."""

    twice: tuple[str, ...] = ()


class NoNumber:
    """What stands where a number should, and is none: NaN, Infinity, a million digits."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __repr__(self) -> str:
        return self._written


def plain(data: bytes | str, name: str) -> Any:
    """The values of a file. Raises BookingFileError where it is no JSON at all."""
    try:
        return json.loads(
            _text(data, name), object_pairs_hook=_table, parse_constant=NoNumber, parse_int=_whole, parse_float=_float
        )
    except json.JSONDecodeError as error:
        raise _error(f"not readable as JSON: {error.msg}", name, error.lineno) from None
    except RecursionError:
        raise _error("lists and tables are nested too deep", name) from None


def _text(data: bytes | str, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise _error(f"the file has {len(data):,} bytes; at most {MOST_BYTES:,} are read", name)
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error(f"not a text file in UTF-8: byte {error.start + 1} does not fit", name) from None


def _table(pairs: list[tuple[str, Any]]) -> Table:
    table = Table(pairs)
    if len(table) != len(pairs):
        keys = [key for key, _ in pairs]
        table.twice = tuple(key for key in table if keys.count(key) > 1)
    return table


def _whole(written: str) -> int | NoNumber:
    return int(written) if len(written) <= MOST_DIGITS else NoNumber(written)


def _float(written: str) -> float | NoNumber:
    """60.0 is the whole number 60."""
    value = float(written)
    if not abs(value) < 10**MOST_DIGITS:
        return NoNumber(written)
    return int(value) if value.is_integer() else value


def _error(message: str, name: str, line: int | None = None) -> BookingFileError:
    return BookingFileError([Problem("", message, line)], name)
