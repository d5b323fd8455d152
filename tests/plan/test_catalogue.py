"""The declarations as a whole: what stands against each, who may give it, what is behind it, what is never offered."""

import csv
import re
from pathlib import Path

import pytest

from concordant.plan.interventions import BY_ID, EXCLUDED, INTERVENTIONS, Amount, Discipline, Section, Weight
from concordant.plan.interventions.cautions import CHANGES, PLAN_ROWS, marks, rows_of_item
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.phases import COURSE
from concordant.record.interventions import HANDS_OFF, HANDS_ON
from concordant.safety import TECHNIQUES
from concordant.safety.matrix import ROWS
from tests.plan.examples import REFERENCE
from tests.plan.test_rules_as_written import CARDS

EACH = pytest.mark.parametrize("one", INTERVENTIONS, ids=lambda one: one.id)
BEYOND_ITS_TABLE = {"uci_risk", "low_csf"}
"""Rows that the matrix has from sentences of diagnosis 4.5 and 1.16; the published cells end with the table of 4.9."""

with (Path(__file__).parent / "contraindications.csv").open(newline="") as file:
    PUBLISHED = {row["id"]: set(filter(None, row["marks"].split(";"))) for row in csv.DictReader(file)}


@EACH
def test_the_marks_made_from_the_matrix_are_the_published_ones(one):
    made = {mark.written for mark in one.marks if mark.row.id not in BEYOND_ITS_TABLE}
    assert made == PUBLISHED[one.id]


def test_the_order_is_that_of_the_table():
    assert list(BY_ID) == list(PUBLISHED)


@EACH
def test_no_row_stands_twice_against_one_treatment(one):
    rows = [mark.row.id for mark in one.marks]
    assert len(rows) == len(set(rows))


@EACH
def test_every_mark_for_a_signature_says_what_changes(one):
    for mark in one.marks:
        assert mark.weight is not Weight.SIGN_OFF or mark.change


def test_changes_belong_to_rows_of_the_matrix():
    assert set(CHANGES) <= {row.id for row in ROWS}


def test_the_rows_of_the_plan_are_the_table_of_the_reference():
    table = REFERENCE.split("Planner-only rows:\n")[1].split("\n\n\n")[0]
    printed = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if cells[0].startswith("`ci_"):
            printed[cells[0].strip("`")] = " ".join(cells[2:8])
    rows = {row.id: row for row in (*PLAN_ROWS, *rows_of_item("pne"))}
    assert {name: " ".join(row.letters[each].value for each in TECHNIQUES) for name, row in rows.items()} == printed


@EACH
def test_phases_disciplines_and_sources_are_those_of_the_card(one):
    card = CARDS[one.id]
    who, phases, target = re.search(r"- Who: (.*?)\. Phase: (.*?)\. Target: (.*?)\.\n", card).groups()
    assert [each.value for each in one.disciplines] == who.split(", ")
    assert [each.value for each in one.phases] == phases.split(", ")
    assert one.target == target
    assert ", ".join(one.evidence.sources) in card


@EACH
def test_every_number_of_the_effect_stands_on_the_card(one):
    numbers = re.findall(r"\d[\d.,]*\d|\d", one.evidence.effect)
    if not one.evidence.effect.startswith(("As ", "See ", "Primary")):
        assert [each for each in numbers if each not in CARDS[one.id]] == []


@EACH
def test_every_number_of_the_dose_stands_on_the_card(one):
    dose = re.search(r"- Dose: (.*)", CARDS[one.id])[1].replace("-", " to ")
    given = [getattr(one.dose, name) for name in one.dose.__dataclass_fields__]
    for amount in (each for each in given if isinstance(each, Amount)):
        assert str(amount) in dose
    if one.dose.sessions_max is not None:
        assert f"sessions_max={one.dose.sessions_max}" in dose


@EACH
def test_every_number_of_the_card_s_dose_is_given(one):
    """Nothing that limits a dose is lost on the way."""
    written = re.search(r"- Dose: (.*)", CARDS[one.id])[1]
    given = re.findall(r"\d+", str(dict(plain_dose(one.dose))))
    assert set(re.findall(r"\d+", written)) <= set(given)


@EACH
def test_advice_exists(one):
    assert len(one.evidence.advised) == len(one.evidence.advice)


def test_a_massage_therapist_holds_no_thrust_no_needle_and_no_load():
    assert {one.technique for one in INTERVENTIONS if Discipline.RMT in one.disciplines} <= {"soft_tissue", None}


def test_hands_on_is_what_the_record_counts_as_hands_on():
    assert {one.id for one in INTERVENTIONS if one.hands_on} == HANDS_ON
    assert {one.id for one in INTERVENTIONS if not one.hands_on} == HANDS_OFF


def test_hands_on_work_has_a_technique_and_a_stop_rule():
    for one in INTERVENTIONS:
        if one.section in (Section.JOINT, Section.SOFT_TISSUE):
            assert one.technique in TECHNIQUES
            assert one.stop is not None


def test_every_phase_offers_education():
    assert BY_ID["education_core"].phases == COURSE


def test_what_is_excluded_has_a_fair_sentence_of_the_reference_and_no_rule():
    assert [one.id for one in EXCLUDED] == ["x_ultrasound", "x_ifc", "x_tens", "x_laser", "x_collar"]
    for one in EXCLUDED:
        assert f'"{one.fair_sentence}"' in REFERENCE
        assert not hasattr(one, "indication")
        assert len(one.evidence.advised) == (one.id != "x_collar")


def test_a_technique_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no technique"):
        marks("pne", "laser")


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2)])
def test_an_impossible_amount_is_refused(low, high):
    with pytest.raises(ValueError, match="no amount"):
        Amount(low, high)
