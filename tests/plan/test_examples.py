"""The nine worked examples of treatment 6.2 come out as the reference prints them."""

import pytest

from tests.plan.examples import EXAMPLES, NOT_PRINTED

EACH = pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.id} {one.title}")


def ids(items):
    return [one.id for one in items]


def test_all_nine_are_read_from_the_reference():
    assert [one.id for one in EXAMPLES] == ["1", "2", "3", "4", "5", "6", "7", "8", "E"]
    assert all(set(NOT_PRINTED[one.id]).isdisjoint(one.told) for one in EXAMPLES if one.id in NOT_PRINTED)


@EACH
def test_phase_and_profile(example):
    plan = example.plan()
    assert plan.phase.phase.value == example.out["phase"]
    assert plan.profile.profile.value == example.out["profile"]


@EACH
@pytest.mark.parametrize(
    ("group", "printed"),
    [
        ("hands_on", "physio_hands_on"),
        ("soft_tissue", "soft_tissue"),
        ("home_now", "home_now"),
        ("home_later", "home_later"),
        ("other", "other"),
    ],
)
def test_items_in_order(example, group, printed):
    assert ids(getattr(example.plan(), group)) == example.out.get(printed, [])


@EACH
def test_nothing_is_left_for_a_later_visit(example):
    assert not example.plan().hands_on_later


@EACH
def test_what_needs_a_signature(example):
    found = {one.id: [each.row.id for each in one.sign_off] for one in example.plan().offered if one.sign_off}
    printed = example.out.get("needs_sign_off", {})
    assert list(found) == sorted(printed, key=list(found).index)
    assert {item: set(rows) for item, rows in found.items()} == {item: set(rows) for item, rows in printed.items()}


@EACH
def test_what_is_stopped_by_its_rule(example):
    stopped = [one.intervention.id for one in example.plan().stopped]
    assert stopped == example.out.get("stopped_by_rule", [])


@EACH
def test_what_is_blocked_and_by_what(example):
    found = {one.intervention.id: f"{one.by[0].row.id} present" for one in example.plan().blocked}
    assert found == example.out.get("blocked", {})


@EACH
def test_what_waits_for_a_fact(example):
    suffix = {"indication": "", "stop rule": " stop"}
    found = {one.intervention.id + suffix[one.rule]: list(one.ask) for one in example.plan().still_unknown}
    assert found == example.out.get("still_unknown", {})


@EACH
def test_every_wish_is_answered(example):
    found = {one.intervention.id: one for one in example.plan().requested}
    printed = example.out.get("requested", {})
    assert set(found) == set(printed)
    if found:
        assert example.id == "8"
        assert {one.indication.value for one in found.values()} == {"not met"}
        assert [one.row.id for one in found["cervical_manipulation"].blocked_by] == ["ci_bleeding", "ci_bone"]
        assert [one.row.id for one in found["dry_needling"].blocked_by] == ["ci_bleeding"]


@EACH
def test_hands_on_work_never_stands_alone(example):
    assert not example.plan().problems


@EACH
def test_every_item_says_why(example):
    for one in example.plan().offered:
        assert one.because or one.intervention.indication is None


def test_the_droopy_eyelid_gets_no_treatment():
    plan = next(one for one in EXAMPLES if one.id == "4").plan()
    assert plan.phase.phase.value == "hold"
    assert not plan.offered
    assert not plan.not_screened
