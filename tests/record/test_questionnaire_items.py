"""Answers of questionnaires in a case file: read, refused, written, read again, and what follows from them."""

import json
from datetime import date

import jsonschema
import pytest

from concordant.criteria.reading import Binding
from concordant.facts import UNKNOWN
from concordant.record.merge import merge
from concordant.record.problems import CaseFileError
from concordant.record.read import read_plain, read_text
from concordant.record.record import Record
from concordant.record.schema import case_file_schema
from concordant.record.split import split
from concordant.record.write import write_plain, write_yaml
from tests.people import bare

DAY = "2026-01-12"
ALLOWED = "allowed; allowed: a whole number from 0 to 5, null if blank"
NDI = [2, 2, 2, 2, 2, 2, 2, 2, 2, None]


def a_case(*outcomes, **more):
    return bare(outcomes=[{"date": DAY, **one} for one in outcomes], **more)


def problems(*outcomes):
    with pytest.raises(CaseFileError) as caught:
        read_plain(a_case(*outcomes))
    return [str(one) for one in caught.value.problems]


def value(name, *outcomes, day=date(2026, 2, 1)):
    return Record(read_plain(a_case(*outcomes)), day).value(name)


def test_the_total_is_worked_out():
    case = read_plain(a_case({"measure": "ndi", "items": NDI}))
    assert (case.outcomes[0].value, case.outcomes[0].items) == (20, tuple(NDI))
    assert value("ndi_score", {"measure": "ndi", "items": NDI}) == 20


@pytest.mark.parametrize("outcome", [{"measure": "ndi", "items": NDI}, {"measure": "ndi", "value": 20}])
def test_percent_follows_from_raw_points(outcome):
    assert value("ndi_percent", outcome) == 40


def test_percent_is_that_of_the_newest_score_though_nobody_came_that_day():
    earlier, later = {"measure": "ndi", "value": 20}, {"measure": "ndi", "value": 5, "date": "2026-01-20"}
    case = read_plain(a_case(earlier, later, visits=[{"date": DAY}]))
    record = Record(case, date(2026, 2, 1))
    assert (record.value("ndi_score"), record.value("ndi_percent")) == (5, 10)
    assert record.value("ndi_percent", Binding(visit="0")) == 40


def test_percent_is_not_known_without_a_score():
    assert value("ndi_percent", {"measure": "hit6", "value": 60}) is UNKNOWN


def test_halves_of_the_phq4_follow_from_its_answers():
    phq4 = {"measure": "phq4", "items": [0, 1, 2, 3]}
    assert [value(name, phq4) for name in ("phq4_score", "gad2_score", "phq2_score")] == [6, 1, 5]
    assert value("phq2_score", {"measure": "phq4", "value": 6}) is UNKNOWN


def test_too_many_blanks_say_nothing_of_the_score():
    invalid = {"measure": "ndi", "items": [2] * 7 + [None] * 3, "date": "2026-01-20"}
    case = read_plain(a_case(invalid))
    assert case.outcomes[0].value is UNKNOWN
    assert value("ndi_score", invalid) is UNKNOWN
    assert value("ndi_score", {"measure": "ndi", "value": 18}, invalid) == 18


@pytest.mark.parametrize(
    "outcome",
    [
        {"measure": "ndi", "items": NDI},
        {"measure": "ndi", "items": [3, *NDI[1:]]},
        {"measure": "ndi", "items": [2] * 7 + [None] * 3},
        {"measure": "psfs", "items": [5, None, 8]},
        {"measure": "midas", "items": [1, 2, 3, 4, 5, 40, 6]},
        {"measure": "isi", "items": [1] * 7, "version": "month"},
        {"measure": "mtoq", "value": 6, "version": "4"},
        {"measure": "promis_t", "value": 55.5, "version": "pain interference 4a"},
        {"measure": "phq4", "items": [0, 1, 2, 3], "by": "physiotherapist", "recorded": "2026-01-12T10:00:00"},
        {"measure": "eq5d5l_index", "items": [1, 1, 2, 1, 1]},
        {"measure": "eq5d5l_index", "items": [1, 1, 2, 1, 1], "value": 0.9},
    ],
    ids=str,
)
def test_written_and_read_again(outcome):
    plain = a_case(outcome)
    case = read_plain(plain)
    written = write_plain(case)
    assert written["outcomes"] == [{"date": DAY, **outcome}]
    assert read_plain(written) == case
    assert read_text(json.dumps(written), name="a.json").outcomes[0].items == case.outcomes[0].items
    from_yaml = read_text(write_yaml(case)).outcomes[0]
    assert (from_yaml.items, from_yaml.version, from_yaml.value) == (
        case.outcomes[0].items,
        case.outcomes[0].version,
        case.outcomes[0].value,
    )
    jsonschema.Draft202012Validator(case_file_schema()).validate(plain)
    added_up = merge("p", split(case, undated=date(2026, 1, 12))).outcomes[0]
    assert (added_up.items, added_up.version, added_up.value, added_up.parts) == (
        case.outcomes[0].items,
        case.outcomes[0].version,
        case.outcomes[0].value,
        case.outcomes[0].parts,
    )


