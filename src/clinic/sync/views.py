"""The one address at which a device tells what it has and learns what stands."""

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Result, Subject
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from clinic.sync.answers import Refused, Status
from clinic.sync.at_home import at_home
from clinic.sync.sent import Batch, batch_of
from clinic.sync.state import state_of
from clinic.sync.taking import take

MOST_BYTES = 512 * 1024


@login_not_required
@require_http_methods(["GET", "POST"])
def sync(request: HttpRequest) -> JsonResponse:
    """Of one's own chart only: whose it is follows from who is signed in, never from what was sent."""
    by = Actor.of(request)
    if by.user is None:
        # A page to sign in would be taken for an answer.
        return JsonResponse({"status": "sign in"}, status=401)
    with refusals_recorded(by=by, action=Action.VIEW, subject=Subject("page", "diary/sync")):
        allow(by, Permission.OPEN_OWN_CHART)
        person: Person | None = getattr(by.user, "person", None)
        if person is None:
            raise PermissionDenied("this account belongs to no chart")
    if request.method == "GET":
        return _state(request, by, person, [])
    try:
        batch = batch_of(_read(request))
    except Refused as refused:
        return JsonResponse({"status": "broken", "problems": list(refused.problems)}, status=400)
    if batch.person != person.pk:
        _record_stray(by, person, batch)
    answers = take(by, person, batch)
    return _state(request, by, person, [one.plain() for one in answers])


def _state(request: HttpRequest, by: Actor, person: Person, answers: list[dict[str, Any]]) -> JsonResponse:
    # That the chart was opened is in the log, as for any page.
    home = at_home(by, open_chart(by=by, person_id=person.pk))
    head = {
        "status": "ok",
        "person": person.pk,
        "now": clock.now().isoformat(timespec="seconds"),
        "language": get_language(),
        "token": get_token(request),
        "answers": answers,
        "programme": home.plain(),
    }
    return JsonResponse(head | state_of(by, person, home.items))


def _read(request: HttpRequest) -> Any:
    if len(request.body) > MOST_BYTES:
        raise Refused(Status.BROKEN, f"at most {MOST_BYTES} bytes at once")
    try:
        return json.loads(request.body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused(Status.BROKEN, "not JSON") from None


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")


def _record_stray(by: Actor, person: Person, batch: Batch) -> None:
    subject = Subject("chart", str(batch.person)[:40], person.pk, person.chart_number)
    record(by=by, action=Action.SIGN, subject=subject, reason="rows of another account", result=Result.REFUSED)
