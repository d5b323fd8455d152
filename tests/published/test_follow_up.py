"""A published follow-up moves criterion C2 from three open questions to one; the answer to that one decides it.

Alpass 2004 reports headache and neck clear at the seventh treatment and again four months later. It does not
say whether anything else changed meanwhile, so C2 is not met: no more is concluded than was reported.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from concordant.assessment import assess
from concordant.criteria import Truth, smallest_missing
from concordant.facts.values import UNKNOWN
from concordant.record.case import Finding
from concordant.record.read import read_file

CASE = read_file(Path(__file__).parents[2] / "examples" / "alpass_2004_whiplash.yaml")
FIRST, LAST = date(2024, 2, 5), date(2024, 7, 18)


def c2(case, day):
    found = assess(case, day).diagnosis("11.2.1", "A").trace.lettered("C2")
    return found.truth, smallest_missing(found)


def with_confounders(value):
    """The same report, had it said what else changed."""
    last = CASE.visits[-1]
    said = replace(last, findings=(*last.findings, Finding("change_confounders", value)))
    return replace(CASE, visits=(*CASE.visits[:-1], said))


def test_before_the_follow_up_everything_is_open():
    assert c2(CASE, FIRST) == (
        Truth.UNKNOWN,
        (("change_confounders", "cervical_change_class", "headache_change_class"),),
    )


def test_at_the_follow_up_one_question_is_left():
    assert c2(CASE, LAST) == (Truth.UNKNOWN, (("change_confounders",),))


def test_had_nothing_else_changed_it_would_be_met():
    assert c2(with_confounders(frozenset()), LAST)[0] is Truth.MET


def test_had_a_drug_been_begun_it_would_stay_open():
    assert c2(with_confounders(frozenset({"new_preventive_drug"})), LAST)[0] is Truth.UNKNOWN


def test_a_question_that_was_left_open_is_no_answer():
    assert c2(with_confounders(UNKNOWN), LAST)[0] is Truth.UNKNOWN
