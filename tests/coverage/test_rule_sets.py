"""Three sets of rules by the day of the accident, and the day that cannot be."""

from datetime import date, timedelta

import pytest

from concordant.coverage import Entitlement
from concordant.payers import AccidentDateError, RuleSet, checked_accident
from tests.coverage.people import CRASH, covered, visit

OLD, MIDDLE = date(2019, 3, 31), date(2021, 4, 30)


def later(crash, **more):
    """Somebody with an approved plan after the window of such an accident."""
    day = crash + timedelta(days=100)
    plan = {
        "treatment_plan_status": {"physiotherapy": "approved"},
        "treatment_plan_visits": {"physiotherapy": 5},
        "treatment_plan_start_date": {"physiotherapy": (day - timedelta(days=5)).isoformat()},
        "treatment_plan_end_date": {"physiotherapy": (day + timedelta(days=20)).isoformat()},
    }
    return covered(visit(100, crash=crash), crash=crash, day=101, **plan, **more)


def test_what_the_old_rules_pay_is_not_known():
    found = covered(visit(5, crash=OLD), crash=OLD, day=10)
    (one,) = found.visits
    assert found.rule_set is RuleSet.PART_7
    assert one.entitlement is Entitlement.NOT_KNOWN
    assert one.because == ("R01",)
    assert found.disciplines["physiotherapist"].left is None


@pytest.mark.parametrize(("note", "ground"), [(True, "plan"), (False, "not covered"), (None, "not known")])
def test_the_middle_rules_want_a_physicians_note_as_well(note, ground):
    (one,) = later(MIDDLE, physician_referral_on_file=note).visits
    assert one.entitlement == ground
    assert ("R39" in one.because) is True
    if note is None:
        assert one.missing == ("physician_referral_on_file",)


def test_the_new_rules_want_none():
    found = later(date(2021, 5, 1))
    assert found.rule_set is RuleSet.ENHANCED_CARE
    assert found.visits[0].entitlement is Entitlement.PLAN
    assert "R39" not in found.visits[0].because


def test_the_fee_follows_the_treatment_and_the_rules_the_accident():
    found = covered(visit(40, crash=MIDDLE), crash=date(2021, 3, 25), day=80)
    assert found.rule_set is RuleSet.PART_7_MINOR_INJURY
    assert found.visits[0].fee is None
    assert "2021-04-01" in found.visits[0].fee_why


def test_an_accident_to_come_or_after_the_first_visit_is_named():
    found = covered(visit(-3), visit(2))
    assert found.problems == ("claim_accident_date = 2025-06-02 is after the first visit; allowed: up to 2025-05-30",)
    found = covered(day=-1)
    assert found.problems == ("claim_accident_date = 2025-06-02 is in the future; allowed: up to 2025-06-01",)
    assert covered(visit(0)).problems == ()


def test_the_same_as_an_error():
    day = CRASH
    assert checked_accident(day, as_of=day, first_visit=day) == day
    with pytest.raises(AccidentDateError, match="claim_accident_date = 2025-06-02 is in the future"):
        checked_accident(day, as_of=day - timedelta(days=1), first_visit=None)
