"""The words of `headache_change_class`: those of the category, and the finer ones that C2 asks for (conflicts C02)."""

import pytest

from concordant.change.days.fall import probability_of_fall
from concordant.record.derive.change import change_word
from concordant.record.diary import Count
from tests.people import FIRST_VISIT


def window(positive, observed=28):
    return Count(FIRST_VISIT, FIRST_VISIT.replace(month=2, day=4), positive, observed - positive)


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (16, 8, "improved_important"),
        (16, 0, "resolved"),
        (24, 16, "improved_important"),
        (12, 6, "important_but_uncertain"),
        (8, 4, "important_but_uncertain"),
        (12, 5, "improved_important"),
        (24, 17, "improved"),
        (14, 12, "within_error"),
        (8, 14, "within_error"),
        (6, 16, "worse"),
    ],
)
def test_the_words_of_the_category(before, after, word):
    better = probability_of_fall(before, 28, after, 28, 1.5)
    assert change_word(window(before), window(after), better) == word
