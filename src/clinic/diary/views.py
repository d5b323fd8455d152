"""The page of one day."""

from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart, sign_entry
from clinic.chart.models import Person
from clinic.diary.form import DayForm, rows_of_day
from clinic.forms.days import day_of, today
from clinic.forms.known import headaches_in, headaches_of_case, standing
from clinic.forms.page import data_of, key_of, render_form, take_errors
from clinic.person.case import case_of
from clinic.query import text_of
from clinic.sync.sent import DIARY
from clinic.sync.state import disputes
from clinic.sync.words import in_words

LAST_DAYS = 3


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_DIARY)
def day(request: HttpRequest, person_id: int) -> HttpResponse:
    """Today, yesterday, the day before, or a chosen day that has passed."""
    by = Actor.of(request)
    if request.method == "POST":
        form = _sent(request, by, person_id)
        if signed := _sign(request, by, person_id, form):
            return signed
        return _show(request, by, person_id, form)
    return _show(request, by, person_id, None)


def _sent(request: HttpRequest, by: Actor, person_id: int) -> DayForm:
    data = data_of(request)
    on = day_of((data.get("on") or [""])[0]) or today()
    of_the_day = Q(content__has_key="headaches") | Q(on=on, content__has_key="diary")
    contents = standing(by, person_id, of_the_day)
    return DayForm(data, headaches_in(contents), rows_of_day(contents, on.isoformat()))


def _sign(request: HttpRequest, by: Actor, person_id: int, form: DayForm) -> HttpResponse | None:
    key = key_of(form)
    if not form.is_valid() or form.on is None or key is None:
        return None
    content = form.written().content
    try:
        sign_entry(by=by, person_id=person_id, on=form.on, kind="diary", content=content, idempotency_key=key)
    except ValidationError as error:
        take_errors(form, error)
        return None
    if any(row.get("red_flag_today") for row in content["diary"]):
        messages.error(
            request,
            _(
                "You ticked a warning sign. If it is happening now, call 9-1-1 or go to an emergency department. "
                "If it has passed, call your doctor or your clinic today."
            ),
        )
    messages.success(request, _("The day is saved."))
    return redirect("chart:person", person_id)


def _show(request: HttpRequest, by: Actor, person_id: int, form: DayForm | None) -> HttpResponse:
    chart = open_chart(by=by, person_id=person_id)
    now = today()
    if form is None:
        asked = day_of(text_of(request, "day", 10)) or now
        case = case_of(chart)
        on = min(asked, now)
        contents = [entry.content for entry in chart.in_force() if entry.on == on]
        form = DayForm({}, headaches_of_case(case), rows_of_day(contents, on.isoformat()))
        form.data = {"on": [on.isoformat()]}
    form.know_rows()
    on = form.on or now
    days = [now - timedelta(days=back) for back in range(LAST_DAYS)]
    return render_form(
        request,
        "diary/day.html",
        chart,
        form,
        title=_("Diary"),
        on=on,
        disputed=_disputed(by, chart.person, on),
        days=list(zip(days, (_("today"), _("yesterday"), _("the day before")), strict=True)),
        is_own=chart.person.user_id == (by.user.pk if by.user else None),
    )


def _disputed(by: Actor, person: Person, on: date) -> list[str]:
    """The answers of several devices that wait to be told apart, in words."""
    found = (one for one in disputes(by, person, on) if (one.kind, one.day) == (DIARY, on))
    return [in_words(head.says) for one in found for head in one.standing.heads]


@require_safe
@needs(Permission.OPEN_OWN_CHART)
def mine(request: HttpRequest) -> HttpResponse:
    """The way to one's own diary."""
    own = getattr(request.user, "person", None)
    if own is None:
        raise Http404("This account belongs to no chart")
    return redirect("diary:day", own.pk)
