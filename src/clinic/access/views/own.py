"""How a patient signs in: their address and their passkeys, to add, name and take away."""

import json
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.ratelimit import consume, respond_429
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as library
from allauth.mfa.webauthn.internal import auth, flows
from django.contrib import messages
from django.contrib.auth.signals import user_login_failed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.access import own_address
from clinic.access.addresses import passkeys_work
from clinic.access.forms import AddressCodeForm, AddressForm, NameForm
from clinic.access.passkeys import MOST, AddPasskeyForm, PasskeyForm, may_have_passkeys, passkeys_of
from clinic.access.signing_in import sign_out_elsewhere
from clinic.accounts.models import User
from clinic.query import way_on

_confirmed = reauthentication_required(app="allauth.mfa")
"""The library asks again who it is, unless that was shown within the last five minutes."""


def patient(request: HttpRequest) -> User:
    """Staff sign in by password and second factor, and have none of these pages."""
    user = request.user
    if not isinstance(user, User) or not may_have_passkeys(user):
        raise Http404("These pages are for patients")
    return user


def ways_in(request: HttpRequest) -> dict[str, Any]:
    """What the account page shows of all this; nothing for staff."""
    user = request.user
    if not isinstance(user, User) or not may_have_passkeys(user):
        return {}
    return {"has_ways": True, "passkeys": passkeys_of(user), "passkeys_work": passkeys_work(request), "most": MOST}


@require_safe
def ways(request: HttpRequest) -> HttpResponse:
    """The first page after an invitation: how to come back next time."""
    patient(request)
    return render(request, "access/ways.html", ways_in(request))


# --- The address -------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@_confirmed
def address(request: HttpRequest) -> HttpResponse:
    """Another address: it is kept when the code that goes there has come back."""
    user = patient(request)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not consume(request, action="own_address", user=user):
            return respond_429(request)
        own_address.mail_code(request, form.cleaned_data["email"])
        return redirect("access:address_code")
    return render(request, "access/address.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def address_code(request: HttpRequest) -> HttpResponse:
    """The six digits."""
    user = patient(request)
    form = AddressCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not consume(request, action="own_address_code", user=user):
            return respond_429(request)
        if own_address.keep(request, user, form.cleaned_data["code"]):
            messages.success(request, _("Your address is kept. You can have a sign-in link mailed to it."))
            return redirect("access:ways")
        form.add_error("code", _("This code is not right. Please look at the newest mail."))
    waiting = own_address.waiting(request)
    if not waiting:
        messages.warning(request, _("This code has ended. Ask for a new one."))
        return redirect("access:address")
    return render(request, "access/address_code.html", {"form": form, "waiting": waiting})


@require_POST
@_confirmed
def address_remove(request: HttpRequest) -> HttpResponse:
    """Only while another way in is left."""
    user = patient(request)
    if not user.has_usable_password() and not passkeys_of(user):
        messages.error(request, _("This is your only way in. Add a passkey first."))
    else:
        own_address.remove(request, user)
        messages.success(request, _("Your address is taken away."))
    return redirect("account_overview")


# --- Passkeys ----------------------------------------------------------------------------------------------


class _OfPatients:
    """The pages of the library, for patients alone and in the words of this application."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        patient(request)
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


@method_decorator(never_cache, name="dispatch")
class AddPasskey(_OfPatients, library.AddWebAuthnView):
    template_name = "access/passkey_add.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if len(passkeys_of(patient(request))) >= MOST:
            messages.error(request, _("You have as many passkeys as one account can hold. Take one away first."))
            return redirect("account_overview")
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[AddPasskeyForm]:
        return AddPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Past the library's own, which would begin a key that is good as a second factor alone.
        context: dict[str, Any] = super(library.AddWebAuthnView, self).get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return context | {"options": json.dumps(options), "passkeys_work": passkeys_work(self.request)}

    def form_valid(self, form: AddPasskeyForm) -> HttpResponse:
        # As at a sign-up: recovery codes belong to a second factor, and a passkey is a whole way in.
        flows.signup_authenticator(
            self.request,
            user=self.request.user,
            name=form.cleaned_data["name"],
            credential=form.cleaned_data["credential"],
        )
        return redirect("access:ways")


@require_http_methods(["GET", "HEAD", "POST"])
@_confirmed
def passkey_rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Which device it is on."""
    passkey = _own_passkey(request, pk)
    form = NameForm(request.POST or None, initial={"name": passkey.wrap().name})
    if request.method == "POST" and form.is_valid():
        flows.rename_authenticator(request, passkey, form.cleaned_data["name"])
        messages.success(request, _("The name is kept."))
        return redirect("account_overview")
    return render(request, "access/passkey_rename.html", {"form": form, "passkey": passkey})


@require_http_methods(["GET", "HEAD", "POST"])
@_confirmed
def passkey_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """A phone that was lost or given away."""
    passkey = _own_passkey(request, pk)
    user = patient(request)
    is_last_way = len(passkeys_of(user)) == 1 and not user.email and not user.has_usable_password()
    if request.method == "POST" and not is_last_way:
        flows.remove_authenticator(request, passkey)
        sign_out_elsewhere(request, user)
        return redirect("account_overview")
    return render(request, "access/passkey_remove.html", {"passkey": passkey, "is_last_way": is_last_way})


def _own_passkey(request: HttpRequest, pk: int) -> Authenticator:
    for passkey in passkeys_of(patient(request)):
        if passkey.pk == pk:
            return passkey
    raise Http404("no such passkey here")


class UsePasskey(library.LoginWebAuthnView):
    """Signing in by a passkey. The library limits the tries of one place (MFA_RATE_LIMITS)."""

    template_name = "access/passkey.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A page of its own: the first page, which everybody meets, needs no script."""
        return self.render_to_response(self.get_context_data())

    def get_form_class(self) -> type[PasskeyForm]:
        return PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        then = way_on(self.request, self.request.GET.get("next", ""))
        return context | {"options": json.dumps(auth.begin_authentication(user=None)), "then": then}

    def form_invalid(self, form: PasskeyForm) -> HttpResponse:
        user_login_failed.send(sender=__name__, credentials={}, request=self.request)
        response: HttpResponse = super().form_invalid(form)
        return response


class ConfirmByPasskey(_OfPatients, library.ReauthenticateWebAuthnView):
    """Who is it, once more, before changing how one signs in."""

    template_name = "access/passkey_confirm.html"
    success_url = reverse_lazy("account_overview")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"options": json.dumps(context["js_data"]["request_options"])}
