"""A treatment keeps its line through every amendment of its note, whatever is dropped above it."""

import uuid
from datetime import date
from typing import Any

import pytest

from clinic.chart.actions import correct_entry
from clinic.chart.models import Entry, Person
from clinic.claims.actions import correct_visit, say_terms
from clinic.claims.models import Licence
from clinic.claims.recount import faults
from clinic.claims.visits import _known_again
from tests.clinic import build
from tests.clinic.claims.desk import SINCE, Desk, a_claimant
from tests.clinic.claims.test_propose import codes

DAY = date(2026, 2, 3)
PHYSIO, MASSAGE = ({"date": str(DAY), "discipline": one, "minutes": 60} for one in ("physiotherapist", "rmt"))


def key() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def person(desk: Desk) -> Person:
    """Physiotherapy and massage in one note, both sent."""
    with desk.at():
        row = Licence(
            practitioner=desk.physio.user, discipline="massage_therapy", college="c", number="L", from_day=SINCE
        )
        say_terms(by=desk.by, row=row)
    found = a_claimant(desk)
    with desk.at(DAY):
        build.an_entry(desk.physio, found, on=DAY, kind="treatment", content={"treatments": [PHYSIO, MASSAGE]})
    desk.sent(found, ())
    return found


def amend(desk: Desk, *rows: dict[str, Any]) -> None:
    note = Entry.objects.filter(kind="treatment", corrections=None).get()
    with desk.at():
        correct_entry(
            by=desk.physio, entry_id=note.pk, content={"treatments": list(rows)}, reason="x", idempotency_key=key()
        )


def test_dropping_the_first_row_leaves_the_second_its_line(desk: Desk, person: Person) -> None:
    amend(desk, MASSAGE)
    desk.propose()
    found = {(one.discipline, one.for_patient): codes(one) for one in desk.lines()}
    assert found == {
        ("physiotherapy", False): ["gone_after"],
        ("physiotherapy", True): ["gone_after"],
        ("massage_therapy", False): [],
        ("massage_therapy", True): [],
    }
    physio = desk.lines(discipline="physiotherapy", for_patient=False)[0]
    with desk.at():
        assert correct_visit(by=desk.by, line_id=physio.pk, reason="none was given", key=key()).line is None
    assert list(faults(desk.clinic.pk)) == []


def test_rows_that_change_places_change_nothing(desk: Desk, person: Person) -> None:
    amend(desk, MASSAGE, PHYSIO)
    desk.propose()
    assert [codes(one) for one in desk.lines()] == [[]] * 4


def test_a_row_that_comes_back_is_a_treatment_of_its_own(desk: Desk, person: Person) -> None:
    amend(desk, MASSAGE)
    amend(desk, PHYSIO, MASSAGE)
    desk.propose()
    # The line that is out and the new one bill one day: the second waits.
    states = [(one.row, one.state, codes(one)) for one in desk.lines(discipline="physiotherapy", for_patient=False)]
    assert states[0] == (0, "sent", ["gone_after"])
    assert [(state, problems) for _row, state, problems in states[1:]] == [("draft", ["duplicate"])]


def test_another_discipline_typed_over_is_the_same_treatment(desk: Desk, person: Person) -> None:
    amend(desk, {**PHYSIO, "discipline": "rmt", "minutes": 30})
    desk.propose()
    assert [(one.row, codes(one)) for one in desk.lines(for_patient=False)] == [
        (0, ["gone_after"]),
        (1, ["note_after"]),
    ]


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ([PHYSIO, MASSAGE], (0, 1)),
        ([MASSAGE], (1,)),
        ([MASSAGE, PHYSIO], (1, 0)),
        ([PHYSIO, PHYSIO, MASSAGE], (0, 2, 1)),
        ([{**PHYSIO, "discipline": "acupuncturist"}, MASSAGE], (0, 1)),
        ([{**PHYSIO, "minutes": 30}], (0,)),
        ([], ()),
    ],
)
def test_rows_are_known_again(rows: list[dict[str, Any]], numbers: tuple[int, ...]) -> None:
    assert _known_again(rows, [PHYSIO, MASSAGE], (0, 1)) == numbers
