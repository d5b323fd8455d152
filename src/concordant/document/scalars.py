"""What a plain scalar is: by the core schema of YAML 1.2, or a number left as it was written."""

from __future__ import annotations

import re
from typing import Any

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Figure(str):
    """A number as it was written; in quotes it would be a word."""

    __slots__ = ()


def core_schema(text: str) -> Any:
    """Null, truth, number or word."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text) and len(text) < 40:
        return int(text)
    if _OCTAL_OR_HEX.fullmatch(text) and len(text) < 40:
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "").lower())
    return text


def as_written(text: str) -> str | bool | None:
    """The same, but a number stays the figures that stand there: 10.10 says more than 10.1."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return Figure(text) if _FLOAT.fullmatch(text) else text
