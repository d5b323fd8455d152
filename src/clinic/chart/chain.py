"""Is a chart still what was signed?"""

from clinic.audit.models import AuditEvent
from clinic.audit.words import Action, Result
from clinic.chart.models import Entry, Person
from clinic.ledger.models import ChainBreak, first_break

_WRITING = (Action.SIGN, Action.CORRECT, Action.IMPORT)


def verify_chain(person: Person) -> ChainBreak | None:
    """The first entry of a chart that does not hold; None when all do.

    The chain alone cannot show that its newest entries are gone; the audit log knows what was signed last.
    """
    entries = list(Entry.objects.filter(person=person).order_by("id"))
    if broken := first_break(entries):
        return broken
    last_signed = (
        AuditEvent.objects.filter(person_id=person.pk, action__in=_WRITING, result=Result.DONE)
        .order_by("-id")
        .values_list("version_after", flat=True)
        .first()
    )
    if (last_signed or "") != (entries[-1].sha256 if entries else ""):
        return ChainBreak(None, "its newest entries are not those that were signed last")
    return None
