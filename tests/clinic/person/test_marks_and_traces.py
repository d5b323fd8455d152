"""The marks are the library's verdicts, and each opens what it rests on."""

import re
from typing import Any

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.person.diagnoses import Headache
from concordant.assessment import Assessment
from concordant.criteria import Truth
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader

STATE = {Truth.MET: "met", Truth.NOT_MET: "not-met", Truth.UNKNOWN: "unknown"}
ASKED_LITTLE: dict[str, Any] = {
    "episode": {"started": story.STARTED.isoformat()},
    "headaches": [{"id": "A", "facts": {"laterality": "bilateral"}}, {"id": "left/temple", "facts": {}}],
}


def shown(answer: Any) -> dict[tuple[str, str], dict[str, str]]:
    """(headache, code) -> letter -> state, of everything on the page."""
    headaches: tuple[Headache, ...] = answer.context["headaches"]
    return {
        (headache.id, one.code): {mark.letter: mark.state for mark in one.marks}
        for headache in headaches
        for one in (*headache.main, *headache.worth_asking, *headache.nothing_yet, *headache.excluded)
    }


def verdicts(assessment: Assessment) -> dict[tuple[str, str], dict[str, str]]:
    return {
        (one.headache, one.diagnosis.code): {
            letter: STATE[truth] for letter, truth in one.criteria.items() if "." not in letter
        }
        for one in assessment.diagnoses
    }


def test_marks_are_verdicts(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    assert shown(answer) == verdicts(answer.context["look"].assessment)
    assert shown(answer)["A", "11.2.1"]["C3"] == "met"


def test_marks_of_several_headaches_of_whom_little_was_asked(read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", ASKED_LITTLE)
    answer = read(person)
    assert shown(answer) == verdicts(answer.context["look"].assessment)
    assert {headache for headache, _code in shown(answer)} == {"A", "left/temple"}


def test_a_mark_has_a_letter_a_shape_and_a_word(read: Reader, cared_for: Person) -> None:
    text = read(cared_for).text
    summary = re.search(r"<summary>(?:(?!</summary>).)*<b>C4</b>.*?</summary>", text, re.DOTALL)
    assert summary is not None
    assert 'href="#unknown"' in summary[0]
    assert re.sub(r"<[^>]+>", "", summary[0]).strip() == "C4: not yet known"


def test_provisional_is_worded_as_what_it_is(read: Reader, cared_for: Person) -> None:
    assert "Working diagnosis, ICHD-3 criteria not yet met" in read(cared_for).text


def test_a_trace_names_fact_value_day_author_and_entry(read: Reader, cared_for: Person) -> None:
    text = read(cared_for).text
    start = text.index("<b>C3</b><span")  # the mark itself; the trace of C names it too
    trace = text[start : text.index("</details>", start)]
    entry = cared_for.entries.order_by("id")[0]
    assert "Reduced cervical range of motion: yes" in trace
    assert "<b>yes</b>" in trace
    assert "Physiotherapist" in trace
    assert "12 Jan 2026" in trace
    assert f"entry {entry.pk}, {entry.author.display_name}" in trace
    assert "ICHD-3 (2018) 11.2.1, doi:10.1177/0333102417738202" in text


def test_what_would_settle_it_leads_to_its_form(read: Reader, client: Client, cared_for: Person) -> None:
    settles = read(cared_for).context["headaches"][0].main[0].settles
    assert "headache_onset_date" in [one.fact for one in settles]
    assert all(f'name="{one.fact}' in client.get(one.url).text for one in settles)


def test_lesser_diagnoses_have_a_page_of_their_own(read: Reader, client: Client, cared_for: Person) -> None:
    migraine = next(one for one in read(cared_for).context["headaches"][0].excluded if one.code == "1.1")
    assert migraine.url == f"/people/{cared_for.pk}/diagnoses/A/1.1/"
    text = client.get(migraine.url).text
    for word in (
        "Migraine without aura",
        "Excluded",
        "Attacks so far",
        "40 attacks",
        "12 Jan 2026",
        "ICHD-3 (2018) 1.1",
    ):
        assert word in text


def test_a_headache_may_have_a_stroke_in_its_name(client: Client, read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", ASKED_LITTLE)
    url = next(one for one in read(person).context["headaches"] if one.id == "left/temple").nothing_yet[0].url
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("address", ["A/99.9/", "Z/1.1/", "A/%00/", "A/11.2.1%20features/"])
def test_no_such_diagnosis(client: Client, read: Reader, cared_for: Person, address: str) -> None:
    read(cared_for)
    assert client.get(f"/people/{cared_for.pk}/diagnoses/{address}").status_code == 404


def test_a_rule_that_is_referred_to_is_named_and_linked(client: Client, read: Reader, cared_for: Person) -> None:
    read(cared_for)
    text = client.get(f"/people/{cared_for.pk}/diagnoses/A/11.2.1/").text
    assert f'href="/people/{cared_for.pk}/diagnoses/A/5.3/"' in text
    assert "5.3 Acute headache attributed to whiplash" in text


def test_many_retests_are_cut_on_the_page_and_whole_on_their_own(
    client: Client, read: Reader, physio: Actor, cared_for: Person
) -> None:
    for number in range(1, 9):
        day = story.STARTED.replace(month=2, day=number)
        story.sign(physio, cared_for, day, "examination", story.examination(day, turn=25, stage=22, provoked=True))
    assert "and 6 more visits" in read(cared_for).text
    whole = client.get(f"/people/{cared_for.pk}/diagnoses/A/11.2.1/").text
    assert "more visit" not in whole
    assert "5 Feb 2026: all of" in whole
