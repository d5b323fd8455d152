"""Each rule, just kept and just broken, on the smallest clinic."""

import dataclasses

import pytest

from concordant.booking import Rule, broken_answer, broken_by, broken_rules
from concordant.booking.desk import desk_calendar
from tests.booking.desk_answer import book
from tests.booking.files import problem
from tests.booking.tiny import at, booking, clinician, cover, pair, person, rmt_at, solve, visit

TWO = [visit("p1"), visit("p2")]
BOTH = [visit("p1"), visit("m1", "rmt")]
SHORT = clinician("P", "physio", shifts=[["2026-03-02", "09:00", "11:00"]], off=[["2026-03-02", "10:30", "10:45", "x"]])


def rules(one, *placed):
    return {broken.rule.value for broken in broken_rules(one, placed)}


def ann(visits=TWO, **changed):
    return solve([person(visits=visits, **changed)])


CASES = {
    "H2 window": (ann([visit("p1", latest="2026-03-03")]), [at("p1", "09:00", 3)], [at("p1", "09:00", 4)], {"H2"}),
    "H2 grid": (ann(), [at("p1", "09:15")], [at("p1", "09:10")], {"H2"}),
    "H3 discipline": (ann(), [at("p1", "09:00")], [at("p1", "09:00", clinician="M")], {"H3"}),
    "H3 skill": (
        ann([visit("p1", needs=["initial"]), visit("p2", needs=["needling"])]),
        [at("p1", "09:00")],
        [at("p2", "09:00")],
        {"H3"},
    ),
    "H3 seen": (ann(clinicians={"physio": []}), [], [at("p1", "09:00")], {"H3"}),
    "H4 shift": (ann(), [at("p1", "12:00")], [at("p1", "12:15")], {"H4"}),
    "H4 turn-over": (ann([visit("m1", "rmt")]), [rmt_at("m1", "11:45")], [rmt_at("m1", "12:00")], {"H4"}),
    "H4 off": (
        solve([person(visits=TWO)], clinicians=[SHORT, clinician("M", "rmt")]),
        [at("p1", "09:30")],
        [at("p1", "09:45")],
        {"H4"},
    ),
    "H5 and H7": (
        solve([person(visits=TWO)], bookings=[booking(start="10:00")]),
        [at("p1", "11:00")],
        [at("p1", "10:45")],
        {"H5", "H7"},
    ),
    "H6": (ann(), [at("p1", "09:00")], [at("p1", "09:00", room="blue")], {"H6"}),
    "H8": (
        ann(available=[[0, "10:00", "11:00"]], unavailable=[["2026-03-09", "00:00", "24:00"]]),
        [at("p1", "10:00")],
        [at("p1", "10:15")],
        {"H8"},
    ),
    "H8 away": (ann(unavailable=[["2026-03-02", "09:30", "10:00"]]), [at("p1", "10:00")], [at("p1", "09:00")], {"H8"}),
    "H9": (ann(BOTH), [rmt_at("m1", "09:00"), at("p1", "10:00")], [rmt_at("m1", "09:00"), at("p1", "09:45")], {"H9"}),
    "H10": (ann(), [], [at("p1", "09:00"), at("p2", "10:00")], {"H10"}),
    "H11": (ann(), [at("p1", "09:00", 2), at("p2", "09:00", 4)], [at("p1", "09:00", 2), at("p2", "09:00", 3)], {"H11"}),
    "H12": (
        ann(BOTH),
        [rmt_at("m1", "09:00"), at("p1", "12:00")],
        [rmt_at("m1", "11:00"), at("p1", "09:00")],
        {"H12"},
    ),
    "H13 day": (
        ann(cover=[cover(last="2026-03-03")]),
        [at("p1", "09:00", 3)],
        [at("p1", "09:00", 4)],
        {"H13"},
    ),
    "H13 count": (
        ann(cover=[cover(count=1)]),
        [at("p1", "09:00", 2)],
        [at("p1", "09:00", 2), at("p2", "09:00", 5)],
        {"H13"},
    ),
    "H14": (
        solve([person(visits=TWO)], clinicians=[clinician("P", "physio", max_minutes_per_day=59)]),
        [],
        [at("p1", "09:00")],
        {"H14"},
    ),
    "H15 order": (
        ann(),
        [at("p1", "09:00", 3), at("p2", "09:00", 6)],
        [at("p2", "09:00", 3), at("p1", "09:00", 6)],
        {"H15"},
    ),
    "H15 first visit": (
        ann([visit("p1", kind="initial"), visit("m1", "rmt")]),
        [at("p1", "09:00", 2), rmt_at("m1", "09:00", 3)],
        [at("p1", "12:00", 3), rmt_at("m1", "09:00", 3)],
        {"H15"},
    ),
    "H15 no first visit": (ann([visit("p1", kind="initial"), visit("p2")]), [], [at("p2", "09:00", 5)], {"H15"}),
    "H16": (
        ann(BOTH, pairs=[pair(rule="must")]),
        [rmt_at("m1", "09:00"), at("p1", "12:00")],
        [rmt_at("m1", "09:00", 3), at("p1", "09:00", 2)],
        {"H16"},
    ),
    "H16 alone": (ann(BOTH, pairs=[pair(rule="must")]), [at("p1", "09:00")], [rmt_at("m1", "09:00")], {"H16"}),
    "H16 may": (ann(BOTH, pairs=[pair()]), [rmt_at("m1", "09:00", 3), at("p1", "09:00")], [], set()),
}


