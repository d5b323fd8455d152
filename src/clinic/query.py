"""Reading what an address says after the question mark."""

from django.http import HttpRequest


def text_of(request: HttpRequest, name: str, longest: int) -> str:
    """One line of text. No null characters: PostgreSQL cannot hold them."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:longest]


def number_of(request: HttpRequest, name: str) -> int | None:
    """A whole number that a database key or a page can be; nothing else is understood."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
