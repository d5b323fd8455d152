"""A whole list of series is asked for, stopped and dropped; a process of its own works it out."""

from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.models import Continuity, ListProposal, ListWay, Series
from clinic.calendar.proposals import HOLDS_FOR
from clinic.chart.actions.reach import people_in_reach

USUAL_CONTINUITY = Decimal(3)
"""What the other way protects it with, in a clinic that has not set anything (design)."""

GONE = gettext_lazy("This proposal is no longer there. Ask for a new one.")
"""Somebody booked it, left it, or asked for another since."""


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
    with transaction.atomic():
        AuditHead.locked(by.clinic_id)
        for old in ListProposal.objects.filter(clinic=clinic):
            if not old.is_cut_off(now) and old.asked_at >= now - HOLDS_FOR:
                raise ValidationError(_("A list is being worked out already, or waits to be booked."))
            old.delete()
        made = ListProposal.objects.create(clinic=clinic, asked_by=by.user, asked_at=now, heard_at=now)
        made.series.set(series)
        own = protected_with(by)
        ListWay.objects.create(proposal=made, number=1, continuity=own)
        ListWay.objects.create(proposal=made, number=2, continuity=USUAL_CONTINUITY if own is None else None)
        record(by=by, action=Action.LIST, subject=Subject("series"), reason=f"{len(series)} to be booked together")
    return made


def stop_list(by: Actor, proposal_id: int) -> None:
    """What was found so far is the answer. Raises ValidationError for one that is gone, or was never seen."""
    allow(by, Permission.KEEP_CALENDAR)
    mine = ListProposal.objects.filter(clinic=clinic_of(by), pk=proposal_id)
    if not mine.exists():
        raise ValidationError(GONE)
    mine.filter(stop_asked_at__isnull=True).update(stop_asked_at=clock.now())


def drop_list(by: Actor, proposal_id: int) -> None:
    """Nothing of it is booked. Its process notices, and ends. Raises ValidationError as stopping does."""
    allow(by, Permission.KEEP_CALENDAR)
    gone, _rows = ListProposal.objects.filter(clinic=clinic_of(by), pk=proposal_id).delete()
    if not gone:
        raise ValidationError(GONE)


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
        AuditHead.locked(by.clinic_id)
        if visits is None:
            Continuity.objects.filter(clinic=clinic).delete()
        else:
            Continuity.objects.update_or_create(clinic=clinic, defaults={"visits": visits})
        told = "placed visits first" if visits is None else f"{visits} visits away from one's own clinician"
        record(by=by, action=Action.CHANGE, subject=Subject("continuity"), reason=told)
