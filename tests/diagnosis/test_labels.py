"""The labels of 11.2.1 (diagnosis 3.6), on case files."""

from datetime import date

import pytest

from concordant.diagnosis import Status
from concordant.diagnosis.neck.labels import CONTROLLED, DEFINITE, NOT_SUPPORTED, PROVISIONAL, WITH_ANOTHER
from tests.diagnosis.test_worked_truths import TENSION_TYPE
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, crash


def neck(case, day=FIRST_VISIT):
    return assessed(case, day).diagnosis("11.2.1", "A")


def session(day, agent, **facts):
    block = {
        "block_done": True,
        "block_target": "c2_3_joint_or_ton",
        "block_technical_success": True,
        "block_agent": agent,
        "block_control": "comparative_agents",
        "block_pre_nrs": 6,
        "block_best_post_nrs": 0,
    }
    return {"date": day, "facts": {**block, "new_red_flag_sign": False, **facts}}


def blocked_twice(second, **facts):
    case = asked_everything(provoked_by_neck_movement_or_posture=True, **facts)
    case["visits"] += [session("2024-01-09", "lidocaine"), session(second, "bupivacaine")]
    return case


def test_definite():
    assert neck(asked_everything(temporal_relation_neck="established")).label == DEFINITE.words


@pytest.mark.parametrize(
    ("second", "facts", "label"),
    [
        ("2024-01-16", {}, CONTROLLED),
        ("2024-01-15", {}, DEFINITE),
        ("2024-01-16", {"laterality": "one_sided_alternating"}, DEFINITE),
        ("2024-01-16", {"provoked_by_neck_movement_or_posture": False}, DEFINITE),
    ],
)
def test_the_controlled_block_grade_asks_for_chisg_research(second, facts, label):
    case = blocked_twice(second)
    for name, value in facts.items():
        case["headaches"][0]["facts"][name] = value
    if "provoked_by_neck_movement_or_posture" in facts:
        case["headaches"][0]["facts"]["ipsilateral_neck_shoulder_arm_pain"] = False
        case["visits"][0]["facts"]["pressure_provokes_headache"] = False
    assert neck(case, date(2024, 1, 16)).label == label.words


def test_a_working_diagnosis():
    found = neck(asked_everything())
    assert (found.status, found.label) == (Status.PROVISIONAL, PROVISIONAL.words)


@pytest.mark.parametrize(
    "facts",
    [
        {"neck_disorder_accepted_cause": NOT_ASKED},
        {"crom_reduced": NOT_ASKED},
        {"cancer_history": NOT_ASKED},
        {"cancer_active": True, "cancer_history": True},
    ],
    ids=["B open", "no relation", "a flag not asked", "a flag open"],
)
def test_no_working_diagnosis(facts):
    found = neck(asked_everything(**facts))
    assert (found.status, found.label) == (Status.UNDETERMINED, "")


def test_no_working_diagnosis_where_d_is_refuted():
    found = neck(asked_everything(examiner_confirms_not_better_explained=False))
    assert found.status is Status.EXCLUDED
    assert found.label == ""


def test_not_supported_without_a_neck_disorder():
    case = asked_everything(neck_disorder_clinical_evidence=False)
    assert neck(case).label == NOT_SUPPORTED.words


def test_neck_findings_with_another_headache():
    found = neck(asked_everything(**TENSION_TYPE))
    assert (found.status, found.label) == (Status.EXCLUDED, WITH_ANOTHER.words)
    assert neck(asked_everything(**crash(60, 3), temporal_relation_neck="established")).label == WITH_ANOTHER.words


def test_other_diagnoses_have_no_label():
    assert {one.label for one in assessed(asked_everything()).diagnoses if one.diagnosis.code != "11.2.1"} == {""}
