"""The moment of signing in, by whatever stands for a password."""

from typing import Literal

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib import auth
from django.http import HttpRequest, HttpResponse

from clinic.accounts.models import User


def sign_in(request: HttpRequest, user: User, how: Literal["link", "invitation"], then: str = "") -> HttpResponse:
    """By the library's own steps: a second factor is asked for where the person has set one up."""
    if request.user.is_authenticated and request.user.pk != user.pk:
        # On a family's computer somebody else may still be signed in.
        auth.logout(request)
    # Just now they have shown as much as this account asks for: for five minutes they may change how they sign in.
    record_authentication(request, user, method=how, reauthenticated=True)
    response: HttpResponse = perform_login(request, user, email=user.email, redirect_url=then or None)
    return response


def sign_out_elsewhere(request: HttpRequest, user: User) -> None:
    """End every other session of somebody without a password. Sessions hang on it: another unusable one ends them."""
    if user.has_usable_password():
        return
    user.set_unusable_password()
    user.save(update_fields=["password"])
    auth.update_session_auth_hash(request, user)
