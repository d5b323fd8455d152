"""Taking up an invitation: the code and the date of birth, a few tries, then an account of one's own."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.db.models import F

from clinic import clock
from clinic.access import keys
from clinic.access.models import Ended, Invitation, SignInLink
from clinic.accounts.models import User
from clinic.accounts.roles import PATIENT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.words import Action, Result
from clinic.chart.actions.reach import subject_of


@dataclass(frozen=True)
class Wrong:
    """The date was not that of the person."""

    tries_left: int


def is_open(code: str) -> bool:
    """Whether the code opens something. Says nothing of whom it is for."""
    return Invitation.objects.open().filter(code_digest=keys.digest_of_code(code)).exists()


def take_up(*, code: str, born: date, origin: Actor) -> User | Wrong | None:
    """The account, a wrong date, or nothing any more. Two who come at once with one code: one gets in."""
    found = Invitation.objects.open().filter(code_digest=keys.digest_of_code(code))
    invitation = found.select_related("person__clinic", "person__user").first()
    if invitation is None:
        return None
    person = invitation.person
    with transaction.atomic():
        log = AuditHead.locked(person.clinic_id)
        # Counted before it is judged: guesses that arrive together cannot share a try.
        counted = Invitation.objects.filter(pk=invitation.pk, ended_at=None, tries__lt=settings.INVITATION_TRIES)
        if not counted.update(tries=F("tries") + 1):
            return None
        invitation.refresh_from_db(fields=["tries"])
        if not hmac.compare_digest(invitation.birth_digest, keys.digest_of_birth(code, born)):
            left = settings.INVITATION_TRIES - invitation.tries
            log.append(by=origin, action=Action.TAKE_UP, subject=subject_of(person), result=Result.REFUSED)
            if left <= 0:
                _end(invitation, Ended.TRIED)
            return Wrong(max(left, 0))
        _end(invitation, Ended.TAKEN)
        user = _account(invitation)
        by = Actor(user, origin.address, origin.device)
        log.append(by=by, action=Action.TAKE_UP, subject=subject_of(person))
        return user


def _end(invitation: Invitation, how: Ended) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(ended_at=clock.now(), ended=how, email="")


def _account(invitation: Invitation) -> User:
    """A new account, or the old one with everything gone that opened it: a lost phone opens nothing any more."""
    person = invitation.person
    user = person.user if person.user is not None and person.user.is_active else None
    if user is None:
        user = User(username=f"p-{secrets.token_hex(8)}", role=PATIENT.key, clinic=person.clinic)
    user.first_name, user.last_name = (person.preferred_name or person.given_name), person.family_name
    user.email = invitation.email
    user.language = invitation.language
    # Sessions hang on the password: a new unusable one ends them all.
    user.set_unusable_password()
    user.save()
    Authenticator.objects.filter(user=user).delete()
    SignInLink.objects.filter(user=user).delete()
    if person.user_id != user.pk:
        person.user = user
        person.account_closed_at = None  # whoever closed an account and comes again has one again
        person.save(update_fields=["user", "account_closed_at"])
    return user
