"""The bill of one person: who is billed, every line, what was paid, and what is still owed."""

from collections.abc import Mapping, Sequence
from datetime import date
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
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Person
from clinic.claims.actions import keep_claim, no_show_fee, patient_paid_too_much, patient_payment
from clinic.claims.by_day import Counting, claims_by_day
from clinic.claims.changes import with_changes
from clinic.claims.claim_form import ANOTHER, ClaimForm
from clinic.claims.claims_shown import ClaimShown, claims_shown
from clinic.claims.disciplines import Discipline
from clinic.claims.forms import MissedForm, PatientPaymentForm, PaymentForm
from clinic.claims.missed import missed_visits
from clinic.claims.models import Claim, CreditNote, Invoice, InvoiceLine, Item, Payer, Payment
from clinic.claims.owed import added, sums_of
from clinic.claims.problems import AFTER, told
from clinic.claims.terms import terms_of
from clinic.claims.work import work_of
from clinic.forms.days import today
from clinic.query import number_of, whole


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CLAIMS)
def bill(request: HttpRequest, person_id: int) -> HttpResponse:
    by = Actor.of(request)
    with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("person", str(person_id))):
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
    # Which visits are warned of the chart says, and the desk opens none: days and disciplines come out.
    record(by=by, action=Action.VIEW, subject=subject_of(person, "coverage"))
    record(by=by, action=Action.VIEW, subject=subject_of(person, "bill"))
    context = _context(request, person, sent)
    begin = _missed(request, person)
    if begin is not None and "missed" not in sent:
        context |= {"missed_form": MissedForm(initial=begin, auto_id="missed_%s"), "missed": begin}
    return render(request, "claims/person.html", context, status=422 if sent else 200)


def _sent(name: str, request: HttpRequest, person: Person) -> Any:
    if name == "claim":
        # As it stood when the page was opened, also where somebody has said it anew since.
        seen = whole(request.POST.get("seen", ""))
        rows = Claim.objects.filter(person=person, **({} if seen is None else {"pk__lte": seen})).order_by("id")
        is_another = request.POST.get("which") == ANOTHER
        shown = whole(request.POST.get("shown", ""))
        return _claim_form(claims_by_day(rows), shown, is_another=is_another, data=request.POST)
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
        came_in = {
            "by": by,
            "person_id": person.pk,
            "amount": said["amount"],
            "way": Payment.Way(said["way"]),
            "key": said["key"],
            "reference": said["reference"],
        }
        if said["is_too_much"]:
            patient_paid_too_much(**came_in)
        else:
            patient_payment(**came_in, despite=said["despite"])
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


def _claim_form(claims: tuple[Counting, ...], shown: int | None, **more: Any) -> ClaimForm:
    """Of the claim that is named, else of the last one."""
    under = next((one for one in claims if one.claim.pk == shown), claims[-1] if claims else None)
    newest = max((row.pk for one in claims for row in one.rows), default=0)
    return ClaimForm(under=under, newest=newest, today=today(), auto_id="claim_%s", **more)


def _context(request: HttpRequest, person: Person, sent: dict[str, Any]) -> dict[str, Any]:
    lines = with_changes(
        InvoiceLine.objects.filter(person=person)
        .with_state()
        .select_related("practitioner", "invoiced__invoice")
        .order_by("-service_date", "-id")
    )
    sums = sums_of(lines)
    of_payers = {
        payer.label: added(sums[one.pk] for one in lines if one.pk in sums and one.payer == payer) for payer in Payer
    }
    work = work_of([person])[person.pk]
    claims = claims_shown(work, terms_of(person.clinic_id), today())
    chosen, is_another = number_of(request, "claim"), request.GET.get("claim") == ANOTHER
    of_person = {"line__person": person}
    claim_form = sent.get("claim") or _claim_form(
        work.counting,
        chosen,
        is_another=is_another,
        brought_in=next((one.brought_in for one in claims if one.under.claim.pk == chosen), _last(claims)),
        initial=None if claims else _begin(person),
    )
    return {
        "person": person,
        "claims": claims,
        "is_chosen": chosen is not None or is_another,
        "another": ANOTHER,
        "claim_form": claim_form,
        "pay_form": sent.get("pay") or _pay_form(lines),
        "missed_form": sent.get("missed") or MissedForm(auto_id="missed_%s"),
        "is_wrong": next(iter(sent), ""),
        "rows": [(one, told(one.problems), sums.get(one.pk)) for one in lines],
        "of_payers": [(label, one) for label, one in of_payers.items() if one.owed or one.to_give_back],
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


def _last(claims: tuple[ClaimShown, ...]) -> Mapping[str, Sequence[date]] | None:
    return claims[-1].brought_in if claims else None


def _begin(person: Person) -> dict[str, str]:
    """The registered name is a start; the card decides."""
    return {"legal_given_name": person.given_name, "legal_family_name": person.family_name}
