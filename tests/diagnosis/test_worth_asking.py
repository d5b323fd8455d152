"""Which open diagnoses are worth a question, and which are open only because nobody asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.criteria import Truth
from concordant.diagnosis import DIAGNOSES, Worth, worth_asking
from concordant.diagnosis.diagnosis import Family
from concordant.diagnosis.worth_asking import DANGEROUS_CHAPTERS, MET_BY_ABSENCE, OPEN, RESEMBLES, is_dangerous
from tests.diagnosis.test_index import COMPLETE
from tests.people import NOT_ASKED, asked_everything, assessed, bare

EYE = {"pain_severity": "severe", "pain_regions": ["orbital"]}
C_MET = {"temporal_relation_neck": "established"}
HEMICRANIA_OPEN = {"exacerbations_moderate_or_worse": True, "worse_with_movement": True}
NO_MIGRAINE_YET = dict.fromkeys(("laterality", "photophobia", "phonophobia", "attack_duration_minutes"), NOT_ASKED)


def worth(case):
    return worth_asking(assessed(case).of_headache("A"))


def test_of_a_usual_neck_story_only_the_neck_and_tension_type_headache_matter():
    found = worth(asked_everything())
    assert found["11.2.1"] is Worth.NECK
    assert {code for code, one in found.items() if one.matters} == {"11.2.1", "2.1", "2.2", "2.3", "2.4"}
    for code in ("A5.9", "4.8", "4.8.1", "6.4.1", "7.2", "11.2.3", "A11.2.4", "A11.2.5"):
        assert found[code] is Worth.FAR_FETCHED


def test_of_somebody_who_was_asked_nothing_only_the_neck_matters():
    found = worth(bare())
    assert len(found) == len(DIAGNOSES)
    assert [code for code, one in found.items() if one.matters] == ["11.2.1"]


@pytest.mark.parametrize(
    ("code", "changes", "expected"),
    [
        ("3.1", EYE | {"cas_nasal": "ipsilateral"}, Worth.POINTED_TO),
        ("3.1", {"pain_severity": NOT_ASKED, "attacks_per_day": 2, "restlessness": NOT_ASKED}, Worth.FAR_FETCHED),
        ("3.5.1", {"cas_nasal": "ipsilateral"}, Worth.POINTED_TO),
        ("3.4", HEMICRANIA_OPEN, Worth.FAR_FETCHED),
        ("3.4", HEMICRANIA_OPEN | {"restlessness": True}, Worth.POINTED_TO),
        ("A5.9", {"head_or_neck_trauma_history": True}, Worth.POINTED_TO),
        ("A5.9", {"headache_onset_date": "2010-01-10"}, Worth.FAR_FETCHED),
        ("4.7", {"pain_qualities": NOT_ASKED, "stab_duration_seconds": 3}, Worth.POINTED_TO),
        ("4.7", {"pain_qualities": NOT_ASKED}, Worth.FAR_FETCHED),
        ("6.4.1", {}, Worth.FAR_FETCHED),
        ("6.4.1", {"jaw_claudication": True}, Worth.DANGER),
        ("7.2", {"csf_temporal_relation": True}, Worth.DANGER),
        ("1.1", {"photophobia": True, "phonophobia": True, "attack_duration_minutes": NOT_ASKED}, Worth.POINTED_TO),
        ("1.1", NO_MIGRAINE_YET | {"attack_duration_minutes": [300, 400]}, Worth.FAR_FETCHED),
        ("1.1", NO_MIGRAINE_YET | {"laterality": "right_always"}, Worth.POINTED_TO),
    ],
)
def test_something_of_its_own_has_to_point_to_it(code, changes, expected):
    assert worth(asked_everything(**changes))[code] is expected


def test_a_rival_matters_where_11_2_1_waits_for_its_answers_alone():
    waits = HEMICRANIA_OPEN | {"cas_nasal": NOT_ASKED}
    assert worth(asked_everything(**waits, **C_MET))["3.4"] is Worth.IN_THE_WAY
    # While C of 11.2.1 is open as well, the neck comes first.
    assert worth(asked_everything(**waits))["3.4"] is Worth.FAR_FETCHED


STATES = {
    "laterality": st.sampled_from(["right_always", "bilateral"]),
    "cas_nasal": st.sampled_from(["none", "ipsilateral"]),
    "photophobia": st.booleans(),
    "csf_temporal_relation": st.booleans(),
    "head_or_neck_trauma_history": st.booleans(),
    "neck_disorder_accepted_cause": st.booleans(),
}


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({}, optional=STATES))
def test_every_open_diagnosis_has_one_worth_and_no_settled_one_has(state):
    readings = assessed(bare(**state)).of_headache("A")
    found = worth_asking(readings)
    assert found.keys() == {one.diagnosis.code for one in readings if one.status in OPEN}
    assert {code for code, one in found.items() if one is Worth.NECK} <= {"11.2.1"}
    assert found == worth_asking(reversed(readings))


@pytest.mark.parametrize("code", [one.code for one in DIAGNOSES if is_dangerous(one.code)])
def test_a_dangerous_one_is_never_folded_away_once_any_letter_beyond_a_is_met(code):
    """Of its complete case one fact after another, each alone: what meets a letter, outer or inner, is danger."""
    tried = 0
    for name, value in COMPLETE[code].items():
        readings = assessed(bare(**{name: value})).of_headache("A")
        one = next(each for each in readings if each.diagnosis.code == code)
        own = {letter: truth for letter, truth in one.criteria.items() if "." not in letter}
        if any(
            truth is Truth.MET and letter[0] not in ("A", one.diagnosis.closing_letter) for letter, truth in own.items()
        ):
            tried += 1
            assert worth_asking(readings)[code] is Worth.DANGER, name
    assert tried


def test_the_tables_name_what_there_is():
    of_code = {one.code: one for one in DIAGNOSES}
    for code, letter in MET_BY_ABSENCE:
        assert letter in {part.letter for part in of_code[code].features.parts}
    assert RESEMBLES.keys() == {one.code for one in DIAGNOSES if one.family is Family.PROBABLE}
    assert {code for codes in RESEMBLES.values() for code in codes} <= of_code.keys()
    dangerous = {one.code for one in DIAGNOSES if one.code.split(".")[0] in DANGEROUS_CHAPTERS}
    assert dangerous == {"6.4.1", "6.5.1.1", "6.5.1.2", "7.2"}
