"""Reading what a request says besides its form: what stands after the question mark, and where it wants to go on to."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST_WAY = 200
"""Characters; our own addresses are shorter."""


def text_of(request: HttpRequest, name: str, longest: int) -> str:
    """One line of text. No null characters: PostgreSQL cannot hold them."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:longest]


def number_of(request: HttpRequest, name: str) -> int | None:
    """A whole number that a database key or a page can be; nothing else is understood."""
    return whole(request.GET.get(name, ""))


def whole(text: str) -> int | None:
    """The same of a text that came in a form."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def way_on(request: HttpRequest, address: str) -> str:
    """A page of ours that somebody wanted to reach; empty for anything else."""
    ours = len(address) <= LONGEST_WAY and address.startswith("/")
    return address if ours and url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}) else ""
