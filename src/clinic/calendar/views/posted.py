"""What forms of the calendar send. What no page of ours sends is answered with 400."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest

_WEEKDAYS = frozenset("0123456")
_LONGEST = 18
"""Digits that a key can have."""


def number(request: HttpRequest, name: str) -> int | None:
    """None where it is empty. Raises BadRequest."""
    text = request.POST.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST):
        raise BadRequest(f"{name} is no number")
    return int(text)


def version_of(request: HttpRequest) -> int:
    """Of the row as the page showed it. Raises BadRequest."""
    found = number(request, "version")
    if found is None:
        raise BadRequest("no version")
    return found


def weekdays(request: HttpRequest) -> list[int]:
    """Those that are ticked, each once. Raises BadRequest for what is no day of a week."""
    found = list(dict.fromkeys(request.POST.getlist("weekday")))
    if not all(one in _WEEKDAYS for one in found):
        raise BadRequest("no such weekday")
    return [int(one) for one in found]


def text(request: HttpRequest, name: str, longest: int) -> str:
    """Without null characters: PostgreSQL cannot hold them."""
    return request.POST.get(name, "").replace("\x00", "").strip()[:longest]
