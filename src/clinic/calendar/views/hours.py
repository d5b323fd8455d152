"""Who works when, with which skills, and which rooms there are."""

from datetime import date, time, timedelta

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow, needs
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.actions.time_off import may_end
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Practice, Room, TimeOff, WeeklyHours
from clinic.calendar.pages.asked import A_WEEK, checked_day, checked_hour
from clinic.calendar.pages.reasons import WEEKDAYS
from clinic.calendar.views.posted import number, text, weekdays
from clinic.forms.days import today
from concordant.booking.numbers import MINUTES

DEFAULTS = {Discipline.PHYSIO: (0, 420), Discipline.RMT: (15, 300)}
"""Turn-over and most hands-on minutes a day (operations 4.1 B05, B11); each clinician's own can be changed."""
MOST_SHIFTS = 70
ROLES_THAT_TREAT = {"physiotherapist": Discipline.PHYSIO, "rmt": Discipline.RMT, "clinic_lead": Discipline.PHYSIO}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def hours(request: HttpRequest) -> HttpResponse:
    """Everybody's week, and who treats here without hours yet."""
    by = Actor.of(request)
    clinic = clinic_of(by)
    if request.method == "POST":
        _require_overbook(by)
        return redirect("calendar:hours_of", _practice_of(by, number(request, "clinician") or 0).pk)
    practices = Practice.objects.filter(clinician__clinic=clinic, clinician__is_active=True).select_related("clinician")
    shifts = WeeklyHours.objects.filter(practice__in=practices).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=today())
    )
    of: dict[int, list[WeeklyHours]] = {}
    for shift in shifts:
        of.setdefault(shift.practice_id, []).append(shift)
    without = User.objects.filter(clinic=clinic, is_active=True, role__in=ROLES_THAT_TREAT, practice__isnull=True)
    context = {
        "rows": [(one, _by_weekday(of.get(one.pk, []))) for one in practices.order_by("-discipline", "pk")],
        "weekdays": WEEKDAYS,
        "without": without,
        "may_change": by.may(Permission.OVERBOOK),
        "rooms": Room.objects.filter(clinic=clinic),
    }
    return render(request, "calendar/hours.html", context)


@transaction.atomic
def _practice_of(by: Actor, clinician: int) -> Practice:
    """Begun with the usual numbers of the discipline; pressed twice at once it is begun once."""
    AuditHead.locked(by.clinic_id)
    treats = User.objects.filter(clinic=clinic_of(by), is_active=True, role__in=ROLES_THAT_TREAT)
    one = get_object_or_404(treats, pk=clinician)
    discipline = ROLES_THAT_TREAT[one.role]
    turnover, most = DEFAULTS[discipline]
    made, is_new = Practice.objects.get_or_create(
        clinician=one,
        defaults={
            "discipline": discipline,
            "turnover_minutes": turnover,
            "max_minutes_per_day": most,
            "visit_minutes": int(MINUTES[discipline.value]),  # type: ignore[index]
        },
    )
    if is_new:
        record(by=by, action=Action.CHANGE, subject=Subject("practice", str(made.pk)), reason="added")
    return made


def _by_weekday(shifts: list[WeeklyHours]) -> list[list[WeeklyHours]]:
    return [[one for one in shifts if one.weekday == number] for number in range(A_WEEK)]


