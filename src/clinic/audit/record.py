"""Writing an audit event, and checking that the log is whole."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent, AuditHead
from clinic.audit.words import Action, Result, Subject
from clinic.ledger.models import ChainBreak, first_break


def record(
    *,
    by: Actor,
    action: Action,
    subject: Subject,
    clinic_id: int | None = None,
    reason: str = "",
    result: Result = Result.DONE,
) -> AuditEvent:
    """Write one event, in the transaction that is open or in its own.

    Without a savepoint: if the event cannot be written, what it would have told of must not stay either.
    """
    with transaction.atomic(savepoint=False):
        head = AuditHead.locked(by.clinic_id if clinic_id is None else clinic_id)
        return head.append(by=by, action=action, subject=subject, reason=reason, result=result)


@contextmanager
def refusals_recorded(*, by: Actor, action: Action, subject: Subject) -> Iterator[None]:
    """Put this around a transaction: a refusal undoes it, and the event about it is written after that."""
    try:
        yield
    except (PermissionDenied, Http404) as refusal:
        record(by=by, action=action, subject=subject, reason=str(refusal), result=Result.REFUSED)
        raise


def verify_log(clinic_id: int) -> ChainBreak | None:
    """The first event of a clinic's log that does not hold; None when all do."""
    events = AuditEvent.objects.filter(clinic_id=clinic_id).order_by("id")
    if broken := first_break(events.iterator()):
        return broken
    last = events.last()
    head = AuditHead.objects.filter(clinic_id=clinic_id).first()
    if (last.sha256 if last else "") != (head.sha256 if head else ""):
        return ChainBreak(None, "events are missing at the end")
    return None
