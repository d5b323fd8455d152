"""Every series that waits for hours, and booking several of them together."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar import beside
from clinic.calendar.actions import ask_list, book_list, drop_list, protect_continuity, protected_with, stop_list
from clinic.calendar.actions.list_asking import USUAL_CONTINUITY
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.pages.list_shown import list_in
from clinic.calendar.pages.unbooked import series_in
from clinic.calendar.views.posted import number
from clinic.chart.actions.reach import charts_of

MOST = 60


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def unbooked_series(request: HttpRequest) -> HttpResponse:
    """What waits; or, once some were chosen, how far they are, and then the ways to book them."""
    by = Actor.of(request)
    problem = ""
    if request.method == "POST":
        keys = request.POST.getlist("series")
        if len(keys) > MOST or not all(one.isascii() and one.isdecimal() and len(one) < 19 for one in keys):
            raise Http404("no such series here")
        if keys:
            try:
                beside.begin(ask_list(by, [int(one) for one in dict.fromkeys(keys)]))
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
            return redirect("calendar:intake_list")
        problem = _("Choose at least one person.")
    clinic = clinic_of(by)
    shown = list_in(clinic)
    rows = [] if shown else series_in(clinic)
    people = [one.person for one in shown.proposal.series.select_related("person")] if shown else []
    seen = charts_of(people or [one.series.person for one in rows[:MOST]])
    record(by=by, action=Action.LIST, subject=Subject("series"), reason=seen)
    context = {
        "shown": shown,
        "rows": rows[:MOST],
        "problem": problem,
        "protected_with": protected_with(by),
        "usual": USUAL_CONTINUITY,
        "may_set": by.may(Permission.OVERBOOK),
    }
    return render(request, "calendar/list_of_series.html", context, status=422 if problem else 200)


@require_safe
@needs(Permission.KEEP_CALENDAR)
def list_progress(request: HttpRequest) -> HttpResponse:
    """How far it is, in numbers; once it is done, the page is asked for anew."""
    shown = list_in(clinic_of(Actor.of(request)))
    if shown is None or not shown.is_working:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "calendar/_list_progress.html", {"shown": shown})


@require_POST
@needs(Permission.KEEP_CALENDAR)
def list_step(request: HttpRequest) -> HttpResponse:
    """Stop, drop, or book one of the ways."""
    by = Actor.of(request)
    proposal_id = number(request, "proposal") or 0
    try:
        match request.POST.get("do", ""):
            case "stop":
                with _as_one(by, "stopped the list"):
                    stop_list(by, proposal_id)
            case "drop":
                with _as_one(by, "dropped the list"):
                    drop_list(by, proposal_id)
            case "book":
                _book(request, by, proposal_id)
            case _:
                raise BadRequest("nothing to do")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("calendar:intake_list")


@contextmanager
def _as_one(by: Actor, told: str) -> Iterator[None]:
    """The change and its event, or neither."""
    with transaction.atomic():
        AuditHead.locked(by.clinic_id)
        yield
        record(by=by, action=Action.CHANGE, subject=Subject("series"), reason=told)


def _book(request: HttpRequest, by: Actor, proposal_id: int) -> None:
    way = request.POST.get("way", "")
    if way not in ("1", "2"):
        raise Http404("no such way")
    booked = book_list(by, proposal_id, int(way))
    many = len(booked.appointments)
    messages.success(request, ngettext("%s visit is booked.", "%s visits are booked.", many) % many)
    if waits := len(booked.waiting):
        told = ngettext("%s visit found no hour and waits.", "%s visits found no hour and wait.", waits)
        messages.warning(request, told % waits)
    for one in booked.overtaken:
        told = _("%s: an hour was taken or has gone by meanwhile. Nothing of this series was booked; press again.")
        messages.warning(request, told % one.person.name)


@require_POST
@needs(Permission.OVERBOOK)
def continuity(request: HttpRequest) -> HttpResponse:
    """How much the clinic gives for it."""
    by = Actor.of(request)
    said = request.POST.get("first", "")
    if said not in ("visits", "clinician"):
        raise BadRequest("nothing to do")
    try:
        protect_continuity(by, None if said == "visits" else _number(request.POST.get("visits", "")))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Saved. It counts for the next list."))
    return redirect("calendar:intake_list")


def _number(text: str) -> Decimal:
    wanted = _("%s is not a number from 1 to 20, with at most one decimal place.") % text[:20]
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise ValidationError(wanted) from None
    if not number.is_finite() or not 1 <= number <= 20 or number != round(number, 1):
        raise ValidationError(wanted)
    return number
