"""Entries that contradict each other stand right after safety, each with the way to where it is written."""

import pytest

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.person import look
from concordant.criteria import RuleConflict
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader
from tests.clinic.person.test_safety_first import words


def test_both_entries_are_named_with_their_links(read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history(headache_onset_date="1983-12-01"))
    entry = person.entries.get()
    text = read(person).text
    said = words(text)
    assert "Headache onset date: 1 Dec 1983" in said
    assert "Date of birth: 1 Mar 1984" in said
    assert said.index("These entries contradict each other") < said.index("What is it")
    assert f'#entry-{entry.pk}">entry {entry.pk}' in text[text.index('id="contradictions"') :]


def test_without_one_nothing_is_said(read: Reader, cared_for: Person) -> None:
    assert "contradict" not in read(cared_for).text


def test_a_verdict_is_told_in_plain_words_with_why_and_what_would_change_it(read: Reader, cared_for: Person) -> None:
    said = words(read(cared_for).text)
    for part in ("In plain words", "Why, or why not", "What would change this", "Your clinician makes the call"):
        assert part in said


def test_rules_that_contradict_each_other_are_an_error_that_names_them(
    read: Reader, cared_for: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def assess(*_: object) -> None:
        raise RuleConflict('rule 11.2.1: "a" says met, "b" says not met')

    monkeypatch.setattr(look, "assess", assess)
    answer = read(cared_for)
    assert answer.status_code == 500
    assert "rule 11.2.1: &quot;a&quot; says met, &quot;b&quot; says not met" in answer.text
    assert "treat this person as not screened" in answer.text
