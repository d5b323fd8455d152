"""The home programme of one person: ticked by them, or for them by those who treat."""

from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.forms.controls import Data
from clinic.forms.days import day_of, today
from clinic.forms.form import FactForm, Headaches
from clinic.forms.layout import Section
from clinic.forms.page import FactPage
from clinic.forms.ways import frame_of
from clinic.home.adherence import adherence_of, barriers_of
from clinic.home.clock import clock_of
from clinic.home.later import later_of
from clinic.home.programme import RATINGS, programme_of
from clinic.home.ticks import say, sent_of
from clinic.person.dated import as_of_a_day, frame_of_day
from clinic.person.look import Look, look_at
from clinic.person.moment import Moment
from clinic.query import text_of
from concordant.facts.plan.visit import adherence_barrier
from concordant.teaching.pages.help_at_once import CALL_NOW

LAST_DAYS = 3
SHEET_WEEKS = 4


@require_safe
@needs(Permission.RECORD_DIARY)
@as_of_a_day
def programme(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """Today, yesterday, the day before, or a chosen day that has passed."""
    return _programme(request, _look(request, person_id, moment), _day(text_of(request, "day", 10), moment))


@require_POST
@needs(Permission.RECORD_DIARY)
@as_of_a_day
def tick(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """Say of one item of one day that it was done, or not, or take it back."""
    by = Actor.of(request)
    on = day_of(request.POST.get("day", ""))
    if on is None or on > moment.day or not moment.is_today:
        raise Http404("not a day to write down")
    before = programme_of(_look(request, person_id, moment), by, on)
    shown = before.item(request.POST.get("intervention", ""))
    if shown is None:
        raise Http404("not in the programme of that day")
    told = problem = ""
    try:
        told = say(by, person_id, shown, sent_of(request.POST.dict()))
    except ValidationError as error:
        problem = " ".join(error.messages)
    if request.headers.get("HX-Request") == "true":
        return _item(request, person_id, moment, on, shown.item.id, told, problem)
    if problem:
        return _programme(request, _look(request, person_id, moment), on, {shown.id: problem})
    messages.success(request, f"{shown.name}: {told}")
    return redirect(f"{reverse('home:programme', args=[person_id])}?day={on.isoformat()}#item-{shown.id}")


@require_safe
@needs(Permission.RECORD_DIARY)
@as_of_a_day
def timer(request: HttpRequest, person_id: int, moment: Moment, exercise: str) -> HttpResponse:
    """The clock of one exercise of the programme. It asks nothing of the network once it is open."""
    look = _look(request, person_id, moment)
    found = programme_of(look, Actor.of(request), moment.day).drawn(exercise)
    if found is None:
        raise Http404("not in the programme")
    shown, drawn = found
    clock = clock_of(shown.item.dose, request.GET.dict())
    return _render(request, "timer", look, {"shown": shown, "drawn": drawn, "clock": clock})


@require_safe
@needs(Permission.RECORD_DIARY)
@as_of_a_day
def sheet(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """The whole programme on one sheet of paper, with room to tick four weeks."""
    look = _look(request, person_id, moment)
    days = tuple(_("Mo Tu We Th Fr Sa Su").split())
    found = programme_of(look, Actor.of(request), moment.day)
    context = {"programme": found, "week_days": days, "weeks": range(1, SHEET_WEEKS + 1), "signs": CALL_NOW}
    return _render(request, "sheet", look, context)


@require_safe
@needs(Permission.RECORD_DIARY)
@as_of_a_day
def later(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """The plan for the time after care."""
    look = _look(request, person_id, moment)
    found = programme_of(look, Actor.of(request), moment.day)
    return _render(request, "later", look, {"programme": found, "later": later_of(look, found)})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_EXAMINATION)
def barriers(request: HttpRequest, person_id: int) -> HttpResponse:
    """What gets in the way, asked at a visit. At home it would be a visit of its own, and it is none."""
    section = Section("barriers", _("What gets in the way"), (adherence_barrier,))

    def form(data: Data, headaches: Headaches) -> FactForm:
        return FactForm((section,), data, headaches)

    return FactPage("examination", "home/barriers.html", _("What gets in the way"), form).answer(request, person_id)


@require_safe
@needs(Permission.OPEN_OWN_CHART)
def mine(request: HttpRequest) -> HttpResponse:
    """The way to one's own programme."""
    own = getattr(request.user, "person", None)
    if own is None:
        raise Http404("This account belongs to no chart")
    return redirect("home:programme", own.pk)


def _look(request: HttpRequest, person_id: int, moment: Moment) -> Look:
    return look_at(open_chart(by=Actor.of(request), person_id=person_id), moment)


def _day(text: str, moment: Moment) -> date:
    return min(day_of(text) or moment.day, moment.day)


def _programme(request: HttpRequest, look: Look, on: date, problems: dict[str, str] | None = None) -> HttpResponse:
    by = Actor.of(request)
    found = programme_of(look, by, on)
    adherence = adherence_of(look)
    days = [look.moment.day - timedelta(days=back) for back in range(LAST_DAYS)]
    context = {
        "programme": found,
        "problems": problems or {},
        "adherence": adherence,
        "barriers": barriers_of(look) if adherence and adherence.is_low else None,
        "days": list(zip(days, (_("today"), _("yesterday"), _("the day before")), strict=True)),
        "is_today": on == today(),
        "may_write": look.moment.is_today,
        "ratings": RATINGS,
    }
    return _render(request, "programme", look, context, 422 if problems else 200)


def _item(
    request: HttpRequest, person_id: int, moment: Moment, on: date, intervention: str, told: str, problem: str
) -> HttpResponse:
    """The item as it stands now, for the place on the page where it stood before."""
    look = _look(request, person_id, moment)
    found = programme_of(look, Actor.of(request), on)
    context = {
        "person": look.chart.person,
        "programme": found,
        "shown": found.item(intervention),
        "told": told,
        "problem": problem,
        "is_today": on == today(),
        "may_write": True,
        "ratings": RATINGS,
        "is_part": True,
    }
    return render(request, "home/_answered.html", context)


def _render(request: HttpRequest, name: str, look: Look, more: dict[str, object], status: int = 200) -> HttpResponse:
    by = Actor.of(request)
    is_own = look.chart.person.user_id == (by.user.pk if by.user else None)
    context = {**frame_of(by, look.chart, look.moment), **frame_of_day(look.moment), "is_own": is_own}
    context |= {"may_treat": by.may(Permission.RECORD_EXAMINATION), **more}
    return render(request, f"home/{name}.html", context, status=status)
