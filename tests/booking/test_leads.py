"""Whose person somebody is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from concordant.booking.leads import usual_of

DAY = date(2026, 11, 23)
VISITS = st.lists(st.tuples(st.dates(DAY, DAY + timedelta(days=99)), st.sampled_from("abc")), max_size=20)


def _days(who: str, *days: int) -> list[tuple[date, str]]:
    return [(DAY + timedelta(days=one), who) for one in days]


def test_one_booking_ahead_stands_against_no_eleven_that_took_place():
    assert usual_of(_days("priya", *range(-40, -7, 3)), _days("ingrid", 2, 4, 9)) == "priya"


def test_the_newest_decides_a_tie():
    assert usual_of([*_days("b", -9, -1), *_days("a", -8, -2)], []) == "b"
    assert usual_of([*_days("b", -9, -3), *_days("a", -8, -2)], []) == "a"


def test_who_has_seen_nobody_yet_is_booked_most():
    assert usual_of([], [*_days("a", 9), *_days("b", 2, 4)]) == "b"
    assert usual_of([], []) is None


@given(VISITS, VISITS)
def test_nobody_saw_the_person_more_often(took_place, booked):
    visits = took_place or booked
    usual = usual_of(took_place, booked)
    assert (usual is None) == (not visits)
    if usual is not None:
        count = {who: sum(one == who for _day, one in visits) for _day, who in visits}
        assert count[usual] == max(count.values())
        assert usual == usual_of(reversed(took_place), reversed(booked))
