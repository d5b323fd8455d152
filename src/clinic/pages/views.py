"""Where one arrives."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.person.my_day import my_day


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Those who treat begin with what is due, the front desk with the list of the day, everyone else with what they may
    do."""
    if isinstance(request.user, User) and request.user.may(Permission.OPEN_CHART):
        return my_day(request)
    if isinstance(request.user, User) and request.user.may(Permission.KEEP_CALENDAR):
        return redirect("desk:day")
    return render(request, "pages/home.html")
