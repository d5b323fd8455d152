"""Of somebody of whom nothing is known no rule is met, and no diagnosis or flag is refuted."""

import pytest

from concordant.criteria import Evaluator, Truth
from concordant.diagnosis import BOOK, DIAGNOSES
from concordant.record.case import Case, Headache, Person
from concordant.record.record import Record
from concordant.safety import FLAGS
from tests.people import FIRST_VISIT

NOBODY = Record(Case(Person("nobody")), FIRST_VISIT)
ONE_HEADACHE = Record(Case(Person("nobody"), headaches=(Headache("A"),)), FIRST_VISIT)


@pytest.mark.parametrize("key", BOOK)
def test_no_rule_is_met_of_an_empty_record(key):
    assert Evaluator(NOBODY, BOOK).rule(key).truth is not Truth.MET


@pytest.mark.parametrize("key", BOOK)
def test_no_rule_is_met_of_an_empty_headache(key):
    assert Evaluator(ONE_HEADACHE, BOOK).rule(key, "A").truth is not Truth.MET


@pytest.mark.parametrize("diagnosis", DIAGNOSES, ids=lambda diagnosis: diagnosis.code)
def test_no_diagnosis_is_refuted_of_an_empty_headache(diagnosis):
    assert Evaluator(ONE_HEADACHE, BOOK).rule(diagnosis.code, "A").truth is Truth.UNKNOWN


# They wait for an event or a report to be entered: nothing entered means not seen.
EVENTS = {"new_sign", "diary_alarm", "vasc_dissection", "aura"}


@pytest.mark.parametrize("flag", [flag for flag in FLAGS if flag.id not in EVENTS], ids=lambda flag: flag.id)
def test_no_flag_is_refuted_of_an_empty_record(flag):
    evaluator = Evaluator(NOBODY, BOOK)
    assert {evaluator.rule(flag.key(level)).truth for level in flag.levels} == {Truth.UNKNOWN}
