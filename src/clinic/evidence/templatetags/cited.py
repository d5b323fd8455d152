"""DOIs as links. Nothing is asked of another machine until a person follows one."""

import re
from urllib.parse import quote

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_DOI = re.compile(r"doi:(10\.[^\s;,]+)")


@register.filter
def doi(name: str) -> SafeString:
    """One DOI as a link; nothing where there is none."""
    if not name:
        return SafeString("")
    return format_html('<a href="https://doi.org/{}" rel="noreferrer">doi:{}</a>', quote(name, safe="/():;."), name)


@register.filter
def linked(words: str) -> SafeString:
    """A sentence whose DOIs are links."""
    parts, at = [], 0
    for found in _DOI.finditer(words):
        name = _without_what_follows(found[1])
        parts += [conditional_escape(words[at : found.start()]), doi(name)]
        at = found.start(1) + len(name)
    parts.append(conditional_escape(words[at:]))
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped


def _without_what_follows(name: str) -> str:
    """Less a full stop and a bracket that closes around the DOI and not within it."""
    name = name.rstrip(".")
    while name.endswith(")") and name.count(")") > name.count("("):
        name = name[:-1].rstrip(".")
    return name
