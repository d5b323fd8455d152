"""A further trial: held to what every row is held to, and shown in what it moves."""

import pytest
import yaml

from concordant.evidence.library.query import trials
from concordant.evidence.living import QUESTIONS, question, read_trial, standing, what_moves
from concordant.evidence.living.moving import not_entered
from concordant.evidence.pooling import pool
from concordant.evidence.refused import Refused
from tests.evidence.living.example import ARMS_SE, written

DIFFERENCE = {"experimental": None, "control": None, "difference": {"estimate": -1.2, "ci_low": -2.1, "ci_high": -0.3}}


def test_today_one_trial_answers_each_question_that_any_answers():
    """README of the evidence dossier: no arm means and SDs after treatment could be read for any pure CGH trial."""
    found = {one.id: [each.name for each in standing(one).entered] for one in QUESTIONS}
    assert found == {
        "hands-on-days": ["Haas 2018"],
        "hands-on-beside-exercise-days": [],
        "both-days": [],
        "hands-on-intensity": ["Haas 2010"],
        "exercise-intensity-a-year": ["Jull 2002"],
    }


def test_haas_2018_at_12_weeks():
    """Haas 2018, abstract: −3.3 days in 4 weeks, p = 0.004; its SE from the normal z of that p is 1.1466."""
    found = standing(question("hands-on-days"))
    assert found.pool is not None
    assert (found.pool.k, found.pool.estimate, found.pool.test) == (1, -3.3, "z")
    assert found.pool.se == pytest.approx(1.1465651687, rel=1e-8)
    why = {(one.row.trial_id, one.row.time_weeks): one.why for one in found.left_out}
    assert why["haas2018", 24].startswith("another time: week 24")
    assert why["uthaikhup2017", 11].startswith("another treatment")


def test_haas_2010_at_12_weeks_and_the_larger_trial_without_a_number():
    """Haas 2010, abstract: −10.3 (−18.5 to −2.1) of 100; Haas 2018 says in words that intensity did not differ."""
    found = standing(question("hands-on-intensity"))
    assert found.pool is not None
    told = (found.pool.estimate, found.pool.ci_low, found.pool.ci_high)
    assert told == pytest.approx((-1.03, -1.85, -0.21), rel=1e-9)
    why = {(one.row.trial_id, one.row.time_weeks): one.why for one in found.left_out}
    assert why["haas2018", 12] == "the number was not seen"


def test_an_interval_printed_in_whole_days_gives_no_standard_error():
    """Satpute 2024: 2 (2 to 3) days a month."""
    found = standing(question("hands-on-beside-exercise-days"))
    assert found.pool is None
    (why,) = [one.why for one in found.left_out if one.row.trial_id == "satpute2024" and one.row.time_weeks == 4]
    assert why.startswith("in doubt: printed in whole days")


def test_a_trial_moves_the_figure_and_the_advice():
    proposed = read_trial(written())
    (moved,) = what_moves(proposed)
    assert moved.before.pool.k == 1
    assert [one.name for one in moved.after.entered] == ["Haas 2018", "Example 2027"]
    assert moved.after.entered[1].se == pytest.approx(ARMS_SE, rel=1e-12)
    expected = pool([-3.3, 6.1 - 8.9], [moved.before.pool.se**2, ARMS_SE**2], model="REML", test="knha_adhoc")
    assert moved.after.pool.estimate == pytest.approx(expected.estimate)
    assert moved.after.pool.ci_low == pytest.approx(expected.ci_low)
    assert {one.id for one in moved.advice} == {"manual-therapy-early", "spinal-manipulation"}
    narrow = what_moves(proposed, model="FE", test="z")[0].after.pool
    assert narrow.ci_high - narrow.ci_low < moved.after.pool.ci_high - moved.after.pool.ci_low
    assert len(trials(trial="example2027")) == 0, "nothing is stored"


def test_a_difference_with_its_interval_does_as_well():
    result = DIFFERENCE | {"outcome": "headache intensity", "scale": "NPRS 0-10"}
    (moved,) = what_moves(read_trial(written(result=result)))
    assert (moved.before.question.id, moved.before.pool.k) == ("hands-on-intensity", 1)
    assert moved.after.entered[1].se == pytest.approx((2.1 - 0.3) / (2 * 1.959963984540054))


def test_of_two_times_of_one_trial_the_nearer_one_enters():
    given = yaml.safe_load(written())
    given["results"].append(yaml.safe_load(written())["results"][0] | {"time_weeks": 5})
    found = what_moves(read_trial(yaml.safe_dump(given)))[0].after
    assert [one.row.time_weeks for one in found.entered if one.name == "Example 2027"] == [12]
    (early,) = [one for one in found.left_out if one.row.trial_id == "example2027"]
    assert (early.row.time_weeks, early.why) == (5, "one row of each trial: week 12 is nearer")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"population": "migraine"}, "another group of people"),
        ({"population": "ADOLESCENTS with CGH"}, "another group of people"),
        ({"control_class": "active (stretching)"}, "another comparator"),
        ({"intervention_class": "dry needling"}, "another treatment"),
        ({"result": {"time_weeks": 30}}, "another time: week 30"),
        ({"result": {"scale": "episodes per week"}}, "cannot be said in headache days per 4 weeks"),
    ],
)
def test_what_enters_no_question_says_why(changed, why):
    proposed = read_trial(written(**changed))
    assert what_moves(proposed) == ()
    assert why in not_entered(proposed)[0].says


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"doi": None}, r"doi"),
        ({"doi": "none"}, r"doi"),
        ({"doi": "10.1016/j.spinee.2018.02.019"}, r"in the library already \(Haas 2018\)"),
        ({"trial_id": "haas2018"}, r"count twice.*trial_id"),
        ({"colour": "red"}, r"colour"),
        ({"results": []}, r"results"),
        ({"results": ["a"]}, r"result 1"),
        ({"result": {"experimental": None}}, r"both arms, or the difference"),
        ({"result": {"experimental": None, "control": None}}, r"both arms, or the difference"),
        ({"result": {"control": {"n": 1, "mean": 8.9, "sd": 4.4}}}, r"n.*1.*2 or more"),
        ({"result": {"control": {"n": 41, "mean": 8.9}}}, r"control\.sd"),
        ({"result": {"control": {"n": 41, "mean": 8.9, "sd": -4}}}, r"sd.*-4"),
        ({"result": {"control": {"n": "many", "mean": 8.9, "sd": 4}}}, r"n.*many"),
        ({"result": {"control": {"n": 41, "events": 42}, "experimental": {"n": 40, "events": 3}}}, r"events.*42"),
        ({"result": {"better": "sooner"}}, r"better.*sooner"),
        ({"result": DIFFERENCE | {"difference": {"estimate": 1.2, "ci_low": -2.1, "ci_high": -0.3}}}, r"1\.2"),
        ({"result": DIFFERENCE | {"difference": {"estimate": -1.2, "se": 0}}}, r"se.*0"),
    ],
)
def test_what_is_wrong_is_named(changed, says):
    with pytest.raises(Refused, match=says):
        what_moves(read_trial(written(**changed)))


@pytest.mark.parametrize("text", ["", "a: [", "- 1", "!!python/object:os.system {}", "x" * 200_000])
def test_what_is_no_trial_is_refused(text):
    with pytest.raises(Refused):
        read_trial(text)


def test_every_question_names_advice_that_there_is():
    assert all(one.advice for one in QUESTIONS)
    assert len({one.id for one in QUESTIONS}) == len(QUESTIONS)
    with pytest.raises(Refused, match="hands-on-days"):
        question("sleep")
