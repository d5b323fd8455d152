"""One person's series: everything else stands, every answer keeps every rule, and the first is the best."""

from dataclasses import replace
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.booking import Code, broken_answer, broken_rules, desk_calendar, filled, tiers_of
from concordant.booking.places import Board
from concordant.booking.series import propose
from concordant.booking.series.alone import alone
from concordant.booking.series.leads import possible_leads
from concordant.booking.series.narrower import count_of, cut_where_no_room_is
from concordant.booking.series.search import LeadSearch
from concordant.booking.whole.answer import calendar_of
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import at, booking, clinician, cover, pair, person, rmt_at, solve, visit

SEEDS = st.integers(0, 10**6)
ENOUGH = 60.0
"""Seconds: the clock decides nothing."""


def tiers(instance, placed):
    """Without idle time, which only comes nearly last."""
    return tuple(tiers_of(instance, placed).numbers().values())[:6]


def without(instance, calendar, id):
    return tuple(one for one in calendar if instance.owner[one.visit].id != id)


def keeps_everything(instance, id, seed=0):
    rest = without(instance, desk_calendar(instance), id)
    person = next(one for one in instance.people if one.id == id)
    own = alone(instance, person, rest)
    found = propose(instance, id, calendar=rest, seconds=ENOUGH, seed=seed)
    assert 1 <= len(found) <= 3
    for one in found:
        assert broken_answer(own, one) == ()
        assert broken_rules(instance, (*rest, *one.placed)) == ()
    scores = [tiers(own, one.placed) for one in found]
    assert scores == sorted(scores)
    assert scores[0] <= tiers(own, filled(own, ()))
    assert {score[:3] for score in scores} == {scores[0][:3]}
    places = [{(each.visit, each.clinician, each.day, each.start) for each in one.placed} for one in found]
    assert all(one not in places[:number] for number, one in enumerate(places))
    again = propose(instance, id, calendar=rest, seconds=ENOUGH, seed=seed)
    assert [replace(one, seconds=0) for one in again] == [replace(one, seconds=0) for one in found]


@settings(max_examples=25)
@given(SEEDS, st.integers(0, 3), st.integers(0, 5))
def test_every_answer_keeps_every_rule_beside_what_stands_and_is_found_again(seed, number, chance):
    one = read(made(seed))
    keeps_everything(one, one.people[number].id, chance)


def test_the_same_in_a_crowded_clinic():
    one = problem("small-b")
    for who in one.people[::6]:
        keeps_everything(one, who.id)


@settings(max_examples=25)
@given(SEEDS, st.integers(0, 3))
def test_no_other_lead_would_be_better(seed, number):
    one = read(made(seed))
    who = one.people[number]
    own = alone(one, who, without(one, desk_calendar(one)[::2], who.id))
    board = Board(own)
    start = calendar_of(board, filled(own, ()))
    best = LeadSearch(board, 0, monotonic() + ENOUGH).best(start)
    for _, leads in possible_leads(board):
        other = LeadSearch(board, 1, monotonic() + ENOUGH).solved(start, leads)
        assert other is not None
        assert best.worth <= other.worth


def test_nobody_else_is_placed_and_own_visits_are_placed_anew():
    one = solve([person("Ann", [visit("a1")]), person("Ben", [visit("b1")])])
    calendar = (at("a1", "12:00", 8), at("b1", "09:00"))
    (first, *others) = propose(one, "Ann", calendar=calendar)
    assert [placed.visit for placed in first.placed] == ["a1"]
    assert at("b1", "09:00").start != first.placed[0].start or first.placed[0].day.day != 2
    assert all(placed.visit == "a1" for other in others for placed in other.placed)


