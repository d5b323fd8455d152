"""The next proposal against the plan that was signed: nothing is replaced in silence."""

from datetime import date

import pytest

from concordant.facts import UNKNOWN
from concordant.plan.against_signed import Kind, difference
from concordant.plan.interventions import BY_ID, INTERVENTIONS
from concordant.plan.interventions.dose import plain_dose
from concordant.record.care import DOSE, Prescribed, Removed, SignedPlan
from tests.people import asked_everything, assessed
from tests.plan.examples import EXAMPLES
from tests.plan.test_signing import DAY, accepted, example, signing
from tests.plan.told import HEADACHE, clean_safety, with_rows


def of(signed, found):
    return {one.id: one for one in difference(signed, found).items}


@pytest.mark.parametrize("identity", [one.id for one in EXAMPLES if one.id != "4"])
def test_what_was_accepted_an_hour_ago_is_kept_whole(identity):
    found = signing(identity)
    told = difference(accepted(found), found)
    assert not told.loud
    assert {one.kind for one in told.items} <= {Kind.KEPT, Kind.NEW}
    # New are only those that did not fit and were not signed.
    later = {one.id for one in (*found.plan.hands_on_later, *found.plan.home_later)}
    assert {one.id for one in told.items if one.kind is Kind.NEW} == later


@pytest.mark.parametrize("identity", [one.id for one in EXAMPLES])
def test_every_signed_and_every_offered_item_stands_once(identity):
    before, now = signing("1"), signing(identity)
    signed = accepted(before)
    told = difference(signed, now)
    expected = {one.intervention for one in signed.items} | {one.id for one in now.plan.offered}
    assert sorted(one.id for one in told.items) == sorted(expected)
    for one in told.items:
        assert one.says


def test_an_emergency_since_is_loud_about_everything():
    screen = assessed(asked_everything(horner_signs=True)).safety
    signed = accepted(signing("1"))
    told = difference(signed, signing("1", safety=screen))
    assert {one.kind for one in told.items} == {Kind.ON_HOLD}
    assert len(told.loud) == len(signed.items)


def test_a_new_contraindication_is_loud_and_comes_first():
    signed = accepted(signing("1"))
    found = signing("1", safety=with_rows(clean_safety(), "ci_bone"))
    told = difference(signed, found)
    assert told.items[0].loud
    by_id = {one.id: one for one in told.items}
    assert by_id["thoracic_mobilisation"].kind is Kind.BLOCKED
    assert "Weak bone" in by_id["thoracic_mobilisation"].says
    release = by_id["c1_c2_mobilisation"]
    assert (release.kind, release.loud) == (Kind.KEPT, True)
    assert "Not signed for" in release.says
    assert "grade I to III" in release.says


def test_one_that_was_signed_for_is_not_loud_again():
    found = signing("8")
    assert not difference(accepted(found), found).loud


def test_a_blocked_treatment_of_another_phase_is_loud_too():
    signed = SignedPlan(DAY, HEADACHE, "strengthen", items=(Prescribed("neck_strength_resistance"),))
    found = signing("1", safety=with_rows(clean_safety(), "ci_myelopathy"))
    assert "neck_strength_resistance" not in {one.id for one in found.plan.offered}
    one = of(signed, found)["neck_strength_resistance"]
    assert (one.kind, one.loud) == (Kind.BLOCKED, True)


@pytest.mark.parametrize(
    ("facts", "item", "kind"),
    [
        ({"frt_restricted": False, "concordant_c1_c2": False}, "c1_c2_mobilisation", Kind.NOT_INDICATED),
        ({"frt_restricted": UNKNOWN}, "c1_c2_mobilisation", Kind.WAITS),
        ({"hands_on_sessions_done": 18}, "c1_c2_mobilisation", Kind.ENDED),
        ({"hands_on_sessions_done": 12}, "c1_c2_mobilisation", Kind.WAITS),
        ({"ccft_activation_mmhg": 28}, "dcf_stage1", Kind.NOT_INDICATED),
        ({"consent_refused": dict.fromkeys(BY_ID, True)}, "suboccipital_release", Kind.BLOCKED),
    ],
)
def test_why_it_is_no_longer_proposed(facts, item, kind):
    signed = accepted(signing("1"))
    told = of(signed, signing("1", **facts))[item]
    assert told.kind is kind
    assert told.item is None


def test_a_stop_rule_is_told_with_its_facts():
    signed = SignedPlan(DAY, HEADACHE, "restore", items=(Prescribed("suboccipital_release"),))
    told = of(signed, signing("7"))["suboccipital_release"]
    assert told.kind is Kind.STOPPED
    assert told.trace is not None
    assert not told.loud


