"""A day as one number: found with shifts is what is found by counting."""

from hypothesis import given
from hypothesis import strategies as st

from concordant.booking.bits import each, starts_meeting, starts_within, stretch

DAYS = st.integers(0, 2**40 - 1)
LENGTHS = st.integers(1, 12)


def is_set(mask, tick):
    return bool(mask >> tick & 1)


@given(DAYS, LENGTHS)
def test_a_start_inside_has_all_its_ticks_free(free, length):
    found = starts_within(free, length)
    for start in range(45):
        assert is_set(found, start) == all(is_set(free, start + tick) for tick in range(length))


@given(DAYS, LENGTHS)
def test_a_start_meets_what_any_of_its_ticks_meets(taken, length):
    found = starts_meeting(taken, length)
    for start in range(45):
        assert is_set(found, start) == any(is_set(taken, start + tick) for tick in range(length))


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_stretch_has_its_ticks_and_no_other(start, end):
    assert list(each(stretch(start, end))) == list(range(start, end))
