"""Questions can be read by people who left school early: Flesch-Kincaid grade (Kincaid 1975).

grade = 0.39 words per sentence + 11.8 syllables per word - 15.59
"""

import re
from statistics import mean

import pytest

from concordant.facts import DICTIONARY, Supplier

HIGHEST = 8
MEAN_BELOW = 7
ASKED = [fact for fact in DICTIONARY.values() if fact.supplied_by in (Supplier.PATIENT, Supplier.DIARY)]


def syllables(word: str) -> int:
    """Groups of vowels, but for endings that are not heard."""
    word = re.sub("[^a-z]", "", word.lower())
    heard = len(re.findall("[aeiouy]+", word))
    if heard > 1 and re.search("(?<![lye])e$|(?<![szx])(?<![cs]h)(?<!c)(?<!g)es$|(?<![td])ed$", word):
        heard -= 1
    return max(1, heard)


def grade(text: str) -> float:
    """The school year in which this can be read."""
    sentences = [part for part in re.split(r"[.!?:;]+(?=\s|$)", text) if part.strip()]
    words = re.findall(r"[A-Za-z0-9'’-]+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize(
    ("word", "count"),
    [("head", 1), ("headache", 2), ("movement", 3), ("needles", 2), ("aches", 1), ("moved", 1), ("treated", 2)],
)
def test_syllables_are_counted(word, count):
    assert abs(syllables(word) - count) <= 1


@pytest.mark.parametrize("fact", ASKED, ids=repr)
def test_a_question_to_people_is_easy_to_read(fact):
    assert grade(fact.ask) <= HIGHEST


def test_all_questions_together_are_easier_still():
    assert mean(grade(fact.ask) for fact in DICTIONARY.values()) < MEAN_BELOW


def test_a_hard_sentence_is_noticed():
    assert grade("Quantification of musculoskeletal dysfunction necessitates multidisciplinary examination.") > HIGHEST
