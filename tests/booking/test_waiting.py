"""Hours that fall free: only visits that really fit are named, the best first, and nothing that stands moves."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.booking import (
    Change,
    broken_after,
    broken_by,
    changed_tiers_of,
    desk_calendar,
    read_event,
    repaired,
    tiers_of,
    written,
)
from concordant.booking.waiting import rank, refill
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import at, booking, clinician, person, solve, visit

SEEDS = st.integers(0, 10**6)


@settings(max_examples=25)
@given(SEEDS, st.data())
def test_who_is_named_fits_and_who_fits_is_named(seed, data):
    one = read(made(seed))
    calendar = desk_calendar(one)
    if not calendar:
        return
    hour = data.draw(st.sampled_from(calendar))
    out = data.draw(st.sets(st.sampled_from([placed.visit for placed in calendar]), max_size=3)) | {hour.visit}
    left = tuple(placed for placed in calendar if placed.visit not in out)
    waiting = one.visits.keys() - {placed.visit for placed in left}
    fits = {id for id in waiting if not broken_by(one, left, replace(hour, visit=id))}
    named = rank(one, left, replace(hour, visit=""))
    assert set(named) == fits
    assert len(named) == len(fits)
    scores = [(tiers_of(one, (*left, replace(hour, visit=id))), one.owner[id].requested, id) for id in named]
    assert scores == sorted(scores)


def test_the_urgent_then_the_pair_then_who_asked_first():
    early = person("Early", [visit("e1")], requested="2026-02-01T08:00")
    late = person("Late", [visit("l1")], requested="2026-02-05T08:00")
    urgent = person("Urgent", [visit("u1", kind="initial", urgent_by="2026-03-04")], requested="2026-02-09T08:00")
    one = solve([late, early, urgent])
    assert rank(one, (), at("", "10:00")) == ("u1", "e1", "l1")


def test_who_cannot_is_not_named():
    taken = booking(start="11:00")
    people = [
        person("Long", [visit("l1", minutes=90)]),
        person("Away", [visit("a1")], unavailable=[["2026-03-02", "00:00", "24:00"]]),
        person("Massage", [visit("m1", "rmt")]),
        person("Later", [visit("p1", earliest="2026-03-03")]),
        person("Fits", [visit("f1")]),
    ]
    one = solve(people, bookings=[taken])
    assert rank(one, (), at("", "10:00")) == ("f1",)
    assert rank(one, (at("f1", "10:00"),), at("", "10:00")) == ()
    with pytest.raises(KeyError):
        rank(one, (), at("", "10:00", clinician="Z"))


def event_of(one, previous, cancelled, known_at="2026-03-02T08:00"):
    return {
        "format": "booking-event/1",
        "instance": one.name,
        "kind": "cancellations",
        "known_at": known_at,
        "notice_minutes": 60,
        "off": [],
        "cancelled": sorted(cancelled),
        "may_move": False,
        "grace_days": 0,
        "previous": previous,
    }


@settings(max_examples=25)
@given(SEEDS, st.data())
def test_after_cancellations_nothing_moves_and_the_calendar_is_not_worse_than_the_desks(seed, data):
    one = read(made(seed))
    calendar = desk_calendar(one)
    if not calendar:
        return
    initial = {visit.id for visit in one.visits.values() if visit.kind == "initial"}
    may_go = [placed.visit for placed in calendar if placed.visit not in initial]
    cancelled = data.draw(st.sets(st.sampled_from(may_go), max_size=3)) if may_go else set()
    known_at = f"2026-03-{data.draw(st.integers(1, 9)):02d}T11:00"
    event = read_event(json.dumps(event_of(one, _written(one, calendar), cancelled, known_at)).encode(), one)
    change = Change(one, event)
    solution = refill(one, event, seconds=60, seed=1)
    assert broken_after(change, solution) == ()
    stands = {placed.visit: placed for placed in solution.placed}
    assert all(change.same(stands[placed.visit]) for placed in change.standing)
    ours, desks = changed_tiers_of(change, solution.placed), changed_tiers_of(change, repaired(change))
    assert tuple(ours.numbers().values())[:8] <= tuple(desks.numbers().values())[:8]
    assert replace(refill(one, event, seconds=60, seed=1), seconds=0) == replace(solution, seconds=0)


def _written(one, calendar):
    from concordant.booking import Solution

    whole = Solution(instance=one.name, placed=calendar, unplaced=(), solver="", seconds=0.0)
    return written(whole)["placed"]


def test_what_waits_comes_in_where_somebody_cancelled():
    one = problem("small-b")
    calendar = desk_calendar(one)
    cancelled = [placed.visit for placed in calendar if placed.day.day >= 5][::9]
    event = read_event(json.dumps(event_of(one, _written(one, calendar), cancelled)).encode(), one)
    told = []
    solution = refill(one, event, seconds=60, seed=0, progress=told.append)
    change = Change(one, event)
    assert broken_after(change, solution) == ()
    assert len(solution.placed) > len(change.standing)
    assert told[-1].unplaced == len(solution.unplaced)


def test_two_come_in_where_the_desk_finds_room_for_one():
    """The desk gives the only free hour of Monday to who asked first, who could come on Tuesday as well."""
    either = person("Either", [visit("e1", latest="2026-03-03")], requested="2026-02-01T08:00")
    monday = person("Monday", [visit("m1", latest="2026-03-02")], requested="2026-02-02T08:00")
    gone = person("Gone", [visit("g1", latest="2026-03-02"), visit("g2", earliest="2026-03-03", latest="2026-03-03")])
    hours = [["2026-03-02", "11:00", "12:00"], ["2026-03-03", "11:00", "12:00"]]
    one = solve([either, monday, gone], clinicians=[clinician("P", "physio", shifts=hours)])
    calendar = (at("g1", "11:00"), at("g2", "11:00", 3))
    event = read_event(json.dumps(event_of(one, _written(one, calendar), ["g1", "g2"])).encode(), one)
    assert [placed.visit for placed in repaired(Change(one, event))] == ["e1"]
    solution = refill(one, event, seconds=60, seed=0)
    assert {placed.visit for placed in solution.placed} == {"e1", "m1"}
