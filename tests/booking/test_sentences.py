"""Every reason and help is one plain sentence, with names where ids stand, and in another language if one is spoken."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.booking import Code, desk_calendar, explained, filled, help_said, helps_of, reason_said
from concordant.booking.openings import Hours
from concordant.language import Translator, speak
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import booking, person, solve, visit

TUESDAY = [[1, "09:00", "13:00"]]


def full_on_tuesday(available=TUESDAY):
    return solve(
        [person(visits=[visit("p1", earliest="2026-03-03", latest="2026-03-03")], available=available)],
        bookings=[booking(f"B{hour}", date="2026-03-03", start=f"{hour:02d}:00") for hour in (9, 10, 11, 12)],
    )


def test_a_full_weekday_is_told_with_its_hours():
    one = full_on_tuesday()
    (unplaced,) = explained(one, [])
    told = reason_said(unplaced.reasons[0], one, one.visits["p1"])
    assert told == ("No physiotherapy hour before 13:00 on Tuesdays until 3 Mar 2026: the clinicians are taken.")


def test_people_are_called_by_their_names():
    one = full_on_tuesday([[1, "08:00", "13:00"]])
    names = {"P": "Pat Lee"}.__getitem__
    (help,) = helps_of(one, [], one.visits["p1"])
    assert help_said(help, one, names) == (
        "It fits on 3 Mar 2026 at 08:00 if Pat Lee works from 08:00 to 09:00 that day, too."
    )


@pytest.mark.parametrize("name", ["small-a", "small-b"])
def test_on_whole_clinics_each_is_one_sentence(name):
    one = problem(name)
    placed = desk_calendar(one, urgent_first=True)
    codes = set()
    for unplaced in explained(one, placed):
        for reason in unplaced.reasons:
            codes.add(reason.code)
            told = reason_said(reason, one, one.visits[unplaced.visit])
            assert told.endswith(".")
            assert "{" not in told
        for help in helps_of(one, placed, one.visits[unplaced.visit]):
            assert help_said(help, one).endswith(".")
    assert Code.FULL in codes


@given(st.integers(0, 10**6))
def test_whatever_the_reason_it_can_be_said(seed):
    one = read(made(seed))
    placed = desk_calendar(one)
    floor = datetime.fromisoformat("2026-03-06T08:00")
    before = [visit for visit in placed if visit.day < floor.date()]
    for unplaced in (*explained(one, placed), *explained(one, filled(one, before, Hours(one, floor)), floor=floor)):
        for reason in unplaced.reasons:
            told = reason_said(reason, one, one.visits[unplaced.visit])
            assert told.endswith(".")
            assert "None" not in told


def test_another_language_is_asked_for_the_sentence_and_for_each_word():
    asked = []

    def other(text):
        asked.append(text)
        return text

    before = speak(Translator(other, lambda one, many, number: other(many), lambda: ","))
    try:
        test_a_full_weekday_is_told_with_its_hours()
    finally:
        speak(before)
    assert {"on Tuesdays", "physiotherapy", "the clinicians are taken"} <= set(asked)
    assert "No {what} hour before {until} {days} until {last}: {why}." in asked
