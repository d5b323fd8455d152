"""What was signed, in words, from the entry that a trace points to, with what became of it."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.entries.listed import PAGE_SIZE
from tests.clinic import build
from tests.clinic.forms.sending import signed_in
from tests.clinic.person import story


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def desk(client: Client, physio: Actor) -> Client:
    return signed_in(client, physio)


@pytest.fixture
def cared_for(physio: Actor, person: Person) -> Person:
    return story.with_course(physio, person)


def entries(person: Person) -> str:
    return f"/people/{person.pk}/entries/"


def test_an_entry_in_words(desk: Client, cared_for: Person) -> None:
    entry = cared_for.entries.order_by("id")[1]
    answer = desk.get(f"{entries(cared_for)}?from={entry.pk}")
    assert next(one.entry.pk for one in answer.context["page"].written) == entry.pk
    for words in ("Flexion-rotation test", "22.5°", "Physiotherapist", "12 Jan 2026", entry.sha256[:10]):
        assert words in answer.text
    assert f'id="entry-{entry.pk}"' in answer.text


def test_a_trace_leads_to_its_entry(desk: Client, cared_for: Person) -> None:
    links = re.findall(r'entries/\?from=(\d+)#(entry-\d+)"', desk.get(f"/people/{cared_for.pk}/").text)
    assert links
    for number, anchor in set(links):
        assert f'id="{anchor}"' in desk.get(f"{entries(cared_for)}?from={number}").text


def test_a_page_at_a_time(desk: Client, cared_for: Person) -> None:
    seen: list[int] = []
    older = ""
    while True:
        page = desk.get(entries(cared_for) + older).context["page"]
        assert len(page.written) <= PAGE_SIZE
        seen += [one.entry.pk for one in page.written]
        if page.older is None:
            break
        older = f"?from={page.older}"
    assert seen == list(cared_for.entries.order_by("-id").values_list("pk", flat=True))


def test_a_correction_stands_with_its_reason_at_both(desk: Client, physio: Actor, person: Person) -> None:
    wrong = story.sign(physio, person, story.STARTED, "diary", story.diary_day(story.STARTED, 7))
    right = story.correct(physio, wrong, story.RETEST, story.diary_day(story.STARTED, 0))
    text = desk.get(entries(person)).text
    assert f"Corrects entry {wrong.pk}." in text
    assert f"Corrected by entry {right.pk}</a>" in text
    assert text.count("Reason: a slip of the pen") == 2
    assert "<s>7" in text
    before = desk.get(f"{entries(person)}?as_of=2026-03-01").text
    assert "As known on 1 Mar 2026" in before
    assert "Corrected by" not in before
    assert "<s>" not in before


def test_what_was_taken_back(desk: Client, physio: Actor, person: Person) -> None:
    wrong = story.sign(physio, person, story.STARTED, "diary", story.diary_day(story.STARTED, 7))
    gone = story.correct(physio, wrong, story.RETEST, {})
    text = desk.get(entries(person)).text
    assert f"Takes entry {wrong.pk} back." in text
    assert f"Taken back by entry {gone.pk}</a>" in text
    assert "/correct/" not in text  # neither what is gone nor the word that took it away


def test_the_way_to_correct_is_shown_to_those_who_may(
    client: Client, clinic: Clinic, physio: Actor, person: Person
) -> None:
    entry = story.sign(physio, person, story.STARTED, "diary", story.diary_day(story.STARTED, 7))
    way = f"{entries(person)}{entry.pk}/correct/"
    for by, shown in ((physio, True), (build.an_actor(clinic), False), (build.an_actor(clinic, CLINIC_LEAD), True)):
        assert (way in signed_in(client, by).get(entries(person)).text) is shown
    assert way not in client.get(f"{entries(person)}?as_of=2026-03-01").text  # yesterday is not put right


def test_patients_see_and_correct_their_own_words_only(client: Client, clinic: Clinic, physio: Actor) -> None:
    patient, person = build.a_patient(clinic)
    own = story.sign(patient, person, story.STARTED, "diary", story.diary_day(story.STARTED, 7))
    other = story.sign(physio, person, story.STARTED, "questionnaire", story.outcome(story.STARTED, 18))
    text = signed_in(client, patient).get(entries(person)).text
    assert f"{entries(person)}{own.pk}/correct/" in text
    assert f"{entries(person)}{other.pk}/correct/" not in text


def test_a_chart_that_does_not_add_up_can_still_be_read_here(desk: Client, physio: Actor, person: Person) -> None:
    entry = story.sign(physio, person, story.STARTED, "history", {"facts": {"no_such_fact": True}})
    assert f'href="{entries(person)}"' in desk.get(f"/people/{person.pk}/").text
    answer = desk.get(entries(person))
    assert answer.status_code == 200
    assert f"{entries(person)}{entry.pk}/correct/" in answer.text


def test_the_ways_of_a_chart_are_the_same_on_all_its_pages(desk: Client, cared_for: Person) -> None:
    start = f"/people/{cared_for.pk}/"
    ways = [(way["label"], way["url"]) for way in desk.get(start).context["person_ways"]]
    assert [label for label, _url in ways] == [
        "Safety", "History", "Examine", "Note", "Diary", "Questionnaires", "Progress", "Plan", "Home programme",
        "Letters", "Pages to read", "Entries", "Copy",
    ]  # fmt: skip
    for url in (start, f"{start}diagnoses/A/11.2.1/", *(url for _label, url in ways)):
        text = desk.get(url).text
        nav = text[text.index('<nav class="ways') :].partition("</nav>")[0]
        assert nav.replace(' aria-current="page"', "").count("<li>") == len(ways)
        assert all(f'<a href="{way}"' in nav and f">{label}</a>" in nav for label, way in ways)
        assert f'<a href="{start}">' in text or url == start
