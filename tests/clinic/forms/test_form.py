"""A form checks everything at once, asks about the unusual once, and says where each thing is wrong."""

from datetime import UTC, datetime
from typing import Any

import pytest

from clinic import clock
from clinic.examine.layout import session
from clinic.forms.form import FactForm
from clinic.safety.layout import ONE_BY_ONE, screen

NOW = datetime(2026, 1, 12, 20, tzinfo=UTC)
ONE, TWO = {"A": ""}, {"A": "", "B": ""}


def form(headaches: dict[str, str] = ONE, **answers: str) -> FactForm:
    data = {name.replace("__", "."): [text] for name, text in answers.items()}
    return FactForm(session(headaches), data, headaches)


def checked(**answers: Any) -> FactForm:
    found = form(**answers)
    with clock.set_to(NOW):
        found.is_valid()
    return found


def test_everything_wrong_is_told_at_once() -> None:
    found = checked(frt_rotation_deg__left="abc", frt_rotation_deg__right="999", pain_now_nrs="11", on="12 Jan")
    assert set(found.errors) == {"frt_rotation_deg.left", "frt_rotation_deg.right", "pain_now_nrs", "on"}
    assert "allowed: a number from" in str(found.errors["frt_rotation_deg.left"][0])
    assert found.status == 422


def test_nothing_filled_in_is_nothing_to_sign() -> None:
    assert "nothing to sign" in str(checked().general)


def test_a_field_that_the_form_does_not_have_is_not_dropped_in_silence() -> None:
    assert "“weather”" in str(checked(pain_now_nrs="3", weather="rain").general)


def test_tomorrow_is_not_true_yet() -> None:
    assert "only later" in str(checked(pain_now_nrs="3", on="2026-01-13").errors["on"])


def test_the_unusual_is_asked_about_once_and_for_this_value_only() -> None:
    first = checked(arom_rotation_deg__left="10")
    assert first.unusual == {"arom_rotation_deg.left": "10"}
    assert (first.errors, first.status) == ({}, 422)
    again = checked(arom_rotation_deg__left="10", confirm="arom_rotation_deg.left=10")
    assert again.status == 200
    assert checked(arom_rotation_deg__left="12", confirm="arom_rotation_deg.left=10").unusual


def test_the_box_that_confirms_sends_what_is_then_looked_for() -> None:
    first = checked(arom_rotation_deg__left="10")
    fields = [each for group in first.groups for item in group.items for each in item.fields if each.unusual]
    assert [each.confirm for each in fields] == ["arom_rotation_deg.left=10"]
    assert "10 is unusual for Active rotation" in fields[0].unusual


def test_with_one_headache_a_finding_is_its_own() -> None:
    assert form(provocation_familiar="yes").said()[0].headache == "A"


def test_with_several_the_examiner_says_whose_it_is() -> None:
    found = checked(headaches=TWO, provocation_familiar="yes")
    assert set(found.errors) == {"headache:judgement"}
    data = {"provocation_familiar": ["yes"], "headache:judgement": ["B"]}
    chosen = FactForm(session(TWO), data, TWO)
    with clock.set_to(NOW):
        assert chosen.is_valid()
    assert chosen.written().content["visits"][0]["findings"][0]["headache"] == "B"


def test_a_headache_that_is_not_in_the_chart_is_refused() -> None:
    found = FactForm(session(TWO), {"provocation_familiar": ["yes"], "headache:judgement": ["Z"]}, TWO)
    assert not found.is_valid()
    assert "headache:judgement" in found.errors


def test_judgements_on_a_headache_stand_with_the_headache() -> None:
    data = {"examiner_confirms_not_better_explained@B": ["yes"], "neck_disorder_accepted_cause": ["yes"]}
    content = FactForm(session(TWO), data, TWO).written().content
    assert content == {
        "facts": {"neck_disorder_accepted_cause": True},
        "headaches": [{"id": "B", "facts": {"examiner_confirms_not_better_explained": True}}],
    }


def test_the_instrument_goes_with_measurements_and_with_nothing_else() -> None:
    data = {"arom_rotation_deg.left": ["60"], "arom_flexion_response": ["none"], "instrument:active_range": ["CROM"]}
    findings = FactForm(session(ONE), data, ONE).written().content["visits"][0]["findings"]
    assert [one.get("instrument") for one in findings] == ["CROM", None]


def test_all_no_fills_what_is_blank_and_leaves_what_was_said() -> None:
    sections = screen(has_headaches=True)
    found = FactForm(sections, {"fever": ["yes"]}, ONE)
    found.answer_no("today")
    said = {one.slot.name: one.value for one in found.said()}
    assert said["fever"] is True
    assert said["new_red_flag_sign"] is False
    assert said["systemic_symptoms"] == []


@pytest.mark.parametrize("key", [section.key for section in screen(has_headaches=True)])
def test_all_no_never_answers_what_has_to_be_heard_by_itself(key: str) -> None:
    found = FactForm(screen(has_headaches=True), {}, ONE)
    found.answer_no(key)
    assert {one.slot.fact for one in found.said()} & ONE_BY_ONE == set()
