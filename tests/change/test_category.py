"""The words of the answer for each category (retest 1.5)."""

import pytest

from concordant.change.category import Category

WORDS = {
    "IMPROVED_IMPORTANT": "improved_important",
    "IMPROVED_BEYOND_ERROR": "improved",
    "IMPORTANT_BUT_UNCERTAIN": "within_error",
    "WITHIN_ERROR": "within_error",
    "WORSE_BEYOND_ERROR": "worse",
    "WORSE_BEYOND_ERROR_IMPORTANT": "worse",
    "NOT_ASSESSABLE": "unknown",
}


@pytest.mark.parametrize("category", Category)
def test_the_verdict_of_a_category(category):
    assert category.verdict == WORDS[category.name]


def test_the_finer_word_is_kept():
    assert Category.IMPORTANT_BUT_UNCERTAIN.value == "important_but_uncertain"
