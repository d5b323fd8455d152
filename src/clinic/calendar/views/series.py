"""Book the proposed series: up to three ways side by side, and one press books all of one or none."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.actions import book_series, propose_series
from clinic.calendar.actions.reach import series_of
from clinic.calendar.pages.alternatives import alternative
from clinic.calendar.pages.budget import bars_of, paying_of
from clinic.calendar.pages.past_retest import past_retest
from clinic.chart.actions.reach import subject_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def series(request: HttpRequest, series_id: int) -> HttpResponse:
    by = Actor.of(request)
    found = series_of(by, series_id)
    problem = ""
    if request.method == "POST":
        try:
            made = book_series(by, request.POST.get("choice", ""), of=found)
        except ValidationError as error:
            problem = " ".join(error.messages) + " " + _("Nothing was booked. Here are new proposals.")
        else:
            told = ngettext("%s visit is booked.", "%s visits are booked.", len(made)) % len(made)
            if waits := found.visits.filter(waiting__isnull=False, waiting__ended_at__isnull=True).count():
                told += " " + ngettext("%s waits for an hour.", "%s wait for an hour.", waits) % waits
            messages.success(request, told)
            return redirect("desk:person", found.person_id)
    record(by=by, action=Action.VIEW, subject=subject_of(found.person, "series", found.pk))
    ways = [alternative(one, by.clinic_id) for one in propose_series(by, found).choices]
    paying = paying_of(by, found.person)
    context = {
        "series": found,
        "person": found.person,
        "alternatives": [one for one in ways if one.choice.placed],
        "no_way": ways[0] if ways and not any(one.choice.placed for one in ways) else None,
        "past_retest": past_retest(found),
        "problem": problem,
        "paying": paying,
        "bars": bars_of(found.person, paying),
    }
    return render(request, "calendar/series.html", context, status=409 if problem else 200)
