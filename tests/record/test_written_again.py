"""A case written and read again is the same case; taken apart and added up again it says the same."""

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from concordant.answer import answer
from concordant.assessment import assess
from concordant.record.document import parse
from concordant.record.merge import merge
from concordant.record.problems import CaseFileError
from concordant.record.read import read_file, read_plain, read_text
from concordant.record.schema import case_file_schema
from concordant.record.split import split
from concordant.record.write import write_plain, write_yaml
from concordant.simulate import demo_clinic
from tests.people import asked_everything

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TODAY = date(2026, 3, 2)
SCHEMA = jsonschema.Draft202012Validator(case_file_schema())
CASES = {path.stem: read_file(path) for path in EXAMPLES}
CASES |= {person.chart_number: read_plain(person.case) for person in demo_clinic(5, TODAY)[::3]}
NOTED = {"date": "2026-01-11", "headache_today": False, "note": "Long drive.\nBetter after « a walk »: yes"}
CASES |= {"a note in the diary": read_plain(asked_everything(diary=[NOTED]))}
CASES |= {"asked everything": read_plain(asked_everything()), "no injury": read_plain(asked_everything(injuries=[]))}


def said(of):
    """Everything a case says, without the places where it stood."""
    if is_dataclass(of):
        return {each.name: said(getattr(of, each.name)) for each in fields(of) if each.name != "place"}
    if isinstance(of, dict):
        return {key: said(item) for key, item in of.items()}
    return [said(item) for item in of] if isinstance(of, tuple) else of


@pytest.mark.parametrize("name", CASES)
def test_as_yaml(name):
    assert said(read_text(write_yaml(CASES[name]))) == said(CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_as_plain_values(name):
    assert said(read_plain(write_plain(CASES[name]))) == said(CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_what_is_written_fits_the_schema(name):
    SCHEMA.validate(write_plain(CASES[name]))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_published_files_fit_the_schema(path):
    SCHEMA.validate(parse(path.read_bytes()).plain())


def verdicts(case, day):
    found = answer(assess(case, day), every=True)
    kept = {"code", "headache", "status", "criteria", "missing", "because"}
    return found["safety"], [{key: one[key] for key in kept} for one in found["diagnoses"]]


@pytest.mark.parametrize("name", CASES)
def test_taken_apart_and_added_up(name):
    case = CASES[name]
    day = case.last_day() or TODAY
    assert verdicts(merge(case.person.id, split(case, undated=day)), day) == verdicts(case, day)


def test_a_note_of_the_diary_is_kept_and_read_by_no_rule():
    noted, plain = CASES["a note in the diary"], read_plain(asked_everything(diary=[{**NOTED, "note": "x"}]))
    assert noted.diary[0].note == NOTED["note"]
    assert verdicts(noted, TODAY) == verdicts(plain, TODAY)


@pytest.mark.parametrize("note", ["", 4, [], True, "x" * 4001, "a\x00b"])
def test_what_is_no_note_is_refused(note):
    case = asked_everything(diary=[{**NOTED, "note": note}])
    with pytest.raises(CaseFileError, match="note"):
        read_plain(case)


def test_a_note_of_four_thousand_characters_fits():
    assert len(read_plain(asked_everything(diary=[{**NOTED, "note": "x" * 4000}])).diary[0].note) == 4000
