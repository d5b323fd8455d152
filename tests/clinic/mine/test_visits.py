"""My visits: what was done, what was measured and what it means, and what is to come."""

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic.mine.test_plan import seen
from tests.clinic.person import story

NOTE = {
    "date": story.TODAY.isoformat(),
    "discipline": "physiotherapist",
    "minutes": 60,
    "interventions": ["c1_c2_mobilisation"],
    "done": [
        {
            "intervention": "c1_c2_mobilisation",
            "dose": "grade III",
            "response": "better",
            "words": "for colleagues only",
        }
    ],
    "note": {"subjective": "worried about work", "plan": "secret plan"},
}


def test_what_was_done_in_plain_words(own: Client) -> None:
    text = seen(own.get("/mine/visits/").text)
    assert "Gentle moves of the second neck joint, by hand" in text
    assert "Steady pressure on the muscles below the back of your head" in text
    assert "Physiotherapy" in text


def test_a_note_shows_what_was_done_and_not_what_therapists_write_for_each_other(
    own: Client, patient: tuple[Actor, Person], physio: Actor
) -> None:
    story.sign(physio, patient[1], story.TODAY, "treatment", {"treatments": [NOTE]})
    text = seen(own.get("/mine/visits/").text)
    assert "60 minutes" in text
    assert "You felt better after it." in text
    for hidden in ("worried about work", "secret plan", "for colleagues only", "grade III"):
        assert hidden not in text


def test_a_missed_visit_is_no_treatment(own: Client, patient: tuple[Actor, Person], physio: Actor) -> None:
    missed = {"date": story.TODAY.isoformat(), "discipline": "rmt", "status": "missed"}
    story.sign(physio, patient[1], story.TODAY, "treatment", {"treatments": [missed]})
    assert "This visit was missed." in seen(own.get("/mine/visits/").text)


def test_what_was_measured_and_what_it_means(own: Client) -> None:
    text = seen(own.get("/mine/visits/").text)
    assert "The first time: later checks are compared with this." in text
    assert "Better than at the start, by more than this test can be off." in text
    assert "C1-C2" not in text


def test_what_is_to_come(own: Client) -> None:
    text = seen(own.get("/mine/visits/").text)
    assert "Physiotherapy: 1 visit a week" in text
    assert "To set, move or cancel a visit, call your clinic." in text
