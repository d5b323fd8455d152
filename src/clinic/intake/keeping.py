"""Keeping a self-check for a first visit, where the person asks for it: no account, no cookie, with consent."""

import uuid
from typing import Any

from allauth.core.ratelimit import consume, respond_429
from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.forms.days import today
from clinic.forms.page import data_of
from clinic.intake.asked import Reached, keep
from clinic.selfcheck.carried import LASTS, Carried, Ended, carried_in
from concordant.selfcheck import Stop, next_step
from concordant.selfcheck.question import Question

_SALT = "clinic.intake.keep"


class KeepForm(forms.Form):
    """To whom, who, and how to reach them. Nothing else is asked."""

    clinic = forms.ModelChoiceField(label=gettext_lazy("Which clinic?"), queryset=Clinic.objects.order_by("name"))
    given_name = forms.CharField(label=gettext_lazy("Given name"), max_length=100)
    family_name = forms.CharField(label=gettext_lazy("Family name"), max_length=100)
    phone = forms.RegexField(
        label=gettext_lazy("Phone"),
        regex=r"^\+?[0-9 ().-]{7,30}$",
        required=False,
        help_text=gettext_lazy("A phone or an e-mail, so that the clinic can reach you."),
        error_messages={"invalid": gettext_lazy("A phone number has 7 digits or more.")},
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False, max_length=254)
    agree = forms.BooleanField(
        label=gettext_lazy("I agree"), error_messages={"required": gettext_lazy("Tick this box if you agree.")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not (data.get("phone") or data.get("email") or "phone" in self.errors or "email" in self.errors):
            self.add_error("phone", _("Give a phone number or an e-mail."))
        return data


def what_is_agreed_to() -> str:
    """What the person agrees to, in the language in which they read it; it is kept word by word."""
    return _(
        "I ask this clinic to keep my name, how to reach me and my answers for my first visit. Its front desk sees my "
        "name and how to reach me, not my answers. Those who treat there can read my answers. If I do not come, all "
        "of it is deleted after %(days)s days. I can call and have it deleted sooner."
    ) % {"days": settings.FIRST_VISIT_DAYS}


# As with the self-check itself: nobody is signed in by it, and what it writes is signed by nothing but the answers
# that the page carries. So there is nothing to forge, and the browser is given no cookie.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def keep_check(request: HttpRequest) -> HttpResponse:
    """Asked for at the end of a self-check: first what it means, then, with consent, the code."""
    if request.method != "POST":
        return redirect("self_check")
    if not consume(request, action="self_check"):
        return respond_429(request)
    data = data_of(request)
    try:
        key, carried = _carried(data)
    except Ended:
        return redirect("self_check")
    step = next_step(carried.answers, today())
    if isinstance(step, Question):
        return redirect("self_check")
    form = KeepForm(request.POST) if "keep" in data else KeepForm(initial=_only_clinic())
    if form.is_bound and form.is_valid():
        if not consume(request, action="keep_self_check"):
            return respond_429(request)
        said = form.cleaned_data
        kept = keep(
            Actor.of(request),
            key=key,
            clinic=said["clinic"],
            who=Reached(said["given_name"], said["family_name"], said["phone"], said["email"]),
            carried=carried,
            on=today(),
            action=step.action.value if isinstance(step, Stop) else "",
            agreed_to=what_is_agreed_to(),
        )
        return render(request, "selfcheck/kept.html", {"kept": kept, "days": settings.FIRST_VISIT_DAYS, "stop": step})
    context = {
        "form": form,
        "token": signing.dumps([str(key), carried.signed()], salt=_SALT, compress=True),
        "agreed_to": what_is_agreed_to(),
        "is_urgent": isinstance(step, Stop),
    }
    return render(request, "selfcheck/keep.html", context, status=422 if form.errors else 200)


def _carried(data: dict[str, list[str]]) -> tuple[uuid.UUID, Carried]:
    """The answers, and a key that stays the same however often the form is sent. Raises Ended."""
    if "token" not in data:
        return uuid.uuid4(), carried_in((data.get("so_far") or [""])[0])
    try:
        key, so_far = signing.loads(data["token"][0], salt=_SALT, max_age=LASTS)
        return uuid.UUID(key), carried_in(so_far)
    except (signing.BadSignature, ValueError) as error:
        raise Ended from error


def _only_clinic() -> dict[str, Any]:
    """Where there is one clinic, nobody has to choose it."""
    clinics = list(Clinic.objects.all()[:2])
    return {"clinic": clinics[0]} if len(clinics) == 1 else {}
