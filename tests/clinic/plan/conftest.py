"""A person of whom everything was asked, in pain since years, and the forms of their plan."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.demo.charts import keep_chart
from concordant.record.read import read_plain
from tests.clinic.person import story
from tests.people import FIRST_VISIT, asked_everything

TODAY = FIRST_VISIT
HOW = {"instrument": "cervical_rom_device", "position": "supine_full_flexion", "headache_phase": "none"}
Answer = Any
Form = dict[str, list[str]]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.set_to(story.at(TODAY)):
        yield


@pytest.fixture
def user(physio: Actor) -> User:
    assert physio.user is not None
    return physio.user


def in_pain(**changes: Any) -> dict[str, Any]:
    """A right-sided headache from the upper neck: motion and control impaired, moderately irritable."""
    case = asked_everything(
        **{
            "irritability": "moderate",
            "ccft_activation_mmhg": 22,
            "ccft_substitution": False,
            "snag_pain_free": True,
            "thoracic_hypomobile": False,
            "local_skin_infection": False,
            "open_wound_area": False,
            "new_red_flag_sign": False,
            "goal": "Drive to work",
            **changes,
        }
    )
    findings = case["visits"][0].setdefault("findings", [])
    findings += [
        {"fact": "frt_rotation_deg", "side": "right", "value": 22, **HOW},
        {"fact": "frt_rotation_deg", "side": "left", "value": 41, **HOW},
        {"fact": "palpation_familiar_headache", "segment": "C1-C2", "side": "right", "headache": "A", "value": True},
    ]
    return case


def kept(by: User, case: dict[str, Any], today: date = TODAY) -> Person:
    """The chart of a whole case, each piece signed on its day."""
    number = f"P{Person.objects.count():04}"
    with clock.set_to(story.at(today)):
        return keep_chart(
            by=by, chart_number=number, given_name="Ana", family_name="Moreau", case=read_plain(case), today=today
        )


@pytest.fixture
def person(user: User) -> Person:
    return kept(user, in_pain())


@pytest.fixture
def desk(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def look(desk: Client) -> Callable[..., Answer]:
    return lambda person, query="": desk.get(f"/people/{person.pk}/plan/{query}")


def form_of(answer: Answer) -> Form:
    """What a browser would send if somebody pressed the button at once."""
    found: Form = {}
    text = answer.text[
        answer.text.index('class="plan"') : answer.text.index("</form>", answer.text.index('class="plan"'))
    ]
    for tag in re.findall(r"<input[^>]*>", text):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name is None or ('type="checkbox"' in tag and " checked" not in tag):
            continue
        found.setdefault(name[1], []).append(value[1] if value else "")
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        assert chosen is not None
        found[name] = [chosen[1]]
    found.pop("csrfmiddlewaretoken", None)
    return {**found, "do": ["sign"]}


@pytest.fixture
def sign(desk: Client, look: Callable[..., Answer]) -> Callable[..., Answer]:
    """Send the form of a person's plan, with these changes; None takes a field away."""

    def send(person: Person, changes: dict[str, str | None] | None = None, query: str = "") -> Answer:
        form = form_of(look(person, query))
        for name, value in (changes or {}).items():
            if value is None:
                form.pop(name, None)
            else:
                form[name] = [value]
        return desk.post(f"/people/{person.pk}/plan/", form)

    return send
