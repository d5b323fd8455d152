"""One invoice: the sheet for the insurer's form, or the patient's bill and receipt."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.changes import with_changes
from clinic.claims.models import Invoice, InvoiceLine, Payer
from clinic.claims.problems import told
from clinic.claims.receipt import receipt_of, with_lines
from clinic.claims.sheet import sheet_of


@require_safe
@needs(Permission.KEEP_CLAIMS)
def invoice(request: HttpRequest, number: int) -> HttpResponse:
    by = Actor.of(request)
    with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("invoice", str(number))):
        found = with_lines(Invoice.objects.filter(clinic_id=by.clinic_id, number=number)).first()
        if found is None:
            raise Http404("no such invoice here")
    # It carries a name, a birth date and a health number.
    record(by=by, action=Action.VIEW, subject=subject_of(found.person, "invoice", found.pk))
    if found.payer != Payer.PATIENT:
        lines = with_changes(InvoiceLine.objects.filter(invoiced__invoice=found).with_state().select_related("person"))
        wrong = [(one, told(one.problems)) for one in lines if one.problems]
        return render(request, "claims/sheet.html", {"sheet": sheet_of(found), "wrong": wrong})
    return render(request, "claims/receipt.html", {"receipt": receipt_of(found)})
