"""Which claim counts on which day: a second accident and another payer leave alone what came before."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from clinic.calendar.payer import paid_for
from clinic.chart.models import Person
from clinic.claims.actions import keep_claim, mark_paid, send
from clinic.claims.by_day import claims_by_day
from clinic.claims.lapsing import endings
from clinic.claims.models import Claim
from tests.clinic import build
from tests.clinic.claims.desk import (
    FEE,
    INITIAL_FEE,
    INITIAL_PRICE,
    PRICE,
    TODAY,
    Desk,
    a_claim,
    a_claimant,
    a_visit,
)
from tests.clinic.claims.test_propose import codes

SECOND = date(2026, 2, 18)
BEFORE, SAME, AFTER = date(2026, 2, 10), SECOND, date(2026, 2, 24)
ALONE: dict[str, Any] = {"payer": "private", "number": "", "accident_on": None, "visits": {}}


def another(desk: Desk, person: Person, since: date = SECOND, **more: Any) -> Claim:
    """A further claim, said on 20 February."""
    said = {"number": "ZZ000002", "accident_on": SECOND, "since": since, **more}
    with desk.at(date(2026, 2, 20)):
        return keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(**said))


def mended(desk: Desk, person: Person, row: Claim, **more: Any) -> Claim:
    with desk.at():
        return keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(mends=row, **more))


def bills(desk: Desk, person: Person) -> list[tuple[Any, ...]]:
    lines = [one for one in desk.lines(person=person) if one.state not in ("withdrawn", "credited")]
    return sorted((one.service_date, one.for_patient, one.net, one.state, codes(one)) for one in lines)


def test_what_was_not_sent_stays_with_the_claim_that_counted(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, BEFORE)
    desk.propose()
    before = bills(desk, person)
    another(desk, person, date(2026, 2, 20), **ALONE)
    assert desk.propose().withdrawn == 0
    assert bills(desk, person) == before
    assert before[0][:4] == (BEFORE, False, INITIAL_FEE, "checked")
    a_visit(desk.physio, person, AFTER)
    desk.propose()
    assert bills(desk, person)[-1] == (AFTER, True, PRICE, "checked", [])


def test_a_second_accident_leaves_paid_lines_alone_and_begins_anew(desk: Desk) -> None:
    person = a_claimant(desk)
    old = desk.sent(person, (date(2026, 2, 3),))
    a_visit(desk.physio, person, BEFORE)
    with desk.at():
        mark_paid(by=desk.by, lines=[one.pk for one in old if not one.for_patient], key=uuid.uuid4())
    another(desk, person)
    a_visit(desk.physio, person, AFTER)
    desk.propose()
    insurer = [one for one in desk.lines() if not one.for_patient]
    assert [(one.service_date, one.net, one.state, codes(one)) for one in insurer] == [
        (date(2026, 2, 3), INITIAL_FEE, "paid", []),
        (BEFORE, FEE, "checked", []),
        (AFTER, INITIAL_FEE, "checked", []),
    ]
    assert [one.claim.number for one in insurer] == ["ZZ000001", "ZZ000001", "ZZ000002"]


def test_each_claim_counts_its_own_visits(desk: Desk) -> None:
    """Twelve massages of the first claim use nothing up of the second."""
    person = a_claimant(desk)
    for day in range(1, 13):
        a_visit(desk.rmt, person, date(2026, 2, day), "rmt")
    another(desk, person)
    with desk.at():
        massage = [one for one in paid_for(desk.by, [person])[person.pk].covers if one.discipline == "rmt"]
    assert [(one.first, one.count) for one in massage] == [(SECOND, 12)]
    a_visit(desk.rmt, person, AFTER, "rmt")
    desk.propose()
    assert [codes(one) for one in desk.lines(service_date=AFTER)] == [[], []]


def test_who_goes_back_to_a_claim_goes_back_to_its_visits(desk: Desk) -> None:
    person = a_claimant(desk)
    for day in range(1, 13):
        a_visit(desk.rmt, person, date(2026, 2, day), "rmt")
    another(desk, person, date(2026, 2, 13), **ALONE)
    another(desk, person, date(2026, 2, 20), number="ZZ000001", accident_on=date(2026, 1, 5))
    for day in (14, 24):
        a_visit(desk.rmt, person, date(2026, 2, day), "rmt")
    desk.propose()
    found = bills(desk, person)
    assert [one for one in found if one[0] == date(2026, 2, 14)] == [(date(2026, 2, 14), True, PRICE, "checked", [])]
    assert [one for one in found if one[0] == AFTER] == [(AFTER, True, PRICE, "draft", ["budget"])]
    assert sum(one[1] is False for one in found) == 12


def test_visits_elsewhere_of_one_claim_are_not_of_the_next(desk: Desk) -> None:
    person = a_claimant(desk, visits={"visits_elsewhere_count": {"physiotherapy": 24, "massage_therapy": 0}})
    another(desk, person, visits={})
    for day in (24, 25, 26):
        a_visit(desk.physio, person, date(2026, 2, day))
    desk.propose()
    # Nobody has asked about the second accident yet, so nothing is guessed, and nothing is used up.
    assert {(one.net, *codes(one)) for one in desk.lines()} == {(None, "coverage")}


def test_a_plan_of_one_claim_pays_nothing_of_the_next(desk: Desk) -> None:
    told = {
        "visits_elsewhere_count": {"physiotherapy": 25},
        "initial_visit_billed": {"physiotherapy": True},
        "treatment_plan_status": {"physiotherapy": "approved"},
        "treatment_plan_visits": {"physiotherapy": 10},
        "treatment_plan_start_date": {"physiotherapy": "2026-01-20"},
        "treatment_plan_end_date": {"physiotherapy": "2026-06-30"},
    }
    person = a_claimant(desk, visits=told)
    another(desk, person, visits={"visits_elsewhere_count": {"physiotherapy": 25}})
    for day in (BEFORE, AFTER):
        a_visit(desk.physio, person, day)
    desk.propose()
    assert [(day, net, wrong) for day, _own, net, _state, wrong in bills(desk, person)] == [
        (BEFORE, FEE, []),
        (BEFORE, PRICE - FEE, []),
        (AFTER, PRICE, ["budget"]),
    ]


def test_what_the_chart_says_of_an_accident_is_of_the_claim_of_its_day(desk: Desk) -> None:
    person = a_claimant(desk, visits={})
    with desk.at(date(2026, 2, 1)):
        told = {"facts": {"visits_elsewhere_count": {"physiotherapy": 25}}}
        build.an_entry(desk.physio, person, on=date(2026, 2, 1), kind="history", content=told)
    another(desk, person)
    for day in (BEFORE, AFTER):
        a_visit(desk.physio, person, day)
    desk.propose()
    found = bills(desk, person)
    assert found[0] == (BEFORE, True, PRICE, "draft", ["budget"])
    assert found[1][:4] == (AFTER, False, INITIAL_FEE, "checked")


def test_the_chart_may_name_either_accident(desk: Desk) -> None:
    person = a_claimant(desk)
    with desk.at(BEFORE):
        said = {"episode": {"payer": {"kind": "icbc", "accident_date": "2026-01-05"}}}
        build.an_entry(desk.physio, person, on=BEFORE, kind="history", content=said)
    another(desk, person)
    for day in (BEFORE, AFTER):
        a_visit(desk.physio, person, day)
    desk.propose()
    assert {one.state for one in desk.lines()} == {"checked"}


def test_a_field_that_is_emptied_is_not_known_any_more(desk: Desk) -> None:
    person = a_claimant(desk, visits={"visits_elsewhere_count": {"physiotherapy": 25}})
    with desk.at(date(2026, 2, 1)):
        told = {"facts": {"visits_elsewhere_count": {"physiotherapy": 25}}}
        build.an_entry(desk.physio, person, on=date(2026, 2, 1), kind="history", content=told)
    a_visit(desk.physio, person, BEFORE)
    desk.propose()
    assert bills(desk, person)[0][4] == ["budget"]
    mended(desk, person, Claim.objects.get(), visits={})
    desk.propose()
    assert bills(desk, person)[0][2:] == (None, "draft", ["coverage"])


def test_the_first_claim_can_be_mended_while_another_counts(desk: Desk) -> None:
    person = a_claimant(desk, number="")
    first = Claim.objects.get()
    another(desk, person)
    a_visit(desk.physio, person, BEFORE)
    desk.propose()
    assert ["claim_number"] in [codes(one) for one in desk.lines()]
    mended(desk, person, first)
    desk.propose()
    (line,) = [one for one in desk.lines(for_patient=False) if one.state == "checked"]
    assert (line.claim.number, line.claim.mends) == ("ZZ000001", first)


def test_a_word_on_an_older_claim_hides_no_window_that_ends(desk: Desk) -> None:
    person = a_claimant(desk, **ALONE)
    first = Claim.objects.get()
    another(desk, person, date(2026, 1, 5), number="ZZ000001", accident_on=date(2026, 1, 5))
    a_visit(desk.physio, person, BEFORE)
    mended(desk, person, first, **{**ALONE, "adjuster": "B. Li"})
    ends, _due, _people = endings(desk.by, date(2026, 3, 28))
    assert [(one.person, one.ending.until) for one in ends] == [(person, date(2026, 3, 30))]


def test_a_day_that_was_mistyped_is_moved(desk: Desk) -> None:
    person = a_claimant(desk)
    wrong = another(desk, person, date(2026, 2, 8), **ALONE)
    a_visit(desk.physio, person, BEFORE)
    desk.propose()
    assert bills(desk, person)[0][1] is True
    mended(desk, person, wrong, since=date(2026, 2, 20), **ALONE)
    desk.propose()
    assert bills(desk, person)[0][:3] == (BEFORE, False, INITIAL_FEE)
    rows = Claim.objects.order_by("id")
    assert [(one.claim.payer, one.first, one.last) for one in claims_by_day(rows)] == [
        ("icbc", None, date(2026, 2, 19)),
        ("private", date(2026, 2, 20), None),
    ]


def test_of_two_that_count_from_one_day_the_newer_stands(desk: Desk) -> None:
    person = a_claimant(desk)
    another(desk, person)
    with desk.at():
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(since=SECOND, **ALONE))
    rows = Claim.objects.order_by("id")
    assert [one.claim.payer for one in claims_by_day(rows)] == ["icbc", "private"]
    assert len(claims_by_day(rows)[-1].rows) == 1, "what was told of another payer is not told of this one"


def test_a_row_that_was_mended_already_is_not_mended_twice(desk: Desk) -> None:
    person = a_claimant(desk)
    first = Claim.objects.get()
    mended(desk, person, first, adjuster="A. Wu")
    with pytest.raises(ValidationError, match="just written this down anew"):
        mended(desk, person, first, adjuster="B. Li")
    assert mended(desk, person, first, adjuster="A. Wu") == Claim.objects.latest("id"), "the same again writes nothing"
    assert Claim.objects.count() == 2


def test_rows_from_before_days_were_kept_stand_as_they_did(desk: Desk) -> None:
    """They say no day and no row that they mend: the newest stands for every visit."""
    person = a_claimant(desk)
    at = Claim.objects.get()
    for more in ({"number": "ZZ000003"}, ALONE):
        a_claim(person=person, said_at=at.said_at, said_by=at.said_by, **more).save()
    a_visit(desk.physio, person, BEFORE)
    desk.propose()
    assert bills(desk, person) == [(BEFORE, True, INITIAL_PRICE, "checked", [])]


@pytest.mark.parametrize("days", [("2026-01-15", "2026-01-15"), ("2026-01-15", "2026-01-16")])
def test_two_plans_that_are_written_down_on_one_day_both_pay(desk: Desk, days: tuple[str, str]) -> None:
    accident = date(2025, 9, 1)
    person = a_claimant(desk, accident_on=accident, visits={})
    for said_on, first, last in zip(days, ("2026-02-01", "2026-02-15"), ("2026-02-14", "2026-03-31"), strict=True):
        told = {
            "visits_elsewhere_count": {"physiotherapy": 0},
            "treatment_plan_status": {"physiotherapy": "approved"},
            "treatment_plan_visits": {"physiotherapy": 10},
            "treatment_plan_start_date": {"physiotherapy": first},
            "treatment_plan_end_date": {"physiotherapy": last},
        }
        with desk.at(date.fromisoformat(said_on)):
            keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(accident_on=accident, visits=told))
    for day in (date(2026, 2, 3), date(2026, 2, 17)):
        a_visit(desk.physio, person, day)
    desk.propose()
    assert [(one.net, one.state) for one in desk.lines(for_patient=False)] == [
        (INITIAL_FEE, "checked"),
        (FEE, "checked"),
    ]
    with desk.at(TODAY):
        sent = send(by=desk.by, lines=[one.pk for one in desk.lines()], key=uuid.uuid4())
    assert sent


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 20))


@given(st.lists(st.tuples(st.none() | DAYS, st.none() | st.integers(0, 9)), max_size=8))
def test_every_day_is_of_one_claim_and_mended_rows_of_none(told: list[tuple[date | None, int | None]]) -> None:
    rows: list[Claim] = []
    for key, (since, mends) in enumerate(told, 1):
        row = Claim(
            pk=key, payer="icbc", since=since, mends=rows[mends] if mends is not None and mends < len(rows) else None
        )
        rows.append(row)
    found = claims_by_day(rows)
    for number in range(20):
        day = date(2026, 1, 1) + timedelta(days=number)
        own = [one for one in found if one.holds(day)]
        assert len(own) == bool(rows)
        begun = [one for one in found if one.claim.since is None or one.claim.since <= day]
        assert own[:1] == (begun[-1:] or list(found[:1])), "the one with the newest day, else the first"
    heads = [one.claim for one in found]
    assert rows[-1:] == [one for one in heads if one.pk == len(rows)], "what was said last always stands"
    assert not {one.mends_id for one in rows if one in heads} & {one.pk for one in heads}
