"""The front desk: never against a rule, always the same, and nothing left that still fits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.booking import Desk, Placed, broken_rules, desk_calendar, explained, filled, tiers_of
from concordant.booking.openings import Hours, Openings
from concordant.booking.rules import broken_by
from tests.booking.files import problem, read
from tests.booking.made import made
from tests.booking.tiny import at, pair, person, rmt_at, solve, visit

SEEDS = st.integers(0, 10**6)


@given(SEEDS, st.sampled_from(Desk), st.booleans())
def test_every_calendar_keeps_every_rule_and_leaves_no_free_place(seed, style, urgent_first):
    one = read(made(seed))
    placed = desk_calendar(one, style, urgent_first=urgent_first)
    assert broken_rules(one, placed) == ()
    assert len(placed) + len(explained(one, placed)) == len(one.visits)
    assert desk_calendar(one, style, urgent_first=urgent_first) == placed
    assert filled(one, placed) == placed


@settings(max_examples=12)
@given(SEEDS)
def test_an_opening_is_what_breaks_no_rule_and_all_of_it(seed):
    """Bit masks against the rules as they are written, start by start."""
    one = read(made(seed, people=2, days=5))
    placed = desk_calendar(one)[::2]
    openings = Openings(Hours(one), placed)
    for asked in one.visits.values():
        if asked.id in openings.placed:
            continue
        found = {(place.clinician.id, place.day, start) for place in openings.places(asked) for start in place.each()}
        for clinician in openings.hours.able(asked):
            for day in openings.hours.days(asked):
                for start in range(0, 1440 - asked.minutes, one.grid_minutes):
                    free = any(
                        not broken_by(one, placed, Placed(asked.id, clinician.id, room.id, day, start))
                        for room in one.rooms
                    )
                    assert free == ((clinician.id, day, start) in found)


def test_who_asked_first_is_served_first_unless_somebody_is_urgent():
    early = person("Early", [visit("e1", latest="2026-03-02")], requested="2026-02-01T08:00")
    urgent = visit("u1", kind="initial", urgent_by="2026-03-02", latest="2026-03-02")
    late = person("Late", [urgent], requested="2026-02-02T08:00")
    hour = [[0, "09:00", "10:00"]]
    one = solve([late | {"available": hour}, early | {"available": hour}])
    assert [placed.visit for placed in desk_calendar(one)] == ["e1"]
    assert [placed.visit for placed in desk_calendar(one, urgent_first=True)] == ["u1"]


def test_careful_puts_the_massage_straight_before_physiotherapy():
    one = solve([person(visits=[visit("p1"), visit("m1", "rmt")], pairs=[pair()])])
    assert set(desk_calendar(one)) == {rmt_at("m1", "09:00"), at("p1", "10:00")}
    assert tiers_of(one, desk_calendar(one, Desk.EARLIEST)).pair_points_lost == 2


def test_careful_is_not_worse_with_pairs_and_leads_than_earliest():
    for name in ("small-a", "small-b"):
        one = problem(name)
        careful, earliest = (tiers_of(one, desk_calendar(one, style)) for style in (Desk.CAREFUL, Desk.EARLIEST))
        assert careful.pair_points_lost < earliest.pair_points_lost
        assert careful.not_with_lead < earliest.not_with_lead


def test_an_urgent_visit_that_can_be_in_time_is():
    for name in ("small-a", "small-b"):
        found = tiers_of(problem(name), desk_calendar(problem(name), urgent_first=True))
        assert found.urgent_unplaced == 0
