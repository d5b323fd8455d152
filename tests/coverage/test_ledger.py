"""Each visit with its ground: the window, the count, the plan, and what is refused."""

from datetime import timedelta

import pytest

from concordant.coverage import Entitlement
from concordant.criteria import Truth
from concordant.payers import Item
from tests.coverage.people import CRASH, approved, covered, visit

PREAUTHORISED, PLAN, NOT_COVERED = Entitlement.PREAUTHORISED, Entitlement.PLAN, Entitlement.NOT_COVERED
REFUSED, NOT_KNOWN = Entitlement.REFUSED, Entitlement.NOT_KNOWN


def grounds(found):
    return [one.entitlement for one in found.visits]


@pytest.mark.parametrize(
    ("day", "ground", "rule"),
    [
        (-1, REFUSED, "R05"),
        (0, PREAUTHORISED, "R06"),
        (83, PREAUTHORISED, "R06"),
        (84, PREAUTHORISED, "R06"),
        (85, NOT_COVERED, "R14"),
    ],
)
def test_the_window_at_its_edges(day, ground, rule):
    (one,) = covered(visit(day), day=90).visits
    assert one.entitlement is ground
    assert rule in one.because


@pytest.mark.parametrize(("day", "warned"), [(82, False), (83, True), (84, True)])
def test_from_day_83_on_it_warns(day, warned):
    (one,) = covered(visit(day), day=90).visits
    assert any(text.startswith("R06") for text in one.warnings) is warned


@pytest.mark.parametrize(("discipline", "most"), [("physiotherapist", 25), ("rmt", 12)])
def test_after_the_count_the_person_pays(discipline, most):
    found = covered(*(visit(day, discipline) for day in range(1, most + 3)), day=40)
    assert grounds(found) == [PREAUTHORISED] * most + [NOT_COVERED] * 2
    last = found.visits[-1]
    assert last.payable is False
    assert set(last.because) == {"preauthorised", "R14", "R18"}
    budget = found.disciplines[discipline]
    assert (budget.used_here, budget.left, budget.limit) == (most, 0, most)


def test_visits_elsewhere_count():
    found = covered(*(visit(day) for day in (1, 2, 3)), visits_elsewhere_count={"physiotherapy": 23})
    assert grounds(found) == [PREAUTHORISED, PREAUTHORISED, NOT_COVERED]
    assert [one.item for one in found.visits] == [Item.STANDARD] * 3


@pytest.mark.parametrize("status", ["missed", "cancelled"])
def test_what_did_not_take_place_uses_nothing_up_and_the_payer_does_not_pay(status):
    found = covered(visit(1, status=status), visit(2))
    assert grounds(found) == [NOT_COVERED, PREAUTHORISED]
    assert found.visits[0].because == ("R13",)
    assert found.visits[1].item is Item.INITIAL
    assert found.disciplines["physiotherapist"].left == 24


def test_one_a_day_and_discipline():
    found = covered(visit(1), visit(1), visit(1, "rmt"))
    assert grounds(found) == [PREAUTHORISED, REFUSED, PREAUTHORISED]
    assert found.visits[1].because == ("R09",)
    assert found.disciplines["physiotherapist"].left == 24


def test_one_that_was_missed_leaves_room_for_another_that_day():
    found = covered(visit(1, status="missed"), visit(1))
    assert grounds(found) == [NOT_COVERED, PREAUTHORISED]


def test_elsewhere_not_known_is_not_none():
    found = covered(visit(1), visit(2), visits_elsewhere_count=None)
    assert grounds(found) == [NOT_KNOWN] * 2
    assert all(one.payable is None and one.payer_share is None for one in found.visits)
    assert found.visits[0].missing == ("visits_elsewhere_count",)
    assert found.visits[0].trace.truth is Truth.UNKNOWN
    budget = found.disciplines["physiotherapist"]
    assert (budget.used_elsewhere, budget.left, budget.left_at_most) == (None, None, 23)
    assert "visits_elsewhere_count" in found.missing


def test_beyond_the_count_it_is_known_even_so():
    found = covered(*(visit(day) for day in range(1, 28)), visits_elsewhere_count=None, day=40)
    assert grounds(found) == [NOT_KNOWN] * 25 + [NOT_COVERED] * 2
    assert found.disciplines["physiotherapist"].left == 0


@pytest.mark.parametrize(
    ("changes", "missing"),
    [({"crash": None}, "claim_accident_date"), ({"payer": None}, "payer_kind")],
)
def test_what_is_not_known_is_asked(changes, missing):
    found = covered(visit(1), **changes)
    assert grounds(found) == [NOT_KNOWN]
    assert missing in found.missing


