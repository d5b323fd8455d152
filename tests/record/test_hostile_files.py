"""Files that nobody wrote by mistake."""

import pytest

from concordant.record.problems import CaseFileError
from concordant.record.read import read_file, read_plain, read_text
from tests.record.files import VALID, problems, read, spoiled

EMPTY = "the file is empty; a case file starts with concordant: 1"
NO_ALIAS = "anchors (&) and aliases (*) are not allowed; write the value out"

FILES = {
    "empty": (b"", EMPTY),
    "blank": (b" \n\t\n", EMPTY),
    "only a comment": (b"# nothing", "the file holds nothing; a case file starts with concordant: 1"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00", "not a text file in UTF-8: byte 1 does not fit"),
    "UTF-16": ("concordant: 1".encode("utf-16"), "not a text file in UTF-8: byte 1 does not fit"),
    "a zero byte": (b"concordant: 1\x00", "not a text file: it holds a zero byte"),
    "too large": (b"#" * (8 * 1024 * 1024 + 1), "the file has 8,388,609 bytes; at most 8,388,608 are read"),
    "a list": (b"- 1\n- 2\n", "line 1: a case file is a table that starts with concordant: 1"),
    "a word": (b"hello", "line 1: a case file is a table that starts with concordant: 1"),
    "deep lists": (b"concordant: " + b"[" * 5000, "line 1: nested deeper than 24 levels"),
    "deep tables": (b"{a: " * 5000, "line 1: nested deeper than 24 levels"),
    "not YAML": (b"concordant: [1\nperson: }", "line 2: not readable as YAML: did not find expected ',' or ']'"),
    "a key that is a list": (b"concordant: 1\n? [a]\n: 1", "line 2: a key is one plain word"),
    "billion laughs": (b"a: &a [lol, lol]\nb: &b [*a, *a]\nc: [*b, *b]", f"line 1: {NO_ALIAS}"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused(name):
    data, message = FILES[name]
    assert problems(data) == [message]


TAG = "the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed"
SPOILED = {
    "duplicate key": (
        "preexisting_headache: false\n  preexisting_headache: true",
        "line 6: the key 'preexisting_headache' stands twice, first on line 5",
    ),
    "tag": ("preexisting_headache: !!python/object/apply:os.system [ls]", f"line 5: {TAG}"),
    "tag of YAML itself": (
        "preexisting_headache: !!bool true",
        "line 5: the tag tag:yaml.org,2002:bool is not allowed",
    ),
    "anchor": ("preexisting_headache: &a false", f"line 5: {NO_ALIAS}"),
    "merge key": ("<<: *a", f"line 5: {NO_ALIAS}"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_yaml_offers_beyond_plain_values_is_refused(name):
    new, message = SPOILED[name]
    assert problems(spoiled("preexisting_headache: false", new)) == [message]


def test_a_second_document_is_refused():
    assert problems(VALID + "---\nconcordant: 1\n") == ["line 26: a file holds one document; a second starts here"]


JSON = {
    "NaN": ('{"concordant": NaN}', "NaN is not a number that JSON allows"),
    "infinity": ('{"concordant": -Infinity}', "-Infinity is not a number that JSON allows"),
    "a key twice": (
        '{"concordant": 1,\n "concordant": 1}',
        "line 2: the key 'concordant' stands twice, first on line 1",
    ),
    "a comma too many": (
        '{"concordant": 1,}',
        "line 1: not readable as JSON: Expecting property name enclosed in double quotes",
    ),
    "YAML": ("concordant: 1", "line 1: not readable as JSON: Expecting value"),
    "deep": ('{"a":' * 100_000, "nested deeper than 24 levels"),
}


@pytest.mark.parametrize("name", JSON)
def test_json_is_read_strictly(name):
    text, message = JSON[name]
    assert problems(text, "case.json") == [message]


def test_a_number_of_many_digits_in_json_is_refused():
    assert problems('{"concordant": ' + "1" * 5000 + "}", "case.json") != []


def test_a_number_of_many_digits_in_plain_values_is_refused():
    with pytest.raises(CaseFileError):
        read_plain({"concordant": 1, "person": {"id": "p1", "age_years": 10**400}})


def test_half_a_character_is_refused():
    assert problems('concordant: 1\nperson: {id: "\ud800"}') != []


def test_json_may_write_a_character_as_two_escapes():
    text = '{"concordant": 1, "person": {"id": "\\ud83d\\ude00"}}'
    assert read_text(text, name="case.json").person.id == "\U0001f600"


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "y", "n", "Yes", "2024-01-01", "1_000", "12:30"])
def test_a_bare_word_stays_a_word(word):
    assert read(f"concordant: 1\nperson: {{id: {word}}}").person.id == word


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CaseFileError, match=r"nothing\.yaml: cannot be read: No such file or directory$"):
        read_file(tmp_path / "nothing.yaml")


def test_a_large_file_is_not_opened(tmp_path):
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (8 * 1024 * 1024 + 1))
    with pytest.raises(CaseFileError, match=r"at most 8,388,608 are read$"):
        read_file(large)
