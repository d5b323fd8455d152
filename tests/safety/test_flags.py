"""Flags as they stand: open, unknown, closed; the strongest level; what each forbids.

The conditions themselves are drawn as tables in ``tests/spec``.
"""

import pytest

from concordant.criteria import Truth
from concordant.safety import FLAGS, TECHNIQUES, Action
from concordant.safety.flag import Flag
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, bare

A_DAY = FIRST_VISIT.isoformat()

# flag: (what opens it; the action; a fact without which alone it is unknown, where there is one)
OPENED = {
    "snnoop_s": ({"meningism": True}, "emergency", "fever"),
    "snnoop_n1": ({"cancer_active": True}, "same_day", "cancer_history"),
    "snnoop_n2": ({"seizure_new": True}, "emergency", "seizure_new"),
    "snnoop_o1": ({"time_to_peak_seconds": 60}, "emergency", "time_to_peak_seconds"),
    "snnoop_o2": ({"person": {"id": "x", "born": "1950-01-01"}}, "urgent", "headache_onset_date"),
    "snnoop_p1": ({"pattern_change": True}, "urgent", "pattern_change"),
    "snnoop_p2": ({"orthostatic_pattern": "worse_lying"}, "same_day", "orthostatic_pattern"),
    "snnoop_p3": ({"cough_sneeze_exertion_trigger": True}, "urgent", "cough_sneeze_exertion_trigger"),
    "snnoop_p4": ({"papilloedema": True}, "emergency", "transient_visual_obscurations"),
    "snnoop_p5": ({"progressive_worsening": True}, "urgent", "atypical_presentation"),
    "snnoop_p6": ({"pregnant_or_postpartum": "pregnant"}, "caution", "pregnant_or_postpartum"),
    "snnoop_p7": ({"painful_red_eye": True}, "same_day", "painful_red_eye"),
    "snnoop_p8": ({"injury_date": A_DAY}, "caution", None),
    "snnoop_p9": ({"immune_compromise": True, "fever": True}, "same_day", None),
    "snnoop_p10": ({"acute_med_days_per_30d": {"nsaid": 10}}, "caution", "new_drug_at_onset"),
    "vasc_v3": ({"horner_signs": True}, "emergency", "three_n"),
    "vasc_dissection": ({"dissection_diagnosed": True}, "emergency", None),
    "vasc_v2": (
        {"pain_unlike_any_other": True, "vascular_risk_factors": ["hypertension"]},
        "emergency",
        None,
    ),
    "vasc_v2b": ({"pain_unlike_any_other": True}, "same_day", "pain_unlike_any_other"),
    "vasc_v1": ({"vascular_risk_factors": ["diabetes", "immobile"]}, "caution", "vascular_risk_factors"),
    "vasc_bp": ({"systolic_bp_mmhg": 180}, "same_day", "diastolic_bp_mmhg"),
    "gca": (
        {"person": {"id": "x", "born": "1950-01-01"}, "jaw_claudication": True},
        "same_day",
        None,
    ),
    "low_csf": ({"orthostatic_pattern": "worse_upright_better_lying"}, "urgent", "orthostatic_pattern"),
    "myelopathy_3of5": ({"gait_deviation": True, "hoffmann": True, "babinski": True}, "same_day", None),
    "myelopathy_2of5": ({"gait_deviation": True, "hoffmann": True}, "urgent", None),
    "cord": ({"hand_clumsiness": True}, "urgent", "lhermitte"),
    "progressive_neuro": ({"worsening_neuro_function": True}, "same_day", "multi_level_root_signs"),
    "tumour": ({"cancer_history": True, "unremitting_night_pain": True}, "urgent", None),
    "fracture": (
        {"osteoporosis": True, "midline_tenderness": True, "vascular_risk_factors": ["recent_minor_neck_trauma"]},
        "emergency",
        None,
    ),
    "infection": ({"fever": True, "severe_stiff_neck_pain": True}, "emergency", None),
    "aura": ({"aura_symptom_types": ["visual"], "aura_positive": False}, "same_day", None),
    "ccr_imaging": (
        {"injury_date": A_DAY, "limb_paraesthesia": True, "spine_imaging_cleared": False},
        "emergency",
        None,
    ),
    "uci": ({"adverse_reaction_to_testing": True}, "emergency", "uci_risk_conditions"),
    "injury_72h": ({"injury_date": A_DAY}, "caution", None),
    "new_sign": ({"new_red_flag_sign": True}, "same_day", None),
    "diary_alarm": ({"diary": [{"date": A_DAY, "red_flag_today": ["neurological"]}]}, "emergency", None),
}


def flag_of(identity, case, as_of=FIRST_VISIT):
    return next(found for found in assessed(case, as_of).safety.flags if found.flag.id == identity)


def test_every_flag_is_named_here():
    assert OPENED.keys() == {flag.id for flag in FLAGS}


@pytest.mark.parametrize("identity", OPENED)
def test_it_opens(identity):
    facts, action, _ = OPENED[identity]
    found = flag_of(identity, asked_everything(**facts))
    assert (found.truth, found.action) == (Truth.MET, Action(action))


@pytest.mark.parametrize("identity", OPENED)
def test_it_stays_closed_where_everything_was_asked(identity):
    found = flag_of(identity, asked_everything())
    assert (found.truth, found.action, found.cleared) == (Truth.NOT_MET, None, False)


UNASKED = {identity: fact for identity, (_, _, fact) in OPENED.items() if fact}


