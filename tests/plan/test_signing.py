"""What keeps a plan from being signed, each alone and all at once."""

from datetime import date

import pytest

from concordant.facts import UNKNOWN
from concordant.plan.planner import plan_for, standing_against
from concordant.plan.signing import Signing, may_sign
from concordant.record.care import Prescribed, Removed, SignedPlan
from concordant.safety.matrix import ROWS
from tests.people import asked_everything, assessed, bare
from tests.plan.examples import EXAMPLES
from tests.plan.told import HEADACHE, Told, clean_safety, with_rows

DAY = date(2024, 1, 8)


def example(identity):
    return next(one for one in EXAMPLES if one.id == identity)


def signing(identity="1", safety=None, **facts):
    one = example(identity)
    told = Told({**one.facts, **facts}, injured=one.knowledge.injured)
    screen = one.safety if safety is None else safety
    return Signing(
        plan=plan_for(told, screen, HEADACHE, {}),
        safety=screen,
        headaches=(HEADACHE,),
        contradictions=(),
        against=lambda ids: standing_against(told, screen, HEADACHE, {}, ids),
    )


def accepted(found, **signed_for):
    """Everything that is proposed now, signed for as named."""
    plan = found.plan
    items = (*plan.hands_on, *plan.soft_tissue, *plan.home_now, *plan.other)
    rows = {one.id: tuple(each.row.id for each in one.sign_off) for one in items}
    prescribed = tuple(Prescribed(one, signed_for=signed_for.get(one, rows[one])) for one in rows)
    return SignedPlan(DAY, HEADACHE, "relief", items=prescribed)


def of(*items, **changes):
    return SignedPlan(DAY, HEADACHE, "relief", items=items, **changes)


def ids(found):
    return [one.id for one in found]


ACTIVE = Prescribed("dcf_stage1")


@pytest.mark.parametrize("identity", [one.id for one in EXAMPLES if one.id != "4"])
def test_what_is_proposed_can_be_signed_with_its_signatures(identity):
    found = signing(identity)
    assert not may_sign(accepted(found), found)


def test_an_open_emergency_keeps_everything_from_being_signed():
    found = signing("4")
    told = may_sign(of(ACTIVE), found)
    assert "open_flag" in ids(told)
    assert "Open emergency flag" in told[0].says


def test_a_same_day_flag_does_so_too():
    screen = assessed(asked_everything(meningism=True)).safety
    assert screen.facts["safety_action"] in ("same_day", "emergency")
    assert "open_flag" in ids(may_sign(of(ACTIVE), signing(safety=screen)))


def test_before_the_screen_nothing_is_signed_and_what_to_ask_is_named():
    screen = assessed(bare()).safety
    found = may_sign(of(ACTIVE), signing(safety=screen))
    assert ids(found)[0] == "not_screened"
    assert "ask" in found[0].says


def test_a_plan_without_anything_active_is_refused():
    found = signing("1")
    assert ids(may_sign(of(Prescribed("suboccipital_release")), found)) == ["no_active_item"]
    assert not may_sign(of(Prescribed("suboccipital_release"), ACTIVE), found)


def test_education_alone_may_be_signed():
    assert not may_sign(of(Prescribed("education_core")), signing("1"))


@pytest.mark.parametrize("item", ["suboccipital_release", "snag_c1_c2"])
def test_each_row_has_to_be_signed_for(item):
    found = signing("8")
    rows = next(one for one in found.plan.offered if one.id == item).sign_off
    without = accepted(found, **{item: tuple(each.row.id for each in rows[1:])})
    told = may_sign(without, found)
    assert [(one.id, one.intervention, one.rows) for one in told] == [("not_signed_for", item, (rows[0].row.id,))]


def test_a_blocked_treatment_is_refused_even_if_added_and_signed_for():
    found = signing("8")
    thrust = Prescribed("cervical_manipulation", choice="added", reason="asked for", signed_for=("ci_bone",))
    told = may_sign(of(thrust, ACTIVE), found)
    assert [(one.id, one.intervention) for one in told] == [("blocked", "cervical_manipulation")]
    assert {"ci_bone", "ci_bleeding"} <= set(told[0].rows)


@pytest.mark.parametrize("row", [row.id for row in ROWS])
def test_no_row_that_stands_is_ever_passed_over(row):
    """With each row in turn: what it blocks is refused, what it limits asks for a signature."""
    before = signing("1")
    after = signing("1", safety=with_rows(clean_safety(), row))
    plan = accepted(before)
    told = {(one.intervention, one.id) for one in may_sign(plan, after)}
    for one in plan.items:
        against = after.against([one.intervention])[one.intervention]
        assert ((one.intervention, "blocked") in told) is any(each.blocks for each in against)
        assert ((one.intervention, "not_signed_for") in told) is any(not each.blocks for each in against)


def test_what_is_not_proposed_is_not_accepted_but_may_be_added_with_a_reason():
    found = signing("1")
    item = "scapular_training"
    assert ids(may_sign(of(Prescribed(item)), found)) == ["not_proposed"]
    assert not may_sign(of(Prescribed(item, choice="added", reason="overhead work")), found)


def test_an_unknown_fact_is_named_where_it_keeps_an_item_out():
    found = signing("1", ccft_activation_mmhg=UNKNOWN)
    told = may_sign(of(ACTIVE), found)
    assert ids(told) == ["not_proposed"]
    assert "Craniocervical flexion test" in told[0].says


@pytest.mark.parametrize("sessions", [12, 18])
def test_the_limit_of_hands_on_sessions_is_not_added_away(sessions):
    # At 12 it hangs on a response that is not known here; at 18 no review in the team was done.
    found = signing("1", hands_on_sessions_done=sessions)
    more = Prescribed("c1_c2_mobilisation", choice="added", reason="it helps")
    assert ids(may_sign(of(more, ACTIVE), found)) == ["limit"]


def test_unknown_ids_are_named():
    found = signing("1")
    plan = of(
        Prescribed("no_such_thing"),
        Prescribed("dcf_stage1", signed_for=("ci_nothing",)),
        left_out=(Removed("nor_this", "no"),),
    )
    told = may_sign(plan, found)
    assert ids(told) == ["unknown_intervention", "unknown_row", "unknown_intervention"]
    assert all(word in "".join(one.says for one in told) for word in ("no_such_thing", "ci_nothing", "nor_this"))


def test_a_plan_of_a_headache_that_there_is_not():
    assert ids(may_sign(SignedPlan(DAY, "B", "relief", items=(ACTIVE,)), signing("1"))) == ["unknown_headache"]


def test_everything_is_said_at_once():
    screen = with_rows(assessed(asked_everything(horner_signs=True)).safety, "ci_bone")
    found = signing("8", safety=screen)
    plan = of(Prescribed("thoracic_mobilisation"), Prescribed("no_such_thing"), Prescribed("suboccipital_release"))
    assert {"open_flag", "blocked", "unknown_intervention", "no_active_item"} <= set(ids(may_sign(plan, found)))


def test_massage_visits_take_a_soft_tissue_treatment():
    found = signing("5")
    asked = {"visits_per_week": {"physiotherapist": 1.0, "rmt": 1.0}}
    assert "no_massage_item" in ids(may_sign(of(ACTIVE, **asked), found))
    assert "no_massage_item" not in ids(may_sign(of(ACTIVE, visits_per_week={"rmt": 0.0}), found))
    added = Prescribed("suboccipital_release", choice="added", reason="tender below the skull")
    assert not may_sign(of(ACTIVE, added, **asked), found)