def _require_overbook(by: Actor) -> None:
    """Hours of others are set by the two roles that may set rules aside as well."""
    allow(by, Permission.OVERBOOK)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def of_clinician(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Shifts, breaks and time off of one clinician."""
    by = Actor.of(request)
    mine = Practice.objects.filter(clinician__clinic=clinic_of(by)).select_related("clinician")
    practice = get_object_or_404(mine, pk=practice_id)
    if request.method == "POST":
        _require_overbook(by)
        does = {"add": _add_shift, "end": _end_shift, "numbers": _numbers}
        do = does.get(request.POST.get("do", ""))
        if do is None:
            raise BadRequest("nothing to do")
        with transaction.atomic():
            AuditHead.locked(by.clinic_id)
            problem = do(request, practice)
            if not problem:
                subject = Subject("practice", str(practice.pk))
                record(by=by, action=Action.CHANGE, subject=subject, reason=request.POST["do"])
        if problem:
            messages.error(request, problem)
        else:
            messages.success(request, _("Saved. What is booked stays where it is."))
        return redirect("calendar:hours_of", practice.pk)
    shifts = WeeklyHours.objects.filter(practice=practice).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today()))
    off = TimeOff.objects.filter(practice=practice, on__gte=today()).select_related("practice")[:50]
    context = {
        "practice": practice,
        "days": list(zip(WEEKDAYS, _by_weekday(list(shifts)), strict=True)),
        "weekdays": list(enumerate(WEEKDAYS)),
        "off": off,
        "may_end": [one.pk for one in off if may_end(by, one)],
        "today": today(),
        "may_change": by.may(Permission.OVERBOOK),
    }
    return render(request, "calendar/hours_of.html", context)


def _add_shift(request: HttpRequest, practice: Practice) -> str:
    chosen = weekdays(request)
    starts, ends = checked_hour(request.POST.get("starts", "")), checked_hour(request.POST.get("ends", ""))
    valid_from = checked_day(request.POST["valid_from"]) if request.POST.get("valid_from") else today()
    if not chosen:
        return _("Choose at least one day of the week.")
    if starts >= ends:
        return _("The hours end before they begin.")
    standing = list(WeeklyHours.objects.filter(practice=practice))
    if len(standing) + len(chosen) > MOST_SHIFTS:
        return _("That are too many rows. End some first.")
    for weekday in chosen:
        if any(_overlap(one, weekday, starts, ends, valid_from) for one in standing):
            return _("%s: these hours overlap with hours that stand.") % WEEKDAYS[weekday]
    for weekday in chosen:
        WeeklyHours.objects.create(practice=practice, weekday=weekday, starts=starts, ends=ends, valid_from=valid_from)
    return ""


def _overlap(one: WeeklyHours, weekday: int, starts: time, ends: time, valid_from: date) -> bool:
    ended = one.valid_to is not None and one.valid_to < valid_from
    return one.weekday == weekday and not ended and one.starts < ends and starts < one.ends


def _end_shift(request: HttpRequest, practice: Practice) -> str:
    """From a day on; the days before keep it, so that the past stays as it was."""
    row = get_object_or_404(WeeklyHours, practice=practice, pk=number(request, "row") or 0)
    last = today() - timedelta(days=1)
    if row.valid_from > last:
        row.delete()
    else:
        row.valid_to = last
        row.save(update_fields=["valid_to"])
    return ""


def _numbers(request: HttpRequest, practice: Practice) -> str:
    practice.turnover_minutes = min(number(request, "turnover") or 0, 120)
    practice.visit_minutes = number(request, "minutes") or practice.visit_minutes
    practice.max_minutes_per_day = number(request, "most") or practice.max_minutes_per_day
    try:
        practice.full_clean(exclude=["clinician", "skills"])
    except ValidationError as error:
        return " ".join(error.messages)
    if not 15 <= practice.visit_minutes <= 180 or not 15 <= practice.max_minutes_per_day <= 900:
        return _("A visit lasts 15 to 180 minutes, and a day holds 15 to 900.")
    practice.save()
    return ""


@require_http_methods(["POST"])
@needs(Permission.OVERBOOK)
def rooms(request: HttpRequest) -> HttpResponse:
    """A room more, or one that is no longer used."""
    by = Actor.of(request)
    try:
        with transaction.atomic():
            AuditHead.locked(by.clinic_id)
            told = _closed_or_opened(request, by) if request.POST.get("do") == "close" else _new_room(request, by)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, told)
    return redirect("calendar:hours")


def _closed_or_opened(request: HttpRequest, by: Actor) -> str:
    room = get_object_or_404(Room, clinic=clinic_of(by), pk=number(request, "room") or 0)
    room.closed_on = None if room.closed_on else today()
    room.save(update_fields=["closed_on"])
    record(by=by, action=Action.CHANGE, subject=Subject("room", str(room.pk)), reason="closed or opened")
    return _("Saved.")


def _new_room(request: HttpRequest, by: Actor) -> str:
    made = Room(
        clinic=clinic_of(by),
        name=text(request, "name", 40),
        for_physio=request.POST.get("physio") == "yes",
        for_rmt=request.POST.get("rmt") == "yes",
    )
    made.full_clean()
    made.save()
    record(by=by, action=Action.CHANGE, subject=Subject("room", str(made.pk)), reason="added")
    return _("%s can be booked now.") % made.name
