"""Why a visit has no place: each code where it is true, and never where it is not."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.booking import Code, FreePlaceError, desk_calendar, explained
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import at, booking, clinician, cover, pair, person, rmt_at, solve, visit

MONDAY = visit("p1", latest="2026-03-02")
FULL_DAY = [booking(f"B{hour}", start=f"{hour:02d}:00") for hour in (9, 10, 11, 12)]
AFTERNOON = [[weekday, "13:00", "18:00"] for weekday in range(7)]


def why(one, *placed):
    return {unplaced.visit: unplaced.reasons for unplaced in explained(one, placed)}


def the(one, visit="p1", *placed):
    (reason,) = why(one, *placed)[visit]
    return reason.code, reason.data


def test_nobody_is_qualified():
    code, data = the(solve([person(visits=[visit("p1", needs=["needling"])])]))
    assert code is Code.NO_QUALIFIED_CLINICIAN
    assert data == {"skills": ["needling"], "lack_skills": ["P"], "not_seen": []}
    code, data = the(solve([person(visits=[visit("p1")], clinicians={"physio": []})]))
    assert (code, data["not_seen"]) == (Code.NO_QUALIFIED_CLINICIAN, ["P"])


def test_the_person_is_never_free():
    code, data = the(solve([person(visits=[MONDAY], available=[[0, "09:00", "09:45"], [1, "09:00", "12:00"]])]))
    assert code is Code.PERSON_NEVER_FREE
    assert data == {"days": ["2026-03-02", "2026-03-02"], "weekdays": [0, 1]}


def test_the_clinician_never_works_long_enough():
    off = clinician("P", "physio", off=[["2026-03-02", "09:30", "12:30", "away"]])
    code, data = the(solve([person(visits=[MONDAY])], clinicians=[off]))
    assert code is Code.CLINICIAN_NEVER_WORKS
    assert data["off"] == {"P": ["2026-03-02"]}


def test_both_have_time_but_never_together():
    code, data = the(solve([person(visits=[MONDAY], available=AFTERNOON)]))
    assert code is Code.NO_COMMON_TIME
    assert data["nearest"] == {
        "clinician": "P",
        "date": "2026-03-02",
        "person_start": "13:00",
        "clinician_start": "12:00",
        "minutes": 60,
    }


def test_never_there_on_the_same_day():
    tuesdays = clinician("P", "physio", shifts=[["2026-03-03", "09:00", "12:00"]])
    one = solve([person(visits=[visit("p1")], available=[[0, "09:00", "12:00"]])], clinicians=[tuesdays])
    assert the(one) == (Code.NO_COMMON_TIME, {"nearest": None})


def test_the_cover_has_ended_or_has_not_begun():
    late = visit("p1", earliest="2026-03-05")
    code, data = the(solve([person(visits=[late], cover=[cover(last="2026-03-04")])]))
    assert (code, data["last"], data["ended"], data["ask"]) == (Code.COVER_ENDED, "2026-03-04", True, "treatment_plan")
    code, data = the(solve([person(visits=[MONDAY], cover=[cover(first="2026-03-04")])]))
    assert (code, data["first"], data["ended"]) == (Code.COVER_ENDED, "2026-03-04", False)


def test_the_cover_is_used_up_and_by_what():
    one = solve([person(visits=[visit("p1"), visit("p2")], cover=[cover(count=1)])])
    code, data = the(one, "p2", at("p1", "09:00"))
    assert (code, data["count"], data["used"], data["by"]) == (Code.COVER_USED_UP, 1, 1, ["p1"])


def test_without_a_first_visit_nothing():
    first = visit("p1", kind="initial", needs=["needling"])
    one = solve([person(visits=[first, visit("p2")])])
    code, data = the(one, "p2")
    assert code is Code.FIRST_VISIT_UNPLACED
    assert data == {"visit": "p1", "because": ["no_qualified_clinician"]}


def test_a_pair_that_must_be_one():
    visits = [visit("p1"), visit("m1", "rmt")]
    one = solve([person(visits=visits, pairs=[pair(rule="must", loose_max=60)])])
    code, data = the(one, "m1", at("p1", "09:00"))
    assert (code, data["gap"]) == (Code.PAIR_REQUIRED, None)
    taken = [booking("B", clinician="M", room="blue", start="09:45")]
    one = solve([person(visits=visits, pairs=[pair(rule="must", loose_max=60)])], bookings=taken)
    code, data = the(one, "m1", at("p1", "11:45"))
    assert (code, data["gap"], data["allowed"]) == (Code.PAIR_REQUIRED, None, 60)


def test_full_says_how_many_places_each_collision_takes():
    one = solve([person(visits=[MONDAY])], bookings=FULL_DAY)
    assert the(one) == (Code.FULL, {"places": 13, "blocked": {"clinician": 13, "room": 13}})
    limited = clinician("P", "physio", max_minutes_per_day=30)
    assert the(solve([person(visits=[MONDAY])], clinicians=[limited]))[1]["blocked"] == {"daily_limit": 13}
    two = solve([person(visits=[visit("p1", latest="2026-03-03"), visit("p2", latest="2026-03-03")])])
    assert the(two, "p2", at("p1", "09:00", 3))[1] == {
        "places": 26,
        "blocked": {"min_days": 13, "order": 13, "one_a_day": 13, "clinician": 4, "room": 4, "person": 4},
    }


def test_a_free_place_is_never_called_full():
    one = solve([person(visits=[MONDAY])], bookings=FULL_DAY[:3])
    with pytest.raises(FreePlaceError) as told:
        explained(one, [])
    assert told.value.place == at("p1", "12:00")


@given(st.integers(0, 10**6))
def test_every_visit_without_a_place_has_reasons_that_hold(seed):
    """Counted again from the rules: what is full has places by hours, each of which breaks one."""
    one = read(made(seed))
    placed = desk_calendar(one)
    for unplaced in explained(one, placed):
        assert unplaced.reasons
        for reason in unplaced.reasons:
            if reason.code is Code.FULL:
                blocked, places = reason.data["blocked"], reason.data["places"]
                assert places > 0
                assert all(0 < count <= places for count in blocked.values())
                assert sum(blocked.values()) >= places


def test_on_a_whole_clinic_the_codes_are_as_the_desk_leaves_it():
    one = problem("small-b")
    unplaced = explained(one, desk_calendar(one, urgent_first=True))
    codes = [reason.code for each in unplaced for reason in each.reasons]
    assert {code: codes.count(code) for code in set(codes)} == {
        Code.FIRST_VISIT_UNPLACED: 24,
        Code.FULL: 22,
        Code.PAIR_REQUIRED: 2,
    }


def test_the_window_is_over_before_anything_new_may_be_put():
    one = solve([person(visits=[visit("p1", latest="2026-03-04"), visit("m1", "rmt")])])
    (unplaced,) = explained(one, [rmt_at("m1", "09:00")], floor=datetime.fromisoformat("2026-03-05T08:00"))
    (reason,) = unplaced.reasons
    assert (reason.code, reason.data) == (
        Code.WINDOW_OVER,
        {"latest": "2026-03-04", "from": "2026-03-05T08:00"},
    )
