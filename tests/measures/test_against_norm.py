"""Published norms, their population and ages."""

import pytest

from concordant.facts import NotAllowed
from concordant.measures import MEASURES, against_norm


def found(name, value, **who):
    return against_norm(MEASURES[name], value, **who)


@pytest.mark.parametrize(
    ("name", "value", "who", "z", "percent"),
    [
        ("dnf_endurance_seconds", 38.9, {"age": 40, "sex": "male"}, 0, 100),
        ("dnf_endurance_seconds", 18.8, {"age": 80, "sex": "male"}, -1, 48.3290),
        ("dnf_endurance_seconds", 15.7, {"age": 20, "sex": "female"}, -1, 53.4014),
        ("strength_flexion_newton", 93.8, {"age": 59.9, "sex": "female"}, 1, 127.1003),
        ("strength_extension_newton", 190.8, {"age": 20, "sex": "female"}, 0, 100),
        ("strength_rotation_newton_metre", 5.8, {"age": 30, "sex": "female", "side": "right"}, -1, 71.6049),
        ("strength_rotation_newton_metre", 5.6, {"age": 30, "sex": "female", "side": "left"}, -1, 70.8861),
        ("arom_extension_deg", 66, {"age": 45, "sex": "female"}, -1, 84.6154),
        ("arom_flexion_deg", 40, {"age": 45}, -1, 80),
        ("arom_rotation_deg", 65, {"age": 40, "sex": "male", "side": "right"}, 0, 100),
    ],
)
def test_distance_from_the_norm(name, value, who, z, percent):
    row = found(name, value, **who)
    assert (row.z, row.percent) == (pytest.approx(z), pytest.approx(percent, abs=1e-4))
    assert row.norm is not None
    assert row.norm.population in row.words


def test_where_no_spread_is_published_there_is_a_percentage_and_no_z():
    row = found("frt_rotation_deg", 22, age=45)
    assert (row.z, row.percent) == (None, 50)
    assert "no spread is published" in row.words
    assert "doi:10.1080/10669817.2018.1533195" in row.words


def test_a_median_is_called_one():
    assert "of the median of 290.5 s" in found("extensor_endurance_seconds", 145.25, sex="female").words


@pytest.mark.parametrize(
    ("name", "who", "told"),
    [
        ("dnf_endurance_seconds", {"age": 19.9, "sex": "male"}, "nothing is published for 19.9 years"),
        ("dnf_endurance_seconds", {"age": 81, "sex": "male"}, "only from 20 to below 81"),
        ("dnf_endurance_seconds", {"sex": "male"}, "the age is not known"),
        ("dnf_endurance_seconds", {"age": 40}, "differs by sex or side"),
        ("strength_flexion_newton", {"age": 40, "sex": "male"}, "nothing is published for men"),
        ("strength_flexion_newton", {"age": 40}, "is of women; the sex is not known"),
        ("strength_flexion_newton", {"age": 60, "sex": "female"}, "nothing is published for 60 years"),
        ("frt_rotation_deg", {"age": 80}, "nothing is published for 80 years"),
        ("craniovertebral_angle_deg", {"age": 40, "sex": "male"}, "no table by age was found"),
        ("strength_lateral_flexion_newton", {"age": 40, "sex": "female"}, "no norm of side-bend strength"),
    ],
)
def test_outside_the_group_of_a_norm_nothing_is_known_and_the_words_say_why(name, who, told):
    row = found(name, 40, **who)
    assert (row.z, row.percent, row.norm) == (None, None, None)
    assert told in row.words


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda one: one.fact.name)
def test_unknown_in_unknown_out(measure):
    row = against_norm(measure, None, age=40, sex="female", side="left")
    assert (row.z, row.percent, row.words) == (None, None, "not measured")


def test_a_recalled_norm_is_called_one():
    assert "recalled, not checked" in found("arom_flexion_deg", 40, age=45).words


@pytest.mark.parametrize("value", [float("nan"), -0.1, 121])
def test_a_value_that_the_fact_cannot_take_is_refused(value):
    with pytest.raises(NotAllowed):
        found("arom_flexion_deg", value, age=45)
