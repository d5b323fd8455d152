"""Who pays for which day: read from the chart by those who open no charts, and written into the log."""

from datetime import date, timedelta
from typing import Any

import pytest

from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.calendar.actions import check_place
from clinic.calendar.payer import paid_for
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk
from tests.clinic.conftest import Statements

PRIVATE = {"facts": {"payer_kind": "private"}}
ACCIDENT = MONDAY - timedelta(days=80)
"""The window ends on the Friday of that week: the accident and 84 days."""


def a_claim(desk: Desk, person: Person, *, elsewhere: int = 0, treated: int = 0) -> None:
    content: dict[str, Any] = {
        "facts": {
            "payer_kind": "icbc",
            "claim_accident_date": ACCIDENT.isoformat(),
            "visits_elsewhere_count": {"physiotherapy": elsewhere, "massage_therapy": elsewhere},
        },
    }
    physio = build.an_actor(desk.clinic)
    build.an_entry(physio, person, kind="history", on=date(2026, 1, 8), content=content)
    days = [date(2026, 1, 8) - timedelta(days=number) for number in range(treated)]
    rows = [{"date": day.isoformat(), "discipline": "physiotherapist", "interventions": []} for day in sorted(days)]
    if rows:
        build.an_entry(physio, person, kind="treatment", on=date(2026, 1, 8), content={"treatments": rows})


def rules(desk: Desk, wanted: dict[str, Any]) -> list[str]:
    return [one.rule for one in check_place(desk.by, **wanted)]


def test_the_window_of_the_payer(desk: Desk, person: Person) -> None:
    a_claim(desk, person)
    assert rules(desk, desk.wanted(person, desk.at(9, days=4))) == []
    assert rules(desk, desk.wanted(person, desk.at(9, days=7))) == ["cover_ended"]
    assert rules(desk, desk.massage(person, desk.at(9, days=7))) == ["cover_ended"]


def test_what_is_booked_counts(desk: Desk, person: Person) -> None:
    a_claim(desk, person, elsewhere=21, treated=3)
    assert rules(desk, desk.wanted(person, desk.at(9, days=2))) == []
    desk.book(person, desk.at(9))
    assert rules(desk, desk.wanted(person, desk.at(9, days=2))) == ["cover_used_up"]
    assert rules(desk, desk.massage(person, desk.at(9, days=2))) == ["cover_used_up"]


def test_a_visit_that_the_chart_holds_is_not_counted_twice(desk: Desk, person: Person) -> None:
    a_claim(desk, person, elsewhere=22, treated=2)
    desk.book(person, desk.at(9, days=-4), override_reason="written down afterwards")  # the day of a treatment
    assert rules(desk, desk.wanted(person, desk.at(9))) == []
    desk.book(person, desk.at(9))
    assert rules(desk, desk.wanted(person, desk.at(9, days=2))) == ["cover_used_up"]


def test_nobody_is_held_to_a_cover_without_one(desk: Desk, person: Person) -> None:
    build.an_entry(build.an_actor(desk.clinic), person, kind="history", on=date(2026, 1, 8), content=PRIVATE)
    with_claim = desk.wanted(person, desk.at(9, days=7))
    assert rules(desk, with_claim) == []


def test_looking_is_written_down_once_for_a_chart_that_stays_the_same(desk: Desk, person: Person) -> None:
    def looked() -> list[tuple[int | None, str, str]]:
        rows = AuditEvent.objects.filter(subject_kind="coverage").order_by("id")
        return list(rows.values_list("who_id", "chart_number", "reason"))

    a_claim(desk, person)
    assert desk.by.user is not None
    mine = (desk.by.user.pk, person.chart_number, "for booking")
    rules(desk, desk.wanted(person, desk.at(9)))
    rules(desk, desk.wanted(person, desk.at(11)))
    assert looked() == [mine]
    a_claim(desk, person)
    rules(desk, desk.wanted(person, desk.at(9)))
    assert looked() == [mine, mine]
    another = build.an_actor(desk.clinic)
    check_place(another, **desk.wanted(person, desk.at(9)))
    assert looked()[2][0] == another.user.pk  # type: ignore[union-attr]
    assert verify_log(desk.clinic.pk) is None


@pytest.mark.parametrize("many", [1, 6])
def test_many_are_read_in_as_many_statements(desk: Desk, statements: Statements, many: int) -> None:
    people = [build.a_person(desk.clinic) for _ in range(many)]
    for one in people:
        a_claim(desk, one)
    people = list(Person.objects.filter(pk__in=[one.pk for one in people]).select_related("clinic"))
    before = len(statements.texts)
    found = paid_for(desk.by, people)
    assert len(statements.texts) - before == 6
    assert all(found[one.pk].covers for one in people)
    assert verify_log(desk.clinic.pk) is None


def test_another_clinic_is_not_read(desk: Desk, person: Person, other_clinic) -> None:
    a_claim(desk, person)
    stranger = build.an_actor(other_clinic)
    assert paid_for(stranger, [person])[person.pk].covers == ()
    assert not AuditEvent.objects.filter(clinic_id=other_clinic.pk).exists()