def test_a_pair_is_put_straight_together():
    one = solve([person(visits=[visit("p1"), visit("m1", "rmt")], pairs=[pair()])])
    (first, *_) = propose(one, "Ann", calendar=())
    assert tiers(one, first.placed) == (0,) * 6
    m1, p1 = sorted(first.placed, key=lambda placed: placed.visit)
    assert (m1.day, 0) == (p1.day, (p1.start - m1.start - 60) // 31)


def test_a_massage_that_must_have_its_pair_waits_without_it():
    only = [[f"2026-03-{day:02d}", "09:00", "10:00"] for day in range(2, 9)]
    both = [clinician("P", "physio", shifts=only), clinician("M", "rmt")]
    one = solve([person(visits=[visit("p1"), visit("m1", "rmt")], pairs=[pair(rule="must")])], clinicians=both)
    (first, *_) = propose(one, "Ann", calendar=())
    assert [placed.visit for placed in first.placed] == ["p1"]
    (unplaced,) = first.unplaced
    assert [reason.code for reason in unplaced.reasons] == [Code.PAIR_REQUIRED]


def test_a_retest_keeps_its_place_in_the_plan():
    plan = [visit("r1", kind="retest", latest="2026-03-05"), visit("p1"), visit("p2", latest="2026-03-06")]
    (first, *_) = propose(solve([person(visits=plan)]), "Ann", calendar=())
    days = {placed.visit: placed.day for placed in first.placed}
    assert days["r1"] < days["p1"] < days["p2"]
    assert days["p2"].day == 6


def test_what_nobody_pays_for_waits_with_that_reason():
    one = solve([person(visits=[visit("p1"), visit("p2"), visit("p3")], cover=[cover(count=2)])])
    (first, *_) = propose(one, "Ann", calendar=())
    assert len(first.placed) == 2
    assert {reason.code for unplaced in first.unplaced for reason in unplaced.reasons} == {Code.COVER_USED_UP}


def test_a_cover_that_is_overdrawn_stops_nothing_else():
    """Somebody set the rule aside for a visit that stands; massage is still with one who can give all of it."""
    hours = [["2026-03-02", "09:00", "13:00"]]
    three = [clinician("P", "physio"), clinician("M", "rmt", shifts=hours), clinician("N", "rmt")]
    stands = [booking("B1", person="Ann", date="2026-03-05"), booking("B2", person="Ann", date="2026-03-07")]
    plan = [visit("p1"), visit("m1", "rmt"), visit("m2", "rmt")]
    one = solve([person(visits=plan, cover=[cover(count=1)])], bookings=stands, clinicians=three)
    (first, *_) = propose(one, "Ann", calendar=())
    assert {placed.clinician for placed in first.placed} == {"N"}
    assert [unplaced.visit for unplaced in first.unplaced] == ["p1"]
    assert [reason.code for reason in first.unplaced[0].reasons] == [Code.COVER_USED_UP]


def test_the_lead_is_the_one_who_can_give_every_visit():
    """Who is free first is not who can stay."""
    hours = [["2026-03-02", "09:00", "13:00"]]
    two = [clinician("A", "physio", shifts=hours), clinician("B", "physio"), clinician("M", "rmt")]
    one = solve([person(visits=[visit(f"p{number}") for number in range(3)])], clinicians=two)
    (first, *_) = propose(one, "Ann", calendar=())
    assert {placed.clinician for placed in first.placed} == {"B"}


def test_of_equal_answers_the_one_beside_what_stands():
    one = solve([person(visits=[visit("p1", latest="2026-03-02")])], bookings=[booking(start="10:00")])
    (first, *_) = propose(one, "Ann", calendar=())
    assert first.placed[0].start in (540, 660)
    assert tiers_of(one, first.placed).idle_minutes == 0


def test_other_ways_are_with_somebody_else_or_at_another_time():
    two = [clinician("P", "physio"), clinician("Q", "physio"), clinician("M", "rmt")]
    one = solve([person(visits=[visit("p1"), visit("p2")])], clinicians=two)
    first, second, third = (
        {placed.visit: (placed.clinician, placed.day.weekday(), placed.start < 720) for placed in each.placed}
        for each in propose(one, "Ann", calendar=())
    )
    assert first != second != third != first


def test_where_there_is_one_way_one_is_told():
    hour = [[0, "09:00", "10:00"]]
    one = solve([person(visits=[visit("p1")], available=hour)])
    (only,) = propose(one, "Ann", calendar=())
    assert only.placed == (at("p1", "09:00"),)
    (nothing,) = propose(one, "Ann", calendar=(), alternatives=1, seconds=1e-6)
    assert nothing.placed == only.placed  # the desk's, where there is no time


def test_two_visits_do_not_share_the_only_room_that_is_free_long_enough():
    """At each moment there are rooms enough, yet massage and physiotherapy both need the red one at ten."""
    rooms = [
        {"id": "red", "for": ["physio", "rmt"]},
        {"id": "blue", "for": ["physio"]},
        {"id": "green", "for": ["rmt"]},
    ]
    four = [clinician(id, kind) for id, kind in (("P", "physio"), ("Q", "physio"), ("M", "rmt"), ("N", "rmt"))]
    stands = [
        booking("B1", clinician="Q", room="blue", start="10:30"),
        booking("B2", clinician="N", room="green", minutes=15),
    ]
    until_eleven = [[weekday, "09:00", "11:00"] for weekday in range(7)]
    for last, placed in (("2026-03-02", 1), ("2026-03-03", 2)):
        visits = [visit("p1", latest=last), visit("m1", "rmt", latest=last)]
        whoever = {"physio": ["P"], "rmt": ["M"]}
        ann = person(visits=visits, pairs=[pair()], available=until_eleven, clinicians=whoever)
        one = solve([ann], rooms=rooms, bookings=stands, clinicians=four)
        for found in propose(one, "Ann", calendar=()):
            assert broken_answer(one, found) == ()
            assert len(found.placed) == placed
    board = Board(one)
    stands_so = calendar_of(board, (at("p1", "10:00"), at("m1", "09:00", clinician="M")))
    before = count_of(board)
    assert cut_where_no_room_is(board, stands_so)
    assert count_of(board) == before - 1
    assert not cut_where_no_room_is(board, calendar_of(board, (at("p1", "10:00"), rmt_at("m1", "09:00", 3))))


def test_a_plan_beyond_all_measure_is_answered():
    many = [visit(f"p{number}", urgent_by="2026-03-02") for number in range(150)]
    many += [visit(f"m{number}", "rmt", urgent_by="2026-03-02") for number in range(150)]
    pairs = [pair(f"m{number}", f"p{number}") for number in range(150)]
    one = solve([person(visits=many, pairs=pairs)], last_day="2026-12-31")
    for found in propose(one, "Ann", calendar=(), seconds=0.5):
        assert broken_answer(one, found) == ()
        assert len(found.placed) > 4


def test_a_person_without_visits_and_one_who_is_not_there():
    one = solve([person()])
    (nothing,) = propose(one, "Ann", calendar=())
    assert (nothing.placed, nothing.unplaced) == ((), ())
    with pytest.raises(KeyError):
        propose(one, "Zoe", calendar=())
