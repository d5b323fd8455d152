"""A whole list of series is asked for, stopped and dropped; a process of its own works it out."""

from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.models import Continuity, ListProposal, ListWay, Series
from clinic.calendar.proposals import HOLDS_FOR
from clinic.chart.actions.reach import people_in_reach

USUAL_CONTINUITY = Decimal(3)
"""What the other way protects it with, in a clinic that has not set anything (design)."""


def ask_list(by: Actor, series_ids: Sequence[int]) -> ListProposal:
    """Two ways: the clinic's own, and the other, so that everybody sees what protecting continuity costs. Raises
    ValidationError while another list is worked out, or waits to be booked."""
    allow(by, Permission.KEEP_CALENDAR)
    assert by.user is not None
    series = list(Series.objects.filter(pk__in=list(series_ids), person__in=people_in_reach(by), ended_at__isnull=True))
    if not series or len(series) != len(set(series_ids)):
        raise Http404("no such series here")
    now = clock.now()
    clinic = clinic_of(by)
    try:
        with transaction.atomic():
            for old in ListProposal.objects.filter(clinic=clinic):
                if old.is_cut_off(now) or old.asked_at < now - HOLDS_FOR:
                    old.delete()
            made = ListProposal.objects.create(clinic=clinic, asked_by=by.user, asked_at=now, heard_at=now)
            made.series.set(series)
            own = protected_with(by)
            ListWay.objects.create(proposal=made, number=1, continuity=own)
            ListWay.objects.create(proposal=made, number=2, continuity=USUAL_CONTINUITY if own is None else None)
            record(by=by, action=Action.LIST, subject=Subject("series"), reason=f"{len(series)} to be booked together")
    except IntegrityError:
        raise ValidationError(_("A list is being worked out already, or waits to be booked.")) from None
    return made


def stop_list(by: Actor) -> None:
    """What was found so far is the answer."""
    allow(by, Permission.KEEP_CALENDAR)
    ListProposal.objects.filter(clinic=clinic_of(by), stop_asked_at__isnull=True).update(stop_asked_at=clock.now())


def drop_list(by: Actor) -> None:
    """Nothing of it is booked. Its process notices, and ends."""
    allow(by, Permission.KEEP_CALENDAR)
    ListProposal.objects.filter(clinic=clinic_of(by)).delete()


def protected_with(by: Actor) -> Decimal | None:
    """What the clinic gives for continuity; None where placed visits come first."""
    return Continuity.objects.filter(clinic=clinic_of(by)).values_list("visits", flat=True).first()


def protect_continuity(by: Actor, visits: Decimal | None) -> None:
    """Set it for the clinic. Raises ValidationError beyond 1 to 20."""
    allow(by, Permission.OVERBOOK)
    clinic = clinic_of(by)
    if visits is not None:
        Continuity(clinic=clinic, visits=visits).full_clean(validate_unique=False)
    with transaction.atomic():
        Continuity.objects.filter(clinic=clinic).delete()
        if visits is not None:
            Continuity.objects.create(clinic=clinic, visits=visits)
        told = "placed visits first" if visits is None else f"{visits} visits away from one's own clinician"
        record(by=by, action=Action.CHANGE, subject=Subject("continuity"), reason=told)
