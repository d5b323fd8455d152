"""Signing a letter: permission, the kept document and the audit event in one transaction."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent, AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Result, Subject
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Entry
from clinic.ledger.models import ChainBreak, first_break
from clinic.letters.models import SignedLetter
from concordant.letters.draft import Draft
from concordant.letters.keeping import to_json
from concordant.letters.typesetting import pdf


def sign_letter(
    *,
    by: Actor,
    chart: Chart,
    draft: Draft,
    as_of: date,
    registration: str,
    letterhead: str,
    addressee: str,
    idempotency_key: uuid.UUID,
) -> SignedLetter:
    """Set it, keep the bytes and seal them. Sending the same form again answers with the same letter.

    ``chart``: as it was looked at when the letter was written; it is signed only while nothing was added since.
    """
    person_id = chart.person.pk
    text = to_json(draft)
    with refusals_recorded(by=by, action=Action.WRITE, subject=Subject("chart", str(person_id))):
        allow(by, Permission.SIGN_LETTER)
        # Before the turn to write: a long letter keeps nobody else in the clinic waiting.
        document = pdf(draft.letter)
        with transaction.atomic():
            log = AuditHead.locked(by.clinic_id)
            person = reach(by, person_id, people_in_reach(by))
            earlier = SignedLetter.objects.filter(person=person, idempotency_key=idempotency_key).first()
            if earlier is not None:
                if earlier.draft != text:
                    raise ValidationError(_("This form was signed before with other content. Open it anew."))
                return earlier
            _require_unchanged(chart)
            assert by.user is not None  # nobody has no permissions, and was refused before
            letter = SignedLetter(
                person=person,
                recorded_at=clock.now(),
                author=by.user,
                author_role=by.user.role,
                kind=draft.kind,
                as_of=as_of,
                to=addressee.split("\n", 1)[0],
                registration=registration,
                letterhead=letterhead,
                addressee=addressee,
                draft=text,
                document=document,
                document_sha256=SignedLetter.sha256_of(document),
                idempotency_key=idempotency_key,
            )
            letters = SignedLetter.objects.filter(person=person)
            newest = letters.order_by("-id").values_list("sha256", flat=True).first()
            letter.seal_after(newest or "")
            letter.save()
            log.append(
                by=by,
                action=Action.WRITE,
                subject=subject_of(person, "letter", letter.pk),
                before=newest or "",
                after=letter.sha256,
                reason=f"{letter.kind}: {letter.to}",
            )
            return letter


def _require_unchanged(chart: Chart) -> None:
    newest = Entry.objects.filter(person=chart.person).order_by("-id").values_list("sha256", flat=True).first()
    if (newest or "") != chart.newest_sha256:
        raise ValidationError(_("Somebody has just signed something in this chart. Look at the letter again."))


def open_letter(*, by: Actor, person_id: int, letter_id: int) -> SignedLetter:
    """A kept letter, and an event that says who took it out, or tried to."""
    subject = Subject("letter", str(letter_id))
    with refusals_recorded(by=by, action=Action.EXPORT, subject=subject), transaction.atomic():
        allow(by, Permission.OPEN_CHART)
        person = reach(by, person_id, people_in_reach(by))
        found = SignedLetter.objects.filter(person=person, pk=letter_id).select_related("author").first()
        if found is None:
            raise Http404("no such letter here")
        record(by=by, action=Action.EXPORT, subject=subject_of(person, "letter", letter_id))
        return found


def verify_letters(person_id: int, clinic_id: int) -> ChainBreak | None:
    """The first letter that does not hold; None when all do. The log knows which was signed last."""
    letters = list(SignedLetter.objects.filter(person=person_id).order_by("id"))
    if broken := first_break(letters):
        return broken
    events = AuditEvent.objects.filter(
        clinic_id=clinic_id, person_id=person_id, action=Action.WRITE, result=Result.DONE
    )
    last_signed = events.order_by("-id").values_list("version_after", flat=True).first()
    if (last_signed or "") != (letters[-1].sha256 if letters else ""):
        return ChainBreak(None, "its newest letters are not those that were signed last")
    return None
