"""The bill of one person: who is billed, every line, what was paid, and what is still owed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Person
from clinic.claims.actions import keep_claim, no_show_fee, patient_payment
from clinic.claims.changes import with_changes
from clinic.claims.claim_form import ClaimForm
from clinic.claims.disciplines import Discipline
from clinic.claims.forms import MissedForm, PatientPaymentForm, PaymentForm
from clinic.claims.missed import missed_visits
from clinic.claims.models import CreditNote, Invoice, InvoiceLine, Item, Payer, Payment
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.problems import AFTER, told
from clinic.claims.work import claims_of
from clinic.forms.days import today
from clinic.query import number_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CLAIMS)
def bill(request: HttpRequest, person_id: int) -> HttpResponse:
    by = Actor.of(request)
    person = reach(by, person_id, people_in_reach(by))
    sent: dict[str, Any] = {}
    if request.method == "POST":
        name = request.POST.get("do", "")
        form = _sent(name, request, person)
        if form.is_valid():
            try:
                _do(by, person, name, form)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, _("It is written down."))
                return redirect("claims:person", person_id)
        sent[name] = form
    record(by=by, action=Action.VIEW, subject=subject_of(person, "bill"))
    context = _context(person, sent)
    begin = _missed(request, person)
    if begin is not None and "missed" not in sent:
        context |= {"missed_form": MissedForm(initial=begin, auto_id="missed_%s"), "missed": begin}
    return render(request, "claims/person.html", context, status=422 if sent else 200)


def _sent(name: str, request: HttpRequest, person: Person) -> Any:
    if name == "claim":
        return ClaimForm(request.POST, today=today(), auto_id="claim_%s")
    if name == "pay":
        return PatientPaymentForm(request.POST, auto_id="pay_%s")
    if name == "missed":
        return MissedForm(request.POST, auto_id="missed_%s")
    raise Http404("no such form")


def _do(by: Actor, person: Person, name: str, form: Any) -> None:
    said = form.cleaned_data
    if name == "claim":
        keep_claim(by=by, person_id=person.pk, claim=form.claim(), seen=said["seen"])
    elif name == "pay":
        patient_payment(
            by=by,
            person_id=person.pk,
            amount=said["amount"],
            way=Payment.Way(said["way"]),
            key=said["key"],
            reference=said["reference"],
            despite=said["despite"],
        )
    else:
        no_show_fee(
            by=by,
            person_id=person.pk,
            on=said["on"],
            discipline=Discipline(said["discipline"]),
            item=Item(said["item"]),
            amount=said["amount"],
            appointment=said["appointment"],
        )


def _context(person: Person, sent: dict[str, Any]) -> dict[str, Any]:
    lines = with_changes(
        InvoiceLine.objects.filter(person=person)
        .with_state()
        .select_related("practitioner", "invoiced__invoice")
        .order_by("-service_date", "-id")
    )
    amounts = open_amounts(lines)
    owed = {payer.label: ZERO for payer in Payer}
    for one in lines:
        owed[Payer(one.payer).label] += amounts.get(one.pk, ZERO)
    claim = claims_of([person]).get(person.pk)
    of_person = {"line__person": person}
    claim_form = sent.get("claim") or ClaimForm(
        instance=claim, today=today(), auto_id="claim_%s", initial=None if claim else _begin(person)
    )
    return {
        "person": person,
        "claim": claim,
        "claim_form": claim_form,
        "pay_form": sent.get("pay") or _pay_form(lines),
        "missed_form": sent.get("missed") or MissedForm(auto_id="missed_%s"),
        "is_wrong": next(iter(sent), ""),
        "rows": [(one, told(one.problems), amounts.get(one.pk)) for one in lines],
        "owed": [(label, amount) for label, amount in owed.items() if amount != ZERO],
        "invoices": Invoice.objects.filter(person=person).order_by("-number"),
        "credit_notes": CreditNote.objects.filter(**of_person).select_related("line").order_by("-number"),
        "payments": Payment.objects.filter(**of_person).select_related("line").order_by("-id"),
    }


def _pay_form(lines: list[Any]) -> PaymentForm:
    form = PatientPaymentForm(auto_id="pay_%s")
    has_changed = any(one.for_patient and problem["code"] in AFTER for one in lines for problem in one.problems)
    return form if has_changed else form.without_why()


def _missed(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """The missed visit that a link of the month names; none where it is somebody else's, or decided already."""
    number = number_of(request, "missed")
    if number is None:
        return None
    return next((one for one in missed_visits(Actor.of(request), only=number) if one["person"] == person), None)


def _begin(person: Person) -> dict[str, str]:
    """The registered name is a start; the card decides."""
    return {"legal_given_name": person.given_name, "legal_family_name": person.family_name}
