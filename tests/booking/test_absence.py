"""Somebody is away: what stood is kept, nothing is put too soon, and the answer is never worse than the desk's."""

from concordant.booking import broken_rules, explained
from concordant.booking.absence import repair
from concordant.booking.desk import repaired
from concordant.booking.rules import Change
from concordant.booking.rules.change import broken_by_change
from concordant.booking.tiers import changed_tiers_of
from tests.booking.files import event, problem


def test_a_sick_clinician_costs_nobody_their_visit():
    """The desk loses three visits of small-a; two or three may have to be moved for it, and none is lost."""
    one, happened = problem("small-a"), event("small-a")
    change = Change(one, happened)
    answer = repair(one, happened, seconds=6, seed=1)
    assert broken_rules(change.instance, answer.placed) == ()
    assert broken_by_change(change, answer.placed) == ()
    ours = [*changed_tiers_of(change, answer.placed).numbers().values()]
    desk = [*changed_tiers_of(change, repaired(change)).numbers().values()]
    assert ours[:-1] <= desk[:-1]
    assert not change.lost(answer.placed)
    assert {each.visit for each in answer.unplaced} == change.instance.visits.keys() - {
        each.visit for each in answer.placed
    }
    assert explained(change.instance, answer.placed, floor=change.floor) == answer.unplaced


def test_days_that_nothing_touches_keep_their_rooms():
    one, happened = problem("small-a"), event("small-a")
    change = Change(one, happened)
    answer = repair(one, happened, seconds=2, seed=1)
    before = {each.visit: each for each in happened.previous}
    past = [each for each in answer.placed if each.visit in change.past]
    assert past
    assert all(each == before[each.visit] for each in past)
