"""What was signed, in words, from the entry that a trace points to."""

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.person.entries import PAGE_SIZE
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader


def test_an_entry_in_words(read: Reader, client: Client, physio: Actor, cared_for: Person) -> None:
    entry = cared_for.entries.order_by("id")[1]
    read(cared_for)
    answer = client.get(f"/people/{cared_for.pk}/entries/?from={entry.pk}")
    assert next(one.entry.pk for one in answer.context["page"].written) == entry.pk
    for words in ("Flexion-rotation test", "22.5°", "Physiotherapist", "12 Jan 2026"):
        assert words in answer.text


def test_a_page_at_a_time(read: Reader, client: Client, cared_for: Person) -> None:
    read(cared_for)
    seen: list[int] = []
    older = ""
    while True:
        page = client.get(f"/people/{cared_for.pk}/entries/{older}").context["page"]
        assert len(page.written) <= PAGE_SIZE
        seen += [one.entry.pk for one in page.written]
        if page.older is None:
            break
        older = f"?from={page.older}"
    assert seen == list(cared_for.entries.order_by("-id").values_list("pk", flat=True))


def test_a_correction_and_what_it_corrects(read: Reader, client: Client, physio: Actor, person: Person) -> None:
    wrong = story.sign(physio, person, story.STARTED, "diary", story.diary_day(story.STARTED, 0))
    story.correct(physio, wrong, story.RETEST, {})
    read(person)
    text = client.get(f"/people/{person.pk}/entries/").text
    for words in ("corrected by entry", f"Corrects entry {wrong.pk}.", "Reason: a slip of the pen", "Taken back."):
        assert words in text
    assert "corrected by entry" not in client.get(f"/people/{person.pk}/entries/?as_of=2026-03-01").text