@pytest.mark.parametrize("identity", UNASKED)
def test_it_is_unknown_where_something_was_not_asked(identity):
    case = asked_everything(**{UNASKED[identity]: NOT_ASKED})
    found = assessed(case).safety
    assert flag_of(identity, case).truth is Truth.UNKNOWN
    assert UNASKED[identity] in found.not_screened


@pytest.mark.parametrize("identity", OPENED)
def test_it_says_what_raised_it(identity):
    facts, _, _ = OPENED[identity]
    assert flag_of(identity, asked_everything(**facts)).because != ()


def test_an_injury_that_nobody_asked_for_is_unknown():
    case = asked_everything()
    del case["injuries"]
    assert flag_of("snnoop_p8", case).truth is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "action"),
    [
        ({"fever": True}, "same_day"),
        ({"fever": True, "alert_gcs_15": False}, "emergency"),
        ({"fever": True, "meningism": True}, "emergency"),
    ],
)
def test_of_several_open_levels_the_strongest_stands(facts, action):
    assert flag_of("snnoop_s", asked_everything(**facts)).action is Action(action)


def test_of_several_open_flags_the_strongest_stands_first():
    case = asked_everything(cancer_history=True, papilloedema=True, painful_red_eye=True)
    found = assessed(case).safety
    assert [reading.action for reading in found.open] == [Action.EMERGENCY, Action.SAME_DAY, Action.URGENT]
    assert found.action is Action.EMERGENCY


@pytest.mark.parametrize(
    ("facts", "forbidden"),
    [
        ({"papilloedema": True}, TECHNIQUES),
        ({"painful_red_eye": True}, TECHNIQUES),
        ({"cancer_history": True}, ("thrust", "end_range", "mid_range", "needling")),
        ({"injury_date": "2023-12-20"}, ()),
        ({"vascular_risk_factors": ["diabetes", "immobile"]}, ("thrust", "end_range")),
        ({"pregnant_or_postpartum": "pregnant"}, ()),
        ({"cancer_history": NOT_ASKED}, TECHNIQUES),
        ({"plausible_mechanical_explanation": NOT_ASKED}, ("thrust", "end_range")),
        ({}, ()),
    ],
)
def test_what_is_forbidden(facts, forbidden):
    assert assessed(asked_everything(**facts)).safety.forbids == forbidden


@pytest.mark.parametrize(
    ("identity", "facts", "forbidden", "until"),
    [
        ("snnoop_p4", {"papilloedema": True}, TECHNIQUES, "until a physician has answered"),
        ("snnoop_n1", {"cancer_history": True}, (*TECHNIQUES[:3], "needling"), "until a physician has answered"),
        (
            "uci",
            {"uci_risk_conditions": ["down_syndrome"]},
            ("thrust", "end_range"),
            "until a physician has answered",
        ),
        ("injury_72h", {"injury_date": A_DAY}, ("thrust", "end_range"), "until 72 h after the injury are over"),
        ("snnoop_p10", {"acute_med_days_per_30d": {"nsaid": 10}}, (), "until what it rests on has changed"),
    ],
)
def test_each_flag_says_what_it_forbids_and_until_what(identity, facts, forbidden, until):
    found = flag_of(identity, asked_everything(**facts))
    assert found.forbids == forbidden
    assert found.until.startswith(until)


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({}, "allowed"),
        ({"pregnant_or_postpartum": "pregnant"}, "caution"),
        ({"vascular_risk_factors": ["diabetes", "immobile"]}, "caution"),
        ({"cancer_history": True}, "caution"),
        ({"painful_red_eye": True}, "stop"),
        ({"papilloedema": True}, "stop"),
        ({"cancer_history": NOT_ASKED}, "stop"),
        ({"recent_neck_surgery": True}, "stop"),
        ({"plausible_mechanical_explanation": False}, "caution"),
        ({"acute_med_days_per_30d": {"nsaid": 20}}, "allowed"),
    ],
)
def test_the_word_on_manual_therapy(facts, word):
    assert assessed(asked_everything(**facts)).safety.manual_therapy == word


def test_an_open_red_flag_keeps_the_diagnosis_open_and_does_not_refute_it():
    found = assessed(asked_everything(temporal_relation_neck="established", cancer_history=True))
    assert found.diagnosis("11.2.1", "A").criteria["D"] is Truth.UNKNOWN


def test_a_caution_does_not_hold_the_diagnosis():
    case = asked_everything(temporal_relation_neck="established", pregnant_or_postpartum="pregnant")
    found = assessed(case)
    assert found.diagnosis("11.2.1", "A").criteria["D"] is Truth.MET


def test_an_empty_record_is_never_clear():
    found = assessed(bare()).safety
    assert found.not_screened != ()
    assert (found.clear, found.manual_therapy) == (Truth.UNKNOWN, "stop")


def test_a_stronger_level_that_was_not_asked_is_named_behind_an_open_weaker_one():
    found = assessed(asked_everything(cancer_history=True, cancer_active=NOT_ASKED)).safety
    assert "cancer_active" in found.not_screened


def test_levels_stand_strongest_first():
    levels = {flag.id: flag.levels for flag in FLAGS}
    weak, strong = levels["snnoop_p10"][0], levels["snnoop_n2"][0]
    with pytest.raises(ValueError, match="levels stand strongest first, each action once"):
        Flag("wrong", "Wrong order", (weak, strong), "none")
