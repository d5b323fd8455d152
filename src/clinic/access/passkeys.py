"""Passkeys of patients, by the library's own ceremony. Staff have a password and a second factor."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from allauth.mfa.webauthn.internal.auth import complete_registration, parse_registration_response
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.accounts.models import User
from clinic.accounts.roles import PATIENT

MOST = 10
"""So many passkeys of one account: a phone, a tablet, a computer, a key or two."""


def may_have_passkeys(user: User) -> bool:
    return user.is_active and user.role == PATIENT.key and not user.is_superuser


def passkeys_of(user: User) -> list[Authenticator]:
    return list(Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).order_by("pk"))


_NOT_FROM_A_BROWSER = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, struct.error)


@contextmanager
def _read_with_care(refusal: str) -> Iterator[None]:
    """What comes is parsed far below, by code that expects a browser. Anything else is refused, and is no fault."""
    try:
        yield
    except (ValidationError, *_NOT_FROM_A_BROWSER) as error:
        raise ValidationError(refusal) from error


class AddPasskeyForm(AddWebAuthnForm):
    """A key that signs in by itself, so the device has to ask for a finger, a face or a PIN."""

    name = forms.CharField(
        label=gettext_lazy("A name for this device"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("For example: my phone."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.initial["name"] = ""

    def clean_name(self) -> str:
        return self.cleaned_data["name"].strip() or _("Passkey")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = forms.Form.clean(self) or {}
        if "credential" in data:
            with _read_with_care(_("This device gave no passkey. Please try again.")):
                parse_registration_response(data["credential"])
                made = complete_registration(data["credential"])
            if not made.is_user_verified():
                raise ValidationError(_("This device did not ask for a finger, a face or a PIN."))
        return data


class PasskeyForm(LoginWebAuthnForm):
    """Signing in. A passkey of somebody who works here opens nothing by itself."""

    def clean_credential(self) -> Authenticator:
        with _read_with_care(_("This passkey is not known here.")):
            authenticator: Authenticator = super().clean_credential()
        user = authenticator.user
        if not isinstance(user, User) or not may_have_passkeys(user):
            raise ValidationError(_("This passkey is not known here."))
        return authenticator
