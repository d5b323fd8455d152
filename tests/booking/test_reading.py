"""Files of booking: what they hold is read whole, and every problem of a file is told at once."""

import copy
import json
from datetime import date

import pytest

from concordant.booking import BookingFileError, read_event, read_instance, read_solution, written
from concordant.booking.problem import Discipline, PairRule, Span
from tests.booking.desk_answer import book
from tests.booking.files import event, problem, raw, read
from tests.booking.tiny import booking, clinic, clinician, cover, pair, person, visit


def problems(values):
    with pytest.raises(BookingFileError) as told:
        read_instance(json.dumps(values))
    return [str(one) for one in told.value.problems]


def test_a_clinic_is_read_whole():
    one = problem("small-a")
    assert (len(one.people), len(one.visits), len(one.bookings), one.grid_minutes) == (25, 149, 79, 15)
    assert sum(visit.discipline is Discipline.RMT for visit in one.visits.values()) == 38
    first = one.people[0]
    assert first.requested == "2026-02-25T12:34"
    assert first.available[5] == (Span(480, 960),)
    assert first.unavailable[date(2026, 3, 4)] == (Span(0, 1440),)
    assert first.min_days == {Discipline.PHYSIO: 2, Discipline.RMT: 3}
    assert one.visits["N001-p1"].needs == {"initial"}
    assert {pair.rule for pair in one.pair_of.values()} == {PairRule.PREFER, PairRule.MUST}
    assert one.clinician("P1").off[date(2026, 3, 3)] == (Span(420, 480), Span(660, 690))


def test_an_event_is_read_whole():
    one = event("small-a")
    assert (one.known_at.isoformat(), one.notice_minutes, one.grace_days, one.may_move) == (
        "2026-03-09T06:00:00",
        120,
        7,
        True,
    )
    assert [(off.clinician, off.start, off.end) for off in one.off] == [("P1", 0, 1440)] * 3
    assert len(one.previous) == 134


def test_windows_that_touch_are_one():
    values = clinic([person(available=[[0, "10:00", "12:00"], [0, "08:00", "10:00"], [0, "14:00", "15:00"]])])
    assert read(values).people[0].available == {0: (Span(480, 720), Span(840, 900))}


def test_all_problems_are_told_at_once_with_place_value_and_what_is_allowed():
    values = raw("small-a")
    values["people"][3]["visits"][2]["latest"] = "2026-13-01"
    values["people"][4]["pairs"][0]["rmt"] = "nobody"
    values["people"][5]["nonsense"] = 1
    del values["people"][6]["visits"][0]["needs"]
    values["bookings"][0]["start"] = "9:00"
    values["clinicians"][0]["turnover_minutes"] = 7.5
    values["grid_minutes"] = True
    told = problems(values)
    assert len(told) == 7
    text = "\n".join(told)
    for words in (
        "people[3].visits[2].latest: '2026-13-01'; allowed: a day as 2026-03-02",
        "people[4].pairs[0].rmt: 'nobody'; allowed: the id of a visit of this person",
        "people[5].nonsense: this key is not known; allowed: availability_type, available",
        "people[6].visits[0].needs: is missing",
        "bookings[0].start: '9:00'; allowed: a time as 08:15, before 24:00",
        "clinicians[0].turnover_minutes: 7.5; allowed: a whole number from 0 to 240",
        "grid_minutes: True; allowed: a whole number from 1 to 240",
    ):
        assert words in text


ONE = [visit("p1"), visit("m1", "rmt")]

