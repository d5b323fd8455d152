"""What is missing leads to the form that asks it."""

from collections import defaultdict

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.forms.layout import askable
from clinic.person.where_asked import url_of
from concordant.facts import DICTIONARY, Scope
from concordant.facts.fact import Room
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader

ASKED = (Room.HISTORY, Room.SAFETY, Room.EXAMINATION, Room.OUTCOMES, Room.DIARY)


def test_every_fact_that_a_form_asks_is_found_where_we_send_people(
    read: Reader, client: Client, physio: Actor, person: Person
) -> None:
    case = story.history()
    case["injuries"] = [{"id": "crash", "facts": {}}]
    story.sign(physio, person, story.STARTED, "history", case)
    look = read(person).context["look"]
    facts = [fact for fact in DICTIONARY.values() if askable(fact) and fact.room in ASKED]
    by_url: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        by_url[url_of(fact, look)].append(fact.name)
    lost = {}
    for url, names in by_url.items():
        text = client.get(url).text
        if missing := [name for name in names if f'name="{name}' not in text]:
            lost[url] = missing
    assert lost == {}


def test_computed_facts_lead_to_what_they_are_computed_from(read: Reader, cared_for: Person) -> None:
    look = read(cared_for).context["look"]
    found = {name: url_of(DICTIONARY[name], look) for name in ("cervical_change_class", "headache_change_class")}
    assert found == {
        "cervical_change_class": f"/people/{cared_for.pk}/examine/",
        "headache_change_class": f"/people/{cared_for.pk}/diary/",
    }


def test_of_two_headaches_nobody_guesses_which(read: Reader, physio: Actor, cared_for: Person) -> None:
    story.sign(physio, cared_for, story.RETEST, "history", {"headaches": [{"id": "B", "facts": {}}]})
    look = read(cared_for).context["look"]
    fact = next(one for one in DICTIONARY.of_scope(Scope.HEADACHE) if one.room is Room.HISTORY)
    assert url_of(fact, look) == f"/people/{cared_for.pk}/history/headaches/"
    assert url_of(fact, look, "B") == f"/people/{cared_for.pk}/history/headaches/B/"
