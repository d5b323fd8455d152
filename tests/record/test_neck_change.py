"""Has the neck changed? What was not repeated, or has no cut-off, is never read as "no change"."""

from datetime import date

import pytest

from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.facts.outcomes.change import cervical_change_class
from concordant.facts.values import UNKNOWN
from concordant.record.read import read_plain
from concordant.record.record import Record

TIGHT, FREE = {"frt_rotation_deg": 22}, {"frt_rotation_deg": 40}


def visit(day, findings, **facts):
    rows = [{"fact": name, "side": "right", "value": value} for name, value in findings.items()]
    return {"date": day, "by": "physiotherapist", "facts": facts, "findings": rows}


def change(first, later, born="1990-01-01"):
    person = {"id": "x"} | ({"born": born} if born else {})
    case = read_plain({"concordant": 1, "person": person, "headaches": [{"id": "A"}], "visits": [first, later]})
    return Record(case, date(2024, 3, 1)).read(Term(cervical_change_class), Binding(headache="A", visit="1"))


FIRST, LATER = "2024-01-08", "2024-02-05"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (TIGHT, FREE, "resolved"),
        (TIGHT, {"frt_rotation_deg": 30}, "improved"),
        (TIGHT, {"frt_rotation_deg": 28}, "within_error"),
        (TIGHT, {"frt_rotation_deg": 29}, "improved"),
        (TIGHT, {"frt_rotation_deg": 15}, "worse"),
        (FREE, {"frt_rotation_deg": 41}, "within_error"),
    ],
)
def test_the_flexion_rotation_test_alone(before, after, word):
    assert change(visit(FIRST, before), visit(LATER, after)).value == word


def test_a_gain_of_active_range_has_no_cut_off_and_is_not_no_change():
    before, after = {"arom_rotation_deg": 40}, {"arom_rotation_deg": 65}
    assert change(visit(FIRST, before), visit(LATER, after)).value is UNKNOWN


def test_an_abnormal_test_that_was_not_repeated_is_not_no_change():
    before = {**TIGHT, "arom_rotation_deg": 60}
    reading = change(visit(FIRST, before), visit(LATER, {"arom_rotation_deg": 61}))
    assert reading.value is UNKNOWN
    assert reading.note.endswith("not repeated: frt_rotation_deg[right]")


def test_with_one_abnormal_test_left_out_it_is_improved_and_not_resolved():
    reading = change(visit(FIRST, TIGHT, ccft_activation_mmhg=22), visit(LATER, FREE))
    assert reading.value == "improved"


def test_without_an_age_the_class_of_the_angle_is_not_known():
    assert change(visit(FIRST, TIGHT), visit(LATER, FREE), born="").value is UNKNOWN
