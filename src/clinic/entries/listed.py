"""The entries of a chart in words, a page at a time, each with what became of it."""

from dataclasses import dataclass

from django.utils.functional import Promise

from clinic.accounts.roles import Permission, role_in_words
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.entries.leaves import leaves_of
from clinic.person.moment import Moment

PAGE_SIZE = 25


@dataclass(frozen=True)
class Written:
    """One entry, and the entry that corrects it."""

    entry: Entry
    role: str
    lines: tuple[tuple[str | Promise, str], ...]
    corrected_by: Entry | None
    may_correct: bool


@dataclass(frozen=True)
class Page:
    written: tuple[Written, ...]
    older: int | None
    newer: bool


def page_of(chart: Chart, by: Actor, moment: Moment, newest: int | None = None) -> Page:
    """The entries known at the moment of the view, from the newest one asked for backwards.

    Nothing is read into a case here: a chart that does not add up is put right on this page.
    """
    known = [entry for entry in chart.entries if entry.recorded_at <= moment.known_at and _may_read(by, entry)]
    corrections = {entry.corrects_id: entry for entry in known if entry.corrects_id}
    below = [entry for entry in reversed(known) if newest is None or entry.pk <= newest]
    shown, rest = below[:PAGE_SIZE], below[PAGE_SIZE:]
    return Page(
        written=tuple(_written(entry, corrections.get(entry.pk), by, moment) for entry in shown),
        older=rest[0].pk if rest else None,
        newer=len(below) < len(known),
    )


def _written(entry: Entry, corrected_by: Entry | None, by: Actor, moment: Moment) -> Written:
    standing = moment.is_today and corrected_by is None and bool(entry.content)
    return Written(
        entry=entry,
        role=role_in_words(entry.author_role),
        lines=_lines(entry, by),
        corrected_by=corrected_by,
        may_correct=standing and may_correct(by, entry),
    )


def _lines(entry: Entry, by: Actor) -> tuple[tuple[str | Promise, str], ...]:
    """Every value but the day of the entry, which stands above them."""
    day = entry.on.isoformat()
    leaves = [leaf for leaf in leaves_of(entry.content) if leaf.value != day]
    if not by.may(Permission.OPEN_CHART):
        leaves = [leaf for leaf in leaves if not {"note", "done"} & set(leaf.path)]
    return tuple((leaf.label, leaf.said) for leaf in leaves)


def _may_read(by: Actor, entry: Entry) -> bool:
    """What therapists write for each other is no part of one's own list; who wants it asks the clinic for a copy."""
    return entry.kind != "treatment" or by.may(Permission.OPEN_CHART)


def may_correct(by: Actor, entry: Entry) -> bool:
    """One's own entries, or anybody's."""
    own = by.user is not None and entry.author_id == by.user.pk and by.may(Permission.CORRECT_OWN_ENTRIES)
    return own or by.may(Permission.CORRECT_ANY_ENTRY)
