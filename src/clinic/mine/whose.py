"""Whose pages these are: the person of the account that asks, and nobody else. No address names anybody."""

from django.http import Http404, HttpRequest

from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from clinic.person.look import Look, look_at
from clinic.person.moment import moment_of


def own_person(request: HttpRequest) -> Person:
    own: Person | None = getattr(request.user, "person", None)
    if own is None:
        raise Http404("This account belongs to no chart")
    return own


def own_look(request: HttpRequest) -> Look:
    """As of today. Looking at it is an event of the log, as any other look."""
    chart = open_chart(by=Actor.of(request), person_id=own_person(request).pk)
    return look_at(chart, moment_of("", chart.person.clinic.zone))
