"""The waiting list: who waits for what, open offers, and filling an hour that has become free."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.actions import answer_offer, fill_cancelled, offer
from clinic.calendar.actions.changes import subject_of_visit
from clinic.calendar.actions.reach import appointment_of, clinic_of, person_of
from clinic.calendar.actions.waiting import YES, coming_of
from clinic.calendar.disciplines import Discipline
from clinic.calendar.errors import FreePlace, Taken
from clinic.calendar.models import Waiting
from clinic.calendar.pages.asked import checked_day
from clinic.calendar.pages.waiting_shown import waits_of
from clinic.calendar.views.booking import LENGTHS
from clinic.calendar.views.posted import number
from clinic.chart.actions.reach import charts_of, subject_of
from clinic.forms.days import today
from clinic.query import way_on
from concordant.booking.numbers import OFFER_MINUTES, OFFERS_AT_ONCE


@require_safe
@needs(Permission.KEEP_CALENDAR)
def waiting_list(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    rows = waits_of(Waiting.objects.filter(person__clinic=clinic_of(by), ended_at__isnull=True))
    record(
        by=by, action=Action.LIST, subject=Subject("waiting list"), reason=charts_of(each.row.person for each in rows)
    )
    context = {"rows": rows, "today": today(), "now": clock.now()}
    return render(request, "calendar/waiting.html", context)


@require_POST
@needs(Permission.KEEP_CALENDAR)
def add(request: HttpRequest) -> HttpResponse:
    """A wish for an hour that no plan asks for, or for an earlier one."""
    by = Actor.of(request)
    person = person_of(by, number(request, "person") or 0)
    discipline, minutes = request.POST.get("discipline", ""), number(request, "minutes")
    if discipline not in Discipline.values or minutes not in LENGTHS:
        raise BadRequest("no such visit")
    until: date | None = checked_day(request.POST["until"][:40]) if request.POST.get("until") else None
    with transaction.atomic():
        AuditHead.locked(by.clinic_id)  # pressed twice at once it is one wish all the same
        said = {"person": person, "discipline": discipline, "minutes": minutes, "until": until}
        if not Waiting.objects.filter(**said, prescribed__isnull=True, ended_at__isnull=True).exists():
            made = Waiting.objects.create(**said, since=clock.now(), reasons=[])
            record(by=by, action=Action.CHANGE, subject=subject_of(person, "waiting", made.pk))
    messages.success(request, _("%s is on the waiting list.") % person.name)
    return redirect("desk:person", person.pk)


@require_POST
@needs(Permission.KEEP_CALENDAR)
def end(request: HttpRequest, waiting_id: int) -> HttpResponse:
    by = Actor.of(request)
    subject = Subject("waiting", str(waiting_id))
    with refusals_recorded(by=by, action=Action.CHANGE, subject=subject), transaction.atomic():
        AuditHead.locked(by.clinic_id)
        mine = Waiting.objects.filter(person__clinic=clinic_of(by), ended_at__isnull=True).select_related("person")
        one = get_object_or_404(mine, pk=waiting_id)
        one.ended_at = clock.now()
        one.save(update_fields=["ended_at"])
        record(by=by, action=Action.CHANGE, subject=subject_of(one.person, "waiting", one.pk), reason="ended")
    messages.success(request, _("%s no longer waits for this.") % one.person.name)
    return redirect(way_on(request, request.POST.get("back", "")) or "calendar:waiting")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def fill(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Who could take the hour of a visit that was cancelled, the best first; offering it to a few at a time."""
    by = Actor.of(request)
    one = appointment_of(by, appointment_id)
    problem = ""
    if request.method == "POST":
        keys = [each for each in request.POST.getlist("waiting") if each.isascii() and each.isdecimal()]
        try:
            made = offer(by, [int(each[:18]) for each in keys], FreePlace(one.clinician, one.room, one.starts_at))
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            told = ngettext("Offered to %s person.", "Offered to %s people. The first yes has it.", len(made))
            messages.success(request, told % len(made))
            return redirect("calendar:waiting")
    ranked: tuple[Waiting, ...] = ()
    try:
        ranked = fill_cancelled(by, appointment_id)
    except ValidationError as error:
        problem = problem or " ".join(error.messages)
    in_order = {row.pk: place for place, row in enumerate(ranked)}
    rows = sorted(waits_of(Waiting.objects.filter(pk__in=in_order)), key=lambda each: in_order[each.row.pk])
    record(by=by, action=Action.VIEW, subject=subject_of_visit(one))
    if rows:
        record(
            by=by, action=Action.LIST, subject=Subject("waiting list"), reason=charts_of(one.row.person for one in rows)
        )
    context = {
        "visit": one,
        "rows": rows,
        "problem": problem,
        "at_once": int(OFFERS_AT_ONCE),
        "minutes": int(OFFER_MINUTES),
    }
    return render(request, "calendar/fill.html", context, status=422 if problem and request.method == "POST" else 200)


@require_POST
@needs(Permission.KEEP_CALENDAR)
def answer(request: HttpRequest, offer_id: int) -> HttpResponse:
    """Yes or no, as it was said on the phone."""
    by = Actor.of(request)
    try:
        said = request.POST.get("answer", "")[:4]
        made = answer_offer(by, offer_id, said, instead_of=_instead_of(request, by, offer_id) if said == YES else None)
    except Taken as taken:
        messages.error(request, " ".join(taken.messages))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        if made is not None:
            day = timezone.localtime(made.starts_at)
            messages.success(
                request, _("Booked for %s. The others are told that somebody was faster.") % made.person.name
            )
            return redirect(f"{reverse('calendar:day')}?day={day.date().isoformat()}")
        messages.success(request, _("Noted. The person stays on the waiting list."))
    return redirect("calendar:waiting")


def _instead_of(request: HttpRequest, by: Actor, offer_id: int) -> int | None:
    """Which visit the hour is taken instead of, as it was said. Raises ValidationError where nobody asked."""
    said = request.POST.get("instead", "")
    if said == "more":
        return None
    if said:
        return number(request, "instead") or 0
    waiting = Waiting.objects.filter(offers__pk=offer_id, person__clinic=clinic_of(by)).first()
    coming = coming_of([waiting])[waiting.pk] if waiting is not None and waiting.prescribed_id is None else ()
    if coming:
        day = date_format(timezone.localtime(coming[0].starts_at), "D j M")
        raise ValidationError(_("Ask first: instead of the visit on %s, or besides it?") % day)
    return None
