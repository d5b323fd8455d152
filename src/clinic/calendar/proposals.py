"""What is proposed for a series, and how it travels to a page and back: signed, so that it comes back as it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.calendar.models import PrescribedVisit, Room, Series
from concordant.booking.solution import Code, Reason

_SALT = "clinic.calendar.proposals"
HOLDS_FOR = timedelta(hours=12)
"""An older proposal is asked for anew. What was taken meanwhile is told at any age."""


@dataclass(frozen=True)
class ProposedVisit:
    """One visit with its place."""

    visit: PrescribedVisit
    clinician: User
    room: Room
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class UnplacedVisit:
    """One that is to wait, why, and the smallest changes that would help."""

    visit: PrescribedVisit
    reasons: tuple[Reason, ...]
    helps: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Choice:
    """One of the alternatives: every visit with its place or its reasons."""

    series: Series
    number: int
    placed: tuple[ProposedVisit, ...]
    unplaced: tuple[UnplacedVisit, ...]

    @property
    def token(self) -> str:
        """For a form; :func:`said_by` reads it back."""
        return signing.dumps(
            {
                "series": self.series.pk,
                "placed": [
                    [one.visit.pk, one.clinician.pk, one.room.pk, one.starts_at.isoformat()] for one in self.placed
                ],
                "unplaced": [[one.visit.pk, reasons_as_data(one.reasons)] for one in self.unplaced],
            },
            salt=_SALT,
            compress=True,
        )


@dataclass(frozen=True)
class Proposal:
    """Up to three choices, the best first; none where every visit has its hour already."""

    series: Series
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Said:
    """What a token says."""

    series: int
    placed: tuple[tuple[int, int, int, datetime], ...]
    """Visit, clinician, room, hour."""
    unplaced: tuple[tuple[int, list[dict[str, Any]]], ...]


def said_by(choice: Choice | str) -> Said:
    """Raises ValidationError for a token that is not ours, or too old."""
    token = choice.token if isinstance(choice, Choice) else choice
    data = unsigned(token, _SALT)
    return Said(
        series=data["series"],
        placed=tuple((one, who, room, datetime.fromisoformat(at)) for one, who, room, at in data["placed"]),
        unplaced=tuple((one, reasons) for one, reasons in data["unplaced"]),
    )


def unsigned(token: str, salt: str) -> Any:
    try:
        return signing.loads(token, salt=salt, max_age=HOLDS_FOR)
    except signing.SignatureExpired:
        raise ValidationError(_("This proposal is too old. Ask for a new one.")) from None
    except signing.BadSignature:
        raise ValidationError(_("This proposal is broken. Ask for a new one.")) from None


def reasons_as_data(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    """As a waiting visit keeps them."""
    return [{"code": one.code.value, "data": _plain(one.data)} for one in reasons]


def reasons_of(data: list[dict[str, Any]]) -> tuple[Reason, ...]:
    """What :func:`reasons_as_data` gave, back."""
    return tuple(Reason(Code(one["code"]), one["data"]) for one in data)


def _plain(value: Any) -> Any:
    """Days and sets as text and lists: the data of a reason is whatever helps to understand it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(str(one) for one in value)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
