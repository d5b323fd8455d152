"""One person from relief to strengthen over two retests, each phase signed, from nothing but a case file."""

from datetime import date, timedelta

from concordant.assessment import assess
from concordant.plan import Kind, Phase, may_sign
from concordant.record.read import read_plain
from tests.people import FIRST_VISIT
from tests.plan.test_proposal import JOINT, PALPATED, desk_worker, signed

WEEK_4, WEEK_8 = FIRST_VISIT + timedelta(days=28), FIRST_VISIT + timedelta(days=56)


def visit(day, findings, **facts):
    return {"date": day.isoformat(), "facts": facts, "findings": findings}


def as_signed(found, day):
    """Everything that is proposed, signed for as it has to be."""
    plan = found.plan
    items = (*plan.hands_on, *plan.soft_tissue, *plan.home_now, *plan.other)
    told = [{"intervention": one.id, "signed_for": [each.row.id for each in one.sign_off]} for one in items]
    return signed(told, plan.phase.phase.value, day)


def on(case, day):
    return assess(read_plain(case), day).proposal("A")


def ids(items):
    return {one.id for one in items}


def test_from_relief_to_strengthen():
    case = desk_worker(irritability="high")
    case["treatments"] = [{"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist"}]
    first = on(case, FIRST_VISIT)
    assert first.plan.phase.phase is Phase.RELIEF
    case["plans"] = [as_signed(first, FIRST_VISIT)]
    assert not may_sign(on(case, FIRST_VISIT).signed, on(case, FIRST_VISIT).signing)

    # Week 4: calmer, the programme is tolerated, C1/2 is as stiff as before.
    again = visit(WEEK_4, [*JOINT, *PALPATED], irritability="low", ccft_activation_mmhg=24)
    case["visits"].append(again)
    case["facts"]["home_tolerated"] = [{"date": WEEK_4.isoformat(), "value": True}]
    second = on(case, WEEK_4)
    assert second.plan.phase.phase is Phase.RESTORE
    assert second.difference.phase == ("relief", "restore")
    assert {one.id for one in second.difference.items if one.kind is Kind.KEPT} >= {"dcf_stage1", "c1_c2_mobilisation"}
    assert any(one.step and one.step.forward for one in second.difference.items)
    case["plans"].append(as_signed(second, WEEK_4))

    # Week 8: free motion, control up, three headache days.
    free = [{**one, "value": 42} for one in JOINT]
    still = [{**one, "value": False} for one in PALPATED]
    case["visits"].append(visit(WEEK_8, [*free, *still], irritability="low", ccft_activation_mmhg=28))
    case["facts"]["any_headache_days_per_28d"] = [{"date": WEEK_8.isoformat(), "value": 3}]
    third = on(case, WEEK_8)
    assert third.plan.phase.phase is Phase.STRENGTHEN
    assert third.difference.phase == ("restore", "strengthen")
    assert not third.plan.hands_on
    gone = {one.id: one.kind for one in third.difference.items}
    assert gone["c1_c2_mobilisation"] is Kind.OTHER_PHASE
    assert "c1_c2_mobilisation" not in ids(third.plan.offered)
    case["plans"].append(as_signed(third, WEEK_8))

    # A worse week later does not send anybody back by itself.
    later = WEEK_8 + timedelta(days=7)
    case["visits"].append(visit(later, [], irritability="high"))
    assert on(case, later).plan.phase.phase is Phase.STRENGTHEN
    assert on(case, FIRST_VISIT).plan.phase.phase is Phase.RELIEF
    assert on(case, FIRST_VISIT).signed.date == date(2024, 1, 8)
