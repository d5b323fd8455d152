"""The feed itself, and the link in a mail that ends the mails. Both work without a session."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from clinic.audit.actor import Actor
from clinic.calendar.feeds.events import feed_of_clinician, feed_of_person
from clinic.calendar.feeds.keys import feed_at, has_practice, note_reading, own_person
from clinic.calendar.reminding.stopping import stop_mails
from clinic.reminders.feed import CONTENT_TYPE


@login_not_required
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """For a calendar, which cannot sign in: whoever holds the address may read when there are visits."""
    row = feed_at(key)
    if row is None:
        raise Http404("no such calendar")
    person = own_person(row.user)
    if person is None and not has_practice(row.user):
        raise Http404("no such calendar")
    language = row.user.language or settings.LANGUAGE_CODE
    with translation.override(language):
        text = feed_of_person(person) if person else feed_of_clinician(row.user)
    # Whoever reads it has not shown who they are: the event names the address, not a person.
    origin = Actor.of(request)
    note_reading(row, Actor(address=origin.address, device=origin.device), person)
    headers = {"Cache-Control": "private, no-store", "Content-Language": language}
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=headers)


# A mail program presses the button itself (RFC 8058), without a form token and without a session. Who has the link may
# end these mails and no more. Opening it changes nothing: programs that look for viruses open links too.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """The same answer whether the link leads to somebody or to nobody."""
    is_done = request.method == "POST"
    if is_done:
        stop_mails(key)
    answer = render(request, "calendar_feed/stop.html", {"is_done": is_done})
    answer["Referrer-Policy"] = "no-referrer"
    return answer
