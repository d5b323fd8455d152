"""What holds of the words of every verdict."""

import re
from dataclasses import replace

import pytest

from concordant.criteria import Truth
from concordant.criteria.reading import Origin
from concordant.diagnosis import DIAGNOSES, Status
from concordant.diagnosis.explaining import for_clinician, for_patient, what_would_change, why_not
from concordant.diagnosis.explaining.for_patient import plain_words
from concordant.diagnosis.explaining.letters import outer_letters
from concordant.diagnosis.explaining.plain_words import PLAIN
from concordant.diagnosis.explaining.reasons import source_of
from concordant.facts import DICTIONARY
from tests.diagnosis.explaining.everyone import verdicts
from tests.support.flesch_kincaid import grade

HIGHEST = 7.9
SNAKE = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")


def paragraphs(reading):
    changes = [change.says for change in what_would_change(reading)]
    return [for_clinician(reading), for_patient(reading), why_not(reading), *changes]


def test_there_are_verdicts_of_every_kind():
    assert {reading.status for reading in verdicts()} == set(Status)


@pytest.mark.parametrize("diagnosis", DIAGNOSES, ids=lambda one: one.code)
def test_every_diagnosis_has_its_plain_words(diagnosis):
    assert plain_words(diagnosis.code).what


def test_one_without_is_named():
    with pytest.raises(KeyError, match=r"99\.9 has no plain words"):
        plain_words("99.9")


@pytest.mark.parametrize("code", PLAIN)
@pytest.mark.parametrize("status", Status)
def test_a_person_can_read_it(code, status):
    one = verdicts()[0]
    text = for_patient(replace(one, diagnosis=replace(one.diagnosis, code=code), status=status))
    assert grade(text) <= HIGHEST


def test_a_person_can_read_what_is_said_of_everyone():
    assert max(grade(for_patient(reading)) for reading in verdicts()) <= HIGHEST


def test_no_name_of_a_fact_stands_in_a_paragraph():
    found = {word for reading in verdicts() for text in paragraphs(reading) for word in SNAKE.findall(text)}
    assert found == set()


def test_what_is_not_certain_is_not_said_to_be():
    for reading in verdicts():
        text = for_patient(reading)
        assert "Your clinician makes the call with you." in text
        if reading.status is Status.UNDETERMINED:
            assert "do not know yet" in text
        if reading.status is Status.PROVISIONAL:
            assert "not sure yet" in text


def test_nothing_frightens():
    words = re.compile(r"\b(die|death|deadly|cancer|tumou?r|stroke|fatal|danger\w*|disease)\b", re.IGNORECASE)
    assert [
        text
        for words_of in PLAIN.values()
        for text in (words_of.name, words_of.what, words_of.careful)
        if words.search(text)
    ] == []


def test_those_for_a_doctor_say_so():
    careful = {code for code, words in PLAIN.items() if words.careful}
    assert careful == {code for code in PLAIN if code.startswith(("6.", "7."))}


def test_every_reason_names_who_said_it_and_when_or_what_it_comes_from():
    stated = (Origin.STATED, Origin.STATED_RESULT)
    for reading in verdicts():
        for leaf in reading.trace.leaves():
            for term, read in zip(leaf.criterion.terms, leaf.readings, strict=True):
                source = source_of(term, read)
                if read.known and read.origin in stated and term.fact.name not in ("birth_date", "sex", "age_years"):
                    assert re.search(r"\w, \d{1,2} \w{3} \d{4}$", source), (term.name, source)
                elif read.known:
                    assert source, term.name


def test_every_letter_stands_in_the_paragraph():
    for reading in verdicts():
        text = for_clinician(reading)
        for part in outer_letters(reading.trace):
            said = {Truth.MET: "is met", Truth.NOT_MET: "is not met", Truth.UNKNOWN: "is open"}[part.truth]
            assert f"{part.letter} {said}" in text
        assert reading.diagnosis.source in text
        assert all(DICTIONARY[name.partition("[")[0]].label in text for name in reading.missing)


def test_what_is_excluded_says_by_which_letter():
    for reading in verdicts():
        against = [part.letter for part in outer_letters(reading.trace) if part.truth is Truth.NOT_MET]
        if reading.status is Status.EXCLUDED:
            assert f"Why not {reading.diagnosis.name}" in why_not(reading)
            assert all(re.search(rf"\b{letter} (asks|is not met)", why_not(reading)) for letter in against)


def test_every_open_verdict_says_what_would_settle_it():
    for reading in verdicts():
        if reading.missing:
            assert what_would_change(reading)
