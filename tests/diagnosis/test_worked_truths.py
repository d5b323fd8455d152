"""The worked truths of the clinical reference (diagnosis 3.7), each as a full record of a person.

T16 to T23, which turn on blocks and on the course of treatment, stand in test_worked_truths_of_the_neck.
"""

from datetime import date, timedelta

import pytest

from concordant.criteria import Binding, Truth, at_or_above, evaluate
from concordant.diagnosis import Status
from concordant.facts import Span
from concordant.facts.diary.counts import headache_days_per_30d
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, crash, record

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
DEFINITE, PROVISIONAL, UNDETERMINED, EXCLUDED = (
    Status.DEFINITE,
    Status.PROVISIONAL,
    Status.UNDETERMINED,
    Status.EXCLUDED,
)

BLOCK_IN_PART = {
    "block_done": True,
    "block_target": "c2_3_joint_or_ton",
    "block_agent": "lidocaine",
    "block_technical_success": True,
    "block_pre_nrs": 6,
    "block_best_post_nrs": 2,
}
FIRST_TREATMENT = FIRST_VISIT + timedelta(days=1)
WEEK_4 = FIRST_TREATMENT + timedelta(days=28)
HEADACHE_BETTER_WITHOUT_THE_NECK = {
    "date": WEEK_4.isoformat(),
    "facts": {
        "change_confounders": [],
        "cervical_change_class": "within_error",
        "headache_change_class": "improved_important",
        "new_red_flag_sign": False,
    },
}


def neck(case, as_of=FIRST_VISIT):
    return assessed(case, as_of).diagnosis("11.2.1", "A")


def statuses(case, as_of, *codes):
    found = assessed(case, as_of)
    return tuple(found.diagnosis(code, "A").status for code in codes)


def test_a_person_of_whom_everything_was_asked_is_clear():
    safety = assessed(asked_everything()).safety
    assert safety.not_screened == ()
    assert (safety.clear, safety.manual_therapy) == (MET, "allowed")


def test_t1_one_relation_is_a_working_diagnosis():
    found = neck(asked_everything())
    assert {letter: found.criteria[letter] for letter in ("B", "C", "C1", "C2", "C3", "C4", "D")} == {
        "B": MET, "C": UNKNOWN, "C1": UNKNOWN, "C2": UNKNOWN, "C3": MET, "C4": UNKNOWN, "D": MET,
    }  # fmt: skip
    assert found.status is PROVISIONAL


def test_t2_two_relations_are_definite():
    found = neck(asked_everything(temporal_relation_neck="established"))
    assert found.criteria["C"] is MET
    assert found.status is DEFINITE


def test_t3_three_relations_refuted_exclude():
    case = asked_everything(temporal_relation_neck="absent", **BLOCK_IN_PART)
    case["visits"].append(HEADACHE_BETTER_WITHOUT_THE_NECK)
    # The block of the first visit would be a confounder of the course; here it was given before treatment began.
    case["treatments"] = [{"date": FIRST_TREATMENT.isoformat(), "discipline": "physiotherapist"}]
    found = neck(case, WEEK_4)
    assert [found.criteria[letter] for letter in ("C1", "C2", "C3", "C4")] == [NOT_MET, NOT_MET, MET, NOT_MET]
    assert found.status is EXCLUDED


def test_t4_one_open_relation_keeps_it_open():
    found = neck(asked_everything(temporal_relation_neck="absent", **BLOCK_IN_PART))
    assert [found.criteria[letter] for letter in ("C", "C1", "C2", "C3", "C4")] == [
        UNKNOWN, NOT_MET, UNKNOWN, MET, NOT_MET,
    ]  # fmt: skip
    assert "change_confounders" in found.missing


def test_t5_whiplash_on_day_3_is_acute_on_day_60():
    case = asked_everything(**crash(60, 3), temporal_relation_neck="established")
    assert statuses(case, FIRST_VISIT, "5.3", "5.4", "11.2.1") == (DEFINITE, EXCLUDED, EXCLUDED)


