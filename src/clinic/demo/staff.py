"""Who works in the demo clinic, and the password that this installation made for them."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import ROLES


@dataclass(frozen=True)
class Account:
    username: str
    given_name: str
    family_name: str
    role: str
    email: str = ""


ACCOUNTS = (
    Account("physio", "Priya", "Nair", "physiotherapist"),
    Account("rmt", "Joel", "Tremblay", "rmt"),
    Account("desk", "Mika", "Sato", "front_desk"),
    Account("lead", "Ingrid", "Halvorsen", "clinic_lead"),
    Account("patient", "", "", "patient", "patient@example.org"),
)
"""The patient's names are those of the person whose chart the account belongs to; links go to the address."""


def password() -> str:
    """Made once for this installation and kept beside its data, so that no password stands in the code."""
    path = Path(settings.DATA_DIR) / "demo-password"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    made = "-".join(secrets.token_hex(2) for _ in range(4))
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made)
    return made


def hire(clinic: Clinic) -> dict[str, User]:
    """The accounts of the demo clinic, by user name."""
    secret = make_password(password())
    users = [
        User(
            username=account.username,
            first_name=account.given_name,
            last_name=account.family_name,
            role=ROLES[account.role].key,
            email=account.email,
            clinic=clinic,
            password=secret,
        )
        for account in ACCOUNTS
    ]
    return {user.username: user for user in User.objects.bulk_create(users)}


def sign_in_lines() -> list[str]:
    """Who can sign in, a line each."""
    return [f"  {account.username:<9}{ROLES[account.role].name}{_or_by_mail(account)}" for account in ACCOUNTS]


def _or_by_mail(account: Account) -> str:
    return f", or by a link mailed to {account.email}" if account.email else ""
