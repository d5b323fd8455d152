"""The month: what is to be billed, what is wrong with it, what was sent, and what came back."""

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.claims.actions import check_lines, mark_paid, propose_lines, send
from clinic.claims.actions.propose import Month
from clinic.claims.changes import with_changes
from clinic.claims.missed import missed_visits
from clinic.claims.models import InvoiceLine, State
from clinic.claims.owed import sums_of
from clinic.claims.problems import AFTER, is_held, told
from clinic.claims.unwritten import unwritten
from clinic.forms.days import today
from clinic.query import number_of, text_of

PAGE_SIZE = 100
_EARLIEST_YEAR = 2000
_LAST_YEAR = 2200

SHELVES: dict[str, tuple[str | Promise, tuple[State, ...]]] = {
    "ready": (gettext_lazy("Ready to send"), (State.CHECKED,)),
    "problems": (gettext_lazy("Problems"), (State.DRAFT,)),
    "sent": (gettext_lazy("Sent"), (State.SENT, State.PART_PAID, State.ADJUSTED)),
    "refused": (gettext_lazy("Refused"), (State.REJECTED,)),
    "paid": (gettext_lazy("Paid"), (State.PAID,)),
    "over": (gettext_lazy("Credited"), (State.CREDITED,)),
}
DONE = {"ready": "send", "problems": "check", "sent": "paid"}
"""What can be done with many lines of a shelf at once."""


