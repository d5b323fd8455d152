"""One visit that waits: why, what would help, and what the person could change, asked while they are on the phone."""

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.actions import Brings, Waits, here_after_all, other_hours, why_it_waits
from clinic.calendar.pages.asked import checked_day, checked_hour
from clinic.calendar.pages.what_helps import what_helps_of
from clinic.chart.actions.reach import subject_of
from clinic.query import number_of, text_of

LAST_WEEKDAY = 6


@require_safe
@needs(Permission.KEEP_CALENDAR)
def what_helps(request: HttpRequest, prescribed_id: int) -> HttpResponse:
    """With ``weekday``, ``starts`` and ``ends``, or with ``here``: what that would bring."""
    by = Actor.of(request)
    try:
        waits = why_it_waits(by, prescribed_id)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("calendar:waiting")
    person = waits.visit.series.person
    record(by=by, action=Action.VIEW, subject=subject_of(person, "waiting", waits.visit.pk))
    brings, problem = None, ""
    try:
        brings = _asked(request, waits)
    except ValidationError as error:
        problem = " ".join(error.messages)
    context = {
        "person": person,
        "visit": waits.visit,
        "shown": what_helps_of(waits),
        "brings": brings,
        "problem": problem,
        "weekday": number_of(request, "weekday"),
        "starts": text_of(request, "starts", 5),
        "ends": text_of(request, "ends", 5),
        "here": text_of(request, "here", 10),
    }
    return render(request, "calendar/what_helps.html", context, status=422 if problem else 200)


def _asked(request: HttpRequest, waits: Waits) -> Brings | None:
    if here := text_of(request, "here", 40):
        return here_after_all(waits, checked_day(here))
    if not request.GET.get("weekday"):
        return None
    weekday = number_of(request, "weekday")
    if weekday is None or weekday > LAST_WEEKDAY:
        raise BadRequest("no such weekday")
    return other_hours(
        waits,
        weekday,
        checked_hour(text_of(request, "starts", 40)),
        checked_hour(text_of(request, "ends", 40)),
    )
