"""The tables of treatment 3.3 and 3.5 are those of the reference."""

import re

import pytest

from concordant.plan.interventions import Discipline
from concordant.plan.phases import COURSE as PHASES
from concordant.plan.phases import Phase
from concordant.plan.profile import Profile
from concordant.plan.visits.tables import COURSE, COURSE_WEEKS, HANDS, RATES, RESERVE, TOTALS
from tests.plan.examples import REFERENCE

P, R = HANDS
_ROW = re.compile(r"\| (low|standard|complex): (physio|RMT) \| ([\d| ]+) \|\n")
PRINTED = {
    (Profile(profile), P if who == "physio" else R): [int(cell) for cell in cells.split("|")]
    for profile, who, cells in _ROW.findall(REFERENCE)
}


def test_five_rows_are_printed():
    assert len(PRINTED) == 5


@pytest.mark.parametrize("row", PRINTED, ids=str)
def test_a_row_of_the_course_is_as_printed(row):
    *weeks, total = PRINTED[row]
    assert list(COURSE[row]) == weeks
    assert sum(COURSE[row]) == total


@pytest.mark.parametrize("row", COURSE, ids=str)
def test_a_course_keeps_to_its_totals_and_its_length(row):
    least, most = TOTALS[row]
    assert least <= sum(COURSE[row]) <= most
    assert len(COURSE[row]) == COURSE_WEEKS


def test_the_totals_are_as_printed():
    line = next(one for one in REFERENCE.splitlines() if one.startswith("| total in 12 weeks"))
    pairs = [tuple(map(int, pair)) for pair in re.findall(r"(\d+) to (\d+)", line)]
    order = [(profile, who) for who in HANDS for profile in Profile]
    assert pairs == [TOTALS[one] for one in order]


@pytest.mark.parametrize("profile", [Profile.STANDARD, Profile.COMPLEX])
def test_course_and_reserve_are_what_the_payer_allows(profile):
    assert sum(COURSE[profile, P]) + RESERVE[profile] == 25


def test_every_phase_has_a_rate_for_everybody():
    assert set(RATES) == {(phase, profile, who) for phase in Phase for profile in Profile for who in HANDS}


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("who", HANDS)
def test_care_never_grows_from_phase_to_phase(profile, who):
    rates = [sum(RATES[phase, profile, who].at(week) for week in range(12)) for phase in PHASES]
    assert rates == sorted(rates, reverse=True)


def test_more_care_is_never_fewer_visits():
    for phase in PHASES:
        each = [sum(RATES[phase, profile, P].at(week) for week in range(12)) for profile in Profile]
        assert each == sorted(each)
    for who in HANDS:
        each = [sum(COURSE[profile, who]) for profile in Profile]
        assert each == sorted(each)


def test_a_rate_begins_with_its_first_weeks():
    rate = RATES[Phase.STRENGTHEN, Profile.STANDARD, Discipline.PHYSIOTHERAPIST]
    assert [rate.at(week) for week in range(8)] == [1, 1, 1, 0, 1, 0, 1, 0]
    assert [rate.a_week(week) for week in range(6)] == [1, 1, 1, 0.5, 0.5, 0.5]


def test_every_second_week_is_not_once_a_week():
    assert RATES[Phase.STRENGTHEN, Profile.LOW, P].a_week(0) == 0.5
