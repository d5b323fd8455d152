"""The insurer refuses a line: it is owed until it is sent again, credited, or let go of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.as_sent import standing_claim
from clinic.claims.book import open_book, require_reason, require_state
from clinic.claims.changes import changes
from clinic.claims.models import Claim, State
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.problems import AFTER, told


def reject(*, by: Actor, line_id: int, reason: str) -> Any:
    """With the reason that the insurer gave."""
    why = require_reason(reason)
    with open_book(by, Action.REFUSED_BILL, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        _require_insurers(line)
        require_state(line, State.SENT, State.PART_PAID, State.ADJUSTED)
        if open_amounts([line]).get(line.pk, ZERO) <= ZERO:
            raise ValidationError(_("Nothing is owed on this line any more: there is nothing to refuse."))
        book.move(line, State.REJECTED, reason=why)
        book.record(Action.REFUSED_BILL, subject_of(line.person, "line", line.pk), why)
        return line


def send_again(*, by: Actor, line_id: int, reason: str) -> Any:
    """The same line on the same invoice, after what the insurer missed was mended: no new money is asked for. It goes
    with the claim as it stands now. Raises ValidationError where more than its number has changed: that is billed anew.
    """
    why = require_reason(reason)
    with open_book(by, Action.SEND_BILLS, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        _require_insurers(line)
        require_state(line, State.REJECTED)
        wrong = [one for one in changes([line])[line.pk] if one["code"] in AFTER and one["code"] != "number_after"]
        if wrong:
            raise ValidationError([f"{one.says} {one.todo}" for one in told(wrong)])
        claim = standing_claim(line, Claim.objects.filter(person=line.person_id).order_by("id"))
        if not claim.number:
            raise ValidationError(_("The claim number is missing. Write it down first."))
        book.move(line, State.SENT, reason=why)
        told_as = f"again, claim number {claim.number}: {why}"
        book.record(Action.SEND_BILLS, subject_of(line.person, "line", line.pk), told_as)
        return line


def _require_insurers(line: Any) -> None:
    if line.for_patient:
        raise ValidationError(_("This line is the patient’s: no insurer was asked."))
