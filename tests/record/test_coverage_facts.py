"""Facts of a claim that are computed: rules, window, what is left, and when a plan is due."""

from datetime import date, timedelta

import pytest

from concordant.facts import UNKNOWN
from concordant.facts.values import Span
from tests.coverage.people import CRASH, covered, record, visit

FACTS = (
    "claim_rule_set",
    "preauthorised_window_end_date",
    "preauthorised_weeks_left",
    "preauthorised_visits_left",
    "usable_physiotherapy_visits",
    "treatment_plan_due_date",
)


@pytest.mark.parametrize(
    "changes", [{"payer": "private"}, {"payer": "worksafebc"}, {"payer": None}, {"crash": None}, {"day": -1}]
)
def test_only_a_claim_with_icbc_has_them(changes):
    found = record(visit(-2), **changes)
    assert [found.value(name) for name in FACTS] == [UNKNOWN] * len(FACTS)


def test_before_there_was_a_window_only_the_rules_are_known():
    found = record(crash=date(2019, 3, 31))
    assert [found.value(name) for name in FACTS] == ["part_7"] + [UNKNOWN] * 5


@pytest.mark.parametrize(
    ("day", "weeks", "usable"), [(0, 12, 24), (21, 10, 20), (77, 2, 4), (78, 1, 2), (83, 1, 2), (84, 1, 1), (85, 0, 0)]
)
def test_what_can_still_be_used(day, weeks, usable):
    found = record(day=day)
    assert found.value("preauthorised_weeks_left") == weeks
    assert found.value("usable_physiotherapy_visits") == usable


def test_elsewhere_not_known_gives_bounds():
    found = record(visit(1), visit(1), visit(2, "rmt"), visit(3, status="missed"), visits_elsewhere_count=None)
    left = found.value("preauthorised_visits_left")
    assert (left["physiotherapy"], left["massage_therapy"]) == (Span(0, 24), Span(0, 11))
    assert found.value("usable_physiotherapy_visits") == Span(0, 16)


def plan(**rates):
    row = {"date": (CRASH + timedelta(days=1)).isoformat(), "headache": "A", "phase": "relief", "items": []}
    return [row | {"visits_per_week": rates}]


@pytest.mark.parametrize(
    ("visits", "plans", "due"),
    [
        ([], [], 70),
        ([visit(day) for day in range(1, 23)], [], 22),
        ([visit(day, "rmt") for day in range(1, 10)], [], 9),
        ([visit(1)], plan(physiotherapist=7), 40),
        ([visit(1)], plan(physiotherapist=5e-324), 70),
        ([visit(1)], plan(rmt=7), 70),
    ],
)
def test_a_plan_is_due_before_anything_runs_out(visits, plans, due):
    found = record(*visits, plans=plans)
    assert found.value("treatment_plan_due_date") == CRASH + timedelta(days=due)


def test_the_last_days_of_the_calendar_are_no_trap():
    crash = date(9999, 12, 20)
    found = covered(visit(3, crash=crash), crash=crash, day=11)
    assert found.disciplines["physiotherapist"].until == date.max
    assert found.visits[0].invoice.last == date.max
