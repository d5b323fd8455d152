"""Factors of prognosis 5: each by itself, three-valued, with its figure and source."""

import pytest

from concordant.criteria import Truth
from concordant.progress.expected_course.factors import FACTORS, Direction, read_factors
from concordant.progress.expected_course.limits import BEFOREHAND, LIMITS, NO_FORECAST
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, bare, crash, record

KEYS = [factor.key for factor in FACTORS]


def truth(key, case, as_of=FIRST_VISIT):
    factor = next(one for one in FACTORS if one.key == key)
    return read_factors([factor], record(case, as_of))[0].truth


def test_keys_are_each_used_once():
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize("factor", FACTORS, ids=lambda one: one.key)
def test_each_says_its_figure_interval_people_and_source(factor):
    assert all((factor.figure, factor.interval, factor.people, factor.source, factor.name))
    assert factor.says.endswith(f"{factor.certainty.value}; {factor.source}).")


@pytest.mark.parametrize("factor", FACTORS, ids=lambda one: one.key)
def test_none_claims_a_cause(factor):
    said = factor.says.lower()
    assert [word for word in ("because", "causes", "leads to", "due to", "will ") if word in said] == []


@pytest.mark.parametrize("factor", [one for one in FACTORS if one.direction is Direction.NEITHER], ids=lambda f: f.key)
def test_what_makes_no_difference_is_not_looked_for(factor):
    assert factor.when is None


@pytest.mark.parametrize("key", KEYS)
def test_of_somebody_never_asked_nothing_is_known(key):
    assert truth(key, bare()) is Truth.UNKNOWN


@pytest.mark.parametrize(("said", "found"), [(True, Truth.MET), (False, Truth.NOT_MET), (NOT_ASKED, Truth.UNKNOWN)])
def test_light_headedness(said, found):
    assert truth("light-headedness", asked_everything(light_headedness=said)) is found


@pytest.mark.parametrize(
    ("key", "fact"),
    [
        ("arm or hand symptoms", "arm_or_hand_symptoms_after_injury"),
        ("dizziness after the crash", "dizziness_after_injury"),
        ("stiff neck after the crash", "stiff_neck_after_injury"),
        ("headache before the crash", "preexisting_headache"),
    ],
)
@pytest.mark.parametrize(("said", "found"), [(True, Truth.MET), (False, Truth.NOT_MET), (NOT_ASKED, Truth.UNKNOWN)])
def test_after_a_crash(key, fact, said, found):
    assert truth(key, asked_everything(**crash(100, 1), **{fact: said})) is found


@pytest.mark.parametrize("key", ["arm or hand symptoms", "headache before the crash", "catastrophising"])
def test_without_a_crash_they_are_not_there(key):
    assert truth(key, asked_everything(preexisting_headache=True, pcs_score=40)) is Truth.NOT_MET


@pytest.mark.parametrize(("score", "found"), [(23, Truth.NOT_MET), (24, Truth.MET), (25, Truth.MET)])
def test_catastrophising_from_24(score, found):
    assert truth("catastrophising", asked_everything(**crash(100, 1), pcs_score=score)) is found


@pytest.mark.parametrize(
    ("status", "found"),
    [("full", Truth.MET), ("modified", Truth.MET), ("off", Truth.MET), ("none", Truth.NOT_MET)],
)
def test_in_work(status, found):
    assert truth("employed", bare(work_status=status)) is found


def test_no_score_is_made_and_no_forecast():
    assert "No forecast is made for one person" in NO_FORECAST
    assert "cannot tell in advance" in BEFOREHAND
    assert any("slower recovery" in one for one in LIMITS)
