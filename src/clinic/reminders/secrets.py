"""Secrets in addresses that work without a session: of feeds, and of the links that stop mails.

A copy of the database must open nothing. Of a feed's secret only the hash is kept: it is drawn by chance from 256 bits,
so that a plain hash gives nothing away. A link in a mail must hold after the next mail too, so nothing is drawn for it:
it is the number of a row, signed with the key of this clinic.
"""

import hashlib
import secrets

from django.core.signing import BadSignature, Signer

KEY_BYTES = 32
"""Nobody guesses 256 bits; who holds such an address needs no sign-in."""


def a_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def signed_key(purpose: str, number: int) -> str:
    """For an address: letters, digits, "-" and "_"."""
    return _signer(purpose).sign(str(number)).replace(":", "-", 1)


def number_in(purpose: str, key: str) -> int | None:
    """The number that was signed for this purpose; None for any other text. Earlier keys of the clinic
    (SECRET_KEY_FALLBACKS) still count."""
    try:
        return int(_signer(purpose).unsign(key.replace("-", ":", 1)))
    except BadSignature:
        return None


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"clinic.stop.{purpose}")
