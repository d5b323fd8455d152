"""What other pages name of the evidence there is."""

from clinic.evidence.behind import OF_A_DECISION, OF_A_LIMIT, OF_A_TRIGGER, behind
from concordant.evidence.library import all_advice
from concordant.progress.triggers import TRIGGERS


def test_advice_behind_decisions_limits_and_triggers() -> None:
    named = {*OF_A_DECISION, *OF_A_LIMIT, *(each for found in OF_A_TRIGGER.values() for each in found)}
    assert {one.id for one in behind(named)} == named <= {one.id for one in all_advice()}
    assert set(OF_A_TRIGGER) <= {one.id for one in TRIGGERS}
