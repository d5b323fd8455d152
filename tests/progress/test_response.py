"""The status of a retest (retest 8, conflicts C38): every combination of known words, and every blank."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.assessment import assess
from concordant.criteria import Book, Evaluator, Truth, no
from concordant.facts.safety.signs import neuro_deficit_new
from concordant.progress import read_progress
from concordant.progress.response import RESPONSE, Status
from concordant.record.read import read_plain
from concordant.safety import CLEAR
from tests.people import asked_everything, bare, record
from tests.progress.retests import CLASSES, days_in_care, measured, progress, retest

ONE_FLAG = Book({CLEAR: no(neuro_deficit_new)} | {status.key: rule for status, rule in RESPONSE.items()})
"""The same rules over a screen of one question, so that every combination can be asked."""


def truths(days, function, groc, sign=False):
    """The truth of each status."""
    stated = measured(days, function, groc) | ({} if sign is None else {"neuro_deficit_new": sign})
    evaluator = Evaluator(record(bare(**stated)), ONE_FLAG)
    return {status: evaluator.rule(status.key).truth for status in Status}


def met(found):
    return [status for status, truth in found.items() if truth is Truth.MET]


def written_out(days, function, groc):
    """The table of retest 8 and the gaps of C38, as plain statements."""
    both = {days, function}
    if both == {"improved_important", "worse"}:
        return Status.DISCORDANT
    if "worse" in both:
        return Status.WORSE
    if days == "improved_important" and (function == "improved_important" or groc >= 4):
        return Status.RESPONDING_STRONG
    if "improved_important" in both or (days == "improved" and groc >= 2):
        return Status.RESPONDING
    if both & {"important_but_uncertain", "improved"} or groc >= 2:
        return Status.POSSIBLE
    return Status.UNKNOWN if both == {"not_assessable"} else Status.NO_CHANGE


GROC = tuple(range(-5, 6))
EVERY = {each: truths(*each) for each in product((*CLASSES, None), (*CLASSES, None), (-5, -2, 0, 1, 2, 3, 4, 5, None))}


@pytest.mark.parametrize("known", [one for one in EVERY if None not in one], ids=str)
def test_exactly_one_status_is_met_of_known_words(known):
    assert met(EVERY[known]) == [written_out(*known)]
    assert Truth.UNKNOWN not in EVERY[known].values()


@pytest.mark.parametrize("blank", [one for one in EVERY if None in one], ids=str)
def test_a_status_is_met_where_every_answer_would_give_it_and_open_where_some_would(blank):
    choices = (CLASSES, CLASSES, GROC)
    answers = [(value,) if value is not None else choices[place] for place, value in enumerate(blank)]
    possible = {written_out(*each) for each in product(*answers)}
    assert met(EVERY[blank]) == (list(possible) if len(possible) == 1 else [])
    assert {status for status, truth in EVERY[blank].items() if truth is not Truth.NOT_MET} == possible


@given(
    st.sampled_from((*CLASSES, None)),
    st.sampled_from((*CLASSES, None)),
    st.sampled_from((*GROC, None)),
    st.sampled_from((True, False, None)),
    st.sets(st.sampled_from(("days", "function", "groc", "sign"))),
)
def test_blanking_a_fact_never_makes_another_status(days, function, groc, sign, blanked):
    whole = {"days": days, "function": function, "groc": groc, "sign": sign}
    less = {name: None if name in blanked else value for name, value in whole.items()}
    assert set(met(truths(**less))) <= set(met(truths(**whole)))


@pytest.mark.parametrize("known", [("improved_important", "improved_important", 5), ("worse", "worse", -5)])
def test_an_open_flag_leaves_the_table(known):
    assert met(truths(*known, sign=True)) == [Status.RED]
    assert met(truths(*known, sign=None)) == []


@pytest.mark.parametrize("sign", ["new_red_flag_sign", "neuro_deficit_new"])
def test_a_new_sign_at_the_retest_is_red_and_stands_alone(sign):
    found = progress(retest(**measured("improved_important", "improved_important", 5), **{sign: True}))
    assert found.status is Status.RED
    assert [one.decision.id for one in found.decisions] == ["red at any time"]
    assert found.open_decisions == ()
    assert sign in found.because


def test_a_caution_is_not_red():
    risks = ["migraine", "hypertension"]
    found = progress(retest(**measured("within_error", "within_error", 0), vascular_risk_factors=risks))
    assert found.status is Status.NO_CHANGE


def test_a_screen_that_was_never_done_keeps_the_status_open():
    case = bare(**measured("improved_important", "improved_important", 5))
    found = progress(record(case))
    assert found.status is None
    assert "neuro_deficit_new" in found.missing


def test_a_disputed_flag_is_red():
    case = asked_everything()
    day = days_in_care(28)
    for sign in (True, False):
        facts = {"new_red_flag_sign": False, "horner_signs": sign}
        case["visits"].append({"date": day.isoformat(), "facts": facts | measured("within_error", "within_error", 0)})
    assessment = assess(read_plain(case), day)
    assert any(flag.disputed for flag in assessment.safety.open)
    found = read_progress(assessment.record, assessment.safety)
    assert found.status is Status.RED
    assert [one.decision.id for one in found.decisions] == ["red at any time"]


@pytest.mark.parametrize(
    ("known", "label"),
    [
        (("improved_important", "not_assessable", 0), True),
        (("not_assessable", "within_error", 0), True),
        (("not_assessable", "not_assessable", 0), False),
        (("improved_important", "within_error", 0), False),
    ],
)
def test_one_measure_that_decides_alone_is_labelled(known, label):
    assert progress(retest(**measured(*known))).one_measure is label


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (("within_error", "within_error", None), {"groc_score"}),
        (("improved", "within_error", None), {"groc_score"}),
        (("within_error", None, 0), {"ndi_score", "psfs_score"}),
        (("improved_important", None, 4), {"ndi_score", "psfs_score"}),
    ],
)
def test_an_open_status_says_which_answers_would_settle_it(known, asked):
    found = progress(retest(**measured(*known)))
    assert found.status is None
    assert found.action.value == "hold"
    assert asked <= set(found.missing)
    assert not set(found.missing) & ({"any_headache_change_class", "ndi_score", "groc_score"} - asked)
