"""A kept letter, without the long way of writing one."""

import uuid

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.words import Action
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.letters.models import SignedLetter
from tests.clinic.person import story

DOCUMENT = b"%PDF-1.7 a letter"


def a_letter(by: Actor, person: Person, *, kind: str = "progress", to: str = "Dr. Lee") -> SignedLetter:
    newest = SignedLetter.objects.filter(person=person).order_by("-id").values_list("sha256", flat=True).first() or ""
    letter = SignedLetter(
        person=person, recorded_at=clock.now(), author=by.user, author_role="physiotherapist", kind=kind,
        as_of=story.TODAY, to=to, registration="1", letterhead="North Shore", addressee=to, draft="{}",
        document=DOCUMENT, document_sha256=SignedLetter.sha256_of(DOCUMENT), idempotency_key=uuid.uuid4(),
    )  # fmt: skip
    letter.seal_after(newest)
    letter.save()
    subject = subject_of(person, "letter", letter.pk)
    AuditHead.locked(by.clinic_id).append(
        by=by, action=Action.WRITE, subject=subject, before=newest, after=letter.sha256
    )
    return letter
