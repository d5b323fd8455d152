"""What a person is told besides the exercise: when in the day, what the clock counts, what to watch for later."""

import pytest

from concordant.teaching import cues
from concordant.teaching.counting import Counting
from concordant.teaching.cues import cue
from concordant.teaching.later import EARLY_SIGNS, early_signs
from tests.people import NOT_ASKED, asked_everything, bare, record
from tests.support.flesch_kincaid import grade
from tests.teaching.test_pages import BLAME, HIGHEST_GRADE, MOST_WORDS, PROMISE, sentences

CUES = (cues.EVERY_SO_OFTEN, cues.ON_SOME_DAYS, cues.ONCE, cues.TWICE, cues.MORE)


@pytest.mark.parametrize("text", [*CUES, *(one.words for one in EARLY_SIGNS)])
def test_the_words_are_plain(text):
    assert grade(text) <= HIGHEST_GRADE
    assert [one for one in sentences(text) if len(one.split()) > MOST_WORDS] == []
    assert not BLAME.search(text)
    assert not PROMISE.search(text)


@pytest.mark.parametrize(
    ("per_day", "per_week", "every_minutes", "said"),
    [
        (None, None, None, ""),
        (1, None, None, cues.ONCE),
        (2, None, None, cues.TWICE),
        (3, None, None, cues.MORE),
        (None, 3, None, cues.ON_SOME_DAYS),
        (None, None, 20, cues.EVERY_SO_OFTEN),
    ],
)
def test_the_cue_fits_the_dose(per_day, per_week, every_minutes, said):
    assert cue(per_day=per_day, per_week=per_week, every_minutes=every_minutes) == said


@pytest.mark.parametrize(
    ("counting", "total"),
    [
        (Counting(1, 1, 30), 30),
        (Counting(1, 10, 10, 5, 30), 10 * 10 + 9 * 5),
        (Counting(3, 2, 5, 1, 10), 3 * (2 * 5 + 1) + 2 * 10),
        (Counting(3, 10, None), None),
    ],
)
def test_how_long_it_takes(counting, total):
    assert counting.total_s == total


@pytest.mark.parametrize("wrong", [{"sets": 0}, {"reps": 0}, {"seconds": 0}, {"rest_s": -1}])
def test_nothing_cannot_be_counted(wrong):
    with pytest.raises(ValueError, match="nothing to count"):
        Counting(**wrong)


def test_of_somebody_of_whom_nothing_is_known_only_the_general_sign_is_told():
    assert early_signs(record(bare())) == (EARLY_SIGNS[0].words,)


def test_what_is_known_is_watched_for():
    found = early_signs(record(bare(work_posture_provokes=True, stress_triggers_headache=True, isi_score=8)))
    assert found == tuple(one.words for one in EARLY_SIGNS[:4])


@pytest.mark.parametrize("sign", [one for one in EARLY_SIGNS if one.when is not None], ids=lambda one: one.words)
def test_forgetting_a_fact_adds_no_sign(sign):
    before = early_signs(record(asked_everything()))
    for fact in sign.when.facts():
        after = early_signs(record(asked_everything(**{fact.name: NOT_ASKED})))
        assert set(after) <= set(before)
