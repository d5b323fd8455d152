"""One appointment: where it stands, its next step, cancelling, correcting and its history."""

from collections.abc import Mapping
from types import MappingProxyType

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.actions import change_status
from clinic.calendar.actions.changes import subject_of_visit
from clinic.calendar.actions.reach import appointment_of
from clinic.calendar.errors import Broken, Changed, RulesBroken
from clinic.calendar.models import Appointment, Status
from clinic.calendar.pages.history import history_of
from clinic.calendar.pages.ways_on import ways_on
from clinic.calendar.views.posted import text, version_of
from clinic.query import way_on
from concordant.booking.numbers import LATE_HOURS

REASON = 200
WHY = (
    gettext_lazy("They are ill"),
    gettext_lazy("Something came up"),
    gettext_lazy("They feel better"),
)
"""Why people cancel, to press or to write over."""


@require_safe
@needs(Permission.KEEP_CALENDAR)
def visit(request: HttpRequest, appointment_id: int) -> HttpResponse:
    by = Actor.of(request)
    one = appointment_of(by, appointment_id)
    record(by=by, action=Action.VIEW, subject=subject_of_visit(one))
    return _page(request, by, one)


def _page(
    request: HttpRequest,
    by: Actor,
    one: Appointment,
    problem: str = "",
    status: int = 200,
    *,
    broken: tuple[Broken, ...] = (),
    asked: Mapping[str, str] = MappingProxyType({}),
) -> HttpResponse:
    """``asked``: the status that rules are against, and why it was asked for."""
    context = {
        "visit": one,
        "ways_on": ways_on(one),
        "changes": history_of(one),
        "late_hours": int(LATE_HOURS),
        "may_open": by.may(Permission.OPEN_CHART),
        "problem": problem,
        "reason_length": REASON,
        "why": WHY,
        "broken": broken,
        "is_hard": any(each.is_hard for each in broken),
        "asked": asked,
        "may_overbook": by.may(Permission.OVERBOOK),
    }
    return render(request, "calendar/visit.html", context, status=status)


@require_POST
@needs(Permission.KEEP_CALENDAR)
def status(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """One step, a way out, or a correction."""
    by = Actor.of(request)
    wanted = request.POST.get("status", "")[:20]
    reason = text(request, "reason", REASON)
    try:
        one = change_status(
            by,
            appointment_id,
            version=version_of(request),
            status=wanted,
            reason=reason,
            by_clinic=request.POST.get("by_clinic") == "yes",
            override_reason=text(request, "override_reason", REASON),
        )
    except Changed as changed:
        return _page(request, by, appointment_of(by, appointment_id), changed.messages[0], 409)
    except RulesBroken as rules:
        asked = {"status": wanted, "reason": reason}
        return _page(request, by, appointment_of(by, appointment_id), "", 422, broken=rules.broken, asked=asked)
    except ValidationError as error:
        return _page(request, by, appointment_of(by, appointment_id), " ".join(error.messages), 422)
    if one.status in (Status.CANCELLED, Status.LATE_CANCELLED):
        told = _("%(name)s, %(hour)s: %(status)s. The hour is free.")
    else:
        told = _("%(name)s, %(hour)s: %(status)s.")
    hour = timezone.localtime(one.starts_at)
    messages.success(
        request, told % {"name": one.person.name, "hour": f"{hour:%H:%M}", "status": one.get_status_display().lower()}
    )
    back = way_on(request, request.POST.get("back", ""))
    if not one.stands and not back:
        return redirect("calendar:visit", one.pk)
    return redirect(back or f"{reverse('calendar:day')}?day={hour.date().isoformat()}")
