"""The text of a trial's file -> plain words, numbers as they were written, lists and mappings. Nothing is guessed."""

from __future__ import annotations

from typing import TypeAlias, cast

from concordant.document import Figure, Limits, Unreadable, as_written
from concordant.document import tree_of as read
from concordant.evidence.refused import Refused

MOST_BYTES = 100_000
"""Of a file, in UTF-8; a trial with all its results takes a fiftieth of it."""
LIMITS = Limits(nodes=MOST_BYTES, levels=6)
"""The file of a trial needs four levels."""

Tree: TypeAlias = str | Figure | bool | list["Tree"] | dict[str, "Tree"] | None


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
        tree = read(text, LIMITS, as_written)
    except Unreadable as error:
        raise _refused(error) from error
    except UnicodeError as error:
        raise Refused("not readable as YAML: holds characters that no text has") from error
    return cast("Tree", tree.plain()) if tree else None


def _refuse_too_long(size: int) -> None:
    if size > MOST_BYTES:
        raise Refused("the file is too long", value=size, allowed=f"{MOST_BYTES} bytes at most")


def _refused(error: Unreadable) -> Refused:
    path = error.path
    inside = path[2:] if path[:1] == ("results",) and len(path) > 1 else path
    row = path[1] if inside is not path and isinstance(path[1], int) else None
    column = ".".join(one if one.isprintable() else ascii(one) for one in map(str, inside))
    return Refused(f"line {error.line}: {error.says}" if error.line else error.says, row=row, column=column)
