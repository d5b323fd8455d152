"""The rows behind the limits: complete, and worth what prognosis 4 says of them."""

import pytest

from concordant.progress.expected_course.published import ratios, rows


def test_each_row_says_where_it_is_from():
    assert [one for one in rows() if not (one.doi.startswith("10.") and one.n and one.note and one.outcome)] == []
    assert {one.how_known for one in rows()} == {"read", "derived"}
    assert {one.unit for one in rows()} == {"days/28", "days/week"}


@pytest.mark.parametrize(
    ("role", "week", "ratio", "how_known"),
    [
        ("active", 12, 0.50, "read"),
        ("active", 24, 0.50, "derived"),
        ("active", 26, 0.53, "read"),
        ("comparison", 12, 0.71, "derived"),
        ("comparison", 24, 0.68, "derived"),
        ("comparison", 26, 0.68, "read"),
    ],
)
def test_the_anchors_of_prognosis_4(role, week, ratio, how_known):
    found = [one for one in ratios() if (one.then.role, one.then.week) == (role, week)]
    assert [(round(one.value, 2), one.how_known) for one in found] == [(ratio, how_known)]


def test_no_spread_is_given_where_none_was_read():
    assert {one.trial for one in rows() if one.sd is None} == {"Haas 2018"}


def test_a_ratio_in_words():
    assert str(ratios()[0]) == (
        "Haas 2018, 18 manipulation visits (active arm, n = 64), week 12: 16 to 8 days/28, 0.50 of baseline "
        "(read; doi:10.1016/j.spinee.2018.02.019)"
    )
