"""The entries of a chart in words, a page at a time."""

from dataclasses import dataclass

from django.utils.functional import Promise

from clinic.chart.models import Entry
from clinic.entries.leaves import leaves_of
from clinic.person.look import Look
from clinic.person.told import role_in_words

PAGE_SIZE = 25


@dataclass(frozen=True)
class Written:
    """One entry, with what became of it."""

    entry: Entry
    role: str
    lines: tuple[tuple[str | Promise, str], ...]
    corrected_by: int | None


@dataclass(frozen=True)
class Page:
    written: tuple[Written, ...]
    older: int | None
    newer: bool


def page_of(look: Look, newest: int | None = None) -> Page:
    """The entries known at the moment of the view, from the newest one asked for backwards."""
    known = [entry for entry in look.chart.entries if entry.recorded_at <= look.moment.known_at]
    corrections = {entry.corrects_id: entry.pk for entry in known if entry.corrects_id}
    below = [entry for entry in reversed(known) if newest is None or entry.pk <= newest]
    shown, rest = below[:PAGE_SIZE], below[PAGE_SIZE:]
    return Page(
        written=tuple(
            Written(entry, role_in_words(entry.author_role), _lines(entry), corrections.get(entry.pk))
            for entry in shown
        ),
        older=rest[0].pk if rest else None,
        newer=len(below) < len(known),
    )


def _lines(entry: Entry) -> tuple[tuple[str | Promise, str], ...]:
    """Every value but the day of the entry, which stands above them."""
    day = entry.on.isoformat()
    return tuple((leaf.label, leaf.said) for leaf in leaves_of(entry.content) if leaf.value != day)
