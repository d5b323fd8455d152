"""One day of one chart: its versions, what stands of it, and making the chart say that."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta, timezone
from functools import cached_property
from typing import Any

from django.db.models import Q

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart, correct_entry, sign_entry
from clinic.chart.models import Entry, Person
from clinic.person.case import case_of
from clinic.sync.answers import Status
from clinic.sync.models import SentRow
from clinic.sync.sent import DIARY, HOME, fragment_of
from clinic.sync.versions import Rows, Standing, Version, standing
from concordant.plan.at_home import home_items

# Signed with the entry, and so in one language whoever signs.
TWO_ANSWERS = "Two answers were given for this day. What they differ in waits until it is said which is right."
SAID_ANEW = "Said anew by whoever wrote it down."


class Day:
    """Of the diary, or of one exercise."""

    def __init__(self, by: Actor, person: Person, kind: str, day: date, item: str = "") -> None:
        self.by = by
        self.person = person
        self.kind = kind
        self.day = day
        self.item = item
        self.versions: dict[uuid.UUID, Version] = {}

    # --- what is known ------------------------------------------------------------------------------------

    def load(self, sent: Iterable[Version] | None = None, entries: Iterable[Entry] | None = None) -> None:
        """The versions that came by devices, and what was signed in the chart by other ways since.

        ``sent``: the former, where they are at hand already; ``entries``: those in force, oldest first, likewise.
        """
        if entries is not None:
            self._entries = [one for one in entries if one.on == self.day and self._speaks(one)]
        if sent is None:
            same = {"person": self.person, "kind": self.kind, "day": self.day, "item": self.item}
            sent = map(version_of, SentRow.objects.filter(**same).order_by("id"))
        self.versions = {one.key: one for one in sent}
        if adopted := self._adopted():
            self.versions[adopted.key] = adopted

    def add(self, sent: SentRow) -> None:
        """Keep a row, and before it what it may not have known of."""
        for one in self.versions.values():
            if one.adopted and not self._is_kept(one):
                self._keep_adopted(one)
        sent.save()
        self.versions[sent.key] = version_of(sent)

    @property
    def standing(self) -> Standing:
        return standing(self.versions.values())

    def status_of(self, key: uuid.UUID) -> Status:
        """What became of a row, as it stands now."""
        found = self.standing
        if key not in {one.key for one in found.heads}:
            return Status.REPLACED
        return Status.ASKS if found.is_disputed else Status.SAVED

    def programme(self) -> frozenset[str]:
        """What the signed plans give to do on that day."""
        case = case_of(Chart(self.person))
        return frozenset(one.id for one in home_items(case.plans, self.day) if one.active)

    # --- the chart ----------------------------------------------------------------------------------------

    def write(self, cause: uuid.UUID) -> None:
        """Make the chart say what stands. ``cause``: the row that was taken in."""
        found = self.standing
        if not found.is_disputed and any(one.adopted for one in found.heads):
            return  # the chart says it already
        if found.is_disputed and not all(map(self._may_replace, self._entries)):
            return  # one of the two is the clinic's own: it stands until it is said which is right
        content = fragment_of(self.kind, self.day, self.item, found.agreed, found.written)
        if content == ({self.kind: rows} if (rows := self._rows()) else {}):
            return
        mine = [one for one in self._entries if self._may_replace(one)]
        newest = self._entries[-1] if self._entries else None
        reason = self._reason(found)
        for entry in mine:
            last = entry is newest
            key = cause if last else uuid.uuid5(cause, str(entry.pk))
            self._say(key, content if last else {}, reason, entry.pk)
        if content and newest not in mine:
            self._say(cause, content, reason)
        del self._entries

    def _say(self, key: uuid.UUID, content: dict[str, Any], reason: str, corrects: int | None = None) -> None:
        if corrects is None:
            kind, person = self.kind, self.person.pk
            sign_entry(by=self.by, person_id=person, on=self.day, kind=kind, content=content, idempotency_key=key)
        else:
            correct_entry(by=self.by, entry_id=corrects, content=content, reason=reason, idempotency_key=key)

    def _reason(self, found: Standing) -> str:
        return TWO_ANSWERS if found.is_disputed else SAID_ANEW

    def _may_replace(self, entry: Entry) -> bool:
        """One's own, about nothing else. What somebody else wrote stays."""
        own = self.by.user is not None and entry.author_id == self.by.user.pk
        return own and entry.content.keys() == {self.kind} and all(map(self._is_mine, entry.content[self.kind]))

    def _is_mine(self, row: dict[str, Any]) -> bool:
        return row["date"] == self.day.isoformat() and row.get("intervention", "") == self.item

    @cached_property
    def _entries(self) -> list[Entry]:
        """Those in force that speak of this, oldest first."""
        entries = Entry.objects.filter(
            person=self.person, on=self.day, corrections__isnull=True, content__has_key=self.kind
        ).order_by("id")
        return [one for one in entries if self._speaks(one)]

    def _speaks(self, entry: Entry) -> bool:
        return any(map(self._is_mine, entry.content.get(self.kind, ())))

    def _rows(self) -> Rows:
        """As the chart says them now; of two for the same headache, the later."""
        rows = (row for entry in self._entries for row in entry.content[self.kind] if self._is_mine(row))
        found = {row.get("headache"): row for row in rows}
        return [found[one] for one in sorted(found, key=lambda one: one or "")]

    # --- what was signed in the chart itself --------------------------------------------------------------

    def _adopted(self) -> Version | None:
        """What stands in the chart by another way than a device; its signer had all earlier versions before them."""
        signed = [one for one in self._entries if not self._is_written_here(one)]
        newest = signed[-1] if signed else self._taken_back()
        if newest is None or newest.idempotency_key in self.versions:
            return None
        says = [{name: value for name, value in row.items() if name not in _HEADING} for row in self._rows()]
        zone = self.person.clinic.zone
        return Version(
            newest.idempotency_key, frozenset(self.versions), says, newest.recorded_at.astimezone(zone), adopted=True
        )

    def _taken_back(self) -> Entry | None:
        """The entry that took back everything that was said, on the page of entries."""
        if self._entries or not self.versions:
            return None
        empty = Entry.objects.filter(person=self.person, on=self.day, kind=self.kind, content={})
        for one in empty.select_related("corrects").order_by("-id"):
            if one.corrects is not None and any(map(self._is_mine, one.corrects.content.get(self.kind, ()))):
                return None if self._is_written_here(one) else one
        return None

    def _is_written_here(self, entry: Entry) -> bool:
        """By ``write``, for a row that a device sent."""
        keys = {one.key for one in self.versions.values() if not one.adopted}
        return entry.idempotency_key in keys

    def _is_kept(self, version: Version) -> bool:
        return SentRow.objects.filter(person=self.person, key=version.key).exists()

    def _keep_adopted(self, version: Version) -> None:
        SentRow(
            person=self.person,
            key=version.key,
            kind=self.kind,
            day=self.day,
            item=self.item,
            says=version.says,
            based_on=sorted(map(str, version.based_on)),
            written_at=version.written,
            zone_min=_minutes_of(version),
            received_at=clock.now(),
        ).save()


def entries_since(person: Person, first: date) -> list[Entry]:
    """In force, of the diary and the home programme, oldest first. One statement."""
    of_days = Q(content__has_key=DIARY) | Q(content__has_key=HOME)
    return list(Entry.objects.filter(of_days, person=person, on__gte=first, corrections__isnull=True).order_by("id"))


_HEADING = ("date", "intervention", "recorded")


def version_of(row: SentRow) -> Version:
    """Times on the clocks where it was written."""
    return Version(
        key=row.key,
        based_on=frozenset(map(uuid.UUID, row.based_on)),
        says=row.says,
        written=row.written_at.astimezone(timezone(timedelta(minutes=row.zone_min))),
        adopted=row.device is None,
    )


def _minutes_of(version: Version) -> int:
    offset = version.written.utcoffset() or timedelta(0)
    return int(offset.total_seconds() // 60)
