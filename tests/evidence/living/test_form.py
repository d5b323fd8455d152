"""The schema that is handed out and the reader that refuses say the same."""

import copy
import json
import math
import re
from typing import Any

import hypothesis.strategies as st
import jsonschema
import pytest
import yaml
from hypothesis import example, given, settings

from concordant.cli import main
from concordant.evidence.living import SCHEMA, read_trial
from concordant.evidence.living.document import tree_of
from concordant.evidence.living.form import form_of
from concordant.evidence.refused import Refused
from tests.evidence.living.example import TRIAL, written

VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA))
ARMS: dict[str, Any] = yaml.safe_load(written())["results"][0]
COMMON = {name: value for name, value in ARMS.items() if name not in ("experimental", "control")}
COUNTS = COMMON | {"experimental": {"n": 40, "events": 12}, "control": {"n": 41, "events": 5}}
INTERVAL = COMMON | {"difference": {"estimate": -1.2, "ci_low": -2.1, "ci_high": -0.3}}
BY_SE = COMMON | {"difference": {"estimate": -1.2, "se": 0.4}}
BY_P = COMMON | {"difference": {"estimate": -1.2, "p": 0.004}}


def in_a_file(instance):
    """As JSON, which is YAML too; the line breaks that YAML knows beside the usual ones as escapes, or they would be
    blanks."""
    text = json.dumps(instance, ensure_ascii=False)
    return re.sub("[\x85\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)


def has_the_form(instance):
    """As the reader sees it, from the text of the file."""
    try:
        form_of(tree_of(in_a_file(instance)))
    except Refused:
        return False
    return True


def with_results(*results):
    return TRIAL | {"results": list(results)}


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA))


@pytest.mark.parametrize("result", [ARMS, COUNTS, INTERVAL, BY_SE, BY_P])
def test_what_both_take(result):
    given_ = with_results(result)
    VALIDATOR.validate(given_)
    assert len(read_trial(json.dumps(given_)).rows) == (1 if "difference" in result else 2)


def changed(path, value):
    """The example with the value at a path replaced; a name without a value goes."""
    trial = copy.deepcopy(with_results(ARMS, INTERVAL | {"time_weeks": 24}, COUNTS | {"outcome": "responder"}))
    holder: Any = trial
    for one in path[:-1]:
        holder = holder[one]
    if value is GONE:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return trial


GONE = object()


def paths_of(tree, before=()):
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in pairs:
        yield (*before, name)
        yield from paths_of(value, (*before, name))


PATHS = list(paths_of(changed(("doi",), TRIAL["doi"])))
VALUES = st.one_of(
    st.just(GONE),
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 2200),
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(-2, 2).map(lambda value: round(value, 2)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=400),
    st.sampled_from(["", " ", "12", "lower", "10.1000/x", "10.1/x", "a\n", "a b", "x" * 301, "a\u202eb", "é", "null"]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["n", "mean", "sd", "events", "estimate", "se", "p"]), st.integers(0, 9)),
)


@settings(max_examples=600)
@given(st.sampled_from(PATHS), VALUES)
@example(("results",), [])
@example(("results",), [ARMS] * 101)
@example(("trial_id",), "a\n")
@example(("trial_id",), 2027)
@example(("first_author",), "0\x850")
@example(("first_author",), "0\u20280")
@example(("year",), 2027.0)
@example(("year",), True)
@example(("results", 0, "time_weeks"), 1e9)
@example(("results", 0, "time_weeks"), 1.0001e9)
@example(("results", 0, "control", "n"), 2)
@example(("results", 0, "control", "n"), 1)
@example(("results", 0, "control", "mean"), GONE)
@example(("results", 1, "difference", "ci_low"), GONE)
@example(("results", 1, "difference"), {"estimate": 1})
@example(("results", 1, "difference"), {"estimate": 1, "p": 1})
@example(("results", 2, "control"), {"n": 9, "mean": 3, "sd": 1})
def test_the_reader_takes_the_form_that_the_schema_takes(path, value):
    instance = changed(path, value)
    assert has_the_form(instance) == VALIDATOR.is_valid(instance)


@settings(max_examples=150)
@given(st.sampled_from(PATHS), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_a_name_that_there_is_not(path, name):
    instance = changed((*path[:-1], name) if isinstance(path[-1], str) else ("results", 0, name), 1)
    assert has_the_form(instance) == VALIDATOR.is_valid(instance)


@settings(max_examples=200)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
                    | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(sorted(TRIAL)), inner, max_size=9)))  # fmt: skip
def test_what_is_no_trial_at_all(instance):
    assert not VALIDATOR.is_valid(instance)
    with pytest.raises(Refused):
        read_trial(json.dumps(instance))


@settings(max_examples=300)
@given(
    st.fixed_dictionaries({
        "n": st.integers(2, 10**9), "mean": st.floats(-1e9, 1e9), "sd": st.floats(0, 1e9)
    }),
    st.fixed_dictionaries({
        "n": st.integers(2, 10**9), "mean": st.floats(-1e9, 1e9), "sd": st.floats(0, 1e9)
    }),
)  # fmt: skip
@example({"n": 2, "mean": 0, "sd": 0}, {"n": 2, "mean": 0, "sd": 0})
@example({"n": 2, "mean": 1e9, "sd": 5e-324}, {"n": 10**9, "mean": -1e9, "sd": 1e9})
def test_what_has_the_form_is_read_or_refused_and_never_more(experimental, control):
    """Numbers of any size: a difference with a spread that can be pooled, or a reason."""
    result = COMMON | {"experimental": experimental, "control": control}
    read, refused = None, None
    try:
        read = read_trial(json.dumps(with_results(result)))
    except Refused as error:
        refused = error
    if read is not None:
        assert math.isclose(read.rows[0].mean, experimental["mean"])
    else:
        assert refused.row == 1
        assert max(experimental["sd"], control["sd"]) / 2**0.5 < 1e-4, str(refused)


def test_the_command_prints_it(capsys):
    assert main(["evidence", "add", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "A trial proposed to the evidence"


@pytest.mark.parametrize("words", [["evidence", "add"], ["evidence", "add", "trial.yaml", "--schema"]])
def test_the_command_wants_a_file_or_the_schema(words):
    with pytest.raises(SystemExit):
        main(words)


def test_the_help_says_where_trials_are_kept(capsys):
    with pytest.raises(SystemExit):
        main(["evidence", "add", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "Nothing is stored: a clinic keeps a trial on its own page" in told
