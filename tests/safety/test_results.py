"""Facts that are results of the safety rules, and two that are computed from entries for them."""

from datetime import date, timedelta

import pytest

from concordant.facts import UNKNOWN
from concordant.facts.values import Span
from concordant.record.derive import derived_facts
from concordant.safety.results import OF_AN_INJURY, OF_THE_PERSON, facts_of_injury
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, bare, record


def result(name, *, as_of=FIRST_VISIT, **facts):
    return assessed(asked_everything(**facts), as_of).safety.facts[name]


def test_no_result_is_computed_a_second_time_in_the_record():
    assert {fact.name for fact in (*OF_THE_PERSON, *OF_AN_INJURY)}.isdisjoint(derived_facts())


SEIZURE = {"seizure_new": True}


@pytest.mark.parametrize(
    ("name", "facts", "value"),
    [
        ("red_flags_screened", {}, True),
        ("red_flags_screened", {"fever": NOT_ASKED}, False),
        ("red_flags_screened", {"plausible_mechanical_explanation": NOT_ASKED}, True),
        ("safety_action", {}, "none"),
        ("safety_action", {"pregnant_or_postpartum": "pregnant"}, "caution"),
        ("safety_action", {"cancer_history": True, "painful_red_eye": True}, "same_day"),
        ("safety_action", {"cancer_history": True, "fever": NOT_ASKED}, UNKNOWN),
        ("safety_action", {**SEIZURE, "fever": NOT_ASKED}, "emergency"),
        ("vascular_level", {}, "v0"),
        ("vascular_level", {"vascular_risk_factors": ["diabetes", "immobile"]}, "v1"),
        ("vascular_level", {"pain_unlike_any_other": True}, "v2b"),
        ("vascular_level", {"pain_unlike_any_other": True, "vascular_risk_factors": ["migraine"]}, "v2"),
        ("vascular_level", {"pain_unlike_any_other": True, "horner_signs": True}, "v3"),
        ("vascular_level", {"horner_signs": NOT_ASKED, "pain_unlike_any_other": True}, UNKNOWN),
        ("vascular_level", {"vascular_risk_factors": NOT_ASKED}, UNKNOWN),
        ("vascular_level", {"systolic_bp_mmhg": 200}, "v0"),
        ("flag_vascular", {"pain_unlike_any_other": True}, True),
        ("flag_vascular", {"vascular_risk_factors": ["diabetes", "immobile"]}, False),
        ("flag_vascular", {"horner_signs": NOT_ASKED}, UNKNOWN),
        ("flag_vascular_v1", {"vascular_risk_factors": ["diabetes", "immobile"]}, True),
        ("flag_fracture", {}, False),
        ("flag_instability", {"uci_risk_conditions": ["down_syndrome"]}, False),
        ("flag_instability", {"uci_risk_conditions": ["down_syndrome"], "uci_symptoms": ["metallic_taste"]}, True),
        ("flag_myelopathy_3of5", {"hoffmann": True, "babinski": True, "gait_deviation": True}, True),
        ("flag_myelopathy_2of5", {"hoffmann": True, "babinski": True, "gait_deviation": True}, False),
        ("flag_myelopathy_2of5", {"hoffmann": True, "babinski": True}, True),
        ("myelopathy_positive_count", {"hoffmann": True, "babinski": True}, 2),
        (
            "myelopathy_positive_count",
            {"hoffmann": True, "babinski": NOT_ASKED, "gait_deviation": NOT_ASKED},
            Span(1, 3),
        ),
    ],
)
def test_results_of_the_person(name, facts, value):
    assert result(name, **facts) == value


def test_age_45_does_not_count_and_46_does():
    for born, count in (("1978-01-09", 0), ("1977-01-08", 1)):
        case = asked_everything(person={"id": "x", "born": born})
        assert assessed(case).safety.facts["myelopathy_positive_count"] == count


def test_results_of_an_injury():
    (injury,) = assessed(asked_everything(injury_date="2024-01-02")).safety.injuries
    assert facts_of_injury(injury) == {"ccr_result": "no_imaging", "nexus_result": "imaging_or_ask"}


@pytest.mark.parametrize(
    ("days", "listed", "value"),
    [(7, ["recent_neck_manipulation"], True), (8, ["recent_neck_manipulation"], False), (0, [], False)],
)
def test_manipulated_elsewhere_counts_for_seven_days_from_its_entry(days, listed, value):
    said = [{"date": FIRST_VISIT.isoformat(), "value": listed}]
    case = asked_everything(vascular_risk_factors=said)
    assert record(case, FIRST_VISIT + timedelta(days=days)).value("manipulated_elsewhere_7d") is value


def test_manipulated_elsewhere_is_not_known_where_nobody_asked():
    assert record(bare()).value("manipulated_elsewhere_7d") is UNKNOWN


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ((False, True), True),
        ((True,), False),
        ((False, True, False), False),
        ((), False),
    ],
)
def test_a_headache_on_exertion_is_new_where_it_was_denied_before(answers, value):
    said = [{"date": f"2024-01-{8 + number:02}", "value": answer} for number, answer in enumerate(answers)]
    case = asked_everything(cough_sneeze_exertion_trigger=said or NOT_ASKED)
    assert record(case, date(2024, 2, 1)).value("exertional_headache_new") is value
