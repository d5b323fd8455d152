"""Why the calendar said no. Each tells people what to do; nothing was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.accounts.models import User
from clinic.calendar.models import Appointment, Room


@dataclass(frozen=True)
class Broken:
    """One rule that a place would break."""

    rule: str
    says: str
    is_hard: bool = False
    """It cannot be set aside with a reason."""


@dataclass(frozen=True)
class FreePlace:
    """An hour that breaks no rule."""

    clinician: User
    room: Room
    starts_at: datetime


_TAKEN: dict[str, str | Promise] = {
    "clinician": gettext_lazy("The clinician has somebody else at this hour."),
    "room": gettext_lazy("The room is taken at this hour."),
    "person": gettext_lazy("The person has another visit at this hour."),
    "prescribed": gettext_lazy("This visit of the series has an hour already."),
}
"""What is taken: ``clinician``, ``room``, ``person``, or ``prescribed``, the visit of a series."""


class Taken(ValidationError):
    """Somebody was faster, or the hour was never free."""

    def __init__(self, what: str, appointment: Appointment | None = None, next_best: Sequence[FreePlace] = ()) -> None:
        super().__init__(str(_TAKEN[what]))
        self.what = what
        self.appointment = appointment
        """The one that stands there."""
        self.next_best = tuple(next_best)
        """The free hours nearest to the one that was wanted."""


class Changed(ValidationError):
    """Somebody changed the appointment after this page was made."""

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(_("Somebody has just changed this appointment. Look at it again before you change it."))
        self.appointment = appointment


class SeriesEnded(ValidationError):
    """A newer plan took the place of the series: what of it has no hour is asked for no more."""

    def __init__(self) -> None:
        super().__init__(_("A newer plan took the place of this series. Ask for a new proposal."))


class RulesBroken(ValidationError):
    """Soft rules stand against it, and nobody who may has said why they are set aside."""

    def __init__(self, broken: Sequence[Broken]) -> None:
        super().__init__([one.says for one in broken])
        self.broken = tuple(broken)
