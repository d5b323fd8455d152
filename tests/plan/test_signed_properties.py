"""Whatever was signed and whatever is known now: nothing is lost, nothing blocked is signed."""

from hypothesis import given
from hypothesis import strategies as st

from concordant.plan.against_signed import Kind, difference
from concordant.plan.interventions import BY_ID
from concordant.plan.phases import COURSE, Phase
from concordant.plan.planner import plan_for, standing_against
from concordant.plan.signing import Signing, may_sign
from concordant.record.care import CHOICES, PHASES, PROFILES, Prescribed, Removed, SignedPlan
from concordant.safety.matrix import ROWS
from tests.people import asked_everything, assessed, bare
from tests.plan.test_properties import SOMEBODY
from tests.plan.test_signing import DAY
from tests.plan.told import HEADACHE, Told, clean_safety, with_rows

IDS = [*BY_ID, "leeches"]
ROW_IDS = [row.id for row in ROWS]
PRESCRIBED = st.builds(
    Prescribed,
    st.sampled_from(IDS),
    choice=st.sampled_from(CHOICES),
    reason=st.just("because"),
    signed_for=st.lists(st.sampled_from([*ROW_IDS, "ci_nothing"]), max_size=4).map(tuple),
)


@st.composite
def signed_plans(draw):
    items = draw(st.lists(PRESCRIBED, max_size=8, unique_by=lambda one: one.intervention))
    have = {one.intervention for one in items}
    left = draw(st.lists(st.sampled_from([one for one in IDS if one not in have]), max_size=4, unique=True))
    return SignedPlan(
        DAY,
        HEADACHE,
        draw(st.sampled_from(PHASES)),
        profile=draw(st.sampled_from(["", *PROFILES])),
        items=tuple(items),
        left_out=tuple(Removed(one, "no") for one in left),
    )


def signing(facts, safety, phase=None):
    told = Told(facts)
    return Signing(
        plan=plan_for(told, safety, HEADACHE, {}, phase=phase),
        safety=safety,
        headaches=(HEADACHE,),
        contradictions=(),
        against=lambda ids: standing_against(told, safety, HEADACHE, {}, ids),
    )


@given(signed_plans(), SOMEBODY, st.sampled_from(COURSE), st.lists(st.sampled_from(ROW_IDS), max_size=3))
def test_every_signed_item_is_accounted_for_and_nothing_blocked_is_signed(signed, facts, phase, rows):
    found = signing(facts, with_rows(clean_safety(), *rows), phase)
    told = {one.id: one for one in difference(signed, found).items}
    refused = {one.intervention for one in may_sign(signed, found)}
    for one in signed.items:
        assert told[one.intervention].says
        if any(each.blocks for each in found.against([one.intervention]).get(one.intervention, ())):
            assert told[one.intervention].kind is Kind.BLOCKED
            assert told[one.intervention].loud
            assert one.intervention in refused
    known = [BY_ID[one.intervention] for one in signed.items if one.intervention in BY_ID]
    if not refused and any(one.hands_on for one in known):
        assert any(one.active for one in known)


@given(signed_plans(), SOMEBODY)
def test_on_hold_nothing_can_be_signed(signed, facts):
    for screen in (assessed(asked_everything(horner_signs=True)).safety, assessed(bare()).safety):
        found = signing(facts, screen)
        assert found.plan.phase.phase is Phase.HOLD
        assert may_sign(signed, found)
        assert all(one.loud for one in difference(signed, found).items)
