"""Mails to patients: what to press, how long it works, and nothing of health; not even the clinic's name tells why."""

from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation


def send(template: str, *, to: str, language: str, subject: str, context: Mapping[str, Any]) -> None:
    """One plain text. `subject` is a message of the catalogue; it is said in the language of the mail."""
    with translation.override(language):
        body = render_to_string(f"access/mail/{template}.txt", {**context, "to": to})
        said = translation.gettext(subject)
    EmailMessage(subject=said, body=body.strip() + "\n", to=[to]).send()
