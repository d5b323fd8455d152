"""A draft kept as JSON: the same again, byte for byte, and nothing else is read."""

import json
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.letters.draft import Draft, editable
from concordant.letters.keeping import MARK, MOST_CHARACTERS, VERSION, NotALetter, from_json, to_json
from concordant.letters.kinds import KINDS
from concordant.letters.typesetting import pdf
from tests.letters.letters import written


@pytest.fixture(scope="module")
def draft():
    found = written("extension")
    return Draft("extension", found).changed({editable(found)[0].place: "Reason: she carries crates."})


@pytest.fixture(scope="module")
def plain(draft):
    return json.loads(to_json(draft))


@pytest.mark.parametrize("kind", KINDS)
def test_read_again_it_is_the_same_in_every_byte(kind):
    kept = Draft(kind, written(kind))
    text = to_json(kept)
    assert from_json(text) == kept
    assert to_json(from_json(text)) == text
    assert pdf(from_json(text).letter) == pdf(kept.letter)


def test_it_tells_what_was_changed_and_what_stood_there(draft):
    again = from_json(to_json(draft))
    assert dict(again.edits) == {"0.1": "Reason: she carries crates."}
    assert "she lifts" in to_json(again).lower()
    assert again.letter == draft.letter


@cache
def sheet():
    return written("home_programme")


@given(st.text(max_size=40))
def test_any_words_survive(words):
    found = sheet()
    place = editable(found)[0].place
    kept = Draft("home_programme", found).changed({place: words})
    assert from_json(to_json(kept)) == kept


def refused(found):
    with pytest.raises(NotALetter) as caught:
        from_json(found if isinstance(found, str) else json.dumps(found))
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not readable as JSON: "),
        ("{", "not readable as JSON: "),
        ("[]", f"not a kept letter: the key {MARK} is missing"),
        ("{}", f"not a kept letter: the key {MARK} is missing"),
        ("null", f"not a kept letter: the key {MARK} is missing"),
        (f'{{"{MARK}": 2}}', f"{MARK}: 2 is no version that is known; allowed: {VERSION}"),
        (f'{{"{MARK}": true}}', f"{MARK}: True is no version"),
        (f'{{"{MARK}": 1.0}}', f"{MARK}: 1.0 is no version"),
        (f'{{"{MARK}": 1, "{MARK}": 1}}', f"not readable as JSON: the key '{MARK}' stands twice"),
        (f'{{"{MARK}": NaN}}', "not readable as JSON: NaN is no number"),
        ("[" * 100_000, "not readable as JSON: "),
        ("x" * (MOST_CHARACTERS + 1), "the text has 2,000,001 characters"),
    ],
)
def test_what_is_no_kept_letter_says_why(text, says):
    assert refused(text)[0].startswith(says)


def changed(plain, path, value):
    """The same with another value; ``...`` takes it away."""
    found = deepcopy(plain)
    where = found
    for one in path[:-1]:
        where = where[one]
    if value is ...:
        del where[path[-1]]
    else:
        where[path[-1]] = value
    return found


PART = ("written", "sections", 0, "parts", 0)


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("kind",), "postcard", "kind: 'postcard' is no kind of letter; allowed: emergency, "),
        (("kind",), ["progress"], "kind: ['progress'] is no kind"),
        (("note",), "x", "'note': is not known; allowed: "),
        (("edits",), ..., "edits: is missing"),
        (("edits",), {"0.1": 3}, "edits: not a table of places and texts"),
        (("edits",), {"0.0": "x"}, "edits, 0.0: tells what the record says"),
        (("edits",), {"7.7": "x"}, "edits, 7.7: there is no such paragraph"),
        (("written", "title"), 3, "written.title: 3 is not allowed; allowed: text"),
        (("written", "title"), "\ud800", "written.title: '\\ud800' is not allowed; allowed: text"),
        (("written", "title"), ..., "written.title: is missing"),
        (("written", "written"), "20240205", "written.written: '20240205' is not allowed; allowed: YYYY-MM-DD"),
        (("written", "paper"), "a5", "written.paper: 'a5' is not allowed; allowed: us-letter, a4"),
        (("written", "about"), [["Patient"]], "written.about.0: has 1 values; allowed: 2"),
        (("written", "about"), "x", "written.about: 'x' is not allowed; allowed: a list"),
        (("written", "sections"), [3], "written.sections.0: 3 is not allowed; allowed: a table"),
        ((*PART, "part"), "Script", "written.sections.0.parts.0.part: 'Script' is no part of a letter; allowed: "),
        ((*PART, "rows"), [["1"]], "written.sections.0.parts.0: each row has 5 cells"),
        ((*PART, "rows"), [[1, 2, 3, 4, 5]], "written.sections.0.parts.0.rows.0.0: 1 is not allowed; allowed: text"),
        ((*PART, "more"), "x", "written.sections.0.parts.0.'more': is not known; allowed: "),
    ],
)
def test_every_wrong_value_is_named_with_its_place(plain, path, value, says):
    assert refused(changed(plain, path, value))[0].startswith(says)


def test_every_problem_is_said_at_once(plain):
    found = changed(changed(plain, ("written", "title"), 3), ("written", "day"), None)
    assert len(refused(found)) == 2
