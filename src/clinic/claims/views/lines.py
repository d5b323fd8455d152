"""One line: what it bills and why, what became of it, and what can be done with it."""

from collections.abc import Callable
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
from clinic.chart.actions.reach import subject_of
from clinic.claims.actions import (
    accept,
    adjust,
    bill_again,
    correct_visit,
    credit,
    give_back,
    pay,
    reject,
    send_again,
    take_too_much,
)
from clinic.claims.actions.credit import CREDITABLE
from clinic.claims.actions.pay import WAITING
from clinic.claims.actions.too_much import SENT
from clinic.claims.as_sent import numbers_as_sent, standing_claim
from clinic.claims.chains import is_out
from clinic.claims.changes import with_changes
from clinic.claims.forms import AmountForm, DeskForm, PaymentForm, ReasonForm
from clinic.claims.models import Claim, InvoiceLine, Payment, State
from clinic.claims.models.line import MISSED
from clinic.claims.money import ZERO
from clinic.claims.owed import Sums, sums_of
from clinic.claims.problems import ACCEPTABLE, AFTER, told

_Doing = Callable[[Actor, int, dict[str, Any]], object]


def _pay(by: Actor, line_id: int, said: dict[str, Any]) -> object:
    way = Payment.Way(said["way"])
    amounts = {line_id: said["amount"]}
    return pay(by=by, amounts=amounts, way=way, key=said["key"], reference=said["reference"], despite=said["despite"])


def _too_much(by: Actor, line_id: int, said: dict[str, Any]) -> object:
    way = Payment.Way(said["way"])
    return take_too_much(
        by=by, line_id=line_id, amount=said["amount"], way=way, key=said["key"], reference=said["reference"]
    )


def _give_back(by: Actor, line_id: int, said: dict[str, Any]) -> object:
    way = Payment.Way(said["way"])
    return give_back(by=by, line_id=line_id, way=way, key=said["key"], reference=said["reference"])


class GiveBackForm(PaymentForm):
    """Everything is given back, so no amount is asked for."""

    amount = None  # type: ignore[assignment]
    despite = None  # type: ignore[assignment]


class TooMuchForm(PaymentForm):
    """Whatever has become of the line: the money is there."""

    despite = None  # type: ignore[assignment]


FORMS: dict[str, tuple[type[DeskForm], _Doing]] = {
    "accept": (ReasonForm, lambda by, line_id, said: accept(by=by, line_id=line_id, reason=said["reason"])),
    "pay": (PaymentForm, _pay),
    "reject": (ReasonForm, lambda by, line_id, said: reject(by=by, line_id=line_id, reason=said["reason"])),
    "send_again": (ReasonForm, lambda by, line_id, said: send_again(by=by, line_id=line_id, reason=said["reason"])),
    "adjust": (
        AmountForm,
        lambda by, line_id, said: adjust(
            by=by, line_id=line_id, amount=said["amount"], reason=said["reason"], key=said["key"]
        ),
    ),
    "credit": (ReasonForm, lambda by, line_id, said: credit(by=by, line_id=line_id, reason=said["reason"])),
    "correct": (
        ReasonForm,
        lambda by, line_id, said: correct_visit(by=by, line_id=line_id, reason=said["reason"], key=said["key"]),
    ),
    "too_much": (TooMuchForm, _too_much),
    "bill_again": (
        ReasonForm,
        lambda by, line_id, said: bill_again(by=by, line_id=line_id, reason=said["reason"], key=said["key"]),
    ),
    "give_back": (GiveBackForm, _give_back),
}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CLAIMS)
def line(request: HttpRequest, line_id: int) -> HttpResponse:
    by = Actor.of(request)
    sent: dict[str, DeskForm] = {}
    if request.method == "POST":
        name = request.POST.get("do", "")
        if name not in FORMS:
            raise Http404("no such form")
        kind, doing = FORMS[name]
        form = kind(request.POST, auto_id=f"{name}_%s")
        if form.is_valid():
            try:
                doing(by, line_id, form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, _("It is written down."))
                return redirect("claims:line", line_id)
        sent = {name: form}
    with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("line", str(line_id))):
        (found,) = with_changes([_line(by, line_id)])
    record(by=by, action=Action.VIEW, subject=subject_of(found.person, "line", found.pk))
    sums = sums_of([found]).get(found.pk, Sums())
    forms = {name: sent.get(name) or _form(name, found) for name in _possible(found, sums)}
    context = {
        "line": found,
        "problems": told(found.problems),
        "events": [(one, told(one.problems)) for one in found.events.select_related("by")],
        "payments": found.payments.all(),
        "adjustments": found.adjustments.all(),
        "sums": sums,
        "sent_as": numbers_as_sent([found]).get(found.pk, "") if is_out(found) else "",
        "sends_as": _number_now(found) if "send_again" in forms else "",
        "forms": forms,
        "is_wrong": next(iter(sent), ""),
    }
    return render(request, "claims/line.html", context, status=422 if sent else 200)


def _form(name: str, found: Any) -> DeskForm:
    """For this line; of a change it is asked only where one is."""
    form = FORMS[name][0](auto_id=f"{name}_%s")
    if isinstance(form, PaymentForm):
        form = form.of_patient() if found.for_patient else form
        return form if any(one["code"] in AFTER for one in found.problems) else form.without_why()
    return form


def _number_now(found: Any) -> str:
    return standing_claim(found, Claim.objects.filter(person=found.person_id).order_by("id")).number


def _line(by: Actor, line_id: int) -> Any:
    found = (
        InvoiceLine.objects.of_clinic(by.clinic_id)
        .with_state()
        .filter(pk=line_id)
        .select_related("person", "practitioner", "claim", "replaces", "replaced_by", "invoiced__invoice", "credit")
        .first()
    )
    if found is None:
        raise Http404("no such line here")
    return found


def _possible(found: Any, sums: Sums) -> list[str]:
    """What can follow on where it stands."""
    state = State(found.state)
    waits = state is State.DRAFT and found.for_patient
    ways = {
        "accept": waits and any(one["code"] in ACCEPTABLE for one in found.problems),
        "pay": state in WAITING and sums.owed > ZERO,
        "reject": state in (State.SENT, State.PART_PAID, State.ADJUSTED) and not found.for_patient,
        "send_again": state is State.REJECTED,
        "adjust": state in WAITING and sums.owed > ZERO,
        "correct": state in CREDITABLE and found.item not in MISSED,
        "credit": state in CREDITABLE,
        "bill_again": state is State.CREDITED and any(one["code"] == "not_billed" for one in found.problems),
        "too_much": state in SENT,
        "give_back": sums.to_give_back > ZERO,
    }
    return [name for name, is_possible in ways.items() if is_possible]
