"""Choosing how to be reminded; the feed; and the link that stops it."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.chart.models import Person
from clinic.reminders.feed import CONTENT_TYPE, feed_of
from clinic.reminders.mailing import STOP
from clinic.reminders.models import LAST_HOUR, Reminder, Way
from clinic.reminders.secrets import hash_of, number_in

RENEW = "renew"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.OPEN_OWN_CHART)
def choose(request: HttpRequest) -> HttpResponse:
    """None unless the person says otherwise. Nothing here is part of the chart."""
    person: Person | None = getattr(request.user, "person", None)
    if person is None:
        raise Http404("This account belongs to no chart")
    if request.method != "POST":
        return _page(request, Reminder.objects.filter(person=person).first() or Reminder(person=person))
    # Pressed twice at once, it is one row all the same.
    reminder, _is_new = Reminder.objects.get_or_create(person=person, defaults={"chosen_at": clock.now()})
    if request.POST.get("do") == RENEW and reminder.way == Way.FEED:
        return _page(request, reminder, key=_with_event(request, reminder.renew))
    way, hour = request.POST.get("way", ""), _hour(request.POST.get("hour", ""))
    if way not in Way.values or hour is None:
        return _page(request, reminder, _("Choose one of the ways and an hour."), 422)
    if way == Way.MAIL and not request.user.email:  # type: ignore[union-attr]
        problem = _("Your account has no e-mail address yet. Ask your clinic to add one, or use your calendar.")
        return _page(request, reminder, problem, 422)
    if way == Way.FEED and not reminder.feed_sha256:
        # It is kept nowhere, so it is shown in this answer: nothing could be redirected to.
        return _page(request, reminder, key=_with_event(request, lambda: reminder.choose(Way.FEED, hour)))
    reminder.choose(Way(way), hour)
    messages.success(request, _("Saved. You get no reminders.") if way == Way.NONE else _("Saved."))
    return redirect("reminders:choose")


def _with_event(request: HttpRequest, made: Callable[[], str]) -> str:
    """An address that needs no sign-in is made: that stands in the log, with the secret that is to be shown."""
    with transaction.atomic():
        key = made()
        by = Actor.of(request)
        record(by=by, action=Action.FEED, subject=Subject("diary feed", str(request.user.pk)), reason="made")
    return key


@login_not_required
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """For the person's calendar, which cannot sign in: whoever holds the address may read that somebody has a diary."""
    found = Reminder.objects.filter(feed_sha256=hash_of(key), way=Way.FEED, person__user__is_active=True)
    reminder = found.select_related("person__clinic", "person__user").first()
    if reminder is None or reminder.person.user is None:
        raise Http404("no such calendar")
    language = reminder.person.user.language or settings.LANGUAGE_CODE
    with translation.override(language):
        text = feed_of(reminder)
    headers = {"Cache-Control": "private, no-store", "Content-Language": language}
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=headers)


# A mail program presses the button itself (RFC 8058), without a form token and without a session. Who has the link may
# stop the reminders and no more. Opening it changes nothing: programs that look for viruses open links too.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """The same answer whether the link leads to a reminder or to none."""
    is_done = request.method == "POST"
    number = number_in(STOP, key)
    whose = {"stop_sha256": hash_of(key)} if number is None else {"pk": number}
    reminder = Reminder.objects.filter(**whose).first()
    if is_done and reminder is not None:
        reminder.stop()
    answer = render(request, "reminders/stop.html", {"is_done": is_done})
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _hour(text: str) -> int | None:
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(LAST_HOUR))
    return int(text) if is_number and int(text) <= LAST_HOUR else None


def _page(
    request: HttpRequest, reminder: Reminder, problem: str = "", status: int = 200, *, key: str = ""
) -> HttpResponse:
    address = settings.SITE_URL + reverse("reminders:feed", args=[key]) if key else ""
    context = {
        "reminder": reminder,
        "choices": Way.choices,
        "hours": [(hour, f"{hour:02}:00") for hour in range(LAST_HOUR + 1)],
        "address": address,
        "webcal": address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1),
        "email": request.user.email,  # type: ignore[union-attr]
        "days": settings.REMINDER_DAYS,
        "problem": problem,
    }
    return render(request, "reminders/choose.html", context, status=status)
