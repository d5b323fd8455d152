"""A whole proposal from a case file: its parts agree with each other, with what was signed, and with other rooms."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta

import pytest

from concordant.assessment import assess
from concordant.criteria import Truth
from concordant.facts import UNKNOWN
from concordant.plan import Kind, Phase, may_sign
from concordant.plan.disagreement import DISAGREEMENTS
from concordant.plan.interventions import EXCLUDED, INTERVENTIONS, Discipline
from concordant.plan.planner import plan_for
from concordant.plan.proposal import INDIRECT, TOO_LONG_IN_RELIEF
from concordant.plan.visits import RMT_BEFORE_PHYSIO
from concordant.plan.waiting import AGAINST_IT, waiting_of
from concordant.progress.next_retest import next_retest
from concordant.record.read import read_plain
from concordant.safety.matrix import ROWS, RowReading
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything
from tests.plan.examples import EXAMPLES
from tests.plan.told import HEADACHE, clean_safety

JOINT = [
    {"fact": "frt_rotation_deg", "side": side, "value": value, "position": "supine_full_flexion"}
    for side, value in (("left", 40), ("right", 22))
]
PALPATED = [
    {"fact": "palpation_familiar_headache", "side": side, "segment": segment, "headache": "A", "value": value}
    for segment, value in (("C0-C1", False), ("C1-C2", True), ("C2-C3", False))
    for side in ("left", "right")
]


def desk_worker(**changes):
    """Somebody with a stiff C1/2 that reproduces the headache."""
    case = asked_everything(**{"ccft_activation_mmhg": 22, "irritability": "moderate", **changes})
    case["visits"][0]["findings"] = deepcopy([*JOINT, *PALPATED])
    case["episode"] |= {"goal": "Read a whole evening", "payer": {"kind": "private"}}
    return case


def proposal(case, day=None, headache="A"):
    found = assess(read_plain(case), day or FIRST_VISIT)
    return found.proposal(headache)


def signed(items, phase="relief", day=FIRST_VISIT, headache="A", **more):
    return {"date": day.isoformat(), "headache": headache, "phase": phase, "items": items, **more}


def ids(items):
    return [one.id for one in items]


def test_the_parts_are_there():
    found = proposal(desk_worker())
    assert found.plan.phase.phase is Phase.RELIEF
    assert {"c1_c2_mobilisation", "dcf_stage1"} <= set(ids(found.plan.offered))
    assert found.goals.own_words == "Read a whole evening"
    assert found.retest.on == FIRST_VISIT + timedelta(days=28)
    assert found.visits.weeks
    assert found.excluded == EXCLUDED
    assert all(one.fair_sentence for one in found.excluded)
    assert found.difference is None
    assert {one.id for one in found.disagreements} == {"combined", "machines"}


def test_the_retest_is_the_one_that_the_day_list_tells():
    case = desk_worker(treatments=[{"date": "2024-01-08", "discipline": "physiotherapist"}])
    found = assess(read_plain(case), date(2024, 1, 20))
    assert found.proposal("A").retest.on == next_retest(found.record).on


def test_on_hold_nothing_is_laid_out():
    found = proposal(desk_worker(horner_signs=True))
    assert found.plan.phase.phase is Phase.HOLD
    assert not found.plan.offered
    assert not found.visits.rates
    assert found.retest.on is None
    assert not found.topics.visits


@pytest.mark.parametrize(
    ("payer", "indirect"), [("icbc", True), ("worksafebc", True), ("private", False), (None, False)]
)
def test_with_a_claim_the_evidence_is_indirect(payer, indirect):
    case = desk_worker()
    case["episode"].pop("payer")
    if payer:
        case["episode"]["payer"] = {"kind": payer}
    assert (INDIRECT in proposal(case).notes) is indirect


@pytest.mark.parametrize("stiff", [True, False])
def test_massage_before_physiotherapy_is_called_the_clinics_reasoning(stiff):
    found = proposal(desk_worker(thoracic_hypomobile=stiff))
    assert (found.visits.pairing is RMT_BEFORE_PHYSIO) is stiff
    assert any("No trial was found" in note for note in found.notes) is stiff


# --- contradicting entries ------------------------------------------------------------------------------


def contradicted():
    return desk_worker(ccft_activation_mmhg=20, ccft_performance_index=30)


def test_entries_that_contradict_each_other_hold_the_item_and_are_named():
    found = proposal(contradicted())
    held = next(one for one in found.waiting if one.intervention.id == "dcf_stage1")
    assert "dcf_stage1" not in ids(found.plan.offered)
    assert [one.id for one in held.held_by] == [one.id for one in found.signing.contradictions]
    assert {entry.term.name for entry in held.held_by[0].entries} == {"ccft_activation_mmhg", "ccft_performance_index"}


def test_a_signed_item_is_held_and_the_entries_are_named():
    case = contradicted() | {"plans": [signed([{"intervention": "dcf_stage1"}])]}
    found = proposal(case)
    one = next(each for each in found.difference.items if each.id == "dcf_stage1")
    assert one.kind is Kind.HELD
    assert "Craniocervical flexion" in one.says
    told = may_sign(found.signed, found.signing)
    assert [each.id for each in told] == ["not_proposed"]
    assert "contradict" in told[0].says


def test_what_merely_was_not_asked_is_no_contradiction():
    found = proposal(desk_worker(ccft_activation_mmhg=NOT_ASKED))
    waits = next(one for one in found.waiting if one.intervention.id == "dcf_stage1")
    assert waits.ask == ("ccft_activation_mmhg",)
    assert not waits.held_by


def test_what_is_blocked_only_for_want_of_a_fact_is_listed_too():
    example = next(one for one in EXAMPLES if one.id == "1")
    weak_bone = next(row for row in ROWS if row.id == "ci_bone")
    reading = RowReading(weak_bone, Truth.UNKNOWN, ask=("osteoporosis",))
    plan = plan_for(example.knowledge, replace(clean_safety(), rows=(reading,)), HEADACHE, {})
    waits = {one.intervention.id: one for one in waiting_of(plan, ())}["thoracic_mobilisation"]
    assert (waits.rule, waits.ask) == (AGAINST_IT, ("osteoporosis",))
    present = plan_for(
        example.knowledge, replace(clean_safety(), rows=(replace(reading, truth=Truth.MET),)), HEADACHE, {}
    )
    assert [one.intervention.id for one in present.blocked] == ["thoracic_mobilisation"]
    assert not waiting_of(present, ())


# --- what was signed ------------------------------------------------------------------------------------


def test_the_phase_that_was_signed_for_this_headache_is_not_left_backwards():
    case = desk_worker() | {"plans": [signed([{"intervention": "dcf_stage1"}], "restore")]}
    found = proposal(case)
    assert found.plan.phase.reached is Phase.RESTORE
    assert found.plan.phase.phase is Phase.RESTORE


def test_the_phase_of_another_headache_says_nothing_of_this_one():
    case = desk_worker()
    case["headaches"].append(deepcopy(case["headaches"][0]) | {"id": "B"})
    case["plans"] = [signed([{"intervention": "education_core"}], "strengthen", headache="B")]
    assert proposal(case).plan.phase.reached is None
    assert proposal(case).signed is None
    assert proposal(case, headache="B").plan.phase.phase is Phase.STRENGTHEN


@pytest.mark.parametrize(("days", "due"), [(20, False), (21, True), (22, True)])
def test_three_weeks_in_relief_ask_for_a_retest(days, due):
    case = desk_worker(irritability="high") | {"plans": [signed([{"intervention": "dcf_stage1"}])]}
    found = proposal(case, FIRST_VISIT + timedelta(days=days))
    assert found.plan.phase.phase is Phase.RELIEF
    assert (found.retest.says == TOO_LONG_IN_RELIEF) is due
    assert found.retest.is_due is due


def test_weeks_in_a_phase_count_from_its_first_signature():
    weekly = [FIRST_VISIT + timedelta(weeks=week) for week in range(4)]
    plans = [signed([{"intervention": "education_core"}], "strengthen", day) for day in weekly]
    found = proposal(desk_worker() | {"plans": plans}, weekly[-1])
    physio = next(iter(found.visits.rates))
    # The three weeks of weekly visits are over: from now on every second week.
    assert [week.visits[physio] for week in found.visits.weeks][:2] == [0, 1]


def test_a_plan_signed_today_stands_and_the_proposal_is_the_same():
    found = proposal(desk_worker())
    plan = found.plan
    items = [
        {"intervention": one.id, "signed_for": [each.row.id for each in one.sign_off]}
        for one in (*plan.hands_on, *plan.soft_tissue, *plan.home_now, *plan.other)
    ]
    again = proposal(desk_worker() | {"plans": [signed(items, plan.phase.phase.value)]})
    assert not may_sign(again.signed, again.signing)
    assert not again.difference.loud
    assert again.difference.phase is None
    assert {one.kind for one in again.difference.items} == {Kind.KEPT}


# --- several headaches ----------------------------------------------------------------------------------


def test_the_headache_that_the_neck_drives_comes_first_though_another_is_heavier():
    case = desk_worker()
    other = {"laterality": "bilateral", "temporal_relation_neck": "absent"}
    case["headaches"].insert(0, {"id": "B", "facts": deepcopy(case["headaches"][0]["facts"]) | other})
    found = assess(read_plain(case), FIRST_VISIT)
    order = [(one.headache, one.neck_driven) for one in found.proposals]
    rank = {True: 0, UNKNOWN: 1, False: 2}
    assert [rank[driven] for _, driven in order] == sorted(rank[driven] for _, driven in order)
    assert {one for one, _ in order} == {"A", "B"}
    assert order[0][0] == "A"


def test_a_headache_that_there_is_not():
    with pytest.raises(KeyError, match="no headache"):
        assess(read_plain(desk_worker()), FIRST_VISIT).proposal("Z")


# --- words ----------------------------------------------------------------------------------------------


def test_every_intervention_names_source_certainty_and_how_it_is_known():
    for one in INTERVENTIONS:
        assert one.evidence.certainty
        assert one.evidence.how_known
        assert one.evidence.sources or "assumption" in one.evidence.how_known


def test_no_disagreement_is_told_twice():
    assert len({one.id for one in DISAGREEMENTS}) == len(DISAGREEMENTS)


def test_whether_the_goal_is_met_is_asked_of_the_person():
    assert proposal(desk_worker()).goals.met is Truth.UNKNOWN


ADDED = {"intervention": "suboccipital_release", "choice": "added", "reason": "tender below the skull"}


def test_massage_that_was_added_is_proposed_week_by_week_with_physiotherapy():
    case = desk_worker()
    assert Discipline.RMT not in proposal(case).visits.rates
    case["plans"] = [signed([{"intervention": "dcf_stage1"}, ADDED])]
    found = proposal(case).visits
    assert found.per_week[Discipline.RMT] > 0
    assert found.total(Discipline.RMT) > 0
    assert found.pairing is RMT_BEFORE_PHYSIO


def test_massage_that_stands_against_a_row_is_not_laid_out():
    case = desk_worker(consent_refused={"suboccipital_release": True})
    case["plans"] = [signed([{"intervention": "dcf_stage1"}, ADDED])]
    found = proposal(case)
    item = next(one for one in found.difference.items if one.id == "suboccipital_release")
    assert item.against
    assert not item.goes_on
    assert Discipline.RMT not in found.visits.rates
