"""The address of one's own calendar feed: of a patient, and of a clinician."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.calendar.feeds.keys import feed_of, has_practice, own_person, renew_feed, withdraw_feed


@require_http_methods(["GET", "HEAD", "POST"])
def feed_address(request: HttpRequest) -> HttpResponse:
    """None until somebody asks for one; a new one ends the old one. It is shown once, in the answer to the press: it is
    kept nowhere, so nothing can be redirected to."""
    user = request.user
    assert isinstance(user, User)
    is_patient = own_person(user) is not None
    if not is_patient:
        allow(Actor.of(request), Permission.KEEP_CALENDAR)
    address = ""
    if request.method == "POST":
        by = Actor.of(request)
        if request.POST.get("do") == "withdraw":
            withdraw_feed(by)
            messages.success(request, _("The address no longer works."))
            return redirect("my_calendar")
        address = renew_feed(by)
    context = {
        "feed": feed_of(user),
        "address": address,
        "webcal": address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1),
        "is_patient": is_patient,
        "has_visits": is_patient or has_practice(user),
    }
    return render(request, "calendar/feed_address.html", context)