@pytest.mark.parametrize("name", CASES)
def test_a_rule_is_kept_up_to_its_edge_and_broken_beyond(name):
    one, kept, broken, expected = CASES[name]
    assert rules(one, *kept) == set()
    assert rules(one, *broken) == expected


def test_a_booking_counts_for_days_between_covers_and_the_daily_limit():
    one = solve(
        [person(visits=TWO, cover=[cover(count=1)])],
        bookings=[booking(person="Ann")],
        clinicians=[clinician("P", "physio", max_minutes_per_day=60)],
    )
    assert rules(one, at("p1", "10:00", 2)) == {"H10", "H13", "H14"}
    assert rules(one, at("p1", "10:00", 3)) == {"H11", "H13"}


def test_what_is_not_in_the_problem_is_told_and_not_tripped_over():
    one = ann()
    placed = (at("x", "09:00"), at("p1", "09:00"), at("p1", "10:00"), at("p2", "09:00", room="hall"))
    assert rules(one, *placed) == {"H1", "H6"}
    assert rules(one, at("p2", "09:00", clinician="Q")) == {"H3"}


def test_an_answer_lists_every_visit_once_with_a_reason():
    one = problem("small-a")
    solution = book(one, seconds=1, seed=1)
    assert broken_answer(one, solution) == ()
    without = dataclasses.replace(solution, unplaced=solution.unplaced[1:])
    assert {broken.rule for broken in broken_answer(one, without)} == {Rule.LISTED}
    silent = dataclasses.replace(solution, unplaced=(dataclasses.replace(solution.unplaced[0], reasons=()),))
    assert any("no reason" in broken.says for broken in broken_answer(one, silent))


def test_one_visit_that_is_moved_is_looked_at_alone():
    """The same as the whole check says of it, and hard is only what nobody can set aside."""
    one = problem("small-a")
    placed = desk_calendar(one)
    moved = [dataclasses.replace(one_moved, start=one_moved.start + 15) for one_moved in placed]
    for one_moved in moved:
        others = [other for other in placed if other.visit != one_moved.visit]
        told = {broken for broken in broken_rules(one, [*others, one_moved]) if broken.visit == one_moved.visit}
        assert {broken for broken in broken_by(one, placed, one_moved) if broken.visit == one_moved.visit} == told
    hard = {broken.rule for one_moved in moved for broken in broken_by(one, placed, one_moved) if broken.hard}
    soft = {broken.rule for one_moved in moved for broken in broken_by(one, placed, one_moved) if not broken.hard}
    assert hard <= {Rule.ONE_PERSON, Rule.ONE_VISIT_A_ROOM, Rule.ONE_PLACE}
    assert Rule.HOURS in soft