def test_t5_the_neck_is_explained_beside_it():
    note = neck(asked_everything(**crash(60, 3), temporal_relation_neck="established")).note
    assert note == ("After whiplash the headache is coded 5.3 (ICHD-3 G9). Criteria A to C of 11.2.1 are also met.")


def test_t6_the_same_person_is_persistent_100_days_after_onset():
    case = asked_everything(**crash(60, 3))
    later = FIRST_VISIT + timedelta(days=43)
    assert statuses(case, later, "5.3", "5.4", "11.2.1") == (EXCLUDED, DEFINITE, EXCLUDED)


def test_t7_the_clock_starts_with_the_headache():
    case = asked_everything(**crash(93, 6))
    assert statuses(case, FIRST_VISIT, "5.3", "5.4") == (DEFINITE, EXCLUDED)


def test_t8_a_headache_20_days_after_a_whiplash_is_judged_by_the_neck():
    case = asked_everything(**crash(60, 20))
    found = assessed(case)
    assert statuses(case, FIRST_VISIT, "5.3", "5.4") == (EXCLUDED, EXCLUDED)
    assert found.record.value("temporal_relation_neck", Binding(headache="A")) == "plausible"
    assert found.diagnosis("11.2.1", "A").criteria["C1"] is UNKNOWN


MIGRAINE = {
    "attack_duration_minutes": [300, 1440],
    "pain_qualities": ["pulsating"],
    "photophobia": True,
    "phonophobia": True,
    "preexisting_headache": True,
}


def known_migraine_after_a_crash(days_after):
    injured = FIRST_VISIT - timedelta(days=30)
    return asked_everything(
        **MIGRAINE,
        **(crash(30, 4) | {"headache_onset_date": "2015-01-01"}),
        headache_days_per_30d=[
            {"date": (injured - timedelta(days=10)).isoformat(), "value": 4},
            {"date": (injured + timedelta(days=4)).isoformat(), "value": days_after},
        ],
    )


def test_t9_a_migraine_twice_as_bad_from_day_4_has_both_codes():
    case = known_migraine_after_a_crash(9)
    found = assessed(case)
    assert found.record.value("worsening_factor", Binding(headache="A")) == 2.25
    assert statuses(case, FIRST_VISIT, "1.1", "5.3") == (DEFINITE, DEFINITE)


def test_t9_a_migraine_not_twice_as_bad_keeps_its_own_code_only():
    case = known_migraine_after_a_crash(7)
    assert statuses(case, FIRST_VISIT, "1.1", "5.3", "5.4") == (DEFINITE, EXCLUDED, EXCLUDED)


@pytest.mark.parametrize("indomethacin", [NOT_ASKED, "unknown", "not_tried"])
def test_t10_a_side_locked_continuous_headache_with_tears_waits_for_indomethacin(indomethacin):
    case = asked_everything(
        headache_continuous=True,
        cas_conjunctival_or_tearing="ipsilateral",
        exacerbations_moderate_or_worse=True,
        indomethacin_response=indomethacin,
    )
    found = assessed(case)
    assert found.diagnosis("11.2.1", "A").criteria["D"] is UNKNOWN
    assert found.diagnosis("3.4", "A").status is UNDETERMINED


def diary(answers: str, last: date):
    first = last - timedelta(days=len(answers) - 1)
    return [
        {"date": (first + timedelta(days=number)).isoformat(), "headache_today": answer == "+"}
        for number, answer in enumerate(answers)
        if answer != "."
    ]


def on_days(last: date, months: int, day_by_day):
    """A diary of months of 30 days; ``day_by_day`` gives the entries of each day of a month, counted from 0."""
    days = range(30 * months)
    return [{"date": (last - timedelta(days=number)).isoformat(), **day_by_day(number % 30)} for number in days]


def met_subforms(found):
    return {one.subform.code for one in found.subforms if one.truth is MET}


def ibuprofen_then_paracetamol(day):
    """16 headache days; ibuprofen on 9 of them, paracetamol on 8 other days."""
    taken = ["nsaid"] if day < 9 else ["paracetamol"] if day < 17 else []
    return {"headache_today": day < 16, "acute_medication": taken}


