"""Taking up an invitation: the code, the date of birth, and how to sign in from then on."""

from allauth.core.ratelimit import consume, respond_429
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clinic.access import keys
from clinic.access.forms import BornForm, InvitationCodeForm
from clinic.access.signing_in import sign_in
from clinic.access.taking_up import Wrong, is_open, take_up
from clinic.audit.actor import Actor


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def type_code(request: HttpRequest) -> HttpResponse:
    """For those who cannot scan the square."""
    form = InvitationCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("access:welcome", form.cleaned_data["code"])
    return render(request, "access/code.html", {"form": form})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, code: str) -> HttpResponse:
    """The date of birth. Nothing here tells whose it should be: a sheet that was lost opens no chart."""
    tidy = keys.tidied(code)
    if request.method == "POST" and not consume(request, action="invitation"):
        return respond_429(request)
    if not is_open(tidy):
        return render(request, "access/no_invitation.html", status=410)
    form = BornForm(request.POST or None)
    wrong = None
    if request.method == "POST" and form.is_valid():
        origin = Actor.of(request)
        taken = take_up(
            code=tidy, born=form.cleaned_data["born"], origin=Actor(address=origin.address, device=origin.device)
        )
        if taken is None or (isinstance(taken, Wrong) and not taken.tries_left):
            return render(request, "access/no_invitation.html", status=410)
        if not isinstance(taken, Wrong):
            response = sign_in(request, taken, "invitation", reverse("access:ways"))
            request.session.set_expiry(0)
            return response
        wrong = taken
    return render(request, "access/born.html", {"form": form, "wrong": wrong})
