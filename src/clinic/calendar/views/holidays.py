"""The public holidays of the year to come, and whether the clinic is open on them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import Clinic
from clinic.accounts.roles import Permission
from clinic.audit.access import allow, needs
from clinic.audit.actor import Actor
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.clocks import start_of
from clinic.calendar.holidays.choosing import keep_holidays_of, open_on
from clinic.calendar.holidays.kept import Kept, kept_by
from clinic.calendar.models import ENDED, Appointment, PublicHolidays
from clinic.calendar.pages.asked import checked_day
from clinic.forms.days import today

AHEAD = timedelta(days=365)


@dataclass(frozen=True)
class Coming:
    day: date
    name: str | Promise
    is_closed: bool
    visits: int
    """That stand on it."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def holidays(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    if request.method == "POST":
        allow(by, Permission.OVERBOOK)
        try:
            _change(request, by)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("Saved."))
        return redirect("calendar:holidays")
    clinic = clinic_of(by)
    kept = kept_by(clinic)
    context = {
        "kept": kept,
        "coming": _coming(clinic, kept),
        "provinces": PublicHolidays.Province.choices,
        "may_change": by.may(Permission.OVERBOOK),
    }
    return render(request, "calendar/holidays.html", context)


def _change(request: HttpRequest, by: Actor) -> None:
    match request.POST.get("do", ""):
        case "province":
            keep_holidays_of(by, request.POST.get("province", "")[:10])
        case "open" | "close" as wanted:
            open_on(by, checked_day(request.POST.get("day", "")[:40]), is_open=wanted == "open")
        case _:
            raise BadRequest("nothing to do")


def _coming(clinic: Clinic, kept: Kept) -> list[Coming]:
    first = today()
    days = [first + timedelta(days=number) for number in range(AHEAD.days + 1)]
    mine = [one for one in days if kept.name_of(one)]
    standing = Appointment.objects.filter(
        clinic=clinic, starts_at__gte=start_of(first, clinic.zone), starts_at__lt=start_of(first + AHEAD, clinic.zone)
    ).exclude(status__in=ENDED)
    there = Counter(at.astimezone(clinic.zone).date() for at in standing.values_list("starts_at", flat=True))
    return [Coming(one, kept.name_of(one), kept.is_closed(one), there[one]) for one in mine]
