"""Reading the audit log."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.record import record
from clinic.audit.told import looked_at
from clinic.audit.words import Action, Subject
from clinic.query import number_of, text_of

PAGE_SIZE = 50


@require_safe
@needs(Permission.READ_AUDIT_LOG)
def log(request: HttpRequest) -> HttpResponse:
    """Everything that was done in the clinic, newest first; of one chart when its number is given."""
    by = Actor.of(request)
    chart_number = text_of(request, "chart", 20)
    record(by=by, action=Action.VIEW, subject=Subject("audit log", chart_number=chart_number))
    events = AuditEvent.objects.filter(clinic_id=by.clinic_id)
    if chart_number:
        events = events.filter(chart_number=chart_number)
    return render(request, "audit/log.html", {"chart_number": chart_number, **_page(request, events)})


@require_safe
@needs(Permission.OPEN_OWN_CHART)
def mine(request: HttpRequest) -> HttpResponse:
    """For a patient: who has done what with my chart."""
    person = getattr(request.user, "person", None)
    if person is None:
        raise Http404("This account belongs to no chart")
    by = Actor.of(request)
    page = _page(request, AuditEvent.objects.filter(clinic_id=by.clinic_id, person_id=person.pk))
    return render(request, "audit/mine.html", {**page, "looked": tuple(looked_at(page["events"], request.user.pk))})


def _page(request: HttpRequest, events: QuerySet[AuditEvent]) -> dict[str, Any]:
    """One page, found by the event it comes before: new events never push a row onto the next page unseen."""
    if before := number_of(request, "before"):
        events = events.filter(id__lt=before)
    rows = list(events.order_by("-id")[: PAGE_SIZE + 1])
    return {
        "events": rows[:PAGE_SIZE],
        "older_than": rows[PAGE_SIZE - 1].pk if len(rows) > PAGE_SIZE else None,
    }
