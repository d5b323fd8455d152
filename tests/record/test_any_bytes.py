"""Whatever stands in a file, it is read or refused with a list of problems; nothing else ever happens."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from concordant.assessment import assess
from concordant.record.case import Case
from concordant.record.problems import CaseFileError
from concordant.record.read import read_plain, read_text
from tests.people import asked_everything
from tests.record.files import VALID

WORDS = [
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    "&a ",
    "*a",
    "!!x ",
    "null",
    "-1",
    "1e999",
    ".inf",
    "'",
    '"',
    "\n",
    "  ",
    "?",
    "|",
]


def read_or_refuse(read) -> Case | None:
    try:
        return read()
    except CaseFileError:
        return None


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from(["", "case.json"]))
def test_random_bytes(data, name):
    read_or_refuse(lambda: read_text(data, name=name))


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100), st.sampled_from(["", "case.json"]))
def test_random_text(text, name):
    read_or_refuse(lambda: read_text("concordant: 1\n" + text, name=name))


@settings(max_examples=400)
@given(data=st.data())
def test_a_valid_file_with_something_put_in_or_taken_out(data):
    text = VALID
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.sampled_from([*WORDS, ""])) + text[end:]
    case = read_or_refuse(lambda: read_text(text))
    if case is not None:
        assess(case, date(2024, 1, 13))


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats() | st.text(max_size=8),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below, max_size=3),
    max_leaves=8,
)


def places(tree, path=()):
    """The path of every value of a case."""
    yield path
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, item in below:
        yield from places(item, (*path, key))


PLACES = [path for path in places(asked_everything()) if path]


@settings(max_examples=400)
@given(st.sampled_from(PLACES), plain)
@example(("person",), [])
@example(("visits", 0), None)
def test_any_value_in_any_place(path, value):
    tree = asked_everything()
    there = tree
    for key in path[:-1]:
        there = there[key]
    there[path[-1]] = value
    case = read_or_refuse(lambda: read_plain(tree))
    if case is not None:
        assess(case, date(2024, 1, 13))
