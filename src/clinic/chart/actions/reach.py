"""Getting hold of a person, or finding nobody there."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from clinic.audit.actor import Actor
from clinic.audit.words import Subject
from clinic.chart.models import Person
from clinic.chart.models.person import PersonQuerySet


def people_in_reach(by: Actor) -> PersonQuerySet:
    return Person.objects.visible_to(by.user or AnonymousUser())


def reach(by: Actor, person_id: int, people: PersonQuerySet | None = None) -> Person:
    """The person, or the same "not found" whether they are of another clinic or nowhere."""
    people = people_in_reach(by) if people is None else people
    try:
        return people.get(pk=person_id)
    except Person.DoesNotExist:
        raise Http404("no such person here") from None


def subject_of(person: Person, kind: str = "chart", subject_id: int | None = None) -> Subject:
    return Subject(kind, str(subject_id or person.pk), person.pk, person.chart_number)


def charts_of(people: Iterable[Person]) -> str:
    """Whose names a page has shown, for the reason of its event: whoever is one of them finds it by their chart."""
    return ", ".join(dict.fromkeys(one.chart_number for one in people))
