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
from clinic.calendar.feeds.keys import address_of, has_practice, own_person, renew_feed, withdraw_feed
from clinic.calendar.models import CalendarFeed


@require_http_methods(["GET", "HEAD", "POST"])
def feed_address(request: HttpRequest) -> HttpResponse:
    """None until somebody asks for one; a new one ends the old one."""
    user = request.user
    assert isinstance(user, User)
    is_patient = own_person(user) is not None
    if not is_patient:
        allow(Actor.of(request), Permission.KEEP_CALENDAR)
    if request.method == "POST":
        by = Actor.of(request)
        if request.POST.get("do") == "withdraw":
            withdraw_feed(by)
            messages.success(request, _("The address no longer works."))
        else:
            renew_feed(by)
            messages.success(request, _("Here is your calendar address. An older one no longer works."))
        return redirect("my_calendar")
    feed = CalendarFeed.objects.filter(user=user).first()
    address = address_of(feed) if feed else ""
    context = {
        "address": address,
        "webcal": address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1),
        "is_patient": is_patient,
        "has_visits": is_patient or has_practice(user),
    }
    return render(request, "calendar/feed_address.html", context)
