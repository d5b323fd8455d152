"""The open book of a clinic: while it is open nobody else of the clinic writes, and it is written in one piece.

Events and postings are gathered and written together, so that a month of lines needs no more statements than one. When
the process ends before that, the transaction has changed nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.http import Http404
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.claims.models import Account, CreditNote, Invoice, InvoiceLine, LineEvent, Posting, State
from clinic.claims.money import ZERO

_AT_ONCE = 500
LONGEST_REASON = 400
LONGEST_DESPITE = 300
"""It stands behind the reference of a payment, in the same field."""


@dataclass
class Book:
    by: Actor
    log: AuditHead
    now: datetime
    today: date
    """On the clocks of the clinic."""
    _events: list[LineEvent] = field(default_factory=list)
    _postings: list[Posting] = field(default_factory=list)

    @property
    def user(self) -> User:
        assert self.by.user is not None  # nobody has no permissions, and was refused before
        return self.by.user

    def lines(self, keys: Iterable[int]) -> list[Any]:
        """These lines of the clinic with their state. Raises Http404 when one is not here."""
        wanted = set(keys)
        found = list(
            InvoiceLine.objects.of_clinic(self.by.clinic_id)
            .filter(pk__in=wanted)
            .select_related("person", "claim", "practitioner")
            .with_state()
            .order_by("service_date", "id")
        )
        if len(found) != len(wanted):
            raise Http404("no such line here")
        return found

    def line(self, key: int) -> Any:
        return self.lines([key])[0]

    def move(
        self,
        line: Any,
        state: State,
        *,
        reason: str = "",
        problems: Sequence[dict[str, str]] = (),
        accepts: bool = False,
    ) -> None:
        """The line's next event; it says so itself from here on."""
        line.moves = (getattr(line, "moves", None) or 0) + 1
        line.state, line.problems = state.value, list(problems)
        self._events.append(
            LineEvent(
                line=line,
                number=line.moves,
                state=state,
                problems=list(problems),
                accepts=accepts,
                reason=reason,
                at=self.now,
                by=self.by.user,
            )
        )

    def post(self, line: InvoiceLine, debit: Account, credit: Account, amount: Decimal, document: str) -> None:
        """Move an amount; nothing is written for nothing."""
        if amount == ZERO:
            return
        self._postings.append(
            Posting(
                clinic_id=self.by.clinic_id,
                at=self.now,
                on=self.today,
                line=line,
                debit=debit,
                credit=credit,
                amount=amount,
                document=document,
            )
        )

    def next_number(self, model: type[Invoice] | type[CreditNote]) -> int:
        """The book is open, so no one else takes it; and a number that was taken stays."""
        found = model.objects.filter(clinic_id=self.by.clinic_id).aggregate(last=Max("number"))
        return int(found["last"] or 0) + 1

    def write(self) -> None:
        LineEvent.objects.bulk_create(self._events, batch_size=_AT_ONCE)
        if self._postings:
            newest = Posting.objects.filter(clinic_id=self.by.clinic_id).order_by("-id")
            seal = newest.values_list("sha256", flat=True).first() or ""
            for one in self._postings:
                one.seal_after(seal)
                seal = one.sha256
            Posting.objects.bulk_create(self._postings, batch_size=_AT_ONCE)
        self._events, self._postings = [], []

    def record(self, action: Action, subject: Subject, reason: str = "") -> None:
        self.log.append(by=self.by, action=action, subject=subject, reason=reason)


@contextmanager
def open_book(by: Actor, action: Action, subject: Subject) -> Iterator[Book]:
    """Permission, the clinic's turn to write, and one transaction around everything that is done meanwhile."""
    with refusals_recorded(by=by, action=action, subject=subject), transaction.atomic():
        allow(by, Permission.KEEP_CLAIMS)
        log = AuditHead.locked(by.clinic_id)
        now = clock.now()
        clinic = by.user.clinic if by.user else None
        book = Book(by, log, now, now.astimezone(clinic.zone if clinic else None).date())
        yield book
        book.write()


def require_reason(reason: str) -> str:
    """Why something is taken back or refused, in one line. Raises ValidationError without."""
    told = " ".join(reason.replace("\x00", "").split())
    if not told:
        raise ValidationError({"reason": _("Say why.")})
    if len(told) > LONGEST_REASON:
        raise ValidationError({"reason": _("Say it in %s characters at most.") % LONGEST_REASON})
    return told


def require_state(line: Any, *states: State) -> None:
    """Raises ValidationError where what is asked for does not follow on the state of a line."""
    if line.state not in states:
        told = {"visit": f"{line.service_date:%-d %b %Y}", "state": State(line.state).label}
        raise ValidationError(_("The line of %(visit)s stands as “%(state)s”. Look at it again.") % told)
