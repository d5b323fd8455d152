"""Every rule of the book, for people of all kinds: a case read as columns gets the verdicts of its assessment."""

from datetime import date
from pathlib import Path

import pytest

from concordant.assessment import assess
from concordant.criteria import Evaluator
from concordant.diagnosis import BOOK
from concordant.facts import Scope
from concordant.record.read import read_file, read_plain
from concordant.registry.building import table
from concordant.registry.cluster import verdicts_of
from concordant.registry.verdicts import Verdicts
from concordant.simulate import demo_clinic, large_population
from tests.criteria.columns.frames import TRUTH
from tests.people import FIRST_VISIT, asked_everything, bare, crash

TODAY = date(2026, 1, 30)
EXAMPLES = Path(__file__).parents[2] / "examples"


def _cases():
    for person in demo_clinic(7, TODAY):
        yield read_plain(person.case), TODAY
    for number, plain in enumerate(large_population(3, 12)):
        yield read_plain(plain), TODAY if number % 2 else date(2025, 12, 1)
    for path in sorted(EXAMPLES.glob("*.yaml")):
        case = read_file(str(path))
        yield case, case.last_day() or TODAY
    for number, case in enumerate(
        [
            asked_everything(),
            bare(),
            bare(headaches=[]),
            asked_everything(injuries=[]),
            asked_everything(**crash(30, 2)),
        ]
    ):
        case["person"]["id"] = f"test {number}"
        yield read_plain(case), FIRST_VISIT


@pytest.fixture(scope="module")
def cases():
    return list(_cases())


@pytest.fixture(scope="module")
def people(cases):
    return table(cases)


@pytest.fixture(scope="module")
def verdicts(people):
    return Verdicts(people.schema).of(people)


def test_every_verdict_is_that_of_the_assessment(cases, verdicts):
    rows = verdicts.iter_rows(named=True)
    for case, day in cases:
        record = assess(case, day).record
        evaluator = Evaluator(record, BOOK)
        for headache in record.headaches or [None]:
            row = next(rows)
            for key, rule in BOOK.items():
                if Scope.HEADACHE not in rule.needs:
                    expected = TRUTH[evaluator.rule(key).truth]
                else:
                    expected = TRUTH[evaluator.rule(key, headache).truth] if headache else None
                assert row[key] is expected, (case.person.id, headache, key)
    assert next(rows, None) is None


def test_every_status_is_that_of_the_assessment(cases, verdicts):
    rows = verdicts.iter_rows(named=True)
    seen = set()
    for case, day in cases:
        found = assess(case, day)
        for headache in found.record.headaches or [None]:
            row = next(rows)
            assert (row["person"], row["headache"], row["as_of"]) == (case.person.id, headache, day)
            for reading in found.of_headache(headache) if headache else ():
                assert row[f"{reading.diagnosis.code} status"] == reading.status.value, (case.person.id, headache)
                seen.add(reading.status.value)
            if headache is None:
                assert {row[name] for name in row if name.endswith(" status")} == {None}
    assert seen == {"definite", "provisional", "undetermined", "excluded"}


def test_narwhals_says_the_same_as_polars(people, verdicts):
    found = verdicts_of(people.lazy()).collect()
    assert not found["conflict"].any()
    there = found["headache"].is_not_null()
    for key, rule in BOOK.items():
        if Scope.HEADACHE in rule.needs:
            assert found[key].filter(there).to_list() == verdicts[key].filter(there).to_list(), key
        else:
            assert found[key].to_list() == verdicts[key].to_list(), key


def test_some_rules_alone_say_the_same_as_all_together(people, verdicts):
    wanted = list(BOOK)[-3:]
    alone = Verdicts(people.schema, wanted)
    assert len(alone.columns) < people.width
    assert alone.of(people).equals(verdicts.select(list(alone.schema)))
