"""From a case file to a plan: what other rooms work out is read by the names of its facts."""

from dataclasses import replace

import pytest

from concordant.diagnosis.assess import Status
from concordant.facts import UNKNOWN
from concordant.facts.values import Span
from concordant.plan.phases import Phase
from concordant.plan.planner import plan_for
from concordant.plan.results import results_of
from tests.people import NOT_ASKED, asked_everything, assessed, record
from tests.plan.told import HEADACHE, Told, clean_safety


def planned(**changes):
    found = assessed(asked_everything(**changes))
    results = results_of(found.record, found.safety, found.diagnoses, HEADACHE)
    return plan_for(found.record, found.safety, HEADACHE, results), results


def test_somebody_of_whom_everything_was_asked_gets_a_plan():
    plan, results = planned()
    assert plan.phase.phase is not Phase.HOLD
    assert results["cgh_status"] in ("definite", "provisional", "undetermined", "excluded")
    assert "education_core" in [one.id for one in plan.offered]


@pytest.mark.parametrize("fact", ["horner_signs", "meningism", "cranial_nerve_deficit"])
def test_a_sign_holds_the_plan(fact):
    plan, _ = planned(**{fact: True})
    assert plan.phase.phase is Phase.HOLD
    assert not plan.offered


def test_a_stated_all_clear_does_not_stand_over_the_screen():
    plan, _ = planned(horner_signs=True, safety_action="none")
    assert plan.phase.phase is Phase.HOLD


def test_what_was_not_asked_holds_the_plan_and_is_named():
    plan, _ = planned(cancer_active=NOT_ASKED)
    assert plan.phase.phase is Phase.HOLD
    assert "cancer_active" in plan.not_screened


def test_weak_bone_blocks_the_thorax():
    plan, _ = planned(thoracic_hypomobile=True, osteoporosis=True)
    assert "thoracic_mobilisation" in [one.intervention.id for one in plan.blocked]
    plan, _ = planned(thoracic_hypomobile=True, osteoporosis=False)
    assert "thoracic_mobilisation" not in [one.intervention.id for one in plan.blocked]


@pytest.mark.parametrize(
    ("cgh", "whiplash", "concordant", "expected"),
    [
        ("definite", "excluded", False, True),
        ("provisional", "excluded", UNKNOWN, True),
        ("undetermined", "excluded", True, True),
        ("undetermined", "excluded", False, False),
        ("undetermined", "excluded", UNKNOWN, UNKNOWN),
        ("excluded", "definite", True, True),
        ("excluded", "definite", False, False),
        ("excluded", "excluded", True, False),
    ],
)
def test_whether_the_neck_is_treated_as_driver(cgh, whiplash, concordant, expected):
    statuses = {"11.2.1": cgh, "5.3": "excluded", "5.4": whiplash}
    readings = [
        replace(one, status=Status(statuses.get(one.diagnosis.code, "excluded")))
        for one in assessed(asked_everything()).diagnoses
    ]
    told = Told({"concordant_any": concordant})
    assert results_of(told, clean_safety(), readings, HEADACHE)["neck_driven"] == expected


SESSIONS = [
    {"date": "2024-01-08", "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation", "dcf_stage1"]},
    {"date": "2024-01-08", "discipline": "rmt", "interventions": ["suboccipital_release"]},
    {"date": "2024-01-05", "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation"]},
    {"date": "2024-01-04", "discipline": "rmt", "status": "missed"},
]


def test_sessions_are_counted_by_technique():
    found = record(asked_everything(treatments=SESSIONS))
    counts = found.value("sessions_this_technique")
    assert (counts["c1_c2_mobilisation"], counts["suboccipital_release"], counts["snag_c1_c2"]) == (2, 1, 0)
    assert found.value("physiotherapy_visits_done") == 2
    assert found.value("soft_tissue_sessions_done") == 1


def test_a_session_that_does_not_say_what_was_done_may_have_been_any():
    found = record(asked_everything(treatments=[*SESSIONS, {"date": "2024-01-03", "discipline": "physiotherapist"}]))
    counts = found.value("sessions_this_technique")
    assert (counts["c1_c2_mobilisation"], counts["snag_c1_c2"]) == (Span(2, 3), Span(0, 1))
    assert found.value("physiotherapy_visits_done") == 3
    assert found.value("soft_tissue_sessions_done") == Span(1, 2)


def test_without_any_treatment_there_was_none():
    found = record(asked_everything())
    assert found.value("sessions_this_technique") == 0
    assert found.value("snag_attempts") == 0


@pytest.mark.parametrize(("value", "expected"), [(True, 1), (False, 1), (NOT_ASKED, 0)])
def test_attempts_at_a_snag(value, expected):
    assert record(asked_everything(snag_pain_free=value)).value("snag_attempts") == expected


@pytest.mark.parametrize(("seconds", "expected"), [(29.3, True), (29.4, False), (60, False)])
def test_endurance_below_the_norm_for_sex(seconds, expected):
    found = record(asked_everything(dnf_endurance_seconds=seconds))
    assert found.value("dnf_endurance_norm_seconds") == 29.4
    assert found.value("dnf_endurance_below_norm") is expected


def test_endurance_of_somebody_not_measured_is_not_known():
    assert record(asked_everything()).value("dnf_endurance_below_norm") is UNKNOWN
