"""Too much is said before anything is placed: how much, when, and in whose hours."""

from hypothesis import given
from hypothesis import strategies as st

from concordant.booking import capacity_of, desk_calendar, load_said, shortage_said
from concordant.booking.bound import bound_of
from concordant.booking.places import Board
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import booking, clinician, cover, person, solve, visit

ONE_DAY = clinician("P", "physio", shifts=[["2026-03-02", "09:00", "13:00"]])


def crowd(number, **changed):
    return [person(f"N{n}", [visit(f"v{n}", **changed)]) for n in range(number)]


def test_a_day_too_full_is_proven_with_its_minutes_and_names():
    found = capacity_of(solve(crowd(5), clinicians=[ONE_DAY]))
    (short,) = found.shortages
    assert (short.asked, short.works, short.group.clinicians) == (300, 240, ("P",))
    assert shortage_said(short, {"P": "Pat Lee"}.__getitem__) == (
        "Too much physiotherapy from 2 Mar 2026 to 8 Mar 2026: 300 minutes are asked, Pat Lee can work 240."
    )
    assert capacity_of(solve(crowd(4), clinicians=[ONE_DAY])).shortages == ()


def test_bookings_the_daily_limit_and_turn_over_count():
    assert capacity_of(solve(crowd(4), clinicians=[ONE_DAY], bookings=[booking()])).shortages[0].works == 180
    short = clinician("P", "physio", shifts=ONE_DAY["shifts"], max_minutes_per_day=90)
    assert capacity_of(solve(crowd(2), clinicians=[short])).shortages[0].works == 90
    slow = clinician("P", "physio", shifts=ONE_DAY["shifts"], turnover_minutes=20)
    assert capacity_of(solve(crowd(4), clinicians=[slow])).shortages[0].works == 180


def test_a_skill_can_be_short_where_the_discipline_is_not():
    team = [clinician("P", "physio", skills=["needling"], max_minutes_per_day=60, shifts=ONE_DAY["shifts"])]
    team.append(clinician("Q", "physio"))
    (short,) = capacity_of(solve(crowd(2, needs=["needling"]), clinicians=team)).shortages
    assert (short.group.skill, short.group.clinicians) == ("needling", ("P",))
    assert "with the skill needling" in shortage_said(short)


def test_what_nobody_pays_for_asks_for_no_hours():
    ended = [person(f"N{n}", [visit(f"v{n}")], cover=[cover(last="2026-01-31")]) for n in range(9)]
    assert capacity_of(solve(ended, clinicians=[ONE_DAY])).loads == ()


def test_weeks_that_are_over_by_an_even_spread_are_told_as_an_estimate():
    found = capacity_of(problem("small-b"))
    assert found.shortages == ()
    assert "About 2164 minutes of physiotherapy fall into 9 Mar 2026 to 15 Mar 2026; P1, P2 can work 1740." in [
        load_said(load) for load in found.over
    ]


@given(st.integers(0, 10**6))
def test_a_shortage_is_never_told_where_all_is_placed(seed):
    """The proven bound knows of no calendar that places all, either."""
    one = read(made(seed))
    for short in capacity_of(one).shortages:
        assert len(desk_calendar(one)) < len(one.visits)
        assert bound_of(Board(one), seconds=10).unplaced > 0
        assert short.asked > short.works
