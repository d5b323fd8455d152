"""CHISG, Antonaci and the score of Sjaastad on case files, and what is told of a case that they know and ICHD-3 not."""

import pytest

from concordant.answer import answer
from concordant.criteria import Truth
from concordant.facts import Span
from concordant.report import report
from tests.people import NOT_ASKED, asked_everything, assessed

CLINICAL = {"provoked_by_neck_movement_or_posture": True}


def beside(case, name):
    return next(one for one in assessed(case).beside_of("A") if one.name.startswith(name))


def remarks(case):
    return [(one.letter, one.words) for one in assessed(case).diagnosis("11.2.1", "A").remarks]


LACKS_B = ("B", "CHISG clinical is met; B, the evident neck disorder, is what is lacking")
LACKS_C = ("C", "CHISG clinical is met; a second one of C1 to C4 is what is lacking")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (CLINICAL, {LACKS_C}),
        (CLINICAL | {"neck_disorder_accepted_cause": NOT_ASKED, "temporal_relation_neck": "established"}, {LACKS_B}),
        (CLINICAL | {"neck_disorder_accepted_cause": NOT_ASKED}, {LACKS_B, LACKS_C}),
        (CLINICAL | {"temporal_relation_neck": "established"}, set()),
        ({"provoked_by_neck_movement_or_posture": NOT_ASKED}, set()),
    ],
)
def test_what_a_case_of_the_chisg_lacks_for_ichd_3(facts, told):
    assert set(remarks(asked_everything(**facts))) & {LACKS_B, LACKS_C} == told


def test_every_letter_of_the_chisg_is_shown():
    found = beside(asked_everything(**CLINICAL), "CHISG clinical")
    assert found.verdict is Truth.MET
    assert {"I", "Ia", "Ia1", "Ia2", "Ib", "Ic", "II", "III", "IV", "V", "VI"} <= set(found.criteria)
    assert found.criteria["III"] is Truth.MET


def test_research_is_open_without_a_block():
    found = beside(asked_everything(**CLINICAL), "CHISG research")
    assert found.verdict is Truth.UNKNOWN
    assert found.missing


NONE = dict.fromkeys(
    ("crom_reduced", "pressure_provokes_headache", "facet_tenderness", "neck_muscle_tenderness", "skin_roll_positive"),
    False,
)


@pytest.mark.parametrize(
    ("facts", "points"),
    [
        (NONE, Span(0, 0)),
        (NONE | {"facet_tenderness": True}, Span(0.5, 1)),
        (NONE | {"skin_roll_positive": True, "neck_muscle_tenderness": True}, Span(1.5, 2)),
        (NONE | {"crom_reduced": True}, Span(0, 1.5)),
        (NONE | {"skin_roll_positive": NOT_ASKED}, Span(0, 1.5)),
        (dict.fromkeys(NONE, True), Span(2, 5)),
        (dict.fromkeys(NONE, NOT_ASKED), Span(0, 5)),
        (NONE | {"sjaastad_cf_score": 2.5}, Span(2.5, 2.5)),
    ],
)
def test_the_score_is_what_the_signs_allow(facts, points):
    assert beside(asked_everything(**facts), "Sjaastad").points == points


def test_the_score_has_no_verdict():
    told = answer(assessed(asked_everything()))["beside"]
    score = next(one for one in told if one["name"].startswith("Sjaastad"))
    assert score["verdict"] is None
    assert sum(high for _, high in score["parts"].values()) == 4.5


def test_the_answer_and_the_report_tell_of_all_four():
    found = assessed(asked_everything(**CLINICAL))
    told = answer(found)["beside"]
    assert [(one["headache"], one["verdict"]) for one in told] == [
        ("A", "met"),
        ("A", "unknown"),
        ("A", "unknown"),
        ("A", None),
    ]
    text = report(found)
    assert "CHISG clinical: yes" in text
    assert "of 5 points, no cut-off" in text
