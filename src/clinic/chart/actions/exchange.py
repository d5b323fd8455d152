"""Taking in a case file that came from elsewhere."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.pen import take_pen
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Entry

_AT_ONCE = 500


@dataclass(frozen=True)
class Fragment:
    """A part of a case file that is true on one day."""

    on: date
    content: dict[str, Any]


def import_case_file(
    *,
    by: Actor,
    person_id: int,
    fragments: Sequence[Fragment],
    source: str,
    idempotency_key: uuid.UUID,
) -> list[Entry]:
    """Sign every fragment as "case file", all or none. They were validated before. `source` is the reason."""
    if not fragments or not all(fragment.content for fragment in fragments):
        raise ValidationError(_("There is nothing to take in."))
    keys = [uuid.uuid5(idempotency_key, str(number)) for number in range(len(fragments))]
    with (
        refusals_recorded(by=by, action=Action.IMPORT, subject=Subject("chart", str(person_id))),
        transaction.atomic(),
    ):
        allow(by, Permission.IMPORT_CASE_FILE)
        pen = take_pen(by, person_id, keys[:1])
        if pen.earlier:
            return list(Entry.objects.filter(person=pen.person, idempotency_key__in=keys).order_by("id"))
        before = pen.newest_sha256
        entries = Entry.objects.bulk_create(
            [
                pen.draft(
                    on=fragment.on,
                    kind="case file",
                    content=fragment.content,
                    idempotency_key=key,
                    reason=source,
                )
                for fragment, key in zip(fragments, keys, strict=True)
            ],
            batch_size=_AT_ONCE,
        )
        pen.log.append(
            by=by,
            action=Action.IMPORT,
            subject=subject_of(pen.person),
            before=before,
            after=pen.newest_sha256,
            reason=source,
        )
        return entries
