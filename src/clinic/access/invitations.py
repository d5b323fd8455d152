"""Inviting somebody to their own account, and taking that back. The clinic does it: it knows whom it invites."""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from clinic import clock
from clinic.access import keys
from clinic.access.models import Ended, Invitation
from clinic.accounts.roles import PATIENT, Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import reach, subject_of
from clinic.chart.models import Person


def person_to_invite(*, by: Actor, person_id: int) -> Person:
    """Whoever registers people may see whether somebody has an account; that opens no chart."""
    subject = Subject("access", str(person_id))
    with refusals_recorded(by=by, action=Action.VIEW, subject=subject):
        allow(by, Permission.REGISTER_PERSON)
        person = reach(by, person_id)
    record(by=by, action=Action.VIEW, subject=subject_of(person, "access"))
    return person


def open_invitations(*, by: Actor) -> QuerySet[Invitation]:
    """Those of the clinic that still work, the newest first."""
    with refusals_recorded(by=by, action=Action.LIST, subject=Subject("invitations")):
        allow(by, Permission.REGISTER_PERSON)
    record(by=by, action=Action.LIST, subject=Subject("invitations"))
    of_clinic = Invitation.objects.open().filter(person__clinic_id=by.clinic_id)
    return of_clinic.select_related("person", "by")


def invite(*, by: Actor, person_id: int, born: date, email: str, language: str) -> tuple[Invitation, str]:
    """A new invitation with its code, which nobody can read again later. An earlier one ends."""
    subject = Subject("access", str(person_id))
    assert by.user is not None
    with refusals_recorded(by=by, action=Action.INVITE, subject=subject), transaction.atomic():
        allow(by, Permission.REGISTER_PERSON)
        log = AuditHead.locked(by.clinic_id)
        person = reach(by, person_id)
        if person.user is not None and person.user.role != PATIENT.key:
            raise ValidationError(_("This person signs in as staff. An invitation would change that account."))
        now = clock.now()
        Invitation.objects.filter(person=person, ended_at=None).update(ended_at=now, ended=Ended.REPLACED, email="")
        # An address is kept no longer than it is needed: what ran out meanwhile forgets it here.
        ran_out = Invitation.objects.filter(person__clinic_id=by.clinic_id, ended_at=None, expires_at__lte=now)
        ran_out.exclude(email="").update(email="")
        code = keys.new_code()
        invitation = Invitation.objects.create(
            person=person,
            by=by.user,
            made_at=now,
            expires_at=now + timedelta(days=settings.INVITATION_DAYS),
            email=email.lower(),
            language=language,
            code_digest=keys.digest_of_code(code),
            birth_digest=keys.digest_of_birth(code, born),
        )
        log.append(by=by, action=Action.INVITE, subject=subject_of(person), reason="by mail" if email else "on paper")
        return invitation, code


def withdraw(*, by: Actor, invitation_id: int) -> Person:
    """From now on it opens nothing."""
    subject = Subject("invitation", str(invitation_id))
    with refusals_recorded(by=by, action=Action.UNINVITE, subject=subject), transaction.atomic():
        allow(by, Permission.REGISTER_PERSON)
        log = AuditHead.locked(by.clinic_id)
        of_clinic = Invitation.objects.filter(person__clinic_id=by.clinic_id).select_related("person")
        invitation = of_clinic.filter(pk=invitation_id).first()
        if invitation is None:
            raise Http404("no such invitation here")
        ended = Invitation.objects.filter(pk=invitation.pk, ended_at=None)
        if ended.update(ended_at=clock.now(), ended=Ended.WITHDRAWN, email=""):
            log.append(by=by, action=Action.UNINVITE, subject=subject_of(invitation.person))
        return invitation.person
