"""The front desk or the lead says which holidays the clinic keeps, and on which of them it is open all the same."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.holidays.kept import kept_by
from clinic.calendar.models import PublicHolidays

_SUBJECT = Subject("public holidays")


def keep_holidays_of(by: Actor, province: str) -> None:
    """Empty for none. Raises ValidationError for one without rules."""
    if province not in PublicHolidays.Province.values:
        raise ValidationError(_("There are no rules for this province."))
    with transaction.atomic():
        row = _row(by)
        row.province = province
        row.save()
        record(by=by, action=Action.CHANGE, subject=_SUBJECT, reason=f"of {province or 'nowhere'}")


def open_on(by: Actor, day: date, *, is_open: bool) -> None:
    """One holiday of the clinic. Raises ValidationError for a day that is none."""
    with transaction.atomic():
        row = _row(by)
        if not kept_by(clinic_of(by)).name_of(day):
            raise ValidationError(_("This day is no public holiday of this clinic."))
        days = {*row.open_on, day.isoformat()} if is_open else {*row.open_on} - {day.isoformat()}
        row.open_on = sorted(days)
        row.save()
        record(by=by, action=Action.CHANGE, subject=_SUBJECT, reason=f"{'open' if is_open else 'closed'} on {day}")


def _row(by: Actor) -> PublicHolidays:
    allow(by, Permission.OVERBOOK)
    AuditHead.locked(by.clinic_id)
    return PublicHolidays.objects.get_or_create(clinic=clinic_of(by))[0]
