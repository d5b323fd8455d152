"""Signed assessments and plans, visit notes and the home log: read whole, written back, refused with the place."""

import time
from dataclasses import fields
from datetime import date

import jsonschema
import pytest

from concordant.facts import DICTIONARY
from concordant.plan.interventions.catalogue import INTERVENTIONS
from concordant.plan.interventions.dose import Dose
from concordant.record import care
from concordant.record.document import parse
from concordant.record.interventions import HOME, KNOWN
from concordant.record.merge import Fragment, merge
from concordant.record.problems import CaseFileError
from concordant.record.read import read_plain, read_text
from concordant.record.record import Record
from concordant.record.schema import case_file_schema
from concordant.record.split import split
from concordant.record.write import write_plain, write_yaml
from tests.record.files import problems

FILE = """\
concordant: 1
person: {id: p1}
headaches:
  - id: A
treatments:
  - date: 2024-01-12
    discipline: rmt
    interventions: [rmt_thoracic]
    minutes: 60
    done:
      - {intervention: suboccipital_release, structure: suboccipital, side: right, dose: 10 min, reproduced: true,
         response: better, words: eased after a minute}
    note: {subjective: two headaches, objective: tight, analysis: as before the drive, plan: once more}
assessments:
  - {date: 2024-01-12, by: physiotherapist, conclusions: [{headache: A, code: "11.2.1", status: provisional}]}
plans:
  - date: 2024-01-12
    by: physiotherapist
    headache: A
    phase: relief
    profile: standard
    items:
      - {intervention: c1_c2_mobilisation, choice: accepted, dose: {sets: 3, duration_s: [30, 60]},
         signed_for: [ci_bone]}
      - {intervention: dcf_stage1, dose: {reps: 8, hold_s: 5, per_day: 2}, choice: changed, reason: tires early}
    left_out:
      - {intervention: thoracic_mobilisation, reason: not wanted today}
    goals:
      - {says: a day of work}
      - {says: headache days, fact: any_headache_days_per_28d, at_most: 6}
    visits_per_week: {physiotherapist: 2, rmt: 1}
    retest: 2024-02-09
home:
  - {date: 2024-01-13, intervention: dcf_stage1, done: true, sets: 1, reps: 8, effort: 3, pain_after_nrs: 0}
  - {date: 2024-01-14, intervention: dcf_stage1, done: false}
"""
LATER = date(2024, 3, 1)


def test_it_is_read_as_it_was_meant():
    case = read_text(FILE)
    (plan,) = case.plans
    assert plan.item("dcf_stage1") == care.Prescribed(
        "dcf_stage1",
        {"reps": (8, 8), "hold_s": (5, 5), "per_day": (2, 2)},
        choice="changed",
        reason="tires early",
    )
    assert plan.items[0].dose == {"sets": (3, 3), "duration_s": (30, 60)}
    assert case.treatments[0].interventions == ("rmt_thoracic", "suboccipital_release")
    assert case.home[0].pain_after_nrs == 0
    assert case.last_day() == date(2024, 1, 14)


def test_it_is_written_back_and_fits_the_schema():
    plain = write_plain(read_text(FILE))
    assert plain == write_plain(read_text(write_yaml(read_text(FILE))))
    assert plain["plans"] == parse(FILE.encode()).plain()["plans"]
    jsonschema.Draft202012Validator(case_file_schema()).validate(plain)


def test_entry_by_entry_it_says_the_same():
    whole = read_text(FILE)
    again = merge("p1", split(whole, undated=LATER))
    assert write_plain(again)["plans"] == write_plain(whole)["plans"]
    assert write_plain(again)["home"] == write_plain(whole)["home"]


def test_a_later_tick_for_the_same_day_replaces_the_earlier():
    row = {"date": "2024-01-13", "intervention": "dcf_stage1"}
    said = [Fragment({"home": [{**row, "done": done}]}, date(2024, 1, 13)) for done in (True, False)]
    assert [one.done for one in merge("p1", said).home] == [False]