def test_a_change_of_phase_and_profile_is_told():
    signed = SignedPlan(DAY, HEADACHE, "restore", profile="complex", items=(Prescribed("dcf_stage1"),))
    told = difference(signed, signing("6"))
    assert (told.phase, told.profile) == (("restore", "strengthen"), ("complex", "standard"))
    assert of(signed, signing("6"))["dcf_stage1"].kind is Kind.OTHER_PHASE


def test_what_a_clinician_left_out_is_not_called_new():
    found = signing("1")
    signed = accepted(found)
    kept = tuple(one for one in signed.items if one.intervention != "postural_correction")
    removed = (Removed("postural_correction", "does not want it"),)
    told = of(SignedPlan(DAY, HEADACHE, "relief", items=kept, left_out=removed), found)["postural_correction"]
    assert told.kind is Kind.LEFT_OUT
    assert "does not want it" in told.says


def test_nothing_differs_only_where_nothing_does():
    found = signing("5")
    signed = accepted(found)
    steps = {one.id for one in difference(signed, found).items if one.step}
    assert steps
    assert not difference(signed, found).same
    still = tuple(one for one in signed.items if one.intervention not in steps)
    rest = tuple(Removed(one, "not now") for one in steps)
    assert difference(SignedPlan(DAY, HEADACHE, "restore", items=still, left_out=rest), found).same
    assert not difference(SignedPlan(DAY, HEADACHE, "relief", items=still, left_out=rest), found).same
    assert not difference(SignedPlan(DAY, HEADACHE, "restore", items=still), found).same


def test_what_was_never_proposed_is_not_said_to_be_so_no_longer():
    added = Prescribed("suboccipital_release", choice="added", reason="tender")
    for number in ("1", "5", "6"):
        told = of(SignedPlan(DAY, HEADACHE, "relief", items=(added,)), signing(number))["suboccipital_release"]
        assert "No longer" not in told.says


def test_what_a_clinician_added_keeps_its_reason():
    added = Prescribed("scapular_training", choice="added", reason="overhead work")
    told = of(SignedPlan(DAY, HEADACHE, "relief", items=(added,)), signing("1"))["scapular_training"]
    assert told.by_clinician
    assert "overhead work" in told.says


def test_a_treatment_that_is_gone_from_the_catalogue_is_loud():
    told = of(SignedPlan(DAY, HEADACHE, "relief", items=(Prescribed("leeches"),)), signing("1"))["leeches"]
    assert (told.kind, told.loud) == (Kind.UNKNOWN_TREATMENT, True)


@pytest.mark.parametrize(
    ("facts", "forward"), [({"flare_24h": True}, False), ({"irritability": "low"}, True), ({}, None)]
)
def test_on_or_back_from_which_facts(facts, forward):
    signed = accepted(signing("1"))
    step = of(signed, signing("1", **{"headache_intensity_nrs_mean_7d": 6, "home_tolerated": False, **facts}))[
        "c1_c2_mobilisation"
    ].step
    assert (None if step is None else step.forward) is forward
    if step is not None:
        assert set(facts) <= set(step.because)


def test_back_comes_before_on():
    facts = {"flare_24h": True, "irritability": "low", "headache_intensity_nrs_mean_7d": 6, "home_tolerated": False}
    step = of(accepted(signing("1")), signing("1", **facts))["c1_c2_mobilisation"].step
    assert not step.forward


def test_a_dose_that_was_accepted_and_differs_is_told_part_by_part():
    dose = dict(plain_dose(BY_ID["dcf_stage1"].dose))
    found = signing("1")
    same = Prescribed("dcf_stage1", dose=dose)
    other = Prescribed("dcf_stage1", dose={**dose, "reps": 99})
    own = Prescribed("dcf_stage1", dose={**dose, "reps": 99}, choice="changed", reason="tires quickly")
    parts = [
        of(SignedPlan(DAY, HEADACHE, "relief", items=(one,)), found)["dcf_stage1"].dose for one in (same, other, own)
    ]
    assert [len(each) for each in parts] == [0, 1, 0]
    assert (parts[1][0].part, parts[1][0].signed) == ("reps", 99)


@pytest.mark.parametrize("one", INTERVENTIONS, ids=lambda one: one.id)
def test_a_dose_is_written_in_the_words_of_the_case_file(one):
    assert set(plain_dose(one.dose)) <= set(DOSE)


def test_the_day_of_the_signature_is_told():
    assert difference(accepted(signing("1")), signing("1")).signed.date == date(2024, 1, 8)


def test_the_first_example_is_the_desk_worker():
    assert "Desk worker" in example("1").title