@pytest.mark.parametrize(
    ("elsewhere", "billed", "items"),
    [
        (0, None, [Item.INITIAL, Item.STANDARD]),
        (0, True, [Item.INITIAL, Item.STANDARD]),
        (2, None, [Item.STANDARD, Item.STANDARD]),
        (2, False, [Item.INITIAL, Item.STANDARD]),
        (None, False, [Item.INITIAL, Item.STANDARD]),
        (None, True, [None, Item.STANDARD]),
        (None, None, [None, Item.STANDARD]),
    ],
)
def test_the_first_visit_of_the_claim_with_whomever(elsewhere, billed, items):
    told = {"visits_elsewhere_count": None if elsewhere is None else {"physiotherapy": elsewhere}}
    if billed is not None:
        told["initial_visit_billed"] = {"physiotherapy": billed}
    assert [one.item for one in covered(visit(1), visit(2), **told).visits] == items


@pytest.mark.parametrize(
    ("elsewhere", "billed", "item"), [(0, None, "initial"), (0, True, "standard"), (None, None, None)]
)
def test_the_item_of_a_visit_to_come(elsewhere, billed, item):
    told = {"visits_elsewhere_count": None if elsewhere is None else {"physiotherapy": elsewhere}}
    if billed is not None:
        told["initial_visit_billed"] = {"physiotherapy": billed}
    assert covered(**told).proposed("physiotherapist", CRASH + timedelta(days=31)).item == item


def test_a_plan_pays_after_the_window():
    found = covered(visit(1), visit(90), visit(91), visit(92), visit(120), day=130, **approved(85, 110, 2))
    assert grounds(found) == [PREAUTHORISED, PLAN, PLAN, NOT_COVERED, NOT_COVERED]
    assert {"R14", "R18", "R21"} <= set(found.visits[1].because)
    assert "R21" in found.visits[3].because


def test_the_window_is_used_before_the_plan():
    found = covered(visit(1), visit(60), day=61, **approved(50, 110, 4))
    assert grounds(found) == [PREAUTHORISED] * 2
    assert found.disciplines["physiotherapist"].left == 23


def test_with_the_count_used_up_a_plan_pays_in_the_window():
    found = covered(visit(60), visits_elsewhere_count={"physiotherapy": 25}, day=61, **approved(50, 110, 4))
    assert grounds(found) == [PLAN]
    budget = found.disciplines["physiotherapist"]
    assert (budget.left, budget.limit, budget.until) == (3, 4, CRASH + timedelta(days=110))


@pytest.mark.parametrize("status", ["not_sent", "sent", "denied"])
def test_what_is_not_approved_pays_nothing(status):
    found = covered(visit(90), day=95, **approved(85, 110, 4, status=status))
    assert grounds(found) == [NOT_COVERED]


def test_partly_approved_pays_what_was_approved():
    found = covered(visit(90), visit(91), day=95, **approved(85, 110, 1, status="partly_approved"))
    assert grounds(found) == [PLAN, NOT_COVERED]


@pytest.mark.parametrize("name", ["treatment_plan_visits", "treatment_plan_start_date", "treatment_plan_end_date"])
def test_a_plan_of_which_a_part_is_not_written_down_leaves_it_open(name):
    told = approved(85, 110, 4) | {name: None}
    (one,) = covered(visit(90), day=95, **told).visits
    assert one.entitlement is NOT_KNOWN
    assert one.missing == (name,)


def test_unused_visits_of_a_plan_do_not_add_to_the_next():
    first, second = approved(85, 100, 5), approved(101, 120, 2)
    told = {
        name: [
            {"date": (CRASH + timedelta(days=84)).isoformat(), "value": first[name]},
            {"date": (CRASH + timedelta(days=101)).isoformat(), "value": second[name]},
        ]
        for name in first
    }
    found = covered(visit(90), visit(102), visit(103), visit(104), day=110, **told)
    assert grounds(found) == [PLAN, PLAN, PLAN, NOT_COVERED]
    assert found.disciplines["physiotherapist"].left == 0


def test_what_was_recorded_later_is_not_read():
    found = covered(visit(1), visit(2, recorded="2025-09-01T10:00"))
    assert len(found.visits) == 1


@pytest.mark.parametrize(
    ("recorded", "is_read"),
    [
        ("2025-07-03T01:30:00Z", True),  # 18:30 on the evening before in Vancouver
        ("2025-07-03T01:30:00+00:00", True),
        ("2025-07-03T06:59:59Z", True),
        ("2025-07-03T07:00:00Z", False),
        ("2025-07-03T01:30:00-07:00", False),  # an offset of its own is the day that was meant
        ("2025-07-03T01:30:00", False),
        ("2025-07-02T23:30:00", True),
    ],
)
def test_the_evening_belongs_to_its_own_day(recorded, is_read):
    """Of 2 July, 30 days after the crash, as of that day (operations 1.2: local dates)."""
    found = covered(visit(30, recorded=recorded), day=30)
    assert (len(found.visits), found.disciplines["physiotherapist"].left) == ((1, 24) if is_read else (0, 25))


def test_disciplines_that_no_claim_names_are_left_out():
    assert covered(visit(1, "physician"), visit(1, "other")).visits == ()
    with pytest.raises(KeyError, match="no claim names physician"):
        covered().proposed("physician", CRASH)
