"""The insurer does not cover a visit, and the patient has agreed to pay it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.book import open_book, require_reason, require_state
from clinic.claims.models import State
from clinic.claims.problems import ACCEPTABLE, is_held, left


def accept(*, by: Actor, line_id: int, reason: str) -> Any:
    """Who agreed, when and how. Nothing else that stands against the line is set aside by it."""
    why = require_reason(reason)
    with open_book(by, Action.CHECK_BILLS, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        require_state(line, State.DRAFT)
        if not (line.for_patient and any(one["code"] in ACCEPTABLE for one in line.problems)):
            raise ValidationError(_("Nothing on this line waits for the patient’s word."))
        problems = left(line.problems, is_accepted=True)
        book.move(
            line, State.DRAFT if is_held(problems) else State.CHECKED, reason=why, problems=problems, accepts=True
        )
        book.record(Action.CHECK_BILLS, subject_of(line.person, "line", line.pk), f"the patient pays: {why}")
        return line
