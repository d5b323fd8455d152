"""The calendar of a day and of a week."""

from collections.abc import Iterable
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.models import Appointment
from clinic.calendar.pages.asked import A_WEEK, day_asked, monday_of
from clinic.calendar.pages.column import Column
from clinic.calendar.pages.day import day_shown
from clinic.calendar.pages.undo import undo_of
from clinic.calendar.pages.week import week_shown
from clinic.chart.actions.reach import charts_of
from clinic.forms.days import today
from clinic.query import number_of, text_of

BY_ROOM = "rooms"


@require_safe
@needs(Permission.KEEP_CALENDAR)
def day(request: HttpRequest) -> HttpResponse:
    """Clinicians, or rooms, by hours."""
    by = Actor.of(request)
    asked = day_asked(request)
    clinic = clinic_of(by)
    by_room = text_of(request, "by", 10) == BY_ROOM
    shown = day_shown(clinic, asked, by_room=by_room)
    # Who comes when says that somebody is cared for: whoever looked stands in the log.
    seen = charts_of(one.person for one in (*_visits(shown.columns), *shown.ended))
    record(by=by, action=Action.LIST, subject=Subject("calendar"), reason=f"{asked.isoformat()}: {seen}")
    context = {
        "shown": shown,
        "by_room": by_room,
        "before": asked - timedelta(days=1),
        "after": asked + timedelta(days=1),
        "today": today(),
        "may_overbook": by.may(Permission.OVERBOOK),
        "undo": undo_of(by, number_of(request, "moved")),
    }
    return render(request, "calendar/day.html", context)


@require_safe
@needs(Permission.KEEP_CALENDAR)
def week(request: HttpRequest) -> HttpResponse:
    """Of one clinician by hours, or of everybody in small."""
    by = Actor.of(request)
    asked = day_asked(request)
    practice_id = number_of(request, "practice")
    shown = week_shown(clinic_of(by), asked, practice_id)
    if shown is None:
        raise Http404("no such practice here")
    cells = [visit for _practice, row in shown.rows for cell in row for visit in cell.visits]
    seen = charts_of(one.person for one in (*_visits(shown.columns), *cells))
    reason = f"week of {monday_of(asked).isoformat()}: {seen}"
    record(by=by, action=Action.LIST, subject=Subject("calendar"), reason=reason)
    context = {
        "shown": shown,
        "practice_id": practice_id,
        "before": shown.days[0] - timedelta(days=A_WEEK),
        "after": shown.days[0] + timedelta(days=A_WEEK),
        "today": today(),
        "keep": f"&practice={practice_id}" if practice_id else "",
    }
    return render(request, "calendar/week.html", context)


def _visits(columns: Iterable[Column]) -> list[Appointment]:
    return [item.visit for column in columns for item in column.items if item.visit]
