"""Signing a statement, and correcting one."""

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.pen import take_pen
from clinic.chart.actions.reach import people_in_reach, subject_of
from clinic.chart.models import Entry, Person
from clinic.chart.own_words import require_own_words
from clinic.chart.rooms import permission_for, permissions_of
from clinic.chart.told import INTAKE, require_dangers_kept, require_not_said


def sign_entry(
    *,
    by: Actor,
    person_id: int,
    on: date,
    kind: str,
    content: dict[str, Any],
    idempotency_key: uuid.UUID,
    reason: str = "",
    looked_at: str | None = None,
) -> Entry:
    """Sign one statement. Sending the same form again answers with the same entry and writes nothing.

    ``looked_at``: the seal of the newest entry of the chart that the statement was checked against. It is signed only
    while that is the newest still: nothing comes between the check and the signature.
    """
    permission = permission_for(kind)
    if not content:
        raise ValidationError({"content": _("There is nothing to sign.")})
    with (
        refusals_recorded(by=by, action=Action.SIGN, subject=Subject("chart", str(person_id))),
        transaction.atomic(),
    ):
        for needed in (permission, *permissions_of(content)):
            allow(by, needed)
        require_own_words(kind, content, by.user.role if by.user else "")
        pen = take_pen(by, person_id, [idempotency_key])
        if pen.earlier:
            return pen.require_same(on=on, kind=kind, content=content)
        pen.require_unchanged(looked_at)
        if kind == INTAKE:
            require_not_said(content, _standing(pen.person))
        before = pen.newest_sha256
        entry = pen.draft(on=on, kind=kind, content=content, idempotency_key=idempotency_key, reason=reason)
        entry.save()
        pen.log.append(
            by=by,
            action=Action.SIGN,
            subject=subject_of(pen.person, "entry", entry.pk),
            before=before,
            after=entry.sha256,
            reason=entry.reason,
        )
        return entry


def correct_entry(
    *,
    by: Actor,
    entry_id: int,
    content: dict[str, Any],
    reason: str,
    idempotency_key: uuid.UUID,
    on: date | None = None,
) -> Entry:
    """Say an earlier entry anew, with the reason. Empty content takes it back altogether."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the earlier entry is corrected.")})
    with (
        refusals_recorded(by=by, action=Action.CORRECT, subject=Subject("entry", str(entry_id))),
        transaction.atomic(),
    ):
        allow(by, Permission.CORRECT_OWN_ENTRIES, Permission.CORRECT_ANY_ENTRY)
        corrected = Entry.objects.filter(pk=entry_id, person__in=people_in_reach(by)).first()
        if corrected is None:
            raise Http404("no such entry here")
        if not _may_correct(by, corrected):
            raise PermissionDenied("needs: correct any entry")
        for needed in permissions_of(content):
            allow(by, needed)
        require_own_words(corrected.kind, content, by.user.role if by.user else "")
        pen = take_pen(by, corrected.person_id, [idempotency_key])
        if pen.earlier:
            return pen.require_same(corrects_id=corrected.pk, content=content, reason=reason.strip())
        if corrected.kind == INTAKE:
            if corrected.author_id == (by.user.pk if by.user else None):
                is_moved = bool(content) and on is not None and on != corrected.on
                require_dangers_kept(corrected.content, content, is_moved=is_moved)
            require_not_said(content, _standing(pen.person, but=corrected), instead_of=corrected.content)
        if later := corrected.corrections.first():
            raise ValidationError(
                _("This entry was corrected before. Correct its correction (entry %s) instead.") % later.pk
            )
        before = pen.newest_sha256
        entry = pen.draft(
            on=on or corrected.on,
            kind=corrected.kind,
            content=content,
            corrects=corrected,
            reason=reason,
            idempotency_key=idempotency_key,
        )
        entry.save()
        pen.log.append(
            by=by,
            action=Action.CORRECT,
            subject=subject_of(pen.person, "entry", entry.pk),
            before=before,
            after=entry.sha256,
            reason=entry.reason,
        )
        return entry


def _standing(person: Person, but: Entry | None = None) -> list[dict[str, Any]]:
    """What the chart says beside the days of the diary and of the home programme, which hold no such facts."""
    entries = Entry.objects.filter(person=person, corrections__isnull=True).exclude(kind__in=("diary", "home"))
    if but is not None:
        entries = entries.exclude(pk=but.pk)
    return list(entries.values_list("content", flat=True))


def _may_correct(by: Actor, entry: Entry) -> bool:
    own = by.user is not None and entry.author_id == by.user.pk
    return by.may(Permission.CORRECT_ANY_ENTRY) or (own and by.may(Permission.CORRECT_OWN_ENTRIES))
