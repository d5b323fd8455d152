"""Addresses as others get them, on paper or by mail: always under the address of the clinic's own settings."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse


def absolute(name: str, args: Sequence[Any] = ()) -> str:
    return settings.SITE_URL + reverse(name, args=args)


def absolute_path(path: str) -> str:
    """An address that is printed on paper; empty while nothing answers there."""
    try:
        resolve(path)
    except Resolver404:
        return ""
    return settings.SITE_URL + path


def to_type(address: str) -> str:
    """As people type it: a browser puts the rest before it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def as_picture(address: str) -> str:
    """A QR code as SVG, by the library that draws the one of the second factor; to stand inside a page."""
    drawn: str = get_adapter().build_totp_svg(address)
    return drawn[drawn.index("<svg") :]


def passkeys_work(request: HttpRequest) -> bool:
    """Browsers make passkeys for a name with a certificate, or for “localhost”; never for a bare number."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    return host == "localhost" or (request.is_secure() and not host.replace(".", "").isdigit() and ":" not in host)
