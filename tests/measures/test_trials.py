"""The value of several trials, and when another is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.facts import NotAllowed
from concordant.measures import MEASURES, joined, trials_disagree
from concordant.measures.repeats import Join
from tests.measures.values import NUMBERS, values_of


@pytest.mark.parametrize(
    ("name", "trials", "value"),
    [
        ("frt_rotation_deg", [31, 30, 32], 31),
        ("frt_rotation_deg", [31, 30], 30.5),
        ("arom_rotation_deg", [60, 61, 65], 62),
        ("arom_rotation_deg", [60, 61, 70, 65], 64),
        ("ppt_upper_trapezius_kpa", [500, 300, 340], 320),
        ("strength_flexion_newton", [70, 80, 90], 85),
        ("strength_flexion_newton", [90, 70, 80], 85),
        ("dnf_endurance_seconds", [20, 31], 25.5),
        ("extensor_endurance_seconds", [240], 240),
        ("ccft_activation_mmhg", [24], 24),
        # A fact that has a step holds nothing between: 9.83 is kept as 10, 4.46 as 4.5.
        ("c0_c2_rotation_deg", [9.5, 10, 10], 10),
        ("jpe_rotation_absolute_error_deg", [4.5, 4.5, 4.5, 4.5, 4.4, 4.4], 4.5),
    ],
)
def test_trials_are_joined_as_the_reference_says(name, trials, value):
    assert joined(MEASURES[name], trials).value == pytest.approx(value, abs=1e-9)


def test_a_mean_just_above_a_cut_off_is_not_rounded_onto_it():
    assert joined(MEASURES["frt_rotation_deg"], [32, 32, 33]).value == pytest.approx(32 + 1 / 3)


@pytest.mark.parametrize(
    ("name", "trials", "words"),
    [
        ("frt_rotation_deg", [], "0 of 2 trials: 2 more to take"),
        ("frt_rotation_deg", [31], "1 of 2 trials: 1 more to take"),
        ("ppt_temporalis_kpa", [300, 310], "2 of 3 trials: 1 more to take"),
        ("jpe_flexion_absolute_error_deg", [4.0] * 5, "5 of 6 trials: 1 more to take"),
        (
            "ccft_activation_mmhg",
            [24, 26],
            "2 trials of a test that has one: which of them stands is not published",
        ),
    ],
)
def test_too_few_trials_or_too_many_give_no_value(name, trials, words):
    found = joined(MEASURES[name], trials)
    assert (found.value, found.words) == (None, words)


@pytest.mark.parametrize("trial", [float("nan"), float("inf"), -1, 90.5, True, None, "31"])
@pytest.mark.parametrize("reads", [joined, trials_disagree])
def test_a_trial_that_cannot_be_is_refused(reads, trial):
    with pytest.raises(NotAllowed):
        reads(MEASURES["frt_rotation_deg"], [31, 30, trial])


@pytest.mark.parametrize(
    ("name", "trials", "again"),
    [
        ("frt_rotation_deg", [27, 33], None),
        ("frt_rotation_deg", [27, 33.1], True),
        ("frt_rotation_deg", [27, 30, 33.1], True),
        ("frt_rotation_deg", [27, 30, 33.1, 30], False),
        ("arom_flexion_deg", [40.1, 42, 46.1], None),
        ("c0_c2_rotation_deg", [9, 11], None),
        ("c0_c2_rotation_deg", [9, 11.5], True),
        ("ppt_upper_trapezius_kpa", [900, 300, 402], None),
        ("ppt_upper_trapezius_kpa", [900, 300, 403], True),
        ("dnf_endurance_seconds", [20, 38], None),
        ("dnf_endurance_seconds", [20, 38.5], True),
        ("strength_flexion_newton", [80, 90, 100], None),
        ("strength_flexion_newton", [79.9, 90, 100], True),
        ("jpe_rotation_absolute_error_deg", [0.0, 9.0, 0.0, 9.0, 0.0, 9.0], None),
        ("frt_rotation_deg", [], None),
        ("frt_rotation_deg", [31], None),
    ],
)
def test_another_trial_is_asked_where_they_spread_by_more_than_the_error(name, trials, again):
    found = trials_disagree(MEASURES[name], trials)
    assert (found and found.take_another) is again


def test_the_reason_names_the_spread_and_its_limit():
    found = trials_disagree(MEASURES["frt_rotation_deg"], [27, 36])
    assert found.words == "the trials spread by 9° (27 to 36), more than 6°: take another"
    ended = trials_disagree(MEASURES["frt_rotation_deg"], [27, 36, 30, 30])
    assert ended.words.endswith("note it and do not repeat again")


@given(st.data())
def test_a_value_lies_among_its_trials_and_can_be_stored(data):
    measure = data.draw(st.sampled_from(NUMBERS))
    least = measure.trials.least
    most = least if measure.trials.join is Join.ONE else least + 2
    trials = data.draw(st.lists(values_of(measure), min_size=least, max_size=most))
    value = joined(measure, trials).value
    slack = (measure.fact.kind.step or 0) / 2 + 1e-9
    assert min(trials) - slack <= value <= max(trials) + slack
    assert measure.read(value) == value


@given(st.data())
def test_equal_trials_never_ask_for_another(data):
    measure = data.draw(st.sampled_from(NUMBERS))
    assert trials_disagree(measure, [data.draw(values_of(measure))] * data.draw(st.integers(0, 8))) is None
