"""The e-mail address of an account. Only one is kept that somebody who was signed in has shown to read."""

import secrets
import time

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language, gettext_noop

from clinic.access import mail
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject

_SESSION = "access.address"
_SECONDS = 15 * 60
_TRIES = 5


def mail_code(request: HttpRequest, email: str) -> None:
    """Six digits to the new address; they are typed where they were asked for.

    A link would do for whoever reads that mailbox: with a typing mistake in the address, that is a stranger.
    """
    code = f"{secrets.randbelow(1_000_000):06}"
    # The session lies on the server. The browser holds its number alone.
    request.session[_SESSION] = {"email": email.lower(), "code": code, "until": time.time() + _SECONDS, "tries": 0}
    mail.send(
        "code",
        to=email,
        language=get_language() or "",
        subject=gettext_noop("Your code"),
        context={"code": code, "minutes": _SECONDS // 60},
    )


def waiting(request: HttpRequest) -> str:
    """The address that waits for its code; empty when none does."""
    kept = request.session.get(_SESSION)
    if kept is None or kept["until"] < time.time() or kept["tries"] >= _TRIES:
        request.session.pop(_SESSION, None)
        return ""
    return str(kept["email"])


def keep(request: HttpRequest, user: User, code: str) -> bool:
    """Whether the code was right: then the address is theirs, and whoever reads the old one is told."""
    email = waiting(request)
    if not email:
        return False
    kept = request.session[_SESSION]
    kept["tries"] += 1
    request.session.modified = True
    if not constant_time_compare(kept["code"], code):
        return False
    del request.session[_SESSION]
    _change(request, user, email)
    return True


def remove(request: HttpRequest, user: User) -> None:
    _change(request, user, "")


def _change(request: HttpRequest, user: User, email: str) -> None:
    old, user.email = user.email, email
    user.save(update_fields=["email"])
    record(
        by=Actor.of(request),
        action=Action.ADDRESS,
        subject=Subject("account", str(user.pk)),
        reason="set" if email else "removed",
    )
    if old and old.lower() != email:
        mail.send(
            "changed",
            to=old,
            language=user.language or get_language() or "",
            subject=gettext_noop("Your address was changed"),
            context={"phone": user.clinic.phone if user.clinic else ""},
        )
