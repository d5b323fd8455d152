"""Two headaches of one person are two diagnoses; D of each looks only at its own (diagnosis 3.2, steps 3, 4 and 7)."""

from copy import deepcopy

import pytest

from concordant.answer import answer
from concordant.criteria import Binding
from concordant.diagnosis import Status
from tests.diagnosis.test_worked_truths import MIGRAINE, TENSION_TYPE
from tests.people import asked_everything, assessed

PATTERN = {name: value for name, value in MIGRAINE.items() if name != "preexisting_headache"}


def two(first, second, **person):
    """One headache as asked of everybody, changed by ``first``, and another changed by ``second``."""
    case = asked_everything(**person)
    case["headaches"].append(deepcopy(case["headaches"][0]) | {"id": "B"})
    case["headaches"][0]["facts"] |= first
    case["headaches"][1]["facts"] |= second
    for visit in case["visits"]:
        provoked = visit["facts"].pop("provocation_worsens_headache")
        visit["findings"] = [{"fact": "provocation_worsens_headache", "headache": "A", "value": provoked}]
    return case


NECK = {"temporal_relation_neck": "established"}


def test_cervicogenic_headache_and_migraine_stand_side_by_side():
    found = assessed(two(NECK, {**PATTERN, "temporal_relation_neck": "absent"}))
    assert found.diagnosis("11.2.1", "A").status is Status.DEFINITE
    assert found.diagnosis("1.1", "B").status is Status.DEFINITE
    assert found.diagnosis("1.1", "A").status is Status.EXCLUDED
    assert found.diagnosis("11.2.1", "B").status is not Status.DEFINITE


def test_a_definite_hemicrania_continua_refutes_only_its_own_headache():
    autonomic = {
        "headache_continuous": True,
        "cas_conjunctival_or_tearing": "ipsilateral",
        "exacerbations_moderate_or_worse": True,
        "indomethacin_response": "absolute",
    }
    found = assessed(two(NECK, {**NECK, **autonomic}))
    assert found.diagnosis("3.4", "B").status is Status.DEFINITE
    assert found.diagnosis("11.2.1", "B").status is Status.EXCLUDED
    assert found.diagnosis("11.2.1", "A").status is Status.DEFINITE


def test_what_the_examiner_confirms_of_one_is_not_confirmed_of_the_other():
    found = assessed(two(NECK, {**NECK, "examiner_confirms_not_better_explained": False}))
    assert [found.diagnosis("11.2.1", one).status for one in "AB"] == [Status.DEFINITE, Status.EXCLUDED]


def test_tension_type_headache_keeps_its_own():
    mine = {name: value for name, value in TENSION_TYPE.items() if name != "neck_disorder_clinical_evidence"}
    found = assessed(two(NECK, {**mine, "temporal_relation_neck": "absent"}))
    assert found.diagnosis("2.2", "B").status is Status.DEFINITE
    assert found.diagnosis("11.2.1", "A").status is Status.DEFINITE


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ({"headache_days_per_30d": 4}, {"headache_days_per_30d": 12}, ("B", "A")),
        ({"headache_days_per_30d": 12}, {"headache_days_per_30d": 4}, ("A", "B")),
        (
            {"headache_days_per_30d": 10, "pain_severity": "mild"},
            {"headache_days_per_30d": 5, "pain_severity": "severe"},
            ("B", "A"),
        ),
        ({}, {"headache_days_per_30d": 1}, ("B", "A")),
        ({}, {}, ("A", "B")),
    ],
)
def test_the_heavier_burden_stands_first(first, second, order):
    found = assessed(two(first, second, any_headache_days_per_30d=16))
    assert found.headaches == order
    told = [one["headache"] for one in answer(found, every=True)["diagnoses"]]
    assert tuple(dict.fromkeys(told)) == order


def test_the_burden_is_days_times_the_mean_of_their_worst_pain():
    case = asked_everything()
    case["diary"] = [
        {"date": f"2024-01-{day:02}", "headache_today": day <= 2, "intensity_nrs": {1: 4, 2: 8}.get(day, 0)}
        for day in range(1, 9)
    ]
    case["diary"] += [
        {"date": f"2023-12-{day:02}", "headache_today": False, "intensity_nrs": 0} for day in range(10, 32)
    ]
    assert assessed(case).record.value("headache_burden", Binding(headache="A")) == 12
