"""What was sent at once: its sheets, and the file of it."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.claims.changes import with_changes
from clinic.claims.export import as_csv, as_json, rows_of
from clinic.claims.models import Invoice, InvoiceLine
from clinic.claims.problems import told
from clinic.claims.sheet import sheets_of

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@require_safe
@needs(Permission.KEEP_CLAIMS)
def batch(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    by = Actor.of(request)
    invoices = _invoices(by, batch)
    charts = ", ".join(dict.fromkeys(one.person.chart_number for one in invoices))
    record(by=by, action=Action.LIST, subject=Subject("batch", str(batch)), reason=charts)
    lines = with_changes(
        InvoiceLine.objects.filter(invoiced__invoice__in=invoices).with_state().select_related("person")
    )
    context = {
        "batch": batch,
        "sheets": sheets_of(invoices),
        "wrong": [(one, told(one.problems)) for one in lines if one.problems],
    }
    return render(request, "claims/batch.html", context)


@require_safe
@needs(Permission.KEEP_CLAIMS)
def export(request: HttpRequest, batch: uuid.UUID, form: str) -> HttpResponse:
    by = Actor.of(request)
    if form not in TYPES:
        raise Http404("no such form of file")
    rows = rows_of(_invoices(by, batch))
    record(by=by, action=Action.EXPORT, subject=Subject("batch", str(batch)), reason=f"{len(rows)} lines as {form}")
    answer = HttpResponse(as_csv(rows) if form == "csv" else as_json(rows), content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="bills-{batch}.{form}"'
    return answer


def _invoices(by: Actor, batch: uuid.UUID) -> list[Invoice]:
    found = (
        Invoice.objects.filter(clinic_id=by.clinic_id, batch=batch)
        .select_related("person", "clinic", "claim")
        .prefetch_related("lines__line__practitioner", "lines__line__claim")
        .order_by("number")
    )
    with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("batch", str(batch))):
        if not found:
            raise Http404("nothing was sent with this key")
    return list(found)
