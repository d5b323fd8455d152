"""Categories of a change of score (retest 1.3, 1.4) with the limits of outcomes 2.3."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.change.arguments import ArgumentError
from concordant.change.assumptions import NPRS_PERCENT, PCS_PERCENT
from concordant.change.category import Category
from concordant.change.scores.category import categories, category, has_room
from concordant.change.scores.limits import Limits, rounded_up
from concordant.change.scores.scale import Scale

NDI, NPRS, PCS = Scale(0, 50), Scale(0, 10), Scale(0, 52)
NPRS_MEAN = Scale(0, 10, step=0.1)
PSFS = Scale(0, 10, step=0.01, lower_is_better=False)
HIT6 = Scale(36, 78)
OF_CGH, OF_NECK_PAIN = Limits(5.9, 5.5), Limits(10.2, 7.5)
OF_NPRS, OF_PCS = Limits(2.4, 2.5, NPRS_PERCENT), Limits(7.7, 8, PCS_PERCENT)


@pytest.mark.parametrize(
    ("baseline", "follow_up", "limits", "name"),
    [
        (18, 12, OF_CGH, "IMPROVED_IMPORTANT"),
        (18, 13, OF_CGH, "WITHIN_ERROR"),
        (18, 18, OF_CGH, "WITHIN_ERROR"),
        (18, 24, OF_CGH, "WORSE_BEYOND_ERROR_IMPORTANT"),
        (4, 0, OF_CGH, "NOT_ASSESSABLE"),
        (4, 12, OF_CGH, "WORSE_BEYOND_ERROR_IMPORTANT"),
        (20, 11, OF_NECK_PAIN, "IMPORTANT_BUT_UNCERTAIN"),
        (20, 9, OF_NECK_PAIN, "IMPROVED_IMPORTANT"),
        # Just on and beside each rounded limit, 8 and 11.
        (20, 10, OF_NECK_PAIN, "IMPORTANT_BUT_UNCERTAIN"),
        (20, 12, OF_NECK_PAIN, "IMPORTANT_BUT_UNCERTAIN"),
        (20, 13, OF_NECK_PAIN, "WITHIN_ERROR"),
        (20, 30, OF_NECK_PAIN, "WITHIN_ERROR"),
        (20, 31, OF_NECK_PAIN, "WORSE_BEYOND_ERROR_IMPORTANT"),
        # Error smaller than importance.
        (20, 12, Limits(5, 10), "IMPROVED_BEYOND_ERROR"),
        (20, 10, Limits(5, 10), "IMPROVED_IMPORTANT"),
        (20, 25, Limits(5, 10), "WORSE_BEYOND_ERROR"),
        (20, 30, Limits(5, 10), "WORSE_BEYOND_ERROR_IMPORTANT"),
        # No importance limit is published: nothing is important.
        (40, 10, Limits(29), "IMPROVED_BEYOND_ERROR"),
        (10, 40, Limits(29), "WORSE_BEYOND_ERROR"),
    ],
)
def test_the_neck_disability_index(baseline, follow_up, limits, name):
    assert category(baseline, follow_up, NDI, limits).name == name


@pytest.mark.parametrize(("baseline", "follow_up"), [(5, 0), (5, 5), (5, 10), (0, 0)])
def test_without_room_no_claim_of_no_change(baseline, follow_up):
    assert category(baseline, follow_up, NDI, OF_CGH) is Category.NOT_ASSESSABLE


def test_room_ends_at_the_threshold():
    assert (has_room(5, NDI, OF_CGH), has_room(6, NDI, OF_CGH)) == (False, True)
    assert category(6, 0, NDI, OF_CGH) is Category.IMPROVED_IMPORTANT


def test_a_ceiling_where_higher_is_better():
    limits = Limits(2, 2)
    assert category(8.5, 10, PSFS, limits) is Category.NOT_ASSESSABLE
    assert category(8, 10, PSFS, limits) is Category.IMPROVED_IMPORTANT
    assert category(9, 7, PSFS, limits) is Category.WORSE_BEYOND_ERROR_IMPORTANT


def test_versions_that_differ():
    assert category(18, 40, NDI, OF_CGH, comparable=False) is Category.NOT_ASSESSABLE


@pytest.mark.parametrize(
    ("limits", "scale", "threshold"),
    [
        (OF_CGH, NDI, 6),
        (OF_NECK_PAIN, NDI, 11),
        (OF_NPRS, NPRS, 3),
        (OF_NPRS, NPRS_MEAN, 2.5),
        (Limits(6.2, 6), HIT6, 7),
        (OF_PCS, PCS, 8),
        (Limits(29), Scale(0, 100), 29),
        (Limits(5.6, 4), Scale(11, 44), 6),
    ],
)
def test_the_thresholds_of_outcomes_2_3(limits, scale, threshold):
    assert limits.threshold(scale) == pytest.approx(threshold, abs=1e-12)


def test_where_an_important_change_may_hide():
    assert (OF_NECK_PAIN.important_may_hide, OF_NPRS.important_may_hide) == (True, False)


def test_a_limit_on_a_step_stays():
    assert rounded_up(2.4, NPRS_MEAN) == pytest.approx(2.4)
    assert rounded_up(6, NDI) == 6
    assert rounded_up(6.01, NDI) == 7


@pytest.mark.parametrize(("baseline", "follow_up"), [(5.1, 2.6), (6.4, 3.9), (9.3, 6.8), (3.3, 0.8)])
def test_means_of_ratings_lose_nothing_to_binary_noise(baseline, follow_up):
    """5.1 - 2.6 is 2.4999999999999996 in binary, and is a change of 2.5."""
    assert category(baseline, follow_up, NPRS_MEAN, Limits(2.4, 2.5)) is Category.IMPROVED_IMPORTANT


@pytest.mark.parametrize(
    ("baseline", "follow_up", "scale", "limits", "name"),
    [
        (10, 7, NPRS, OF_NPRS, "IMPROVED_IMPORTANT"),  # 3 points, exactly 30 %
        (10, 7.1, NPRS_MEAN, OF_NPRS, "IMPROVED_BEYOND_ERROR"),  # 2.9 points, 29 %
        (8.4, 5.9, NPRS_MEAN, OF_NPRS, "IMPROVED_BEYOND_ERROR"),  # 2.5 points, 29.8 %
        (8.3, 5.8, NPRS_MEAN, OF_NPRS, "IMPROVED_IMPORTANT"),  # 2.5 points, 30.1 %
        (50, 32, PCS, OF_PCS, "IMPROVED_BEYOND_ERROR"),  # 18 points, 36 %
        (50, 31, PCS, OF_PCS, "IMPROVED_IMPORTANT"),  # 19 points, 38 %
        (12, 5, PCS, OF_PCS, "WITHIN_ERROR"),  # 58 %, and 7 points
    ],
)
def test_points_and_per_cent_both_have_to_pass(baseline, follow_up, scale, limits, name):
    assert category(baseline, follow_up, scale, limits).name == name


@pytest.mark.parametrize("scale", [HIT6, PSFS])
def test_a_share_of_a_score_that_does_not_start_at_zero(scale):
    with pytest.raises(ArgumentError, match=r"^percent = 30"):
        category(50, 40, scale, Limits(3, 3, 30))


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: Limits(0), "mdc"),
        (lambda: Limits(5, -1), "mcid"),
        (lambda: Limits(5, 5, 130), "percent"),
        (lambda: Limits(5, None, 30), "percent"),
        (lambda: Scale(50, 0), "high"),
        (lambda: Scale(0, 50, 0), "step"),
        (lambda: Scale(0, 50, 51), "step"),
        (lambda: category(51, 40, NDI, OF_CGH), "baseline"),
        (lambda: category(18, -1, NDI, OF_CGH), "follow_up"),
        (lambda: category(18, math.nan, NDI, OF_CGH), "follow_up"),
        (lambda: categories(np.array([18.0, np.nan]), np.array([1.0, 2.0]), NDI, OF_CGH), r"baseline\[1\]"),
    ],
)
def test_what_cannot_be_is_refused(make, named):
    with pytest.raises(ArgumentError, match=f"^{named} = "):
        make()


limits_drawn = st.builds(Limits, st.floats(0.1, 8), st.none() | st.floats(0.1, 8), st.none()) | st.builds(
    Limits, st.floats(0.1, 8), st.floats(0.1, 8), st.floats(0, 100)
)
scores = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=30)


@given(scores, limits_drawn, st.sampled_from([1.0, 0.1, 0.01]))
def test_many_people_are_classed_as_each_one(pairs, limits, step):
    scale = Scale(0, 10, step)
    baseline, follow_up = (np.array(column) / 10 for column in zip(*pairs, strict=True))
    each = [category(a, b, scale, limits) for a, b in zip(baseline, follow_up, strict=True)]
    assert list(categories(baseline, follow_up, scale, limits)) == each


@given(st.integers(0, 50), st.integers(0, 50), limits_drawn)
def test_each_change_has_the_one_category_of_the_table(baseline, follow_up, limits):
    """The conditions of retest 1.4 as written: exactly one holds, and it is the one that is said."""
    on, better = limits.on(NDI), baseline - follow_up
    mdc, mcid = on.mdc, math.inf if on.mcid is None else on.mcid
    percent = better * 100 >= (limits.percent or 0) * baseline - 1e-4
    important = better >= mcid and percent
    worse = better <= -mdc
    room = baseline >= max(on.mdc, on.mcid or 0)
    holds = {
        Category.WORSE_BEYOND_ERROR_IMPORTANT: worse and better <= -mcid,
        Category.WORSE_BEYOND_ERROR: worse and better > -mcid,
        Category.NOT_ASSESSABLE: not worse and not room,
        Category.IMPROVED_IMPORTANT: room and better >= mdc and important,
        Category.IMPROVED_BEYOND_ERROR: room and better >= mdc and not important,
        Category.IMPORTANT_BUT_UNCERTAIN: room and -mdc < better < mdc and important,
        Category.WITHIN_ERROR: room and -mdc < better < mdc and not important,
    }
    assert [one for one, is_so in holds.items() if is_so] == [category(baseline, follow_up, NDI, limits)]


@given(st.integers(0, 50), st.integers(0, 50), limits_drawn)
def test_a_scale_turned_round_says_the_same(baseline, follow_up, limits):
    turned = Scale(0, 50, lower_is_better=False)
    plain = Limits(limits.mdc, limits.mcid)
    assert category(baseline, follow_up, NDI, plain) is category(50 - baseline, 50 - follow_up, turned, plain)
