"""Opening a chart, and taking a copy of it. Looking is an event too."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import OuterRef, Subquery

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Entry, Person


@dataclass(frozen=True)
class Chart:
    """A person and every entry in the order of signing, corrected ones too, each with its author."""

    person: Person
    given: tuple[Entry, ...] | None = None
    """Entries that are at hand already; without them they are read when somebody asks."""
    newest_sha256: str = ""
    """The seal of the newest entry: while it is the same, so is the chart."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        if self.given is not None:
            return self.given
        return tuple(Entry.objects.filter(person=self.person).prefetch_related("author").order_by("id"))

    def in_force(self, known_at: datetime | None = None) -> tuple[Entry, ...]:
        """What stood at a moment: recorded by then, and neither corrected nor taken back by then.

        A correction stands where the entry stood that it corrects: what was signed in between may speak of it.
        """
        known = [entry for entry in self.entries if known_at is None or entry.recorded_at <= known_at]
        corrected = {entry.corrects_id for entry in known}
        first: dict[int | None, int] = {}
        for entry in known:
            first[entry.pk] = first.get(entry.corrects_id, entry.pk)
        standing = [entry for entry in known if entry.pk not in corrected and entry.content]
        return tuple(sorted(standing, key=lambda entry: first[entry.pk]))


def open_chart(*, by: Actor, person_id: int) -> Chart:
    """The chart, and an event that says who opened it."""
    return _read(by, person_id, Action.VIEW)


def export_chart(*, by: Actor, person_id: int, reason: str = "") -> Chart:
    """The chart for taking along, with an event of its own."""
    return _read(by, person_id, Action.EXPORT, Permission.EXPORT_CASE_FILE, reason=reason)


def _read(by: Actor, person_id: int, action: Action, *also_needed: Permission, reason: str = "") -> Chart:
    with (
        refusals_recorded(by=by, action=action, subject=Subject("chart", str(person_id))),
        transaction.atomic(),
    ):
        for permission in also_needed:
            allow(by, permission)
        entries = Entry.objects.filter(person=OuterRef("pk")).order_by("-id")
        newest = Subquery(entries.values("sha256")[:1])
        person: Any = reach(by, person_id, people_in_reach(by).annotate(newest_sha256=newest))
        _require_open(by, person)
        record(by=by, action=action, subject=subject_of(person), reason=reason)
        return Chart(person, newest_sha256=person.newest_sha256 or "")


def _require_open(by: Actor, person: Person) -> None:
    own = by.user is not None and person.user_id == by.user.pk
    if not (by.may(Permission.OPEN_CHART) or (own and by.may(Permission.OPEN_OWN_CHART))):
        raise PermissionDenied("needs: open chart")
