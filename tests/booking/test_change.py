"""A change of plan: what is affected, what must stand, and how the new calendar is scored."""

import dataclasses
from datetime import date, datetime

import pytest

from concordant.booking import Change, broken_after, broken_by_change, changed_tiers_of, explained, repaired
from concordant.booking.problem import Absence, Event, EventKind, Span
from tests.booking.desk_answer import repair
from tests.booking.files import event, problem
from tests.booking.tiny import at, pair, person, rmt_at, solve, visit

BOTH = [visit("p1"), visit("m1", "rmt"), visit("p2")]


def happened(previous, off=(), cancelled=(), known_at="2026-03-03T08:00", may_move=True, grace=7, notice=120):
    return Event(
        instance="tiny",
        kind=EventKind.ABSENCE if off else EventKind.CANCELLATIONS,
        known_at=datetime.fromisoformat(known_at),
        notice_minutes=notice,
        off=tuple(off),
        cancelled=frozenset(cancelled),
        may_move=may_move,
        grace_days=grace,
        previous=tuple(previous),
    )


def ill(day, clinician="P"):
    return Absence(clinician, date(2026, 3, day), 0, 1440, "ill")


def test_an_absence_is_time_off_and_its_visits_get_days_of_grace():
    one = solve([person(visits=BOTH)])
    change = Change(one, happened([at("p1", "09:00", 4), rmt_at("m1", "09:00", 3)], [ill(4)]))
    assert change.affected == {"p1"}
    assert [placed.visit for placed in change.standing] == ["m1"]
    assert change.instance.clinician("P").off[date(2026, 3, 4)] == (Span(0, 1440),)
    assert change.instance.visits["p1"].latest == date(2026, 3, 15)
    assert change.instance.visits["p2"].latest == date(2026, 3, 8)


def test_with_the_first_visit_the_whole_series_gets_grace():
    one = solve([person(visits=[visit("p1", kind="initial"), visit("p2")])])
    change = Change(one, happened([at("p1", "09:00", 4)], [ill(4)]))
    assert change.instance.visits["p2"].latest == date(2026, 3, 15)


def test_what_was_cancelled_is_gone_and_its_pair_stands_alone():
    one = solve([person(visits=BOTH, pairs=[pair(rule="must")])])
    previous = [rmt_at("m1", "09:00", 4), at("p1", "10:00", 4)]
    change = Change(one, happened(previous, cancelled=["p1"]))
    assert set(change.instance.visits) == {"m1", "p2"}
    assert change.instance.pair_of == {}
    assert {broken.rule.value for broken in broken_by_change(change, previous)} == {"E2"}


@pytest.mark.parametrize(
    ("now", "rules"),
    [
        ([at("p1", "09:00", 2), at("p2", "09:00", 4)], set()),
        ([at("p1", "10:00", 2), at("p2", "09:00", 4)], {"E1"}),
        ([at("p2", "09:00", 4)], {"E1"}),
        ([at("p1", "09:00", 2), at("p2", "09:00", 5)], {"E3"}),
        ([at("p1", "09:00", 2)], {"E3"}),
        ([at("p1", "09:00", 2), at("p2", "09:00", 4), rmt_at("m1", "09:45", 3)], {"E1"}),
        ([at("p1", "09:00", 2), at("p2", "09:00", 4), rmt_at("m1", "10:00", 3)], set()),
        ([at("p1", "09:00", 2, room="blue"), at("p2", "09:00", 4)], set()),
    ],
)
def test_the_past_stands_nothing_comes_too_soon_and_what_may_not_move_does_not(now, rules):
    one = solve([person(visits=BOTH)])
    change = Change(one, happened([at("p1", "09:00", 2), at("p2", "09:00", 4)], may_move=False))
    assert {broken.rule.value for broken in broken_by_change(change, now)} == rules


def test_lost_and_moved_are_counted_apart():
    one = solve([person(visits=BOTH)])
    change = Change(one, happened([at("p1", "09:00", 4), rmt_at("m1", "09:00", 6), at("p2", "09:00", 7)], [ill(4)]))
    tiers = changed_tiers_of(change, [rmt_at("m1", "09:15", 6)])
    assert (tiers.lost, tiers.moved_others, tiers.unplaced) == (2, 1, 2)


def test_the_desk_repairs_a_clinic_and_keeps_every_rule():
    change = Change(problem("small-a"), event("small-a"))
    solution = repair(problem("small-a"), event("small-a"), seconds=1, seed=1)
    assert broken_after(change, solution) == ()
    assert len(change.affected) == 5
    found = changed_tiers_of(change, solution.placed)
    assert (found.urgent_unplaced, found.moved_others) == (0, 0)
    assert found.lost <= 4
    assert {placed.visit for placed in solution.placed if change.same(placed)} >= change.past


def test_a_massage_that_stood_may_stand_on_without_its_pair():
    one = solve([person(visits=BOTH, pairs=[pair(rule="must")])])
    previous = [rmt_at("m1", "09:00", 6), at("p1", "10:00", 6)]
    days = [ill(day) for day in range(2, 9)]
    change = Change(one, happened(previous, days, grace=0))
    solution = repair(one, change.event, seconds=1, seed=1)
    assert [placed.visit for placed in solution.placed] == ["m1"]
    assert broken_after(change, solution) == ()


def test_where_the_first_visit_is_lost_the_rest_cannot_stand():
    one = solve([person(visits=[visit("p1", kind="initial"), visit("p2")])])
    previous = [at("p1", "09:00", 4), at("p2", "09:00", 6)]
    change = Change(one, happened(previous, [ill(3), ill(4), ill(5)], may_move=False))
    placed = repaired(change)
    assert [visit.day.day for visit in placed] in ([6, 8], [6])
    solution = dataclasses.replace(repair(one, change.event, seconds=1, seed=1))
    assert broken_after(change, solution) == ()
    waits = {each.visit for each in explained(change.instance, placed, floor=change.floor)}
    assert waits == {"p1", "p2"} - {each.visit for each in placed}
