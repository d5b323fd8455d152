"""Reading what closing means, doing it, and the receipt."""

import time

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.closing.close import close_account
from clinic.closing.goes import is_empty
from clinic.closing.receipt import VALID_S, closed_of, letter_of, sections, token_of
from clinic.closing.retention import KeptUntil, kept_until
from clinic.exchange.printed import printed
from clinic.mine.whose import own_person

FRESH_S = 600
"""Seconds. Whoever finds a phone unlocked and signed in must not be able to end an account with it."""
WORDS = ("CLOSE", "FERMER")
"""Of both languages: whoever types the other one means it too."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.OPEN_OWN_CHART)
def close(request: HttpRequest) -> HttpResponse:
    """Everything is said before. It is done after signing in again and typing a word."""
    by, person = Actor.of(request), own_person(request)
    until = kept_until(open_chart(by=by, person_id=person.pk))
    fresh = is_fresh(request)
    problems = []
    if request.method == "POST":
        if not fresh:
            problems.append(_("Sign in again first. Nothing was closed."))
        if request.POST.get("word", "").strip().upper() not in WORDS:
            problems.append(_("The word is not the one that is asked for. Nothing was closed."))
        if not problems:
            return _closed(request, by, person.pk, until)
    context = {
        "person": person,
        "until": until,
        "years": settings.KEEP_CHART_YEARS,
        "is_empty": is_empty(person),
        "is_fresh": fresh,
        "has_password": by.user is not None and by.user.has_usable_password(),
        "problems": problems,
        "word": _("CLOSE"),
        "minutes": FRESH_S // 60,
    }
    return render(request, "closing/close.html", context, status=422 if problems else 200)


def is_fresh(request: HttpRequest) -> bool:
    """Whether the person has shown lately that it is them: by password, second factor, passkey or mailed link."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - max(each.get("at", 0) for each in records) < FRESH_S


def _closed(request: HttpRequest, by: Actor, person_id: int, until: KeptUntil) -> HttpResponse:
    closed = close_account(by=by, person_id=person_id, kept_until=until.day, is_at_least=until.is_at_least)
    logout(request)
    told = tuple(sections(closed))
    context = {"closed": closed, "sections": told, "token": token_of(closed), "minutes": VALID_S // 60}
    answer = render(request, "closing/closed.html", context)
    # On this device: what waited to be sent, the kept page and every cookie. Others are told of in words.
    answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    answer["Cache-Control"] = "no-store"
    return answer


# What is sent shows by itself that it was made here: there is no account and no session to ask any more. It comes in
# the body, as it names the person, and addresses stand in logs.
@csrf_exempt
@login_not_required
@require_POST
def receipt(request: HttpRequest) -> HttpResponse:
    """For an hour from the closing."""
    closed = closed_of(request.POST.get("token", ""))
    if closed is None:
        return render(request, "closing/too_late.html", status=410)
    answer = HttpResponse(printed(letter_of(closed)), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="account-closed.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
