"""My letters: every letter about the person that was signed, and its very bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.letters.models import SignedLetter

NAMES: dict[str, str | Promise] = {
    "emergency": _("To an emergency department"),
    "first_assessment": _("What was found at the start"),
    "progress": _("How it goes"),
    "discharge": _("How it went, at the end of care"),
    "medication_overuse": _("About headache medicine on many days"),
    "co_management": _("About another kind of headache"),
    "diagnostic_block": _("Asking a specialist for a test of the neck"),
    "extension": _("Asking your insurer for more visits"),
    "home_programme": _("Your exercises on paper"),
}


@dataclass(frozen=True)
class LetterToTell:
    pk: int
    name: str | Promise
    to: str
    as_of: date
    signed_at: datetime
    signed_by: str


def letters_of(person: Person) -> Iterator[LetterToTell]:
    """Newest first. No kind is left out: what goes to an insurer about a person is theirs to read as well."""
    rows = SignedLetter.objects.filter(person=person).select_related("author").defer("document", "draft")
    for one in rows.order_by("-id"):
        name = NAMES.get(one.kind, one.kind.replace("_", " ").capitalize())
        yield LetterToTell(one.pk, name, one.to, one.as_of, one.recorded_at, one.author.display_name)


def open_own_letter(*, by: Actor, person: Person, letter_id: int) -> SignedLetter:
    """One's own letter, and an event that says so."""
    with (
        refusals_recorded(by=by, action=Action.EXPORT, subject=Subject("letter", str(letter_id))),
        transaction.atomic(),
    ):
        allow(by, Permission.OPEN_OWN_CHART)
        found = SignedLetter.objects.filter(person=person, pk=letter_id).first()
        if found is None:
            raise Http404("no such letter here")
        record(by=by, action=Action.EXPORT, subject=subject_of(person, "letter", letter_id))
        return found
