"""Sign-in links: asked for by an address, mailed, used once."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop

from clinic import clock
from clinic.access import keys, mail
from clinic.access.addresses import absolute
from clinic.access.models import SignInLink
from clinic.accounts.models import User
from clinic.accounts.roles import PATIENT
from clinic.audit.actor import NO_CLINIC, Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Result, Subject

_A_DAY = timedelta(days=1)


def may_use_links(user: User) -> bool:
    """Patients alone. Who works here opens other people's charts, and needs more than a mailbox for it."""
    return user.is_active and user.role == PATIENT.key and bool(user.email) and not user.is_superuser


@dataclass(frozen=True)
class Mailed:
    """One account of an address, as its mail shows it."""

    name: str
    phone: str
    address: str


def mail_links(*, email: str, language: str, then: str, origin: Actor) -> None:
    """Mail a link for each account that has this address: families share one. Runs behind the page that asked."""
    found = User.objects.filter(email__iexact=email, role=PATIENT.key, is_active=True, is_superuser=False)
    users = [user for user in found.select_related("clinic", "person").order_by("pk") if may_use_links(user)]
    if not users:
        # What was typed is not kept: it may be anybody's.
        _asked(origin, None, Result.REFUSED)
        return
    mailed = [one for user in users if (one := _new_link(user, then, origin)) is not None]
    if mailed:
        mail.send(
            "link",
            to=users[0].email,
            language=users[0].language or language,
            subject=gettext_noop("Your sign-in link"),
            context={"links": mailed, "minutes": settings.SIGN_IN_LINK_MINUTES},
        )


def _new_link(user: User, then: str, origin: Actor) -> Mailed | None:
    now = clock.now()
    with transaction.atomic():
        SignInLink.objects.filter(expires_at__lt=now - _A_DAY).delete()
        today = SignInLink.objects.filter(user=user, made_at__gt=now - _A_DAY).count()
        if today >= settings.SIGN_IN_LINKS_A_DAY:
            _asked(origin, user, Result.REFUSED)
            return None
        key = keys.new_key()
        SignInLink.objects.create(
            user=user,
            key_digest=keys.digest_of_key(key),
            account=keys.account_as_it_is(user),
            then=then,
            made_at=now,
            expires_at=now + timedelta(minutes=settings.SIGN_IN_LINK_MINUTES),
        )
        _asked(origin, user, Result.DONE)
    assert user.clinic is not None
    return Mailed(user.first_name or user.display_name, user.clinic.phone, absolute("access:open", [key]))


def owner_of(key: str) -> User | None:
    """Whose account an open link is for. Looking does not use it up: mail programs look at links too."""
    link = SignInLink.objects.filter(key_digest=keys.digest_of_key(key), used_at=None, expires_at__gt=clock.now())
    return _owner(link.select_related("user__clinic").first())


def use(key: str) -> tuple[User, str] | None:
    """Take the link, once and for all: of two who press at the same moment, one gets it. Also where they wanted to."""
    now = clock.now()
    digest = keys.digest_of_key(key)
    taken = SignInLink.objects.filter(key_digest=digest, used_at=None, expires_at__gt=now).update(used_at=now)
    if not taken:
        return None
    link = SignInLink.objects.select_related("user__clinic").get(key_digest=digest)
    user = _owner(link)
    if user is None:
        return None
    # Whoever got in needs no other link that lies in the mailbox.
    SignInLink.objects.filter(user=user, used_at=None).update(used_at=now)
    return user, link.then


def _owner(link: SignInLink | None) -> User | None:
    if link is None or not may_use_links(link.user) or link.account != keys.account_as_it_is(link.user):
        return None
    return link.user


def _asked(origin: Actor, user: User | None, result: Result) -> None:
    """Whoever typed the address has not shown to be its owner: the event names the account, not a person."""
    person = getattr(user, "person", None)
    record(
        by=origin,
        action=Action.ASK_LINK,
        subject=Subject(
            "account",
            str(user.pk) if user else "",
            person.pk if person else None,
            person.chart_number if person else "",
        ),
        clinic_id=(user.clinic_id if user else None) or NO_CLINIC,
        result=result,
    )
