"""The grade is what the formula gives when words, sentences and syllables are counted by hand."""

import pytest

from tests.support.flesch_kincaid import grade


@pytest.mark.parametrize(
    ("text", "by_hand"),
    [
        # 3 words, 3 sentences, 3 syllables: 0.39 + 11.8 - 15.59, the lowest grade there is.
        ("Go. Sit. Run.", -3.4),
        # 10 words of one syllable: 3.9 + 11.8 - 15.59.
        ("The cat sat on the mat and so did I.", 0.11),
        # 13 words, 24 syllables: 5.07 + 21.78 - 15.59. Counted by rule a syllable may be missed: about 0.9 of a grade.
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.27),
    ],
)
def test_grades_counted_by_hand(text, by_hand):
    assert abs(grade(text) - by_hand) <= 1


def test_long_words_in_long_sentences_are_hard():
    assert grade("Multidisciplinary musculoskeletal rehabilitation necessitates comprehensive examination.") > 12
