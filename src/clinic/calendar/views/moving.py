"""Moving a visit: by form, by pointer and by arrow keys. All three end here."""

from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.actions import check_place, free_hours, move
from clinic.calendar.actions.changes import subject_of_visit
from clinic.calendar.actions.reach import appointment_of, clinic_of, practice_of, works_here
from clinic.calendar.errors import Broken, Changed, FreePlace, RulesBroken, Taken
from clinic.calendar.models import Appointment, Practice
from clinic.calendar.pages.asked import checked_day, checked_hour, moment_asked
from clinic.calendar.pages.rooms import free_rooms
from clinic.calendar.pairs import alone_after, pairs_of
from clinic.calendar.views.posted import number, text, version_of
from clinic.calendar.views.visit import REASON
from clinic.query import number_of, text_of

SHOWN = 6
LOOK = "look"
"""The press that shows the page again with what was filled in, and changes nothing."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def moving(request: HttpRequest, appointment_id: int) -> HttpResponse:
    by = Actor.of(request)
    one = appointment_of(by, appointment_id)
    if request.method == "POST":
        return _moved(request, by, one)
    record(by=by, action=Action.VIEW, subject=subject_of_visit(one))
    hour = timezone.localtime(one.starts_at)
    day = checked_day(text_of(request, "day", 40)) if request.GET.get("day") else hour.date()
    return _page(request, by, one, day, hour.time(), _with_whom(by, one, number_of(request, "clinician")))


def _with_whom(by: Actor, one: Appointment, asked: int | None) -> int:
    """Who is asked for, else whose visit it is; instead of who has left, another of the discipline if there is one."""
    clinician = asked or one.clinician_id
    if clinician != one.clinician_id or works_here(by, one.clinician):
        return clinician
    others = _practices(by, one).order_by("clinician_id").values_list("clinician_id", flat=True)
    return others.first() or clinician


def _practices(by: Actor, one: Appointment) -> QuerySet[Practice]:
    """With whom the visit could be."""
    mine = Practice.objects.filter(clinician__clinic_id=by.clinic_id, clinician__is_active=True)
    return mine.filter(discipline=one.discipline).select_related("clinician")


def _has_left(by: Actor, one: Appointment, clinician: int) -> str:
    """In words, where nobody can be booked with them any more."""
    if clinician != one.clinician_id or works_here(by, one.clinician):
        return ""
    return _("%s no longer works here. Choose somebody else.") % one.clinician.display_name


def _moved(request: HttpRequest, by: Actor, one: Appointment) -> HttpResponse:
    day, at = checked_day(request.POST.get("day", "")), checked_hour(request.POST.get("at", ""))
    clinician = number(request, "clinician") or one.clinician_id
    if left := _has_left(by, one, clinician):
        return _page(request, by, one, day, at, _with_whom(by, one, None), problem=left, status=422)
    if request.POST.get("do") == LOOK:
        return _page(request, by, one, day, at, clinician)
    starts_at = moment_asked(day, at, clinic_of(by).zone)
    room = number(request, "room") or _room(by, one, clinician, starts_at)
    reason = text(request, "override_reason", REASON)
    pair = pairs_of([one.person_id]).get(one.pk)
    try:
        made = move(
            by,
            one.pk,
            version=version_of(request),
            starts_at=starts_at,
            clinician=clinician,
            room=room,
            override_reason=reason,
        )
    except Taken as taken:
        return _page(request, by, one, day, at, clinician, taken=taken, status=409)
    except Changed as changed:
        fresh = appointment_of(by, one.pk)
        return _page(request, by, fresh, day, at, clinician, problem=changed.messages[0], status=409)
    except RulesBroken as rules:
        return _page(request, by, one, day, at, clinician, broken=rules.broken, room=room, status=422)
    except ValidationError as error:
        return _page(request, by, one, day, at, clinician, problem=" ".join(error.messages), status=422)
    if alone := alone_after(pair, {made.pk: made.starts_at}) if pair else None:
        told = {"what": alone.get_discipline_display(), "visit": in_words(alone)}
        messages.warning(request, _("%(what)s stands alone now: %(visit)s. Move it, too, or press Undo.") % told)
    if request.POST.get("undo"):
        messages.success(request, _("Undone: %s.") % in_words(made))
        return redirect(f"{reverse('calendar:day')}?day={day.isoformat()}")
    return redirect(f"{reverse('calendar:day')}?{urlencode({'day': day.isoformat(), 'moved': made.pk})}")


def _room(by: Actor, one: Appointment, clinician: int, starts_at: datetime) -> int:
    """Its own where that is free, else one that serves; its own again where there is none, so that the rules say so."""
    practice = practice_of(by, clinician)
    ends = starts_at + (one.ends_at - one.starts_at) + timedelta(minutes=practice.turnover_minutes)
    free = free_rooms(clinic_of(by), one.discipline, starts_at, ends, one)
    return free[0].pk if free else one.room_id


def in_words(one: Appointment) -> str:
    starts = timezone.localtime(one.starts_at)
    told = {
        "name": one.person.name,
        "day": date_format(starts, "D j M"),
        "hour": f"{starts:%H:%M}",
        "who": one.clinician.display_name,
    }
    return _("%(name)s, %(day)s at %(hour)s with %(who)s") % told


def _page(
    request: HttpRequest,
    by: Actor,
    one: Appointment,
    day: date,
    at: time,
    clinician: int,
    *,
    taken: Taken | None = None,
    broken: tuple[Broken, ...] = (),
    room: int | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "visit": one,
        "day": day,
        "at": at,
        "clinician": clinician,
        "practices": _practices(by, one),
        "has_left": _has_left(by, one, one.clinician_id),
        "places": _places(by, one, day, at, clinician, taken),
        "taken": taken,
        "broken": broken,
        "is_hard": any(each.is_hard for each in broken),
        "may_overbook": by.may(Permission.OVERBOOK),
        "room": room,
        "problem": problem,
        "reason_length": REASON,
    }
    return render(request, "calendar/move.html", context, status=status)


def _places(
    by: Actor, one: Appointment, day: date, at: time, clinician: int, taken: Taken | None
) -> tuple[FreePlace, ...]:
    if taken is not None and taken.next_best:
        return taken.next_best
    if _has_left(by, one, clinician):  # and nobody else is here for it
        return ()
    try:
        return free_hours(
            by,
            person=one.person,
            clinician=clinician,
            room=one.room_id,
            starts_at=moment_asked(day, at, clinic_of(by).zone),
            discipline=one.discipline,
            minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
            moving=one,
            shown=SHOWN,
        )
    except (ValidationError, BadRequest):
        return ()


@require_safe
@needs(Permission.KEEP_CALENDAR)
def check(request: HttpRequest) -> HttpResponse:
    """Asked while a visit is carried over the calendar: where it would stand, and what is against it."""
    by = Actor.of(request)
    one = appointment_of(by, number_of(request, "visit") or 0)
    day = checked_day(text_of(request, "day", 40))
    at = checked_hour(text_of(request, "at", 10))
    clinician = number_of(request, "clinician") or one.clinician_id
    if left := _has_left(by, one, clinician):
        return JsonResponse({"says": left, "state": "hard"})
    starts_at = moment_asked(day, at, clinic_of(by).zone)
    broken = check_place(
        by,
        person=one.person,
        clinician=clinician,
        room=_room(by, one, clinician, starts_at),
        starts_at=starts_at,
        discipline=one.discipline,
        minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
        moving=one,
    )
    is_hard = any(each.is_hard for each in broken)
    if not broken:
        says = _("Free. No rule is against it.")
    elif is_hard:
        says = _("Not possible: %s") % " ".join(each.says for each in broken if each.is_hard)
    else:
        says = _("Against a rule: %s") % " ".join(each.says for each in broken)
    return JsonResponse({"says": says, "state": "hard" if is_hard else "soft" if broken else "free"})
