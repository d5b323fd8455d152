"""The score, counted by hand on tiny calendars and by a checker that was written apart on whole clinics."""

import pytest

from concordant.booking import Desk, Tiers, desk_calendar, report_of, tiers_of
from tests.booking.files import problem
from tests.booking.tiny import at, booking, clinician, pair, person, rmt_at, solve, visit

BOTH = [visit("p1"), visit("m1", "rmt")]


def test_tiers_are_compared_one_by_one_in_their_order():
    best = Tiers(0, 0, 7, 33, 2, 17, 2745)
    assert best < Tiers(0, 0, 8, 0, 0, 0, 0) < Tiers(0, 1, 0, 0, 0, 0, 0) < Tiers(1, 0, 0, 0, 0, 0, 0)
    assert best < Tiers(0, 0, 7, 33, 2, 17, 2746)


@pytest.mark.parametrize(
    ("name", "style", "tiers", "shares"),
    [
        ("small-a", Desk.EARLIEST, (0, 2, 15, 72, 27, 34, 1785), (89.93, 7.89, 2.63, 79.85, 19.05)),
        ("small-b", Desk.EARLIEST, (1, 0, 45, 100, 32, 53, 1860), (72.56, 1.96, 1.96, 73.11, 32.05)),
    ],
)
def test_whole_clinics_score_as_published_with_them(name, style, tiers, shares):
    placed = desk_calendar(problem(name), style)
    assert tiers_of(problem(name), placed) == Tiers(*tiers)
    told = report_of(problem(name), placed)
    assert (
        told.placed_percent,
        told.paired_percent,
        told.tight_percent,
        told.continuity_percent,
        told.preferred_percent,
    ) == shares


def test_an_urgent_first_visit_that_is_late_counts_its_days():
    one = solve([person(visits=[visit("p1", kind="initial", urgent_by="2026-03-03")])])
    assert tiers_of(one, [at("p1", "09:00", 3)]).urgent_late_days == 0
    assert tiers_of(one, [at("p1", "09:00", 5)]).urgent_late_days == 2
    assert tiers_of(one, []).urgent_unplaced == 1


@pytest.mark.parametrize(
    ("start", "lost"), [("10:00", 0), ("10:30", 0), ("10:45", 1), ("12:00", 1), ("12:15", 2), ("09:45", 2)]
)
def test_a_pair_is_tight_to_half_an_hour_and_loose_to_two(start, lost):
    one = solve([person(visits=BOTH, pairs=[pair()])])
    assert tiers_of(one, [rmt_at("m1", "09:00"), at("p1", start)]).pair_points_lost == lost


def test_the_lead_is_the_usual_clinician_or_who_has_most():
    three = [visit("p1"), visit("p2"), visit("p3")]
    team = [clinician("P", "physio"), clinician("Q", "physio")]
    placed = [at("p1", "09:00", 2), at("p2", "09:00", 4, "Q"), at("p3", "09:00", 6, "Q")]
    assert tiers_of(solve([person(visits=three)], clinicians=team), placed).not_with_lead == 1
    known = solve([person(visits=three, usual={"physio": "P"})], clinicians=team)
    assert tiers_of(known, placed).not_with_lead == 2


def test_wishes_count_only_for_who_has_them():
    wishing = solve([person(visits=[visit("p1")], prefers=[[0, "09:00", "10:00"]])])
    assert tiers_of(wishing, [at("p1", "09:00")]).not_preferred == 0
    assert tiers_of(wishing, [at("p1", "09:15")]).not_preferred == 1
    assert tiers_of(solve([person(visits=[visit("p1")])]), [at("p1", "09:15")]).not_preferred == 0


def test_idle_time_leaves_out_turn_over_and_time_off_and_short_gaps_cannot_be_sold():
    day = clinician("M", "rmt", off=[["2026-03-02", "10:30", "11:00", "break"]])
    one = solve(
        [person(visits=[visit("m1", "rmt")])],
        clinicians=[day],
        bookings=[booking(clinician="M", room="blue", start="09:00")],
    )
    placed = [rmt_at("m1", "11:30")]
    # 10:00 turn-over to 10:15, idle to 10:30, break to 11:00, idle to 11:30.
    assert tiers_of(one, placed).idle_minutes == 45
    assert report_of(one, placed).unsellable_minutes == 45


def test_an_empty_clinic_has_nothing_to_share():
    one = solve([])
    assert tiers_of(one, []) == Tiers(0, 0, 0, 0, 0, 0, 0)
    told = report_of(one, [])
    assert told.placed_percent is told.paired_percent is told.preferred_percent is None
    assert told.worst_person_unplaced == 0
