"""Every series that waits for hours, and booking several of them at once."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions import Booked, book_intake_list
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.pages.unbooked import series_in

MOST = 60
SECONDS = 15.0
"""Somebody waits for the page meanwhile."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def unbooked_series(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    booked: Booked | None = None
    problem = ""
    if request.method == "POST":
        keys = request.POST.getlist("series")
        if len(keys) > MOST or not all(one.isascii() and one.isdecimal() and len(one) < 19 for one in keys):
            raise Http404("no such series here")
        if not keys:
            problem = _("Choose at least one person.")
        else:
            try:
                booked = book_intake_list(by, [int(one) for one in dict.fromkeys(keys)], seconds=SECONDS)
            except ValidationError as error:
                problem = " ".join(error.messages)
            else:
                told = ngettext("%s visit is booked.", "%s visits are booked.", len(booked.appointments))
                messages.success(request, told % len(booked.appointments))
    rows = series_in(clinic_of(by))
    record(by=by, action=Action.LIST, subject=Subject("series"), reason=str(len(rows)))
    context = {"rows": rows[:MOST], "booked": booked, "problem": problem, "seconds": int(SECONDS)}
    return render(request, "calendar/list_of_series.html", context, status=422 if problem else 200)