WRONG = {
    "latest before earliest": (clinic([person(visits=[visit("p1", latest="2026-03-01")])]), "visits[0].latest"),
    "two first visits": (
        clinic([person(visits=[visit("a", kind="initial"), visit("b", kind="initial")])]),
        "visits[1].kind",
    ),
    "a visit twice": (clinic([person(visits=[visit("p1")]), person("Bo", [visit("p1")])]), "people[1].visits[0].id"),
    "a person twice": (clinic([person(), person()]), "people[1].id"),
    "a room twice": (clinic([], rooms=[{"id": "red", "for": ["physio"]}] * 2), "rooms[1].id"),
    "a room for nobody": (clinic([], rooms=[{"id": "red", "for": []}]), "rooms[0].for"),
    "a pair of the wrong discipline": (
        clinic([person(visits=[*ONE, visit("p2")], pairs=[pair("p2")])]),
        "pairs[0].rmt",
    ),
    "a visit in two pairs": (
        clinic([person(visits=[*ONE, visit("p2")], pairs=[pair(), pair("m1", "p2")])]),
        "pairs[1].rmt",
    ),
    "loose tighter than tight": (clinic([person(visits=ONE, pairs=[pair(loose_max=10)])]), "pairs[0].loose_max"),
    "covers overlap": (
        clinic([person(cover=[cover(last="2026-03-05"), cover(first="2026-03-05")])]),
        "people[0].cover[1]",
    ),
    "cover ends first": (clinic([person(cover=[cover(last="2025-01-01")])]), "cover[0].last"),
    "a negative cover": (clinic([person(cover=[cover(count=-1)])]), "cover[0].count"),
    "negative days between": (clinic([person(min_days={"physio": -1})]), "min_days.physio"),
    "an unknown discipline": (clinic([person(min_days={"osteo": 1})]), "min_days.osteo"),
    "an unknown usual clinician": (clinic([person(usual={"physio": "X"})]), "usual.physio"),
    "an unknown allowed clinician": (clinic([person(clinicians={"physio": ["P", "X"]})]), "clinicians.physio[1]"),
    "a clinician of the other discipline": (clinic([person(usual={"physio": "M"})]), "usual.physio"),
    "no hours": (clinic([], clinicians=[clinician("P", "physio", shifts=[])]), "clinicians[0].shifts"),
    "shifts overlap": (
        clinic([], clinicians=[clinician("P", "physio", shifts=[["2026-03-02", "09:00", "12:00"]] * 2)]),
        "clinicians[0].shifts[1]",
    ),
    "a stretch of nothing": (
        clinic([], clinicians=[clinician("P", "physio", off=[["2026-03-02", "09:00", "09:00", "x"]])]),
        "clinicians[0].off[0][2]",
    ),
    "a clinician booked twice": (
        clinic([], bookings=[booking(), booking("B2", start="09:45", room="blue")]),
        "bookings[1]",
    ),
    "a person booked twice": (
        clinic(
            [person()],
            bookings=[
                booking(person="Ann"),
                booking("B2", person="Ann", clinician="M", room="blue"),
            ],
        ),
        "bookings[1]",
    ),
    "a booking over midnight": (clinic([], bookings=[booking(start="23:30")]), "bookings[0].minutes"),
    "a booking of nobody known": (clinic([], bookings=[booking(person="Bo")]), "bookings[0].person"),
    "an empty id": (clinic([person("")]), "people[0].id"),
    "half a character": (clinic([person("\ud800")]), "people[0].id"),
    "the calendar ends first": (clinic([], last_day="2026-03-01"), "last_day"),
    "ten years": (clinic([], last_day="2036-03-01"), "last_day"),
    "another format": (clinic([], format="booking-instance/2"), "format"),
    "a list for a table": (clinic({}), "people"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_together_is_one_problem_with_its_path(name):
    values, path = WRONG[name]
    (told,) = problems(values)
    assert path in told.partition(": ")[0]
    assert "allowed" in told


def test_a_plan_that_can_never_be_placed_is_no_problem():
    values = clinic(
        [person(visits=[visit("p1", earliest="2027-01-01", latest="2027-01-02")], available=[], cover=[cover(count=0)])]
    )
    one = read(values)
    (unplaced,) = book(one, seconds=1, seed=1).unplaced
    assert unplaced.reasons


def test_the_answer_is_written_and_read_back():
    one = problem("small-a")
    solution = book(one, seconds=1, seed=1)
    back = read_solution(json.dumps(written(solution)), one)
    assert back.placed == solution.placed
    assert back.unplaced == solution.unplaced


def test_an_answer_of_another_problem_is_refused():
    values = written(book(problem("small-a"), seconds=1, seed=1))
    with pytest.raises(BookingFileError) as told:
        read_solution(json.dumps(values), problem("small-b"))
    assert "instance: 'small-a'; allowed: 'small-b'" in str(told.value)


def test_problems_of_an_event_are_told_at_once():
    one = problem("small-a")
    values = copy.deepcopy(raw("small-a.absence"))
    values["known_at"] = "2026-03-09 06:00"
    values["off"][0]["clinician"] = "X"
    values["cancelled"] = ["N001-p1", "N001-p1", "nobody"]
    values["previous"][1] = dict(values["previous"][0])
    values["previous"][2]["room"] = "hall"
    with pytest.raises(BookingFileError) as told:
        read_event(json.dumps(values), one)
    paths = [problem.path for problem in told.value.problems]
    assert paths == [
        "cancelled[1]",
        "cancelled[2]",
        "known_at",
        "off[0].clinician",
        "previous[1].visit",
        "previous[2].room",
    ]
