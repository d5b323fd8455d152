"""The insurer refuses a line: it is owed until it is sent again, credited, or let go of."""

from typing import Any

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.book import open_book, require_reason, require_state
from clinic.claims.models import State


def reject(*, by: Actor, line_id: int, reason: str) -> Any:
    """With the reason that the insurer gave."""
    why = require_reason(reason)
    with open_book(by, Action.REFUSED_BILL, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        require_state(line, State.SENT, State.PART_PAID, State.ADJUSTED)
        book.move(line, State.REJECTED, reason=why)
        book.record(Action.REFUSED_BILL, subject_of(line.person, "line", line.pk), why)
        return line


def send_again(*, by: Actor, line_id: int, reason: str) -> Any:
    """The same line on the same invoice, after what the insurer missed was mended: no new money is asked for."""
    why = require_reason(reason)
    with open_book(by, Action.SEND_BILLS, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        require_state(line, State.REJECTED)
        book.move(line, State.SENT, reason=why)
        book.record(Action.SEND_BILLS, subject_of(line.person, "line", line.pk), f"again: {why}")
        return line
