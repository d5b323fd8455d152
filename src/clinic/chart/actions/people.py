"""Registering people and finding them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, subject_of
from clinic.chart.models import Person
from clinic.chart.models.person import PersonQuerySet

_DIGITS = 5


def register_person(
    *,
    by: Actor,
    given_name: str,
    family_name: str,
    preferred_name: str = "",
    chart_number: str = "",
    user: User | None = None,
) -> Person:
    """Open an empty chart. Without a chart number the next free one is given."""
    with refusals_recorded(by=by, action=Action.REGISTER, subject=Subject("person")), transaction.atomic():
        allow(by, Permission.REGISTER_PERSON)
        log = AuditHead.locked(by.clinic_id)
        person = Person(
            clinic_id=by.clinic_id,
            chart_number=chart_number.strip() or _next_chart_number(by.clinic_id),
            given_name=given_name.strip(),
            family_name=family_name.strip(),
            preferred_name=preferred_name.strip(),
            user=user,
        )
        if user is not None and user.clinic_id != by.clinic_id:
            raise ValidationError({"user": _("This account belongs to another clinic.")})
        person.full_clean()
        person.save()
        log.append(by=by, action=Action.REGISTER, subject=subject_of(person))
        return person


def find_people(*, by: Actor, search: str = "") -> PersonQuerySet:
    """The people of the clinic, in the order of a list. What was searched for is not kept: it is a name."""
    subject = Subject("people")
    with refusals_recorded(by=by, action=Action.LIST, subject=subject):
        allow(by, Permission.SEE_PEOPLE)
    record(by=by, action=Action.LIST, subject=subject, reason="search" if search else "")
    return people_in_reach(by).matching(search)


def _next_chart_number(clinic_id: int) -> str:
    """Needs the clinic's turn to write, or two people could be given one number."""
    taken = Person.objects.filter(clinic_id=clinic_id)
    number = taken.count() + 1
    while taken.filter(chart_number=f"{number:0{_DIGITS}}").exists():
        number += 1
    return f"{number:0{_DIGITS}}"
