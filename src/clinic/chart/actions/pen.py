"""The pen that adds entries to one chart: it holds the clinic's turn to write and knows the newest seal."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.chart.actions.reach import people_in_reach, reach
from clinic.chart.models import Entry, Person


@dataclass
class Pen:
    by: Actor
    person: Person
    log: AuditHead
    newest_sha256: str
    earlier: Entry | None  # what this form has already signed, when it was sent twice

    def draft(
        self,
        *,
        on: date,
        kind: str,
        content: dict[str, Any],
        idempotency_key: uuid.UUID,
        corrects: Entry | None = None,
        reason: str = "",
    ) -> Entry:
        """Seal one entry after the newest; it is for the caller to save it."""
        recorded_at = clock.now()
        self._check_day(on, recorded_at)
        assert self.by.user is not None  # nobody has no permissions, and was refused before
        entry = Entry(
            person=self.person,
            on=on,
            recorded_at=recorded_at,
            author=self.by.user,
            author_role=self.by.user.role,
            kind=kind,
            content=content,
            corrects=corrects,
            reason=reason.strip(),
            idempotency_key=idempotency_key,
        )
        entry.seal_after(self.newest_sha256)
        self.newest_sha256 = entry.sha256
        return entry

    def _check_day(self, on: date, recorded_at: datetime) -> None:
        clinic = self.by.user.clinic if self.by.user else None
        today = recorded_at.astimezone(clinic.zone if clinic else None).date()
        if on > today:
            raise ValidationError({"on": _("Nobody can sign what will be true only later (%s).") % on})

    def require_unchanged(self, looked_at: str | None) -> None:
        """The chart is the one that was looked at; None where nothing was checked against it."""
        if looked_at is not None and looked_at != self.newest_sha256:
            raise ValidationError(
                _("Somebody has just signed something else in this chart. Look at it again before you sign.")
            )

    def require_same(self, **said: Any) -> Entry:
        """Sent twice: answer with the entry of the first time, if it says the same."""
        assert self.earlier is not None
        if any(getattr(self.earlier, name) != value for name, value in said.items()):
            raise ValidationError(
                _("This form was signed before with other content. Open it anew and enter the change there.")
            )
        return self.earlier


def take_pen(by: Actor, person_id: int, idempotency_keys: Sequence[uuid.UUID]) -> Pen:
    """Needs an open transaction. The turn to write comes before the look: so nothing comes between."""
    log = AuditHead.locked(by.clinic_id)
    entries = Entry.objects.filter(person=OuterRef("pk"))
    person: Any = reach(
        by,
        person_id,
        people_in_reach(by).annotate(
            newest_sha256=Subquery(entries.order_by("-id").values("sha256")[:1]),
            earlier_id=Subquery(entries.filter(idempotency_key__in=idempotency_keys).order_by("id").values("id")[:1]),
        ),
    )
    earlier = Entry.objects.get(pk=person.earlier_id) if person.earlier_id else None
    return Pen(by, person, log, person.newest_sha256 or "", earlier)
