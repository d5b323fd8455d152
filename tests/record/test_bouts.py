"""Bouts of attacks and the pauses between them (diagnosis 1.10): what nobody saw has no length."""

from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Binding, Evaluator, Truth
from concordant.criteria.nodes import Term
from concordant.diagnosis import BOOK
from concordant.facts import DICTIONARY, UNKNOWN, Span
from concordant.record.derive.bouts import PAUSE_DAYS, bouts_of
from tests.people import asked_everything, bare, record
from tests.record.diaries import days

A = Binding(headache="A")
TODAY = date(2025, 6, 1)
BOUT = "+-" * 20 + "+"
PAUSE = "-" * PAUSE_DAYS
TWO_BOUTS = PAUSE + BOUT + PAUSE + "-" * 10 + BOUT * 2 + PAUSE


def reading(signs, name):
    return record(bare(diary=days(signs, TODAY)), TODAY).read(Term(DICTIONARY[name]), A)


def found(signs, name):
    return reading(signs, name).value


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        (TWO_BOUTS, Span(2, inf)),
        (BOUT + "-" * 90 + BOUT, Span(2, inf)),
        (BOUT + "-" * 89 + BOUT, Span(1, inf)),
        (BOUT + "-" * 45 + "." + "-" * 45 + BOUT, Span(1, inf)),
        (BOUT + "-" * 90 + "." + "-" * 3 + BOUT, Span(2, inf)),
        ("-" * 200, UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_a_pause_of_90_free_days_ends_a_bout(signs, value):
    assert found(signs, "bout_count") == value


def test_bouts_that_were_told_stand_over_those_in_the_diary():
    case = bare(diary=days(BOUT, TODAY), bout_count=6)
    assert record(case, TODAY).value("bout_count", A) == 6


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        (TWO_BOUTS, Span(41, 82)),
        (PAUSE + "+" + PAUSE, Span(1, 1)),
        (PAUSE + BOUT + PAUSE + BOUT, Span(41, 41)),
        (BOUT + PAUSE, UNKNOWN),
        (PAUSE + BOUT, UNKNOWN),
        (PAUSE + ".." + BOUT + "-.-" + PAUSE, Span(41, 45)),
        (PAUSE + BOUT + "-" * 50 + "." + "-" * 50 + BOUT + PAUSE, UNKNOWN),
    ],
)
def test_a_bout_has_a_length_when_its_beginning_and_end_were_seen(signs, value):
    assert found(signs, "bout_length_days") == value


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        (BOUT + PAUSE + BOUT, Span(90, 90)),
        (BOUT + PAUSE + ".." + "-" * 8 + BOUT + "-" * 120 + BOUT, Span(90, 120)),
        (BOUT + PAUSE, UNKNOWN),
        (BOUT + "-" * 60 + BOUT, UNKNOWN),
    ],
)
def test_remissions_stand_between_two_bouts(signs, value):
    assert found(signs, "remission_between_bouts_days") == value


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        ("+" * 300 + "-" * 65, 65),
        ("-" * 500, 365),
        ("-" * 400 + "+" * 365, 0),
        ("+" * 200 + "-" * 40 + "." + "-" * 40 + "+" * 84, Span(40, 81)),
        ("+" * 100, Span(0, 265)),
        ("", UNKNOWN),
    ],
)
def test_the_longest_remission_of_a_year(signs, value):
    assert found(signs, "remission_longest_12mo_days") == value


def test_half_a_year_of_diary_gives_way_to_what_was_told():
    case = bare(diary=days("+" * 180, TODAY), remission_longest_12mo_days=20)
    assert record(case, TODAY).value("remission_longest_12mo_days", A) == 20


def test_whose_bouts_they_are():
    two = [{"id": "A", "facts": {}}, {"id": "B", "facts": {}}]
    rows = days(BOUT, TODAY, lambda sign: {"headache": "B", "headache_today": sign == "+"})
    case = record(bare(headaches=two, diary=rows), TODAY)
    assert case.value("bout_count", A) is UNKNOWN
    assert case.value("bout_count", Binding(headache="B")) == Span(1, inf)


CLUSTER = {
    "pain_severity": "very_severe",
    "pain_regions": ["orbital"],
    "attack_duration_minutes": [30, 90],
    "restlessness": True,
    "attacks_per_day": 2,
}


@pytest.mark.parametrize(
    ("signs", "subforms"),
    [
        (TWO_BOUTS, (Truth.MET, Truth.NOT_MET)),
        (("+" * 40 + "-" * 30) * 6, (Truth.UNKNOWN, Truth.MET)),
    ],
)
def test_a_diary_tells_episodic_from_chronic_cluster_headache(signs, subforms):
    case = asked_everything(diary=days(signs, TODAY), **CLUSTER)
    evaluator = Evaluator(record(case, TODAY), BOOK)
    assert tuple(evaluator.rule(code, "A").truth for code in ("3.1.1", "3.1.2")) == subforms


@given(st.lists(st.sampled_from([True, False, None]), max_size=60).map(lambda some: some * 5))
def test_answers_that_come_later_only_narrow_what_was_said(signs):
    unsure = bouts_of(signs)
    for answer in (True, False):
        settled = bouts_of([answer if day is None else day for day in signs])
        assert len(settled) >= len(unsure)
        lengths = {one.days for one in settled}
        for bout in unsure:
            if bout.length is not None:
                assert any(bout.length.low <= length <= bout.length.high for length in lengths)
