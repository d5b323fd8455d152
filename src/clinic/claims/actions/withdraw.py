"""Taking a row of the terms back that was wrong from the beginning: a wrong day, a wrong person."""

from django.http import Http404

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.claims.book import open_book, require_reason
from clinic.claims.models import Withdrawal
from clinic.claims.models.withdrawal import KINDS


def withdraw_terms(*, by: Actor, kind: str, row_id: int, reason: str) -> Withdrawal:
    """From here on it is as if nobody had said it: what it replaced stands again. A second time answers with the same.

    Lines that are not sent follow when their month is proposed again. What was sent stays.
    """
    why = require_reason(reason)
    if kind not in KINDS:
        raise Http404("no such terms")
    with open_book(by, Action.SAY_TERMS, Subject("terms", str(row_id))) as book:
        row = KINDS[kind]._default_manager.filter(clinic_id=by.clinic_id, pk=row_id).first()
        if row is None:
            raise Http404("no such row here")
        if earlier := Withdrawal.objects.filter(kind=kind, row=row_id).first():
            return earlier
        made = Withdrawal(clinic_id=by.clinic_id, kind=kind, row=row_id, reason=why, at=book.now, by=book.user)
        made.save()
        told = f"withdrawn: {row._meta.verbose_name} from {row.from_day}: {why}"
        book.record(Action.SAY_TERMS, Subject("terms", str(row_id)), told)
        return made
