"""When a person can come, what they would like, and when they are away."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.actions.reach import person_of
from clinic.calendar.models import Away, MayCome
from clinic.calendar.pages.asked import checked_day, checked_hour
from clinic.calendar.views.posted import number, weekdays
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.query import way_on

MOST = 60
"""Rows of one person: more is a mistake."""


@require_POST
@needs(Permission.KEEP_CALENDAR)
def availability(request: HttpRequest, person_id: int) -> HttpResponse:
    """One row more, or one less."""
    by = Actor.of(request)
    person = person_of(by, person_id)
    does = {"hours": _add_hours, "away": _add_away, "no_hours": _end_hours, "no_away": _end_away}
    do = does.get(request.POST.get("do", ""))
    if do is None:
        raise BadRequest("nothing to do")
    with transaction.atomic():
        AuditHead.locked(by.clinic_id)
        problem = do(request, person)
        if not problem:
            record(by=by, action=Action.CHANGE, subject=subject_of(person, "availability"))
    if problem:
        messages.error(request, problem)
    else:
        messages.success(request, _("Saved. Proposals from now on go by it; what is booked stays."))
    return redirect(way_on(request, request.POST.get("back", "")) or reverse("desk:person", args=[person.pk]))


def _add_hours(request: HttpRequest, person: Person) -> str:
    chosen = weekdays(request)
    starts, ends = checked_hour(request.POST.get("starts", "")), checked_hour(request.POST.get("ends", ""))
    if not chosen:
        return _("Choose at least one day of the week.")
    if starts >= ends:
        return _("The hours end before they begin.")
    if MayCome.objects.filter(person=person).count() + len(chosen) > MOST:
        return _("That are too many rows. Take some away first.")
    wish = request.POST.get("wish") == "yes"
    for one in chosen:
        MayCome.objects.get_or_create(person=person, weekday=one, starts=starts, ends=ends, is_wish=wish)
    return ""


def _add_away(request: HttpRequest, person: Person) -> str:
    first = checked_day(request.POST.get("first", ""))
    last = checked_day(request.POST["last"]) if request.POST.get("last") else first
    if last < first:
        return _("The last day is before the first.")
    if Away.objects.filter(person=person).count() >= MOST:
        return _("That are too many rows. Take some away first.")
    Away.objects.get_or_create(person=person, first=first, last=last)
    return ""


def _end_hours(request: HttpRequest, person: Person) -> str:
    get_object_or_404(MayCome, person=person, pk=number(request, "row") or 0).delete()
    return ""


def _end_away(request: HttpRequest, person: Person) -> str:
    get_object_or_404(Away, person=person, pk=number(request, "row") or 0).delete()
    return ""
