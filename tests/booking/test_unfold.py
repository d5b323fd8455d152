"""A plan's weeks become visits with days: windows, the first visit, retests, and which massage belongs to which."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.booking.problem import Discipline, VisitKind
from concordant.booking.unfold import Lengths, unfold
from concordant.plan.interventions.intervention import Discipline as Given
from concordant.plan.visits import RMT_BEFORE_PHYSIO, Week
from tests.plan.visits.people import TODAY, visits


def weeks(*counts, retest=()):
    """So many visits of physiotherapy and massage a week."""
    return [
        Week(TODAY + timedelta(weeks=n), {Given.PHYSIOTHERAPIST: p, Given.RMT: r}, retest=n in retest)
        for n, (p, r) in enumerate(counts)
    ]


def windows(series):
    return {visit.id: ((visit.earliest - TODAY).days + 1, (visit.latest - TODAY).days + 1) for visit in series.visits}


def pairs(series):
    return {(pair.rmt, pair.physio) for pair in series.pairs}


def test_two_in_a_week_have_five_days_each_and_massage_has_the_week():
    series = unfold(weeks((2, 1), (1, 1)), "Ann", assessed=True)
    assert windows(series) == {
        "Ann-p1": (1, 5),
        "Ann-p2": (3, 7),
        "Ann-m1": (1, 7),
        "Ann-p3": (8, 14),
        "Ann-m2": (8, 14),
    }
    assert pairs(series) == {("Ann-m1", "Ann-p1"), ("Ann-m2", "Ann-p3")}


def test_once_in_two_weeks_is_one_window_of_fourteen_days():
    assert windows(unfold(weeks((1, 0), (0, 0), (1, 0)), "A", assessed=True)) == {"A-p1": (1, 14), "A-p2": (15, 21)}


def test_nothing_comes_before_the_first_visit_so_massage_pairs_with_the_second():
    series = unfold(weeks((2, 1)), "A", assessed=False, urgent_by=TODAY)
    first = series.visits[0]
    assert (first.kind, first.needs, first.urgent_by) == (VisitKind.INITIAL, {"initial"}, TODAY)
    assert pairs(series) == {("A-m1", "A-p2")}
    assert [visit.urgent_by for visit in series.visits[1:]] == [None, None]


def test_measuring_comes_before_hands_on_work_so_a_retest_is_not_paired():
    series = unfold(weeks((1, 1), (1, 1), (2, 1), retest=(1, 2)), "A", assessed=True)
    assert [visit.id for visit in series.visits if visit.kind is VisitKind.RETEST] == ["A-p2", "A-p3"]
    assert pairs(series) == {("A-m1", "A-p1"), ("A-m3", "A-p4")}


def test_massage_keeps_away_from_a_retest_for_as_long_as_the_pairing_says():
    asked = weeks((1, 1), (2, 1), retest=(1,))
    assert windows(unfold(asked, "A", assessed=True)) == {
        "A-p1": (1, 7),
        "A-m1": (1, 5),  # 48 hours before the earliest hour of the retest
        "A-p2": (8, 11),
        "A-p3": (10, 14),
        "A-m2": (12, 18),  # the days after it, and as many after the week: no weekend alone
    }
    longer = replace(RMT_BEFORE_PHYSIO, none_before_retest_hours=72)
    assert windows(unfold(asked, "A", assessed=True, pairing=longer))["A-m1"] == (1, 4)


def test_one_massage_in_two_weeks_ends_before_the_retest_after_them():
    series = unfold(weeks((1, 1), (1, 0), (1, 0), retest=(2,)), "A", assessed=True)
    assert windows(series)["A-m1"] == (1, 12)


def test_a_retest_in_a_week_without_visits_is_a_visit():
    series = unfold(weeks((0, 0), (0, 0), retest=(1,)), "A", assessed=True)
    assert [(one.kind, windows(series)[one.id]) for one in series.visits] == [(VisitKind.RETEST, (8, 11))]


def test_what_opens_at_the_retest_is_booked_only_then():
    plan = visits("1")
    closed, opened = (unfold(plan.weeks, "A", assessed=True, opened=opened) for opened in (False, True))
    assert len(opened.visits) == plan.total(Given.PHYSIOTHERAPIST) + plan.total(Given.RMT)
    assert 0 < len(closed.visits) < len(opened.visits)
    assert set(closed.visits) <= set(opened.visits)


def test_lengths_are_the_clinics_to_set():
    series = unfold(weeks((1, 1)), "A", assessed=True, lengths=Lengths(rmt=45, tight_max=15))
    assert [visit.minutes for visit in series.visits] == [60, 45]
    assert series.pairs[0].tight_max == 15


def test_more_than_a_week_holds_is_refused():
    with pytest.raises(ValueError, match="5 visits"):
        unfold(weeks((5, 0)), "A", assessed=True)


_COUNTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12)


@given(_COUNTS, st.sets(st.integers(0, 11)), st.booleans())
def test_every_visit_is_listed_once_in_order_with_days_of_its_weeks(counts, retests, assessed):
    series = unfold(weeks(*counts, retest=retests), "A", assessed=assessed)
    alone = sum(number in retests and not physio for number, (physio, _rmt) in enumerate(counts))
    assert len({visit.id for visit in series.visits}) == len(series.visits) == sum(map(sum, counts)) + alone
    for discipline in Discipline:
        mine = [visit for visit in series.visits if visit.discipline is discipline]
        assert [visit.earliest for visit in mine] == sorted(visit.earliest for visit in mine)
    end = TODAY + timedelta(weeks=len(counts) + 1)
    assert all(TODAY <= visit.earliest <= visit.latest < end for visit in series.visits)
    used = [half for pair in series.pairs for half in (pair.rmt, pair.physio)]
    assert len(used) == len(set(used))
    kinds = {visit.id: visit.kind for visit in series.visits}
    assert all(kinds[pair.physio] is VisitKind.TREATMENT for pair in series.pairs)
