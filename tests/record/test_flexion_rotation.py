"""Class of the flexion-rotation test: 32 degrees to age 59, 31 from 60, 30 from 70 (examination 3.2)."""

import pytest

from concordant.criteria.nodes import Term
from concordant.facts import UNKNOWN
from concordant.facts.examination.flexion_rotation import frt_class
from tests.people import bare, record


def case(age, **degrees):
    found = bare(age_years=age)
    findings = [{"fact": "frt_rotation_deg", "side": side, "value": value} for side, value in degrees.items()]
    found["visits"][0]["findings"] = findings
    return record(found)


@pytest.mark.parametrize(
    ("age", "degrees", "word"),
    [
        (59, 32, "positive"),
        (59, 33, "borderline"),
        (59, 36, "borderline"),
        (59, 37, "negative"),
        (60, 31, "positive"),
        (60, 32, "borderline"),
        (69, 31, "positive"),
        (69, 35, "borderline"),
        (69, 36, "negative"),
        (70, 30, "positive"),
        (70, 31, "borderline"),
        (70, 35, "negative"),
    ],
)
def test_class_by_age(age, degrees, word):
    assert case(age, left=degrees).read(Term(frt_class, "left")).value == word


def test_an_age_known_to_within_a_year_leaves_the_edge_open():
    found = bare(person={"id": "x", "age_years": 59}, episode={"started": "2023-06-01"})
    found["visits"][0]["findings"] = [{"fact": "frt_rotation_deg", "side": "left", "value": 32}]
    reading = record(found).read(Term(frt_class, "left"))
    assert (reading.value, reading.missing) == (UNKNOWN, ("age_years",))


@pytest.mark.parametrize(
    ("degrees", "restricted"),
    [
        ({"left": 32}, True),
        ({"left": 45, "right": 32}, True),
        ({"left": 45, "right": 45}, False),
        ({"left": 45}, UNKNOWN),
    ],
)
def test_restricted_on_one_side_is_enough_and_normal_needs_both(degrees, restricted):
    assert case(40, **degrees).value("frt_restricted") is restricted


def test_smaller_side_and_difference():
    found = case(40, left=45, right=30)
    assert (found.value("frt_rotation_min_deg"), found.value("frt_rotation_difference_deg")) == (30, 15)