@require_safe
@needs(Permission.KEEP_CLAIMS)
def month(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    chosen = month_of(text_of(request, "month", 7), today())
    shelf = text_of(request, "shelf", 10)
    shelf = shelf if shelf in SHELVES else "ready"
    of_month = (
        InvoiceLine.objects.of_clinic(by.clinic_id)
        .filter(service_date__gte=chosen.first, service_date__lt=chosen.after)
        .with_state()
    )
    counts = of_month.order_by().aggregate(
        **{name: Count("pk", filter=Q(state__in=states)) for name, (_label, states) in SHELVES.items()}
    )
    page = max(number_of(request, "page") or 1, 1)
    pages = max(-(-counts[shelf] // PAGE_SIZE), 1)
    page = min(page, pages)
    rows = of_month.filter(state__in=SHELVES[shelf][1]).select_related("person", "practitioner")
    lines = with_changes(rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    sums = sums_of(lines)
    missing = unwritten(by, chosen)
    charts = ", ".join(dict.fromkeys(one.person.chart_number for one in (*lines, *missing)))
    record(by=by, action=Action.LIST, subject=Subject("bills"), reason=f"{chosen} {shelf}: {charts}")
    context = {
        "month": chosen,
        "before": _before(chosen),
        "after": Month(chosen.after.year, chosen.after.month),
        "shelf": shelf,
        "shelf_name": SHELVES[shelf][0],
        "shelves": [(name, label, counts[name]) for name, (label, _states) in SHELVES.items()],
        "rows": [(one, told(one.problems), sums.get(one.pk)) for one in lines],
        "does": DONE.get(shelf, ""),
        "has_changed": any(problem["code"] in AFTER for one in lines for problem in one.problems),
        "missed": missed_visits(by, chosen),
        "unwritten": missing,
        "key": uuid.uuid4(),
        "page": page,
        "pages": pages,
        "query": f"&month={chosen}&shelf={shelf}",
    }
    return render(request, "claims/month.html", context)


@require_POST
@needs(Permission.KEEP_CLAIMS)
def propose(request: HttpRequest) -> HttpResponse:
    chosen = month_of(request.POST.get("month", ""), today())
    done = propose_lines(by=Actor.of(request), month=chosen)
    if done.new or done.withdrawn:
        new = ngettext("%s new line.", "%s new lines.", len(done.new)) % len(done.new)
        gone = ngettext("%s was withdrawn.", "%s were withdrawn.", done.withdrawn) % done.withdrawn
        messages.success(request, f"{new} {gone}" if done.withdrawn else new)
    elif not done.credited:
        messages.info(request, _("Nothing new: every signed visit of the month has its line."))
    if missing := len(unwritten(Actor.of(request), chosen)):
        told = ngettext(
            "%s visit took place and has no signed note: it cannot be billed yet.",
            "%s visits took place and have no signed note: they cannot be billed yet.",
            missing,
        )
        messages.warning(request, told % missing)
    if done.credited:
        credited = ngettext(
            "%s line was credited though its visit is signed: see “Credited”.",
            "%s lines were credited though their visits are signed: see “Credited”.",
            done.credited,
        )
        messages.info(request, credited % done.credited)
    return redirect(f"{reverse('claims:month')}?month={chosen}")


@require_POST
@needs(Permission.KEEP_CLAIMS)
def do(request: HttpRequest) -> HttpResponse:
    """With the lines that were chosen: check, send, or write down as paid."""
    by = Actor.of(request)
    chosen = month_of(request.POST.get("month", ""), today())
    shelf = request.POST.get("shelf", "")
    back = f"{reverse('claims:month')}?month={chosen}&shelf={shelf if shelf in SHELVES else 'ready'}"
    keys, key = keys_in(request), key_in(request)
    if not keys:
        messages.warning(request, _("Choose one line at least."))
        return redirect(back)
    if key is None:
        messages.error(request, _("This form is broken. Open it anew."))
        return redirect(back)
    try:
        return _do(request, by, request.POST.get("do", ""), keys, key, back)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
        return redirect(back)


def _do(request: HttpRequest, by: Actor, does: str, keys: list[int], key: uuid.UUID, back: str) -> HttpResponse:
    if does == "check":
        found = check_lines(by=by, lines=keys)
        wrong = sum(is_held(problems) for problems in found.values())
        messages.info(request, _("%(all)s checked, %(wrong)s with problems.") % {"all": len(found), "wrong": wrong})
    elif does == "send":
        try:
            invoices = send(by=by, lines=keys, key=key)
        except ValidationError:
            # One chart that does not add up holds back no other bill: what is wrong is set aside, where it says why.
            _set_aside(request, by, keys)
            raise
        messages.success(
            request, _("On %s invoices. Type each into the insurer’s form from its sheet.") % len(invoices)
        )
        return redirect("claims:batch", key)
    elif does == "paid":
        said = {name: request.POST.get(name, "") for name in ("reference", "despite")}
        payments = mark_paid(by=by, lines=keys, key=key, **said)
        messages.success(request, _("%s lines are paid.") % len(payments))
    return redirect(back)


def _set_aside(request: HttpRequest, by: Actor, keys: list[int]) -> None:
    held = sum(is_held(problems) for problems in check_lines(by=by, lines=keys).values())
    if held:
        told = ngettext(
            "%s line stands under “Problems” now. Press “Send” again for the others.",
            "%s lines stand under “Problems” now. Press “Send” again for the others.",
            held,
        )
        messages.warning(request, told % held)


def month_of(text: str, day: date) -> Month:
    """As an address gives it; the present one for anything else."""
    year, _dash, number = text.partition("-")
    if year.isascii() and year.isdecimal() and len(year) == 4 and number in _NUMBERS:
        found = Month(int(year), _NUMBERS[number])
        if _EARLIEST_YEAR <= found.year <= _LAST_YEAR:
            return found
    return Month(day.year, day.month)


_NUMBERS = {f"{number:02}": number for number in range(1, 13)}


def _before(chosen: Month) -> Month:
    return Month(chosen.year - 1, 12) if chosen.month == 1 else Month(chosen.year, chosen.month - 1)


def keys_in(request: HttpRequest) -> list[int]:
    """The lines that were ticked. What no form of ours sends is nobody's key."""
    given: list[Any] = request.POST.getlist("line")
    return [int(one) for one in given if one.isascii() and one.isdecimal() and len(one) < 19]


def key_in(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return None
