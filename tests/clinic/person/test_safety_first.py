"""Is it safe: the first thing on the page, and never clear by silence."""

import re
from typing import Any

import pytest

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from concordant.safety import WHAT_TO_DO
from concordant.safety.flag import Action
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader

DEFICIT = "New neurological deficit, lowered consciousness or seizure"


def words(text: str) -> str:
    """What is on the page, in its order, without tags."""
    main = text[text.index("<main") :]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def signed(by: Actor, person: Person, **changes: Any) -> None:
    story.sign(by, person, story.STARTED, "history", story.history(**changes))


def test_an_emergency_stands_first(read: Reader, physio: Actor, person: Person) -> None:
    signed(physio, person, cancer_history=True, neuro_deficit_new=True)
    text = words(read(person).text)
    places = [text.index(word) for word in ("Stop: no manual therapy", "Emergency", DEFICIT, "Urgent", "What is it")]
    assert places == sorted(places)
    assert WHAT_TO_DO[Action.EMERGENCY] in text
    assert text.index(DEFICIT) < 120  # nothing but the heading comes before


def test_a_flag_says_because_of_what_from_when_and_by_whom(read: Reader, physio: Actor, person: Person) -> None:
    signed(physio, person, cancer_history=True)
    entry = person.entries.get()
    text = read(person).text
    told = text[text.index("Because") : text.index("SNNOOP10")]
    assert "History of cancer" in told
    assert "<b>yes</b>" in told
    assert "Physiotherapist" in told
    assert "12 Jan 2026" in told
    assert f"entry {entry.pk}, {entry.author.display_name}" in told
    assert f"/people/{person.pk}/entries/?from={entry.pk}" in told
    assert "thrust manipulation" in told


def test_what_was_not_asked_is_counted_listed_and_never_clear(read: Reader, person: Person) -> None:
    answer = read(person)
    asked = answer.context["safety"].not_screened
    assert len(asked) > 20
    assert f"Not screened: {len(asked)} questions not asked, so not clear" in answer.text
    assert all(one.url in answer.text and one.label for one in asked)
    assert "No restriction found" not in answer.text
    assert "no flag is open" not in answer.text


def test_everything_asked_and_nothing_open(read: Reader, cared_for: Person) -> None:
    text = read(cared_for).text
    assert "Every safety question was asked, and no flag is open." in text
    assert "Stop:" not in text


def test_a_cleared_flag_is_shown_as_cleared(read: Reader, physio: Actor, person: Person) -> None:
    signed(physio, person, cancer_history=True)
    how = {"date": "2026-01-20", "by": "physician", "how": "letter of 19 Jan"}
    story.sign(physio, person, story.RETEST, "safety", {"facts": {"red_flag_cleared": {"snnoop_n1": how}}})
    answer = read(person)
    assert [one.name for one in answer.context["safety"].cleared] == ["Cancer now or in the past"]
    assert answer.context["safety"].open == ()
    assert "physician, 20 Jan 2026: letter of 19 Jan" in words(answer.text)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [({}, "allowed"), ({"cancer_history": True}, "caution"), ({"fever": True}, "stop")],
)
def test_the_heading_is_the_verdict_of_the_library(
    read: Reader, physio: Actor, person: Person, changes: dict[str, Any], verdict: str
) -> None:
    signed(physio, person, **changes)
    answer = read(person)
    found = answer.context["look"].assessment.safety
    assert (answer.context["safety"].verdict, found.manual_therapy) == (verdict, verdict)
    assert [one.id for one in answer.context["safety"].open] == [one.flag.id for one in found.open]
    assert f'class="safety {verdict}"' in answer.text
