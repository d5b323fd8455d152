"""The front desk: the list of a day, and one page for each person. No clinical content."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of, person_of
from clinic.calendar.actions.series import prescribe_counting
from clinic.calendar.pages.asked import checked_day, day_asked
from clinic.calendar.pages.counted import counted_in_words
from clinic.calendar.pages.day_list import day_list as read_day
from clinic.calendar.pages.person import person_shown
from clinic.calendar.pages.side import side_of
from clinic.calendar.reminding.stopping import gets_mails
from clinic.forms.days import today


@require_safe
@needs(Permission.KEEP_CALENDAR)
def day_list(request: HttpRequest) -> HttpResponse:
    """Every visit of a day in one line, with what is to be done for it."""
    by = Actor.of(request)
    day = day_asked(request)
    clinic = clinic_of(by)
    shown = read_day(clinic, day, today())
    record(by=by, action=Action.LIST, subject=Subject("day list"), reason=f"{day.isoformat()}: {shown.charts}")
    context = {
        "shown": shown,
        "day": day,
        "today": today(),
        "side": side_of(clinic),
        "may_bill": by.may(Permission.KEEP_CLAIMS),
    }
    return render(request, "calendar/day_list.html", context)


@require_safe
@needs(Permission.KEEP_CALENDAR)
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Visits, budgets, what is missing, when they can come, what waits."""
    by = Actor.of(request)
    found = person_of(by, person_id)
    context = {
        "person": found,
        "shown": person_shown(by, found),
        "today": today(),
        "gets_mails": gets_mails(found),
        "may_bill": by.may(Permission.KEEP_CLAIMS),
        "may_open": by.may(Permission.OPEN_CHART),
        "may_register": by.may(Permission.REGISTER_PERSON),
    }
    return render(request, "calendar/person.html", context)


@require_POST
@needs(Permission.KEEP_CALENDAR)
def prescribe(request: HttpRequest, person_id: int) -> HttpResponse:
    """From the signed plan to a series, and on to its proposals."""
    by = Actor.of(request)
    found = person_of(by, person_id)
    starts = checked_day(request.POST["starts"][:40]) if request.POST.get("starts") else today()
    try:
        series, counted = prescribe_counting(by, found, starts=starts)
    except ValidationError as error:
        for each in error.messages:
            messages.error(request, each)
        return redirect("desk:person", found.pk)
    for told in counted_in_words(counted):
        messages.warning(request, told)
    return redirect("calendar:series", series.pk)
