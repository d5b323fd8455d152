"""A look back: only what was recorded by then and true by then."""

import pytest
from django.test import Client

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader

HOSTILE = [
    "2026-13-01",
    "yesterday",
    "2026-02-30",
    "20260101",
    "0001-01-01",
    "1899-12-31",
    "9999-12-31",
    "2026-03-12",
    "2026-01-12%00x",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "²026-01-01",
    "9" * 400,
]


def c3(answer: object) -> str:
    marks = answer.context["headaches"][0].main[0].marks  # type: ignore[attr-defined]
    return next(mark.state for mark in marks if mark.letter == "C3")


def test_an_entry_recorded_later_is_invisible(read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history(provocation_worsens_headache=False))
    with clock.set_to(story.at(story.RETEST)):
        # Said in March of a day in January.
        build = story.history(provocation_worsens_headache=True)["visits"]
        story.sign_now(physio, person, story.STARTED, "examination", {"visits": build})
    assert c3(read(person)) == "met"
    assert c3(read(person, "?as_of=2026-03-09")) == "met"
    assert c3(read(person, "?as_of=2026-03-08")) == "not-met"


def test_what_became_true_later_is_not_shown(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for, "?as_of=2026-02-01")
    assert "As known on 1 Feb 2026" in answer.text
    assert {one.latest.on for one in answer.context["measures"]} == {story.STARTED}
    assert [one.count for one in answer.context["care"]] == [2, 2]
    assert "9 Mar 2026" not in answer.text.replace("Week of", "")


def test_before_anything_was_recorded_nothing_is_known(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for, "?as_of=2026-01-11")
    assert answer.context["headaches"] == ()
    assert "No headache is described yet." in answer.text
    assert answer.context["safety"].verdict == "stop"


def test_a_corrected_entry_stood_before_it_was_corrected(read: Reader, physio: Actor, person: Person) -> None:
    wrong = story.sign(physio, person, story.STARTED, "history", story.history(cancer_history=True))
    story.correct(physio, wrong, story.RETEST, story.history())
    assert [one.id for one in read(person).context["safety"].open] == []
    assert [one.id for one in read(person, "?as_of=2026-03-08").context["safety"].open] == ["snnoop_n1"]


def test_the_day_ends_by_the_clocks_of_the_clinic(read: Reader, physio: Actor, person: Person) -> None:
    late = story.at(story.STARTED, 20).replace(day=13, hour=7, minute=59)  # 23:59 on the 12th in Vancouver
    with clock.set_to(late):
        story.sign_now(physio, person, story.STARTED, "history", story.history())
    assert read(person, "?as_of=2026-01-12").context["headaches"]


def test_the_links_keep_the_day(read: Reader, cared_for: Person, client: Client) -> None:
    text = read(cared_for, "?as_of=2026-02-01").text
    assert "/diagnoses/A/2.4/?as_of=2026-02-01" in text
    assert "&amp;as_of=2026-02-01" in text
    assert "As known on 1 Feb 2026" in client.get(f"/people/{cared_for.pk}/diagnoses/A/2.4/?as_of=2026-02-01").text
    assert "As known on 1 Feb 2026" in client.get(f"/people/{cared_for.pk}/entries/?as_of=2026-02-01").text


@pytest.mark.parametrize("address", ["", "entries/", "diagnoses/A/11.2.1/"])
def test_a_day_that_cannot_be_shown_is_said_plainly(
    read: Reader, client: Client, cared_for: Person, address: str
) -> None:
    read(cared_for)
    before = AuditEvent.objects.count()
    for said in HOSTILE:
        answer = client.get(f"/people/{cared_for.pk}/{address}?as_of={said}")
        assert answer.status_code == 400, said
        assert "is not a day to look back to" in answer.text, said
        assert said != "2026-01-12%00x" or "2026-01-12x" in answer.text
        assert "<script>alert" not in answer.text
        assert cared_for.family_name not in answer.text, said
        assert AuditEvent.objects.count() == before, said  # nothing was opened
    nothing_is_left_of_it = "%00"
    assert client.get(f"/people/{cared_for.pk}/{address}?as_of={nothing_is_left_of_it}").status_code == 200


def test_odd_weeks_do_no_harm(read: Reader, cared_for: Person) -> None:
    for weeks in ("-1", "x", "99999999999999999999", "5200", "%00", "1e3"):
        assert read(cared_for, f"?weeks_before={weeks}").status_code == 200, weeks
