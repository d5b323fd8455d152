"""Questions that change nothing: reasons and helps of one visit, and gains that are there when they are booked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.booking import Code, FreePlaceError, broken_rules, desk_calendar, explained, helps_of
from concordant.booking.asking import AlsoWith, MoreTime, NotAway, what_if, why
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import at, clinician, person, solve, visit

SEEDS = st.integers(0, 10**6)


@st.composite
def changes(draw, instance):
    who = draw(st.sampled_from(instance.people))
    start = draw(st.integers(28, 76)) * 15
    return draw(
        st.sampled_from(
            [
                MoreTime(who.id, draw(st.integers(0, 6)), start, start + 180),
                *(AlsoWith(who.id, one.id) for one in instance.clinicians),
                *(NotAway(who.id, day) for day in who.unavailable),
            ]
        )
    )


@settings(max_examples=25)
@given(SEEDS, st.data())
def test_what_a_change_would_bring_can_be_booked(seed, data):
    one = read(made(seed))
    calendar = desk_calendar(one)[::2]
    if broken_rules(one, calendar):
        calendar = ()
    change = data.draw(changes(one))
    found = what_if(one, calendar, change)
    people = tuple(change.eased(who) if who.id == change.person else who for who in one.people)
    eased = type(one)(
        name=one.name,
        first_day=one.first_day,
        last_day=one.last_day,
        grid_minutes=one.grid_minutes,
        rooms=one.rooms,
        clinicians=one.clinicians,
        people=people,
        bookings=one.bookings,
    )
    assert broken_rules(eased, (*calendar, *found.places)) == ()
    assert all(one.owner[placed.visit].id == change.person for placed in found.places)
    assert 0 <= found.visits <= len(found.places)
    assert what_if(one, calendar, change) == found


def test_another_evening_and_another_clinician_and_a_day_at_home():
    two = [clinician("P", "physio"), clinician("Q", "physio"), clinician("M", "rmt")]
    hour = [[0, "09:00", "10:00"]]
    away = [["2026-03-02", "00:00", "24:00"]]
    ann = person("Ann", [visit("a1"), visit("a2")], available=hour)
    ben = person("Ben", [visit("b1")], available=hour, clinicians={"physio": ["P"]})
    cleo = person("Cleo", [visit("c1")], available=[[0, "12:00", "13:00"]], unavailable=away)
    one = solve(
        [ann, ben, cleo], clinicians=two, rooms=[{"id": id, "for": ["physio", "rmt"]} for id in ("red", "blue")]
    )
    calendar = (at("a1", "09:00"),)
    assert what_if(one, calendar, MoreTime("Ann", 2, 540, 600)).visits == 1
    assert what_if(one, calendar, MoreTime("Ann", 1, 540, 600)).visits == 0  # too soon after Monday
    assert [placed.clinician for placed in what_if(one, calendar, AlsoWith("Ben", "Q")).places] == ["Q"]
    assert what_if(one, calendar, NotAway("Cleo", one.first_day)).visits == 1
    assert what_if(one, (), MoreTime("Ben", 3, 540, 600)).visits == 0  # who has a place needs no other
    with pytest.raises(KeyError):
        what_if(one, calendar, MoreTime("Zoe", 2, 540, 600))


def test_why_not_is_what_is_told_of_the_whole_calendar():
    one = problem("small-a")
    calendar = desk_calendar(one)
    for unplaced in explained(one, calendar)[:5]:
        found = why(one, calendar, unplaced.visit)
        assert found.reasons == unplaced.reasons
        assert found.helps == helps_of(one, calendar, one.visits[unplaced.visit])


def test_why_of_what_stands_or_could_stand():
    one = solve([person("Ann", [visit("a1")]), person("Ben", [visit("b1", latest="2026-03-02")], available=[])])
    assert [reason.code for reason in why(one, (), "b1").reasons] == [Code.PERSON_NEVER_FREE]
    with pytest.raises(FreePlaceError):
        why(one, (), "a1")
    with pytest.raises(ValueError, match="stands"):
        why(one, (at("a1", "09:00"),), "a1")
    with pytest.raises(KeyError):
        why(one, (), "z1")
