"""Where the sign-in of django-allauth follows the ways of a clinic."""

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import User
from clinic.accounts.roles import PATIENT


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the clinic."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_overview")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A patient whose passkey is out of reach has a link mailed: coming in by it shows who it is."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if methods and isinstance(user, User) and user.role == PATIENT.key and user.email:
            by_mail = {"id": "link", "description": _("Have a link mailed to you"), "url": reverse("access:ask")}
            methods.append(by_mail)
        return methods


class MFAAdapter(DefaultMFAAdapter):
    """Secrets of second factors are kept encrypted, so that a copy of the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def is_mfa_enabled(self, user: Any, types: Sequence[str] | None = None) -> bool:
        """A passkey is a patient's whole way in, not a second lock: a link or a password does not ask for it too.

        The library asks about several kinds at once when it means a second lock.
        """
        if types is None or len(types) > 1:
            types = [each for each in types or Authenticator.Type.values if each != Authenticator.Type.WEBAUTHN]
        return bool(super().is_mfa_enabled(user, types))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that a phone shows beside a passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Concordant"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """Shown by the phone when somebody has several: the name of a person, not of an account made by a machine."""
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"name": user.display_name}


def _cipher() -> MultiFernet:
    """The present key first; earlier ones (SECRET_KEY_FALLBACKS) still open what they closed."""
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    digests = [hashlib.sha256(b"second factors:" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