def test_a_total_is_not_written_beside_the_answers_that_make_it():
    written = write_plain(read_plain(a_case({"measure": "ndi", "items": [2] * 10, "value": 20})))
    assert written["outcomes"] == [{"date": DAY, "measure": "ndi", "items": [2] * 10}]


def test_the_schema_wants_a_value_or_answers():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(case_file_schema()).validate(a_case({"measure": "ndi"}))


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ({"measure": "ndi"}, ["outcomes[0].value: is missing"]),
        ({"measure": "ndi", "items": [1] * 11}, ["outcomes[0].items: 11 answers; it has 10 items, null where blank"]),
        ({"measure": "ndi", "items": []}, ["outcomes[0].items: 0 answers; it has 10 items, null where blank"]),
        ({"measure": "ndi", "items": "1111111111"}, ["outcomes[0].items: '1111111111' is not a list of answers"]),
        ({"measure": "ndi", "items": None}, ["outcomes[0].items: None is not a list of answers"]),
        ({"measure": "ndi", "items": {"1": 2}}, ["outcomes[0].items: {'1': 2} is not a list of answers"]),
        (
            {"measure": "ndi", "items": [1, 1, 6, 1, 1, "1", 1, 1, 1, True]},
            [
                f"outcomes[0].items[2]: item 3: 6 is not {ALLOWED}",
                f"outcomes[0].items[5]: item 6: '1' is not {ALLOWED}",
                f"outcomes[0].items[9]: item 10: True is not {ALLOWED}",
            ],
        ),
        (
            {"measure": "hit6", "items": [float("nan"), 6, 6, 6, 6, 6]},
            ["outcomes[0].items[0]: item 1: nan is not allowed; allowed: one of 6, 8, 10, 11, 13, null if blank"],
        ),
        (
            {"measure": "hit6", "items": [10] * 6, "value": 61},
            ["outcomes[0].items: the answers come to 60, yet a total of 61 was typed"],
        ),
        (
            {"measure": "hurt_items", "items": [1] * 8},
            ["outcomes[0].items: hurt_items has no answers that are scored; give its value"],
        ),
        (
            {"measure": "acceptable_state", "items": [1]},
            ["outcomes[0].items: acceptable_state has no answers that are scored; give its value"],
        ),
        (
            {"measure": "acceptable_state", "value": True, "version": "x"},
            ["outcomes[0].version: acceptable_state has no versions; give its value"],
        ),
        (
            {"measure": "isi", "items": [1] * 7},
            ["outcomes[0].items: say which version was used: two_weeks, month"],
        ),
        (
            {"measure": "mtoq", "value": 6, "version": "7"},
            ["outcomes[0].version: '7' is no version of it; there are: 4, 5, 6, 15"],
        ),
    ],
    ids=str,
)
def test_what_is_refused(outcome, says):
    assert problems(outcome) == says


@pytest.mark.parametrize("version", [True, 1.5, ["4"], {"a": 1}, "x" * 500, ""])
def test_versions_that_are_no_words(version):
    assert problems({"measure": "mtoq", "value": 6, "version": version})


def test_a_version_may_be_a_number_in_yaml():
    assert read_plain(a_case({"measure": "mtoq", "value": 6, "version": 4})).outcomes[0].version == "4"


def test_a_very_long_list_is_one_problem():
    assert len(problems({"measure": "ndi", "items": [1] * 200_000})) == 1


def test_a_wrong_answer_is_told_with_its_line():
    text = write_yaml(read_plain(a_case({"measure": "phq4", "items": [0, 1, 2, 3]})))
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "items:" in each)
    with pytest.raises(CaseFileError, match=rf"line {line}, outcomes\[0\].items\[3\]: item 4: 4 is not allowed"):
        read_text(text.replace("[0, 1, 2, 3]", "[0, 1, 2, 4]"))
