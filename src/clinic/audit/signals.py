"""Signing in and out, and changes of how one signs in, leave events like everything else."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import password_changed, password_set
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from clinic.accounts.models import User
from clinic.audit.actor import NO_CLINIC, Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Result, Subject


def _account(user: User) -> Subject:
    return Subject("account", str(user.pk))


@receiver(user_logged_in)
def _signed_in(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    record(by=Actor.of(request, user), action=Action.SIGN_IN, subject=_account(user), reason=_way_in(request, user))


_WAYS_IN = {"password": "", "link": "by a mailed link", "invitation": "by an invitation", "passkey": "by a passkey"}


def _way_in(request: HttpRequest, user: User) -> str:
    """How they got in, where it was not by a password."""
    for one in reversed(get_authentication_records(request, user)):
        method = "passkey" if one.get("passwordless") else one["method"]
        if method in _WAYS_IN:
            return _WAYS_IN[method]
    return ""


@receiver(user_logged_out)
def _signed_out(request: HttpRequest, user: User | None, **_kwargs: Any) -> None:
    if user is not None:
        record(by=Actor.of(request, user), action=Action.SIGN_OUT, subject=_account(user))


@receiver(user_login_failed)
def _failed_to_sign_in(credentials: dict[str, Any], request: HttpRequest | None = None, **_kwargs: Any) -> None:
    """An unknown name is not written down: people type passwords into that field by mistake."""
    user = User.objects.filter(username__iexact=str(credentials.get("username", ""))).first()
    _failed(request, user)


@receiver(mfa.authentication_failed)
def _failed_second_factor(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    _failed(request, user)


def _failed(request: HttpRequest | None, user: User | None) -> None:
    origin = Actor.of(request) if request is not None else Actor()
    record(
        # Whoever typed it has not shown to be the owner of the account: the event names the account, not a
        # person.
        by=Actor(address=origin.address, device=origin.device),
        action=Action.SIGN_IN_FAILED,
        subject=_account(user) if user else Subject("account"),
        clinic_id=(user.clinic_id if user else None) or NO_CLINIC,
        result=Result.REFUSED,
    )


@receiver([password_changed, password_set])
def _password(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    record(by=Actor.of(request, user), action=Action.PASSWORD, subject=_account(user))


@receiver([mfa.authenticator_added, mfa.authenticator_removed, mfa.authenticator_reset])
def _second_factor(signal: Any, request: HttpRequest, user: User, **_kwargs: Any) -> None:
    changes = {
        mfa.authenticator_added: "added",
        mfa.authenticator_removed: "removed",
        mfa.authenticator_reset: "renewed",
    }
    record(
        by=Actor.of(request, user),
        action=Action.SECOND_FACTOR,
        subject=_account(user),
        reason=changes[signal],
    )
