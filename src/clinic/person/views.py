"""The page of one person, and the trace of one diagnosis."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.told import INTAKE
from clinic.forms.ways import frame_of
from clinic.person.band import band_of
from clinic.person.calendar import EVENTS, calendar_of
from clinic.person.care import care_of
from clinic.person.contradictions import contradictions_of
from clinic.person.dated import as_of_a_day, frame_of_day, query_of
from clinic.person.diagnoses import diagnosis_of, headaches_of
from clinic.person.headache_days import headache_days_of
from clinic.person.look import Look, look_at
from clinic.person.measuring import measures_of
from clinic.person.moment import Moment
from clinic.person.own import own_page
from clinic.person.safety import safety_of
from clinic.person.two_answers import two_answers_of
from clinic.plan.part import part_of
from clinic.progress.summary import summary_of
from clinic.query import number_of


@require_safe
@as_of_a_day
def person(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """Everything about one person on one page; for the person themselves, their own."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    calendar: dict[str, object] = {
        "events": EVENTS,
        "calendar": calendar_of(look, number_of(request, "weeks_before") or 0),
    }
    if not by.may(Permission.OPEN_CHART):
        return render(request, "person/own.html", {**_frame(by, look), **calendar, **own_page(look)})
    return render(
        request,
        "person/page.html",
        {
            **_frame(by, look),
            "safety": safety_of(look),
            "contradictions": contradictions_of(look),
            "two_answers": two_answers_of(look, by),
            "headaches": headaches_of(look, query_of(moment)),
            "response": summary_of(look),
            "headache_days": headache_days_of(look),
            "measures": measures_of(look),
            "care": care_of(look),
            "part": part_of(look, query_of(moment)),
            "may_give_access": by.may(Permission.REGISTER_PERSON),
            "intake_on": max((one.on for one in look.entries.values() if one.kind == INTAKE), default=None),
            **calendar,
        },
    )


@require_safe
@needs(Permission.OPEN_CHART)
@as_of_a_day
def diagnosis(request: HttpRequest, person_id: int, moment: Moment, headache: str, code: str) -> HttpResponse:
    """One diagnosis of one headache with every trace in full."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    try:
        found = look.assessment.diagnosis(code, headache)
    except KeyError:
        raise Http404("no such diagnosis of this headache") from None
    shown = diagnosis_of(look, found, query_of(moment), key="d", whole=True)
    name = look.record.headaches[headache].name
    return render(
        request,
        "person/diagnosis.html",
        {**_frame(by, look), "diagnosis": shown, "headache": headache, "headache_name": name},
    )


@require_safe
@needs(Permission.OPEN_OWN_CHART)
def mine(request: HttpRequest) -> HttpResponse:
    """The way to one's own page."""
    own = getattr(request.user, "person", None)
    if own is None:
        raise Http404("This account belongs to no chart")
    return redirect("chart:person", own.pk)


def _frame(by: Actor, look: Look) -> dict[str, object]:
    """What all of these pages show of whom and when."""
    return {
        **frame_of(by, look.chart, look.moment),
        "look": look,
        **frame_of_day(look.moment),
        "band": band_of(look),
    }
