"""Somebody is ill, or a room is closed: the time off, whom it touches, and the calls to make."""

from datetime import time
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.actions import accept_repair, end_time_off, take_time_off
from clinic.calendar.actions.repair_working import is_worked_out, repair_of
from clinic.calendar.actions.time_off import affected_by, may_end, times_off
from clinic.calendar.models import Practice, Room, TimeOff
from clinic.calendar.pages.asked import checked_day, checked_hour, day_asked
from clinic.calendar.pages.calls import CallShown, calls_of
from clinic.chart.actions.reach import charts_of
from clinic.query import number_of, way_on

MIDNIGHT = time(0)
MOST = 20
"""Times off that one proposal mends: more than an absence has in a week."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def absence(request: HttpRequest) -> HttpResponse:
    """Who or what, from when to when, and why."""
    by = Actor.of(request)
    if request.method == "POST":
        return _taken(request, by)
    day = day_asked(request)
    context = _choices(by, number_of(request, "practice"), number_of(request, "room"))
    # A room is closed; of a clinician the front desk hears in the morning that they are ill.
    context |= {"day": day, "why": TimeOff.Why.CLOSED if context["room"] else TimeOff.Why.ILL}
    return render(request, "calendar/absence.html", context)


def _choices(by: Actor, practice_id: int | None, room_id: int | None) -> dict[str, object]:
    practices = tuple(
        Practice.objects.filter(clinician__clinic_id=by.clinic_id, clinician__is_active=True).select_related(
            "clinician"
        )
    )
    rooms = tuple(Room.objects.filter(clinic_id=by.clinic_id, closed_on__isnull=True))
    practice = next((one for one in practices if one.pk == practice_id), None)
    room = next((one for one in rooms if one.pk == room_id), None)
    if (practice_id and practice is None) or (room_id and room is None):
        raise Http404("nothing like this here")
    return {"practices": practices, "rooms": rooms, "practice": practice, "room": room, "whys": TimeOff.Why.choices}


def _taken(request: HttpRequest, by: Actor) -> HttpResponse:
    whose, _colon, key = request.POST.get("whose", "").partition(":")
    if whose not in ("practice", "room") or not (key.isascii() and key.isdecimal() and len(key) < 19):
        raise BadRequest("time off of nobody")
    day = checked_day(request.POST.get("day", ""))
    whole = request.POST.get("whole") == "yes"
    starts, ends = (MIDNIGHT, MIDNIGHT) if whole else _hours(request)
    why = request.POST.get("why", "")[:8]
    try:
        made, affected = take_time_off(by, **{whose: int(key)}, on=day, starts=starts, ends=ends, why=why)
    except ValidationError as error:
        context = _choices(by, int(key) if whose == "practice" else None, int(key) if whose == "room" else None)
        context |= {"day": day, "why": why, "problem": " ".join(error.messages)}
        return render(request, "calendar/absence.html", context, status=422)
    if not affected:
        messages.success(request, _("Taken out of the calendar. No visit stood in it."))
        return redirect(f"{reverse('calendar:day')}?day={day.isoformat()}")
    told = ngettext(
        "Taken out of the calendar. %s visit stood in it.",
        "Taken out of the calendar. %s visits stood in it.",
        len(affected),
    )
    messages.warning(request, told % len(affected))
    return redirect(f"{reverse('calendar:repair')}?off={made.pk}")


def _hours(request: HttpRequest) -> tuple[time, time]:
    return checked_hour(request.POST.get("starts", "")), checked_hour(request.POST.get("ends", ""))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def repair(request: HttpRequest) -> HttpResponse:
    """The proposal as a list of calls to make; one press takes all of it. While it is looked for, the page says so."""
    by = Actor.of(request)
    keys = _keys(request)
    off = _times_off(by, keys)
    problem = ""
    if request.method == "POST":
        try:
            changed = accept_repair(by, request.POST.get("proposal", ""))
        except ValidationError as error:
            problem = " ".join(error.messages) + " " + _("Nothing was changed. Here is a new proposal.")
        else:
            told = ngettext(
                "%s visit was changed. Call the people below.",
                "%s visits were changed. Call the people below.",
                len(changed),
            )
            messages.success(request, told % len(changed))
            return render(request, "calendar/called.html", {"called": changed, "off": off})
    affected = affected_by(by, list(off))
    proposal = repair_of(by, keys) if affected else None
    calls: tuple[CallShown, ...] = calls_of(proposal) if proposal else ()
    seen = charts_of(one.person for one in (*affected, *(each.visit for each in calls)))
    record(by=by, action=Action.LIST, subject=Subject("calls"), reason=seen)
    context = {
        "off": off,
        "may_end": [one.pk for one in off if may_end(by, one)],
        "day": off[0].on,
        "affected": affected,
        "is_working": bool(affected) and proposal is None,
        "query": urlencode({"off": keys}, doseq=True),
        "calls": calls,
        "token": proposal.token if proposal else "",
        "problem": problem,
    }
    return render(request, "calendar/repair.html", context, status=409 if problem else 200)


def _times_off(by: Actor, keys: list[int]) -> tuple[TimeOff, ...]:
    subject = Subject("time off", ", ".join(map(str, keys))[:40])
    with refusals_recorded(by=by, action=Action.VIEW, subject=subject):
        return times_off(by, keys)


@require_safe
@needs(Permission.KEEP_CALENDAR)
def repair_progress(request: HttpRequest) -> HttpResponse:
    """Nothing while the calls are looked for; then the page is asked for anew."""
    keys = _keys(request)
    if not is_worked_out(Actor.of(request), keys):
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Redirect": f"{reverse('calendar:repair')}?{urlencode({'off': keys}, doseq=True)}"})


def _keys(request: HttpRequest) -> list[int]:
    found = request.GET.getlist("off") or request.POST.getlist("off")
    if not found or len(found) > MOST or not all(one.isascii() and one.isdecimal() and len(one) < 19 for one in found):
        raise Http404("no such time off here")
    return [int(one) for one in found]


@require_POST
@needs(Permission.KEEP_CALENDAR)
def end(request: HttpRequest, time_off_id: int) -> HttpResponse:
    """Back earlier, or never meant."""
    by = Actor.of(request)
    day = _times_off(by, [time_off_id])[0].on
    end_time_off(by, time_off_id)
    messages.success(request, _("These hours are back in the calendar."))
    back = way_on(request, request.POST.get("back", ""))
    return redirect(back or f"{reverse('calendar:day')}?day={day.isoformat()}")
