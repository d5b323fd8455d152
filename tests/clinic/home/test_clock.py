"""What the clock counts, from the signed dose and what was chosen on the page."""

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.home.clock import clock_of
from concordant.plan.interventions.dose import Dose, of
from concordant.teaching.counting import REST_S, SET_REST_S, Counting
from tests.clinic.home.test_programme import seen, signed_in

Patient = tuple[Actor, Person]


@pytest.mark.parametrize(
    ("dose", "asked", "counts"),
    [
        (Dose(sets=of(1), reps=of(10), hold_s=of(10)), {}, Counting(1, 10, 10)),
        (Dose(sets=of(2, 3), reps=of(5, 10), hold_s=of(5, 10)), {}, Counting(2, 5, 5)),
        (Dose(sets=of(2, 3), reps=of(5, 10), hold_s=of(5, 10)), {"end": "high"}, Counting(3, 10, 10)),
        (Dose(sets=of(3), duration_s=of(30)), {}, Counting(3, 1, 30)),
        (Dose(minutes=of(20, 30), per_week=of(3)), {}, Counting(1, 1, 1200)),
        (Dose(sets=of(3), reps=of(10)), {}, Counting(3, 10, None)),
        (Dose(hold_s=of(10), every_minutes=of(20)), {}, Counting(1, 1, 10)),
        (Dose(reps=of(2), hold_s=of(3)), {"rest": "7", "set_rest": "0"}, Counting(1, 2, 3, 7, 0)),
        (Dose(reps=of(2), hold_s=of(3)), {"rest": "9999", "set_rest": "-1"}, Counting(1, 2, 3, REST_S, SET_REST_S)),
        (Dose(reps=of(2), hold_s=of(3)), {"rest": "999"}, Counting(1, 2, 3, 600)),
        (Dose(reps=of(2), hold_s=of(3)), {"rest": "٧"}, Counting(1, 2, 3)),
    ],
)
def test_what_is_counted(dose: Dose, asked: dict[str, str], counts: Counting) -> None:
    clock = clock_of(dose, asked)
    assert clock is not None
    assert clock.counting == counts


def test_a_dose_without_numbers_is_not_counted() -> None:
    assert clock_of(Dose(per_week=of(3), load="light"), {}) is None


def test_the_page_says_the_counts_as_text(client: Client, patient: Patient) -> None:
    by, person = patient
    address = f"/people/{person.pk}/home/press-without-moving/timer/"
    text = signed_in(client, by).get(address).text
    words = seen(text)
    assert "2 sets 5 times, each for 5 seconds Rest between: 5 seconds Rest between sets: 30 seconds" in words
    assert "Your plan gives a range" in words
    assert "3 sets 10 times, each for 10 seconds" in seen(client.get(f"{address}?end=high&rest=5&set_rest=60").text)
    assert 'data-seconds="5"' in text
    assert "About 2 minutes in all" in words


@pytest.mark.parametrize("exercise", ["brisk-walk", "nonsense", "chin_nod"])
def test_only_what_is_in_the_programme(client: Client, patient: Patient, exercise: str) -> None:
    by, person = patient
    assert signed_in(client, by).get(f"/people/{person.pk}/home/{exercise}/timer/").status_code == 404
