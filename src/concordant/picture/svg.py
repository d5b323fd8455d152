"""From a declaration to a picture. Numbers are put in after compiling, which takes longer than to draw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import altair as alt

Vega: TypeAlias = "dict[str, Any]"

_ROLES = re.compile(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")')
"""Roles of the parts of the picture, which have no names: the whole picture has one role and one name."""
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_NO_LETTER = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold: control characters, halves of pairs. The drawing library ends the whole process over one."""


def writable(text: str) -> str:
    """Text from elsewhere (a name in a file) as a picture can hold it."""
    return _NO_LETTER.sub("\ufffd", text)


def compiled(template: alt.LayerChart) -> Vega:
    """A template in Vega, which has no more to be checked: to be kept by whoever draws it often."""
    import vl_convert

    found: Vega = vl_convert.vegalite_to_vega(template.to_dict())
    return found


def drawn(vega: Vega, *, data: Mapping[str, Any], parameters: Mapping[str, Any], height: float | None = None) -> str:
    """The picture with these numbers in its named data and parameters. Every address is refused: nothing is fetched."""
    import vl_convert

    filled = {
        **vega,
        "data": [{**one, "values": data[one["name"]]} if one["name"] in data else one for one in vega["data"]],
        "signals": [
            {**one, "value": parameters[one["name"]]} if one["name"] in parameters else one for one in vega["signals"]
        ],
    }
    if height is not None:
        filled["height"] = height
    picture: str = vl_convert.vega_to_svg(filled, allowed_base_urls=[])
    return _ROLES.sub("", picture)


def stand_alone(picture: str, *, name: str, title: str, description: str) -> str:
    """With its title and description. ``name`` makes its ids the only ones of their kind on a page.

    Raises ValueError for a name that cannot be part of an id.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be part of an id: letters a to z, digits and hyphens, a letter first")
    opening, rest = picture.split(">", 1)
    return (
        f'{opening} role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(writable(title))}</title>'
        f'<desc id="{name}-desc">{escape(writable(description))}</desc>{rest}'
    )
