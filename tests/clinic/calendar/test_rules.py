"""Every soft rule: the place that breaks it, and the one beside it that does not."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from clinic.calendar.actions import check_place, take_time_off
from clinic.calendar.models import Away, MayCome, Practice, Room
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_series
from tests.clinic.conftest import Statements


def rules(desk: Desk, wanted: dict[str, Any]) -> list[str]:
    found = check_place(desk.by, **wanted)
    assert all(one.says for one in found)
    assert not any(one.is_hard for one in found)
    return [one.rule for one in found]


@pytest.mark.parametrize(
    ("hour", "minute", "days", "broken"),
    [
        (9, 0, 0, []),
        (16, 0, 0, []),
        (8, 45, 0, ["working_hours"]),
        (16, 15, 0, ["working_hours"]),
        (9, 0, 5, ["working_hours"]),
    ],
)
def test_working_hours(desk: Desk, person: Person, hour: int, minute: int, days: int, broken: list[str]) -> None:
    assert rules(desk, desk.wanted(person, desk.at(hour, minute, days=days))) == broken


def test_the_turn_over_lies_inside_the_shift(desk: Desk, person: Person) -> None:
    assert rules(desk, desk.massage(person, desk.at(16))) == ["working_hours"]
    assert rules(desk, desk.massage(person, desk.at(15, 45))) == []


def test_hours_hold_from_a_day_to_a_day(desk: Desk, person: Person) -> None:
    hours = desk.physio.practice.hours.get(weekday=0)
    hours.valid_from = MONDAY + timedelta(days=1)
    hours.save()
    assert rules(desk, desk.wanted(person, desk.at(9))) == ["working_hours"]
    hours.valid_from, hours.valid_to = date(2020, 1, 1), MONDAY
    hours.save()
    assert rules(desk, desk.wanted(person, desk.at(9))) == []
    assert rules(desk, desk.wanted(person, desk.at(9, days=7))) == ["working_hours"]


@pytest.mark.parametrize(("why", "rule"), [("break", "break"), ("ill", "time_off"), ("meeting", "time_off")])
def test_time_off(desk: Desk, person: Person, why: str, rule: str) -> None:
    take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(12), ends=time(12, 30), why=why)
    assert rules(desk, desk.wanted(person, desk.at(11, 15))) == [rule]
    assert rules(desk, desk.wanted(person, desk.at(11))) == []
    assert rules(desk, desk.wanted(person, desk.at(12, 30))) == []


def test_rooms(desk: Desk, person: Person) -> None:
    wanted = desk.wanted(person, desk.at(14))
    take_time_off(desk.by, room=desk.room, on=MONDAY, starts=time(14), ends=time(0), why="closed")
    assert rules(desk, wanted) == ["room_closed"]
    assert rules(desk, desk.wanted(person, desk.at(13))) == []
    Room.objects.filter(pk=desk.room.pk).update(for_physio=False)
    assert rules(desk, desk.wanted(person, desk.at(13))) == ["room_does_not_fit"]
    Room.objects.filter(pk=desk.second.pk).update(closed_on=MONDAY)
    assert rules(desk, desk.wanted(person, desk.at(13), room=desk.second)) == ["room_closed"]


def test_when_the_person_can_come(desk: Desk, person: Person) -> None:
    MayCome.objects.create(person=person, weekday=0, starts=time(9), ends=time(11))
    MayCome.objects.create(person=person, weekday=0, starts=time(11), ends=time(12))
    MayCome.objects.create(person=person, weekday=0, starts=time(15), ends=time(16), is_wish=True)
    assert rules(desk, desk.wanted(person, desk.at(10, 30))) == []
    assert rules(desk, desk.wanted(person, desk.at(11, 15))) == ["person_cannot_come"]
    assert rules(desk, desk.wanted(person, desk.at(15))) == ["person_cannot_come"]
    assert rules(desk, desk.wanted(person, desk.at(9, days=1))) == ["person_cannot_come"]


def test_a_wish_alone_forbids_nothing(desk: Desk, person: Person) -> None:
    MayCome.objects.create(person=person, weekday=3, starts=time(15), ends=time(16), is_wish=True)
    assert rules(desk, desk.wanted(person, desk.at(9))) == []


def test_days_away(desk: Desk, person: Person) -> None:
    Away.objects.create(person=person, first=MONDAY, last=MONDAY + timedelta(days=1))
    assert [rules(desk, desk.wanted(person, desk.at(9, days=day))) for day in range(3)] == [
        ["person_away"],
        ["person_away"],
        [],
    ]


def test_one_visit_a_day_and_days_between(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(9))
    assert rules(desk, desk.wanted(person, desk.at(14))) == ["once_a_day"]
    assert rules(desk, desk.wanted(person, desk.at(9, days=1))) == ["too_soon"]
    assert rules(desk, desk.wanted(person, desk.at(9, days=2))) == []
    desk.book_massage(person, desk.at(9, days=2))
    assert rules(desk, desk.massage(person, desk.at(9, days=4))) == ["too_soon"]
    assert rules(desk, desk.massage(person, desk.at(9, days=7))) == []


def test_massage_ends_before_physiotherapy(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(11))
    assert rules(desk, desk.massage(person, desk.at(10))) == []
    assert rules(desk, desk.massage(person, desk.at(12))) == ["rmt_before_physio"]
    desk.book_massage(person, desk.at(13, days=2))
    assert rules(desk, desk.wanted(person, desk.at(11, days=2))) == ["rmt_before_physio"]
    assert rules(desk, desk.wanted(person, desk.at(14, days=2))) == []


def test_no_massage_before_measuring(desk: Desk, person: Person) -> None:
    desk.book_massage(person, desk.at(9, days=1))
    retest = {"kind": "retest"}
    assert rules(desk, desk.wanted(person, desk.at(14, days=1), **retest)) == ["before_measuring"]
    assert rules(desk, desk.wanted(person, desk.at(9, days=3), **retest)) == ["before_measuring"]
    assert rules(desk, desk.wanted(person, desk.at(10, days=3), **retest)) == []
    other = build.a_person(desk.clinic)
    visit = a_series(desk, other, {"kind": "retest"}).visits.get()
    desk.book(other, desk.at(10, days=4), prescribed=visit)
    assert rules(desk, desk.massage(other, desk.at(9, days=3))) == ["before_measuring"]
    assert rules(desk, desk.massage(other, desk.at(9, days=4))) == ["before_measuring"]
    assert rules(desk, desk.massage(other, desk.at(11, days=4))) == []  # measuring came first


def test_the_most_of_a_day(desk: Desk, person: Person) -> None:
    Practice.objects.filter(clinician=desk.physio).update(max_minutes_per_day=120)
    desk.book(build.a_person(desk.clinic), desk.at(9))
    assert rules(desk, desk.wanted(person, desk.at(10))) == []
    desk.book(build.a_person(desk.clinic), desk.at(11))
    assert rules(desk, desk.wanted(person, desk.at(10))) == ["daily_limit"]
    assert rules(desk, desk.wanted(person, desk.at(10, days=1))) == []


def test_window_order_and_skills_of_a_series(desk: Desk, person: Person) -> None:
    series = a_series(
        desk, person, {}, {"earliest": MONDAY, "latest": MONDAY + timedelta(days=13), "needs": ["needling"]}
    )
    first, second = series.visits.all()
    assert rules(desk, desk.wanted(person, desk.at(9, days=7), prescribed=first)) == ["window"]
    assert rules(desk, desk.wanted(person, desk.at(9, days=4), prescribed=second)) == ["skills"]
    Practice.objects.filter(clinician=desk.physio).update(skills=["needling"])
    desk.book(person, desk.at(9, days=2), prescribed=first)
    assert rules(desk, desk.wanted(person, desk.at(9), prescribed=second)) == ["order"]
    assert rules(desk, desk.wanted(person, desk.at(9, days=4), prescribed=second)) == []


def test_a_visit_that_moves_is_not_in_its_own_way(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    assert rules(desk, desk.wanted(person, desk.at(9, 30), moving=made)) == []
    assert rules(desk, desk.wanted(person, desk.at(9, days=1), moving=made.pk)) == []


def test_rules_are_read_by_who_keeps_the_calendar_in_one_look(
    desk: Desk, person: Person, statements: Statements
) -> None:
    wanted = desk.wanted(person, desk.at(9))
    before = len(statements.texts)
    rules(desk, wanted)
    assert len(statements.texts) - before <= 10
