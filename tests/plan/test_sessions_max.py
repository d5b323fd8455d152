"""A treatment ends with the sessions that its dose allows; one that may have been given counts for nothing yet."""

import pytest

from concordant.facts.values import Span
from concordant.plan.interventions import BY_ID
from concordant.plan.planner import plan_for
from tests.plan.examples import EXAMPLES
from tests.plan.told import HEADACHE, Told

WHO = next(one for one in EXAMPLES if one.id == "1")


def planned(given):
    counts = {**dict.fromkeys(BY_ID, 0), "c1_c2_mobilisation": given}
    facts = {**WHO.facts, "sessions_this_technique": counts, "frt_verdict": "improved"}
    return plan_for(Told(facts, injured=WHO.knowledge.injured), WHO.safety, HEADACHE, {})


@pytest.mark.parametrize(("given", "offered"), [(7, True), (8, False), (9, False), (Span(7, 8), True)])
def test_it_is_offered_as_long_as_its_sessions_last(given, offered):
    assert BY_ID["c1_c2_mobilisation"].dose.sessions_max == 8
    plan = planned(given)
    assert ("c1_c2_mobilisation" in [one.id for one in plan.offered]) is offered
    assert ("c1_c2_mobilisation" in [one.intervention.id for one in plan.stopped]) is not offered
