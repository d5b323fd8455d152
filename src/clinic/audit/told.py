"""The log of one chart as the person reads it: by day, who, in what role, did what, and how often."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clinic.audit.models import AuditEvent
from clinic.audit.words import Action, Result

_WORDS: Mapping[tuple[str, str], str | Promise] = MappingProxyType(
    {
        (Action.VIEW, "chart"): gettext_lazy("opened the chart"),
        (Action.VIEW, "letter"): gettext_lazy("looked at a letter"),
        (Action.VIEW, "bill"): gettext_lazy("looked at what you were billed"),
        (Action.VIEW, "invoice"): gettext_lazy("looked at what you were billed"),
        (Action.REGISTER, "chart"): gettext_lazy("opened an empty chart for you"),
        (Action.SIGN, "entry"): gettext_lazy("wrote something into the chart"),
        (Action.CORRECT, "entry"): gettext_lazy("corrected something in the chart"),
        (Action.DISCARD, "draft"): gettext_lazy("threw away something that was begun and not signed"),
        (Action.WRITE, "letter"): gettext_lazy("signed a letter about you"),
        (Action.IMPORT, "chart"): gettext_lazy("brought a file into the chart"),
        (Action.EXPORT, "chart"): gettext_lazy("took a copy of the chart"),
        (Action.EXPORT, "letter"): gettext_lazy("took out a letter"),
        (Action.CLOSE, "account"): gettext_lazy("closed the account"),
        (Action.VIEW, "coverage"): gettext_lazy("looked at who pays for your visits"),
        (Action.VIEW, "calendar feed"): gettext_lazy("read your visits at the address of your calendar"),
        (Action.CHANGE, "visit mails"): gettext_lazy("changed whether you get mails before visits"),
        (Action.VIEW, "plan"): gettext_lazy("looked at how often your plan asks you to come"),
        (Action.BOOK, "appointment"): gettext_lazy("booked a visit"),
        (Action.MOVE, "appointment"): gettext_lazy("moved a visit"),
        (Action.CHANGE, "appointment"): gettext_lazy("changed a visit"),
        (Action.PRESCRIBE, "series"): gettext_lazy("asked for the visits of your plan"),
        (Action.OFFER, "waiting"): gettext_lazy("offered you a free hour"),
        (Action.OFFER, "offer"): gettext_lazy("answered the offer of a free hour"),
    }
)
"""What is not here is said in the words of the log itself."""


@dataclass(frozen=True)
class Looked:
    """The same thing done by the same person, once or several times in a row on one day."""

    first: datetime
    last: datetime
    who: str
    role: str
    is_you: bool
    did: str
    times: int
    is_refused: bool

    @property
    def when(self) -> str:
        told = {
            "day": date_format(self.first, "j M Y"),
            "first": date_format(self.first, "H:i"),
            "last": date_format(self.last, "H:i"),
        }
        between = _("%(day)s, %(first)s") if told["first"] == told["last"] else _("%(day)s, %(first)s to %(last)s")
        return between % told

    @property
    def what(self) -> str:
        did = _("tried, and was refused: %(what)s") % {"what": self.did} if self.is_refused else self.did
        if self.times == 1:
            return did
        told = ngettext("%(what)s, %(number)s time", "%(what)s, %(number)s times", self.times)
        return told % {"what": did, "number": self.times}


def looked_at(events: Iterable[AuditEvent], own_account: int | None) -> Iterator[Looked]:
    """In the order of the events; what follows on itself is one line."""
    for _same, group in groupby(events, key=_key):
        rows = list(group)
        moments = sorted(timezone.localtime(each.at) for each in rows)
        one = rows[0]
        is_you = own_account is not None and one.who_id == own_account
        yield Looked(
            first=moments[0],
            last=moments[-1],
            who=_("you") if is_you else one.who_name or _("somebody who was not signed in"),
            role="" if is_you else one.role_name,
            is_you=is_you,
            did=str(_WORDS.get((one.action, one.subject_kind)) or one.get_action_display()),
            times=len(rows),
            is_refused=one.result == Result.REFUSED,
        )


def _key(event: AuditEvent) -> tuple[object, ...]:
    day = timezone.localtime(event.at).date()
    return day, event.who_id, event.who_name, event.who_role, event.action, event.subject_kind, event.result
