"""Runs every documented example; one example, one test."""

import pytest

from concordant.criteria import nodes
from concordant.diagnosis import DIAGNOSES
from concordant.safety import FLAGS
from tests.spec.registry import CHAPTERS, Example, examples
from tests.spec.tables import people

EVERY = examples()


@pytest.mark.parametrize("example", EVERY, ids=lambda example: f"{example.chapter}: {example.title}")
def test_example(example: Example):
    assert example.found() == example.expected


@pytest.mark.parametrize("example", EVERY, ids=lambda example: f"{example.chapter}: {example.title}")
def test_every_person_of_the_table_has_an_expected_verdict(example: Example):
    assert people(example.table).keys() == example.expected.keys()


def test_titles_are_told_apart():
    titles = [(example.chapter, example.title) for example in EVERY]
    assert len(set(titles)) == len(titles)


def test_every_connective_and_leaf_has_an_example():
    shown = {type(node) for example in EVERY for node in example.criterion.walk()}
    every = {kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, nodes.Criterion)}
    assert every - shown == {nodes.Criterion, nodes.Leaf, nodes.Joined, nodes.Counted}


@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_every_level_of_every_flag_has_an_example(flag):
    shown = [example.criterion for example in EVERY]
    assert all(level.when in shown for level in flag.levels)


@pytest.mark.parametrize("diagnosis", DIAGNOSES, ids=lambda diagnosis: diagnosis.code)
def test_every_diagnosis_has_two_examples(diagnosis):
    shown = [example for example in EVERY if f" {diagnosis.code} " in f" {example.title} "]
    assert len(shown) >= 2


def test_all_chapters_hold_examples():
    assert len({example.chapter for example in EVERY}) == len(CHAPTERS)
