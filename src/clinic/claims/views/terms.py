"""The clinic's terms: prices, tax, licences, vendor numbers, membership. Rows are added, withdrawn, never changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.claims.actions import say_terms, withdraw_terms
from clinic.claims.book import LONGEST_REASON
from clinic.claims.forms import TERMS
from clinic.claims.models import Withdrawal
from clinic.claims.models.withdrawal import KINDS


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CLAIMS)
def terms(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    clinicians = User.objects.filter(clinic_id=by.clinic_id, is_active=True).order_by("last_name", "first_name", "id")
    staff = [one for one in clinicians if one.may(Permission.RECORD_EXAMINATION)]
    sent: dict[str, Any] = {}
    if request.method == "POST":
        name = request.POST.get("do", "")
        if name == "withdraw":
            return _withdraw(request, by)
        if name not in TERMS:
            raise Http404("no such form")
        form = TERMS[name](request.POST, staff=staff, auto_id=f"{name}_%s")
        if form.is_valid():
            try:
                say_terms(by=by, row=form.save(commit=False))
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("It holds from that day on."))
                return redirect("claims:terms")
        sent[name] = form
    context = {
        "forms": {name: sent.get(name) or kind(staff=staff, auto_id=f"{name}_%s") for name, kind in TERMS.items()},
        "is_wrong": next(iter(sent), ""),
        "rows": _rows(by.clinic_id),
        "longest": LONGEST_REASON,
    }
    return render(request, "claims/terms.html", context, status=422 if sent else 200)


def _withdraw(request: HttpRequest, by: Actor) -> HttpResponse:
    row: str = request.POST.get("row", "")
    if not (row.isascii() and row.isdecimal() and len(row) < 19):
        raise Http404("no such row")
    try:
        withdraw_terms(by=by, kind=request.POST.get("kind", ""), row_id=int(row), reason=request.POST.get("reason", ""))
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
    else:
        messages.success(request, _("It is withdrawn. Propose the months again that are not sent yet."))
    return redirect("claims:terms")


def _rows(clinic_id: int) -> dict[str, list[Any]]:
    """Of each kind, the withdrawn ones too, each with what was said when it was withdrawn."""
    withdrawn = {
        (one.kind, one.row): one for one in Withdrawal.objects.filter(clinic_id=clinic_id).select_related("by")
    }
    found: dict[str, list[Any]] = {}
    for kind, model in KINDS.items():
        people = [one.name for one in model._meta.concrete_fields if one.related_model is User]
        rows: Any = model._default_manager.filter(clinic_id=clinic_id)
        found[kind] = list(rows.select_related(*people) if people else rows)
        for row in found[kind]:
            row.withdrawn = withdrawn.get((kind, row.pk))
    return found
