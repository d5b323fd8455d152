"""Which brightness was chosen in this browser."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "theme"
"""Brightness is of a screen and of the room around it, not of a person: so it is kept in the browser that chose it, and
works before anybody signs in. It says nothing of anybody."""
AS_DEVICE = "device"
THEMES: Mapping[str, str | Promise] = MappingProxyType(
    {AS_DEVICE: _("As my device"), "light": _("Light"), "dark": _("Dark"), "dim": _("Dim")}
)


def chosen(request: HttpRequest) -> str:
    """Never anything but one of the themes: a cookie can hold any text."""
    told = request.COOKIES.get(COOKIE, "")
    return told if told in THEMES else AS_DEVICE


def theme(request: HttpRequest) -> dict[str, object]:
    """Context of every page. The page itself names its theme, so nothing flashes and no script is needed."""
    return {"theme": chosen(request), "themes": THEMES}
