"""Who may keep a diary may not, by way of it, answer what a clinician has to ask, or speak as one."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from clinic.chart.models import Entry
from tests.clinic import build

DAY = date(2026, 1, 12)
VISIT = {"date": DAY.isoformat()}
REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "a red flag as a questionnaire": ("questionnaire", {"visits": [{**VISIT, "facts": {"horner_signs": False}}]}),
    "a finding as a questionnaire": (
        "questionnaire",
        {"visits": [{**VISIT, "findings": [{"fact": "frt_rotation_deg", "side": "right", "value": 44}]}]},
    ),
    "a fact of the person in the diary": ("diary", {"facts": {"red_flag_cleared": {"snnoop_n2": DAY.isoformat()}}}),
    "a visit among ticks": ("home", {"visits": [{**VISIT, "facts": {"new_red_flag_sign": False}}]}),
    "a score in the name of a clinician": (
        "questionnaire",
        {"outcomes": [{"date": DAY.isoformat(), "measure": "ndi", "value": 9, "by": "physiotherapist"}]},
    ),
    "a dated value in the name of a clinician": (
        "questionnaire",
        {"facts": {"goal_met": [{"date": DAY.isoformat(), "value": True, "by": "physiotherapist"}]}},
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_patient_is_refused(clinic: Any, name: str) -> None:
    kind, content = REFUSED[name]
    by, person = build.a_patient(clinic)
    with pytest.raises(ValidationError):
        build.an_entry(by, person, on=DAY, kind=kind, content=content)
    assert not Entry.objects.exists()


def test_their_own_words_are_taken(clinic: Any) -> None:
    by, person = build.a_patient(clinic)
    score = {"date": DAY.isoformat(), "measure": "ndi", "value": 9}
    build.an_entry(by, person, on=DAY, kind="questionnaire", content={"outcomes": [score], "facts": {"goal_met": True}})
    build.an_entry(by, person, on=DAY, kind="home", content={
        "home": [{"date": DAY.isoformat(), "intervention": "dcf_stage1", "done": True}]})  # fmt: skip
    assert Entry.objects.count() == 2
