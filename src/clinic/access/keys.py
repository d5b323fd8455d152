"""Secrets that open something once. The database keeps what they hash to, never the secret itself."""

import secrets
from datetime import date

from django.utils.crypto import salted_hmac

from clinic.accounts.models import User

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0, 1, I, L, O and U: each is read as another one on paper."""
_GROUP = 4
_GROUPS = 3


def new_key() -> str:
    """For an address that is pressed and not typed: 256 bits."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """For an address that may be typed: twelve letters in groups, 58 bits."""
    letters = [secrets.choice(_LETTERS) for _ in range(_GROUP * _GROUPS)]
    return "-".join("".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP))


def tidied(typed: str) -> str:
    """A code however it was typed; empty when it cannot be one."""
    letters = [letter for letter in typed[:64].upper() if letter not in " -–_."]
    if len(letters) != _GROUP * _GROUPS or not set(letters) <= set(_LETTERS):
        return ""
    return "-".join("".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP))


def digest_of_key(key: str) -> str:
    return _digest("sign-in link", key)


def digest_of_code(code: str) -> str:
    return _digest("invitation", code)


def digest_of_birth(code: str, born: date) -> str:
    """Under the code as well: who holds the database and the server's key still does not know the code."""
    return _digest("date of birth", f"{code} {born.isoformat()}")


def account_as_it_is(user: User) -> str:
    """Changes with whatever says how one signs in, or as what: then an earlier link must not open it."""
    said = (user.pk, user.password, user.email, user.role, user.clinic_id, user.is_active)
    return _digest("account", repr(said))


def _digest(purpose: str, text: str) -> str:
    return salted_hmac(f"clinic.access {purpose}", text, algorithm="sha256").hexdigest()
