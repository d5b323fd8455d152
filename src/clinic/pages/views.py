"""Where one arrives."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from clinic.accounts.models import User
from clinic.accounts.roles import Permission


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Staff begin with the people of the clinic, everyone else with what they may do here."""
    if isinstance(request.user, User) and request.user.may(Permission.SEE_PEOPLE):
        return redirect("chart:people")
    return render(request, "pages/home.html")
