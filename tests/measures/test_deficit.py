"""Cut-offs just before, on and after; and what the error of one reading leaves open."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.facts import NotAllowed
from concordant.measures import MEASURES, deficit
from concordant.measures.limits import ReadingError
from concordant.measures.physical.active_range import rotation_is_uneven
from concordant.measures.physical.flexion_rotation import below_age_norm, class_for_age, positive_at_or_below
from tests.measures.values import NUMBERS, WITH_CUT_OFF, grid, values_of

FRT = MEASURES["frt_rotation_deg"]


def by_number(name, value, **who):
    return deficit(MEASURES[name], value, **({"age": 40, "sex": "female", "side": None} | who)).beyond


@pytest.mark.parametrize(
    ("name", "who", "reduced", "not_reduced"),
    [
        ("frt_rotation_deg", {"age": 0}, 32, 32.1),
        ("frt_rotation_deg", {"age": 59.9}, 32, 32.1),
        ("frt_rotation_deg", {"age": 60}, 31, 31.1),
        ("frt_rotation_deg", {"age": 69.9}, 31, 31.1),
        ("frt_rotation_deg", {"age": 70}, 30, 30.1),
        ("frt_rotation_deg", {"age": 95}, 30, 30.1),
        ("side_bend_rotation_deg", {}, 25, 25.1),
        ("c0_c2_rotation_deg", {}, 11.5, 12),
        ("ccft_activation_mmhg", {}, 24, 26),
        ("ccft_activation_score", {}, 4, 6),
        ("ccft_performance_index", {}, 35, 36),
        ("dnf_endurance_seconds", {"sex": "male"}, 18.9, 19),
        ("dnf_endurance_seconds", {"sex": "female"}, 15.9, 16),
        ("jpe_rotation_absolute_error_deg", {}, 4.6, 4.5),
        ("craniovertebral_angle_deg", {}, 49.9, 50),
        # z < -1.5: 15 below the norm of flexion, 18 of extension, 12 of the others.
        ("arom_flexion_deg", {"age": 40}, 34.9, 35),
        ("arom_flexion_deg", {"age": 39.9}, 31.9, 32),
        ("arom_extension_deg", {"sex": "male"}, 44.9, 45),
        ("arom_extension_deg", {"sex": "female"}, 59.9, 60),
        ("arom_rotation_deg", {"side": "left"}, 51.9, 52),
        ("arom_rotation_deg", {"side": "right"}, 57.9, 58),
        ("arom_rotation_deg", {"side": "right", "sex": "male", "age": 89.9}, 33.9, 34),
        ("arom_lateral_flexion_deg", {"side": "left", "age": 11}, 34.9, 35),
    ],
)
def test_the_number_at_its_cut_off(name, who, reduced, not_reduced):
    assert by_number(name, reduced, **who) is True
    assert by_number(name, not_reduced, **who) is False


@pytest.mark.parametrize(
    ("degrees", "answer", "word"),
    [
        (27, True, ": a deficit"),
        (27.1, None, "not clear"),
        (31, None, "not clear"),
        (36.9, None, "not clear"),
        (37, False, "no deficit"),
    ],
)
def test_what_the_error_of_one_reading_leaves_open(degrees, answer, word):
    found = deficit(FRT, degrees, age=40)
    assert found.answer is answer
    assert f"°, cut-off 32°, error ±5°: {word.removeprefix(': ')}" in found.words
    assert "Hall, thesis" in found.words


def test_the_sentence():
    assert deficit(FRT, 31, age=40).words.startswith("31°, cut-off 32°, error ±5°: not clear; cut-off from Hall 2010")


def test_the_error_is_told_to_the_step_of_the_instrument():
    assert "error ±3°" in deficit(MEASURES["c0_c2_rotation_deg"], 10).words  # 2.83, read in half degrees
    assert "error ±3.7°" in deficit(MEASURES["jpe_flexion_absolute_error_deg"], 3).words


def test_where_no_error_is_known_the_number_answers_and_says_so():
    found = deficit(MEASURES["ccft_activation_mmhg"], 24)
    assert (found.answer, found.beyond) == (True, True)
    assert "error of a single reading not known" in found.words


def test_above_the_ages_of_the_norm_the_words_say_so():
    assert "no norm for this age" in deficit(FRT, 20, age=80).words
    assert "no norm for this age" not in deficit(FRT, 20, age=79.9).words


@pytest.mark.parametrize("age", [10.9, 90, 104])
def test_active_range_outside_the_ages_of_its_norm_is_unknown(age):
    found = deficit(MEASURES["arom_flexion_deg"], 20, age=age)
    assert (found.answer, found.beyond) == (None, None)
    assert f"nothing is published for {age:g} years, only from 11 to below 90" in found.words


@pytest.mark.parametrize(
    ("seconds", "beyond"),
    [(15.9, True), (16, None), (18.9, None), (19, False)],
)
@pytest.mark.parametrize("sex", [None, "other"])
def test_without_a_recorded_sex_only_what_holds_for_both_is_told(seconds, beyond, sex):
    assert deficit(MEASURES["dnf_endurance_seconds"], seconds, age=30, sex=sex).beyond is beyond


def test_without_a_side_only_what_holds_for_both_is_told():
    right_only = deficit(MEASURES["arom_rotation_deg"], 55, age=40, sex="female")
    assert (right_only.beyond, right_only.answer) == (None, None)
    assert "cut-off 52° or 58°" in right_only.words


@pytest.mark.parametrize("measure", NUMBERS, ids=lambda one: one.fact.name)
def test_a_value_that_was_not_taken_is_never_a_deficit(measure):
    found = deficit(measure, None, age=40, sex="male", side="left")
    assert (found.answer, found.beyond, found.words) == (None, None, "not measured")


@pytest.mark.parametrize("name", ["arom_flexion_deg", "frt_rotation_deg", "dnf_endurance_seconds"])
def test_without_an_age_what_depends_on_it_is_unknown(name):
    found = deficit(MEASURES[name], MEASURES[name].fact.kind.low, sex="male")
    assert (found.answer, found.beyond) == (None, None)
    assert "the age is not known" in found.words


def test_a_measure_without_a_cut_off_is_never_a_deficit():
    found = deficit(MEASURES["extensor_endurance_seconds"], 1, age=40, sex="female")
    assert (found.answer, found.words) == (None, "1 s: no cut-off is known")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, 91, True, "32"])
def test_a_value_that_the_fact_cannot_take_is_refused(value):
    with pytest.raises(NotAllowed):
        deficit(FRT, value, age=40)


@pytest.mark.parametrize("age", [float("nan"), -1, float("inf")])
def test_an_age_that_is_none_is_refused(age):
    with pytest.raises(ValueError, match="an age is"):
        deficit(FRT, 30, age=age)


@given(st.data())
def test_a_clear_verdict_holds_for_every_true_value_within_the_error(data):
    measure = data.draw(st.sampled_from([one for one in WITH_CUT_OFF if one.error]))
    who = {"age": data.draw(st.integers(20, 79)), "sex": data.draw(st.sampled_from(["female", "male", None]))}
    who["side"] = data.draw(st.sampled_from(measure.sides))
    value = data.draw(values_of(measure))
    low, step, steps = grid(measure)
    reach = int(measure.error.band / step)
    number = round((value - low) / step) + data.draw(st.integers(-reach, reach))
    true = round(low + min(max(number, 0), steps) * step, 9)
    clear = deficit(measure, value, **who).answer
    if clear is not None:
        assert deficit(measure, true, **who).beyond is clear


@given(st.data())
def test_more_error_opens_a_verdict_and_never_turns_it(data):
    measure = data.draw(st.sampled_from([one for one in WITH_CUT_OFF if one.error]))
    more = replace(measure, error=ReadingError(measure.error.sem * data.draw(st.floats(1, 5)), measure.error.source))
    value, age = data.draw(values_of(measure)), data.draw(st.integers(20, 79))
    before, after = (deficit(one, value, age=age, sex="male", side=measure.sides[0]).answer for one in (measure, more))
    assert after in (before, None)


@given(st.data())
def test_a_deficit_is_the_same_on_the_mirror_side_where_norms_have_no_side(data):
    unsided = [one for one in WITH_CUT_OFF if one.sides[0] and not any(norm.group.side for norm in one.norms)]
    measure = data.draw(st.sampled_from(unsided))
    value, age = data.draw(values_of(measure)), data.draw(st.integers(0, 100))
    left, right = (deficit(measure, value, side=side, age=age, sex="female") for side in ("left", "right"))
    assert left == right


@given(st.data())
def test_a_worse_value_is_never_less_of_a_deficit(data):
    measure = data.draw(st.sampled_from(WITH_CUT_OFF))
    one, other = sorted((data.draw(values_of(measure)), data.draw(values_of(measure))))
    worse, better = (one, other) if measure.better.value == "up" else (other, one)
    who = {"age": 40, "sex": "female", "side": measure.sides[0]}
    if deficit(measure, better, **who).answer is True:
        assert deficit(measure, worse, **who).answer is True


@pytest.mark.parametrize(("age", "degrees"), [(59, 32), (60, 31), (69, 31), (70, 30), (110, 30)])
def test_the_class_that_diagnoses_use_has_the_same_cut_off(age, degrees):
    assert positive_at_or_below(age) == degrees
    words = [class_for_age(degrees + more, age) for more in (0, 0.1, 4, 4.1)]
    assert words == ["positive", "borderline", "borderline", "negative"]


@pytest.mark.parametrize(
    ("age", "at"), [(20, 37), (29.9, 37), (30, 36), (40, 34), (50, 33), (60, 31), (70, 30), (79.9, 30)]
)
def test_ten_below_the_age_norm_is_shown_beside_it(age, at):
    assert [below_age_norm(degrees, age) for degrees in (at, at + 0.1)] == [True, False]


@pytest.mark.parametrize(("degrees", "age"), [(30, 19.9), (30, 80), (30, None), (None, 40)])
def test_there_is_no_age_norm_outside_its_ages(degrees, age):
    assert below_age_norm(degrees, age) is None


@pytest.mark.parametrize(
    ("left", "right", "uneven"),
    [(60, 50.1, False), (60, 50, True), (50, 60, True), (70.3, 60.3, True), (None, 60, None), (60, None, None)],
)
def test_rotation_that_differs_between_sides(left, right, uneven):
    assert rotation_is_uneven(left, right) is uneven