def test_the_newest_plan_of_a_headache_stands_from_its_day_on():
    more = FILE.replace(
        "home:",
        "  - {date: 2024-02-09, headache: A, phase: restore, items: [{intervention: dcf_stage1}]}\nhome:",
    )
    before, after = (Record(read_text(more), day) for day in (date(2024, 2, 8), date(2024, 2, 9)))
    assert [before.plan_of("A").phase, after.plan_of("A").phase] == ["relief", "restore"]
    assert [one.value("current_phase") for one in (before, after)] == ["relief", "restore"]
    assert Record(read_text(more), date(2024, 1, 11)).plan_of("A") is None


REFUSED = {
    "an unknown treatment": (
        "- {intervention: c1_c2_mobilisation,",
        "- {intervention: c1_c2_mobilization,",
        "no treatment has the id 'c1_c2_mobilization'; did you mean c1_c2_mobilisation",
    ),
    "a passive machine": ("intervention: c1_c2_mobilisation", "intervention: tens", "no treatment has the id 'tens'"),
    "a change without a reason": (
        ", reason: tires early",
        "",
        "plans[0].items[1].reason: is missing; what is changed says why",
    ),
    "the same twice": (
        "{intervention: thoracic_mobilisation,",
        "{intervention: dcf_stage1,",
        "dcf_stage1 stands twice among items and left_out",
    ),
    "a dose turned round": ("duration_s: [30, 60]", "duration_s: [60, 30]", "allowed: a number, or [lowest, highest]"),
    "a part of a dose that is none": (
        "reps: 8, hold_s: 5,",
        "repetitions: 8, hold_s: 5,",
        "plans[0].items[1].dose.repetitions: unknown key",
    ),
    "a phase that cannot be signed": (
        "phase: relief",
        "phase: hold",
        "allowed: one of relief, restore, strengthen, self_manage",
    ),
    "another headache": (
        "    headache: A\n    phase",
        "    headache: B\n    phase",
        "'B' is no headache of this file; there are: A",
    ),
    "a target of nothing": ("fact: any_headache_days_per_28d, ", "", "a target has a fact and at_most or at_least"),
    "how much of what was not done": (
        "intervention: dcf_stage1, done: false",
        "intervention: dcf_stage1, done: false, reps: 3",
        "done is false, yet it says how much was done",
    ),
    "an effort beyond the scale": ("effort: 3", "effort: 11", "home[0].effort: 11 is not allowed"),
    "the same day twice": (
        "2024-01-14, intervention",
        "2024-01-13, intervention",
        "dcf_stage1 stands twice for 2024-01-13",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(name):
    old, new, message = REFUSED[name]
    assert FILE.count(old) == 1
    (found,) = problems(FILE.replace(old, new))
    assert message in found


def test_doses_and_treatments_are_those_of_the_catalogue():
    assert {one.name for one in fields(Dose)} == set(care.DOSE)
    assert {one.id for one in INTERVENTIONS} == KNOWN
    assert {one.id for one in INTERVENTIONS if one.active} == HOME
    assert "any_headache_days_per_28d" in DICTIONARY


def test_a_plan_of_very_many_items_is_read_in_time() -> None:
    """Counting each against all others took ten times as long as reading them."""
    item = {"intervention": "dcf_stage1"}
    plan = {"date": "2024-01-12", "headache": "A", "phase": "relief", "items": [item] * 120_000}
    began = time.perf_counter()
    with pytest.raises(CaseFileError, match="dcf_stage1 stands twice among items and left_out"):
        read_plain({"concordant": 1, "person": {"id": "p1"}, "headaches": [{"id": "A"}], "plans": [plan]})
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("said", ["[dcf_stage1]", "{dcf_stage1: 1}", "7", "true", "~", "[[[]]]"])
@pytest.mark.parametrize("section", ["home", "items"])
def test_a_treatment_that_is_no_word_is_told(said: str, section: str) -> None:
    before = {"home": "intervention: dcf_stage1, done: true", "items": "intervention: dcf_stage1, dose"}[section]
    text = FILE.replace(before, before.replace("dcf_stage1", said, 1), 1)
    assert any("no treatment has the id" in one for one in problems(text))