def triptan_then_paracetamol(day):
    """16 headache days; a triptan on 6, paracetamol on 6 others."""
    taken = ["triptan"] if day < 6 else ["paracetamol"] if day < 12 else []
    return {"headache_today": day < 16, "acute_medication": taken}


def overuse(months, day_by_day, **more):
    case = asked_everything(
        diary=on_days(FIRST_VISIT, months, day_by_day),
        preexisting_headache=True,
        acute_med_days_per_30d=NOT_ASKED,
        **({"medication_history_reliable": True} | more),
    )
    return assessed(case).diagnosis("8.2", "A")


def test_t11_several_non_opioids_together_are_one_class():
    found = overuse(5, ibuprofen_then_paracetamol)
    assert (found.status, met_subforms(found)) == (DEFINITE, {"8.2.3"})


def test_t12_two_classes_neither_over_its_limit():
    found = overuse(4, triptan_then_paracetamol)
    assert (found.status, met_subforms(found)) == (DEFINITE, {"8.2.6"})


def test_t12_three_months_are_not_more_than_three():
    assert overuse(3, triptan_then_paracetamol).status is UNDETERMINED


def test_t12_a_history_that_cannot_be_relied_on_is_8_2_7_as_well():
    found = overuse(4, triptan_then_paracetamol, medication_history_reliable=False)
    assert met_subforms(found) == {"8.2.6", "8.2.7"}


def test_t13_missing_days_leave_15_days_open():
    found = record(asked_everything(diary=diary("." * 5 + "+" * 13 + "-" * 12, FIRST_VISIT)))
    where = Binding(headache="A")
    assert found.value("headache_days_per_30d", where) == Span(13, 18)
    assert evaluate(at_or_above(headache_days_per_30d, 15), found, where).truth is UNKNOWN


AURA = {
    "aura_attack_count": 3,
    "aura_symptom_types": ["visual"],
    "aura_fully_reversible": True,
    "aura_symptom_minutes": 20,
    "aura_positive": True,
    "aura_unilateral": True,
    "aura_spread_minutes": 0,
    "aura_symptoms_in_succession": False,
    "aura_to_headache_minutes": 90,
    "preexisting_headache": True,
    "neck_disorder_clinical_evidence": False,
}


def test_t14_three_of_six_make_a_typical_aura():
    found = assessed(asked_everything(**AURA)).diagnosis("1.2", "A")
    assert {letter: found.criteria[letter] for letter in ("C", "C1", "C2", "C3", "C4", "C5", "C6")} == {
        "C": MET, "C1": NOT_MET, "C2": NOT_MET, "C3": MET, "C4": MET, "C5": MET, "C6": NOT_MET,
    }  # fmt: skip
    assert (found.status, met_subforms(found)) == (DEFINITE, {"1.2.1"})


def test_t14_with_a_motor_symptom_it_is_not_typical():
    found = assessed(asked_everything(**AURA | {"aura_symptom_types": ["visual", "motor"]})).diagnosis("1.2", "A")
    assert (found.status, met_subforms(found)) == (DEFINITE, set())


TENSION_TYPE = {
    "laterality": "bilateral",
    "pain_qualities": ["pressing_tightening"],
    "photophobia": True,
    "attack_duration_minutes": 300,
    "attack_count_lifetime": 16,
    "headache_days_per_30d": 6,
    "months_at_this_frequency": 12,
    "neck_disorder_clinical_evidence": False,
}


def test_t15_frequent_episodic_tension_type_headache():
    codes = ("2.1", "2.2", "2.3", "2.4", "1.1", "11.2.1")
    assert statuses(asked_everything(**TENSION_TYPE), FIRST_VISIT, *codes) == (
        EXCLUDED, DEFINITE, EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED,
    )  # fmt: skip


@pytest.mark.parametrize(("tender", "code"), [(True, {"2.2.1"}), (False, {"2.2.2"}), (NOT_ASKED, set())])
def test_t15_is_named_by_the_muscles_of_the_head(tender, code):
    found = assessed(asked_everything(**TENSION_TYPE, pericranial_tenderness=tender)).diagnosis("2.2", "A")
    assert met_subforms(found) == code
