"""A draft as JSON, to be kept with the signed document, and read again strictly: nothing is guessed or passed over.

The same draft gives the same text, byte for byte.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from concordant.letters.draft import Draft, NotEditable
from concordant.letters.kinds import KINDS
from concordant.letters.letter import Exercise, Letter, Measures, Paragraph, Picture, Points, Table

VERSION = 1
MARK = "concordant_letter"
"""The key that says what the text is, and of which version."""
PARTS = {one.__name__: one for one in (Paragraph, Points, Table, Measures, Picture, Exercise)}
MOST_CHARACTERS = 2_000_000
"""A letter with its chart takes about 60,000."""


class NotALetter(ValueError):
    """``problems``: each with its place."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def to_json(draft: Draft) -> str:
    """With sorted keys and no spaces, so that it can be hashed."""
    plain = {
        MARK: VERSION,
        "kind": draft.kind,
        "written": _plain(draft.written),
        "edits": dict(draft.edits),
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        named = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {"part": type(value).__name__, **named} if type(value).__name__ in PARTS else named
    return value


def from_json(text: str) -> Draft:
    """Raises NotALetter with every problem."""
    if len(text) > MOST_CHARACTERS:
        raise NotALetter(f"the text has {len(text):,} characters; allowed: {MOST_CHARACTERS:,} at most")
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise NotALetter(f"not readable as JSON: {error}") from error
    problems: list[str] = []
    _head(found, problems)
    if problems:
        raise NotALetter(*problems)
    letter = _read(found["written"], Letter, "written", problems)
    edits = _edits(found["edits"], problems)
    if problems:
        raise NotALetter(*problems)
    try:
        return Draft(found["kind"], letter, edits)
    except NotEditable as error:
        raise NotALetter(*(f"edits, {one}" for one in error.problems)) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise ValueError(f"the key {twice!r} stands twice")
    return table


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _head(found: Any, problems: list[str]) -> None:
    if not isinstance(found, dict) or MARK not in found:
        problems.append(f"not a kept letter: the key {MARK} is missing")
        return
    if type(found[MARK]) is not int or found[MARK] != VERSION:
        problems.append(f"{MARK}: {_shown(found[MARK])} is no version that is known; allowed: {VERSION}")
        return
    _keys(found, (MARK, "kind", "written", "edits"), "", problems)
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        problems.append(f"kind: {_shown(kind)} is no kind of letter; allowed: {', '.join(KINDS)}")


def _edits(found: Any, problems: list[str]) -> Mapping[str, str]:
    if not isinstance(found, dict) or not all(isinstance(text, str) and _is_text(text) for text in found.values()):
        problems.append("edits: not a table of places and texts")
        return {}
    return found


def _read(value: Any, hint: Any, path: str, problems: list[str]) -> Any:
    """The value as its type says; a problem where it has another form."""
    if get_origin(hint) in (Union, types.UnionType):
        return _part(value, path, problems)
    if get_origin(hint) is tuple:
        return _tuple(value, get_args(hint), path, problems)
    if is_dataclass(hint):
        return _record(value, hint, path, problems)
    if hint is date or (isinstance(hint, type) and issubclass(hint, Enum)):
        return _from_word(value, hint, path, problems)
    if type(value) is not hint or (hint is str and not _is_text(value)):
        problems.append(f"{path}: {_shown(value)} is not allowed; allowed: {_WORDS[hint]}")
    return value


def _is_text(value: str) -> bool:
    """Half a character is none."""
    return not any("\ud800" <= one <= "\udfff" for one in value)


_WORDS = {str: "text", bool: "true or false"}


def _part(value: Any, path: str, problems: list[str]) -> Any:
    name = value.get("part") if isinstance(value, dict) else None
    if not isinstance(name, str) or name not in PARTS:
        problems.append(f"{path}.part: {_shown(name)} is no part of a letter; allowed: {', '.join(PARTS)}")
        return None
    return _record({key: one for key, one in value.items() if key != "part"}, PARTS[name], path, problems)


def _record(value: Any, kind: Any, path: str, problems: list[str]) -> Any:
    hints = get_type_hints(kind)
    if not isinstance(value, dict):
        problems.append(f"{path}: {_shown(value)} is not allowed; allowed: a table")
        return None
    before = len(problems)
    _keys(value, tuple(hints), path, problems)
    read = {name: _read(value[name], hint, f"{path}.{name}", problems) for name, hint in hints.items() if name in value}
    if len(problems) > before:
        return None
    try:
        return kind(**read)
    except ValueError as error:
        problems.append(f"{path}: {error}")
        return None


def _keys(value: Mapping[str, Any], allowed: tuple[str, ...], path: str, problems: list[str]) -> None:
    inside = f"{path}." if path else ""
    problems += [f"{inside}{one}: is missing" for one in allowed if one not in value]
    problems += [
        f"{inside}{_shown(one)}: is not known; allowed: {', '.join(allowed)}" for one in value if one not in allowed
    ]


def _tuple(value: Any, args: tuple[Any, ...], path: str, problems: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        problems.append(f"{path}: {_shown(value)} is not allowed; allowed: a list")
        return ()
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_numbered(value, [args[0]] * len(value), path, problems))
    if len(value) != len(args):
        problems.append(f"{path}: has {len(value)} values; allowed: {len(args)}")
        return ()
    return tuple(_numbered(value, list(args), path, problems))


def _numbered(value: list[Any], hints: list[Any], path: str, problems: list[str]) -> Iterator[Any]:
    for number, (one, hint) in enumerate(zip(value, hints, strict=True)):
        yield _read(one, hint, f"{path}.{number}", problems)


def _from_word(value: Any, hint: Any, path: str, problems: list[str]) -> Any:
    allowed = "YYYY-MM-DD" if hint is date else ", ".join(one.value for one in hint)
    try:
        read = date.fromisoformat(value) if hint is date else hint(value)
    except (TypeError, ValueError):
        read = None
    if read is None or _plain(read) != value:
        problems.append(f"{path}: {_shown(value)} is not allowed; allowed: {allowed}")
    return read


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
