"""The clinic's terms: prices, licences, vendor numbers and membership. Rows are added and never changed."""

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
from clinic.claims.actions import say_terms
from clinic.claims.forms import TERMS
from clinic.claims.models import FeeLimit, Licence, Membership, Price, VendorNumber


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CLAIMS)
def terms(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    clinicians = User.objects.filter(clinic_id=by.clinic_id, is_active=True).order_by("last_name", "first_name", "id")
    staff = [one for one in clinicians if one.may(Permission.RECORD_EXAMINATION)]
    sent: dict[str, Any] = {}
    if request.method == "POST":
        name = request.POST.get("do", "")
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
        "prices": Price.objects.filter(clinic_id=by.clinic_id),
        "fee_limits": FeeLimit.objects.filter(clinic_id=by.clinic_id),
        "licences": Licence.objects.filter(clinic_id=by.clinic_id).select_related("practitioner"),
        "vendor_numbers": VendorNumber.objects.filter(clinic_id=by.clinic_id).select_related("payee"),
        "memberships": Membership.objects.filter(clinic_id=by.clinic_id),
    }
    return render(request, "claims/terms.html", context, status=422 if sent else 200)
