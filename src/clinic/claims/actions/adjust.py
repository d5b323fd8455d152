"""A payer pays less, and nobody is asked for the rest."""

import uuid
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.actions.pay import WAITING
from clinic.claims.book import open_book, require_reason, require_state
from clinic.claims.models import Account, Adjustment, State
from clinic.claims.money import ZERO, money
from clinic.claims.owed import open_amounts


def adjust(*, by: Actor, line_id: int, amount: Decimal, reason: str, key: uuid.UUID) -> Adjustment:
    """Let go of a part of what is owed, or of all of it. The same form sent again answers with the same adjustment."""
    exact, why = money(amount), require_reason(reason)
    with open_book(by, Action.ADJUST_BILL, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        if earlier := Adjustment.objects.filter(batch=key, line=line).first():
            if earlier.amount != exact:
                raise ValidationError(_("This form was sent before with other content. Open it anew."))
            return earlier
        require_state(line, *WAITING)
        rest = open_amounts([line]).get(line.pk, ZERO)
        if not ZERO < exact <= rest:
            raise ValidationError({"amount": _("Between 0.01 and %s can be let go of.") % rest})
        made = Adjustment(line=line, amount=exact, reason=why, batch=key, at=book.now, on=book.today)
        made.save()
        owed = Account.PATIENT if line.for_patient else Account.PAYER
        book.post(line, Account.ADJUSTMENT, owed, exact, f"adjustment {made.pk}")
        book.move(line, State.ADJUSTED, reason=why)
        book.record(Action.ADJUST_BILL, subject_of(line.person, "line", line.pk), f"{exact}: {why}")
        return made
