"""Files that somebody made to break the reader, and names that somebody made to break whoever shows them."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.booking import BookingFileError, broken_answer, helps_of, read_instance, read_solution, written
from concordant.booking.reading import MOST_BYTES
from concordant.booking.sentences import help_said, reason_said
from tests.booking.desk_answer import book
from tests.booking.made import made
from tests.booking.tiny import clinic, person, visit

NAMES = (
    "<script>alert(1)</script>",
    "'; DROP TABLE visits; --",
    "\x1b[31mred",
    "a\nb",
    "{day}",
    "\u202eevil",
    "💉" * 60,
    "__proto__",
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'"text"',
        b"\xff\xfe",
        "[" * 100_000,
        '{"people": ' * 5_000,
        "NaN",
        '{"format": 1' + "0" * 10_000 + "}",
        b" " * (MOST_BYTES + 1),
    ],
    ids=range(12),
)
def test_what_is_no_problem_of_booking_is_refused_with_words(data):
    with pytest.raises(BookingFileError) as told:
        read_instance(data, name="x.json")
    assert str(told.value).startswith("x.json: ")
    assert len(str(told.value)) < 4000


def test_a_key_that_stands_twice_is_told():
    text = json.dumps(clinic([])).replace('"grid_minutes": 15', '"grid_minutes": 15, "grid_minutes": 30')
    with pytest.raises(BookingFileError) as told:
        read_instance(text)
    assert str(told.value) == "grid_minutes: this key stands twice"


def test_of_thousands_of_problems_a_hundred_are_shown():
    with pytest.raises(BookingFileError) as told:
        read_instance(json.dumps(clinic([7] * 5_000)))
    assert len(told.value.problems) == 5_000
    assert str(told.value).endswith("… and 4900 more")


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just([]), st.just({}), st.just([[]])
)


@given(st.integers(0, 10**6), JUNK)
def test_any_value_in_any_place_is_read_or_refused(seed, junk):
    """One place of a good file holds something else: it is refused with words, or it was allowed there."""
    values = made(seed, people=2, days=4)
    chance = random.Random(seed)
    here = values
    while True:
        keys = list(here) if isinstance(here, dict) else range(len(here))
        key = chance.choice(list(keys))
        if not isinstance(here[key], dict | list) or not here[key] or chance.random() < 0.15:
            here[key] = junk
            break
        here = here[key]
    try:
        one = read_instance(json.dumps(values))
    except BookingFileError as error:
        one, told = None, error.problems
    if one is None:
        assert all(problem.message for problem in told)
    else:
        assert not broken_answer(one, book(one, seconds=1, seed=1))


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_pass_through_unchanged_and_are_never_a_pattern(name):
    visits = [visit(name + number, latest="2026-03-02") for number in "12"]
    people = [person(name, visits)]
    one = read_instance(json.dumps(clinic(people)))
    solution = book(one, seconds=1, seed=1)
    assert read_solution(json.dumps(written(solution)), one).placed == solution.placed
    (unplaced,) = solution.unplaced
    assert reason_said(unplaced.reasons[0], one, one.visits[unplaced.visit])
    for help in helps_of(one, solution.placed, one.visits[unplaced.visit]):
        assert help_said(help, one)
