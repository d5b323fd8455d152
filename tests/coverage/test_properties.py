"""What holds for every course of visits."""

from collections import Counter
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.coverage import Entitlement, coverage_of
from concordant.facts import UNKNOWN
from concordant.facts.values import Span
from concordant.payers import CLAIMED
from tests.coverage.people import CRASH, approved, covered, record, visit

WHO = ("physiotherapist", "rmt")
visits = st.lists(
    st.tuples(st.integers(-2, 110), st.sampled_from(WHO), st.sampled_from(["attended", "missed", "cancelled"])),
    max_size=40,
)
elsewhere = st.one_of(st.none(), st.integers(0, 30))
plans = st.one_of(st.none(), st.tuples(st.integers(60, 100), st.integers(0, 40), st.integers(0, 6)))


def told(course, used, plan):
    facts = {} if plan is None else approved(plan[0], plan[0] + plan[1], plan[2])
    facts["visits_elsewhere_count"] = None if used is None else {"physiotherapy": used, "massage_therapy": used}
    return [visit(day, who, status=status) for day, who, status in course], facts


@settings(deadline=None, max_examples=60)
@given(visits, elsewhere, plans, st.integers(0, 110), st.tuples(st.integers(-2, 110), st.sampled_from(WHO)))
def test_another_visit_never_raises_what_is_left(course, used, plan, day, more):
    rows, facts = told(course, used, plan)
    before = covered(*rows, day=day, **facts)
    after = covered(*rows, visit(*more), day=day, **facts)
    for who in WHO:
        was, is_ = before.disciplines[who], after.disciplines[who]
        if was.until == is_.until:
            assert is_.left is None or was.left is None or is_.left <= was.left
            assert is_.left_at_most is None or is_.left_at_most <= was.left_at_most


@settings(deadline=None, max_examples=60)
@given(visits, elsewhere, plans, st.integers(0, 110))
def test_what_was_used_is_what_the_visits_say(course, used, plan, day):
    rows, facts = told(course, used, plan)
    found = covered(*rows, day=day, **facts)
    counted = Counter(one.discipline for one in found.visits if one.payable is not False)
    for who in WHO:
        assert found.disciplines[who].used_here == counted[who]
    paid = [one for one in found.visits if one.payable]
    assert len({(one.date, one.discipline) for one in paid}) == len(paid)
    assert all(one.status == "attended" and one.date >= CRASH for one in paid)
    in_window = Counter(one.discipline for one in paid if one.entitlement is Entitlement.PREAUTHORISED)
    assert in_window["physiotherapist"] <= 25
    assert in_window["rmt"] <= 12


@settings(deadline=None, max_examples=60)
@given(visits, elsewhere, st.integers(0, 110))
def test_the_computed_facts_say_the_same(course, used, day):
    rows, facts = told(course, used, None)
    known = record(*rows, day=day, **facts)
    found = coverage_of(known, known.as_of)
    left = known.value("preauthorised_visits_left")
    for who in WHO:
        budget, fact = found.disciplines[who], left[CLAIMED[who]]
        if budget.left is None:
            assert fact == Span(0, budget.left_at_most)
        else:
            assert fact == budget.left
    assert known.value("preauthorised_window_end_date") == found.disciplines["rmt"].window_end
    assert known.value("claim_rule_set") == found.rule_set


@settings(deadline=None, max_examples=40)
@given(visits, elsewhere, plans, st.sampled_from(["payer", "crash"]))
def test_without_payer_or_accident_nothing_is_paid(course, used, plan, missing):
    rows, facts = told(course, used, plan)
    found = covered(*rows, day=110, **{missing: None}, **facts)
    assert not any(one.payable for one in found.visits)
    assert not any(one.payer_share for one in found.visits)


@settings(deadline=None, max_examples=40)
@given(visits, st.integers(0, 30), st.integers(0, 110))
def test_to_know_less_never_pays_more(course, used, day):
    rows, facts = told(course, used, None)
    known = covered(*rows, day=day, **facts)
    open_ = covered(*rows, day=day, **{**facts, "visits_elsewhere_count": None})
    for one, other in zip(known.visits, open_.visits, strict=True):
        assert not other.payable or one.payable
        if other.entitlement is Entitlement.NOT_COVERED:
            assert one.payable is False


def test_a_day_is_a_day_of_the_calendar():
    found = record(day=84)
    assert found.as_of - CRASH == timedelta(days=84)
    assert found.value("usable_physiotherapy_visits") == 1
    assert record(day=85).value("usable_physiotherapy_visits") == 0
    assert record(crash=None).value("preauthorised_window_end_date") is UNKNOWN
