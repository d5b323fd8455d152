"""Traces as HTML. A page holds hundreds of lines; as templates that include each other they took most of its time."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.defaultfilters import date as dated
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.chart.models import Entry
from clinic.person.moment import Moment
from clinic.person.told import Told
from clinic.person.tracing import Line

register = template.Library()

NOTHING = SafeString("")


@register.simple_tag(takes_context=True)
def traced_line(context: dict[str, Any], line: Line) -> SafeString:
    """One line of a trace with all below it, as a list item."""
    return _line(line, context["moment"])


@register.simple_tag(takes_context=True)
def traced_below(context: dict[str, Any], line: Line) -> SafeString:
    """What was read for a line, and the lines below it."""
    return _below(line, context["moment"])


@register.simple_tag(takes_context=True)
def traced_value(context: dict[str, Any], told: Told) -> SafeString:
    """One value with its label, and where it comes from."""
    return _told(told, context["moment"], labelled=True)


def _line(line: Line, moment: Moment) -> SafeString:
    words = format_html('<a href="{}">{}</a>', line.url, line.words) if line.url else line.words
    return format_html(
        '<li><svg class="shape" aria-hidden="true" width="16" height="16"><use href="#{}"/></svg>'
        '<span class="visually-hidden">{}: </span>{}{}{}{}</li>',
        line.mark,
        line.mark_name,
        format_html("<b>{}</b> ", line.letter) if line.letter else NOTHING,
        words,
        format_html(' <span class="source">{}</span>', line.source) if line.source else NOTHING,
        _below(line, moment),
    )


def _below(line: Line, moment: Moment) -> SafeString:
    told = _joined(_told(one, moment, labelled=len(line.told) > 1) for one in line.told)
    if not line.lines:
        return told
    left_out = format_html('<li class="muted">{}</li>', line.left_out) if line.left_out else NOTHING
    return format_html("{}<ul>{}{}</ul>", told, _joined(_line(one, moment) for one in line.lines), left_out)


def _told(told: Told, moment: Moment, *, labelled: bool) -> SafeString:
    beside = (told.how, told.by, dated(told.on, "j M Y") if told.on else "")
    return format_html(
        '<span class="told{}">{}<b>{}</b>{}{}{}{}</span>{}',
        "" if told.known else " open",
        f"{told.label}: " if labelled else "",
        told.value,
        _spans(beside),
        _entry(told.entry, moment) if told.entry else NOTHING,
        _spans((told.note,)),
        _ask(told) if told.ask else NOTHING,
        _made_of(told.made_of) if told.made_of else NOTHING,
    )


def _spans(texts: Iterable[str]) -> SafeString:
    return format_html_join("", "<span>{}</span>", ((text,) for text in texts if text))


def _entry(entry: Entry, moment: Moment) -> SafeString:
    where = f"{reverse('entries:list', args=[entry.person_id])}?from={entry.pk}"
    if not moment.is_today:
        where += f"&as_of={moment.day:%Y-%m-%d}"
    words = _("entry %(number)s, %(who)s") % {"number": entry.pk, "who": entry.author.display_name}
    return format_html('<a href="{}#entry-{}">{}</a>', where, entry.pk, words)


def _ask(told: Told) -> SafeString:
    asked = format_html_join(", ", '<a href="{}">{}</a>', ((one.url, one.label) for one in told.ask))
    return format_html("<span>{} {}</span>", _("ask:"), asked)


def _made_of(parts: tuple[str, ...]) -> SafeString:
    words = ngettext("from %(number)s value", "from %(number)s values", len(parts)) % {"number": len(parts)}
    items = format_html_join("", "<li>{}</li>", ((part,) for part in parts))
    return format_html('<details class="made"><summary>{}</summary><ul>{}</ul></details>', words, items)


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308  every part is made by format_html
