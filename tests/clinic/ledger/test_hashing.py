"""One content has one text and one hash."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.ledger.hashing import canonical, seal

numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
contents = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)


@given(contents)
def test_reading_the_text_back_gives_the_same_text(content: Any) -> None:
    assert canonical(json.loads(canonical(content))) == canonical(content)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (5.0, 5),
        (1e16, 10**16),
        (-0.0, 0),
    ],
)
def test_two_ways_to_write_one_content(one: Any, other: Any) -> None:
    assert seal(one) == seal(other)


@pytest.mark.parametrize(("one", "other"), [([1, 2], [2, 1]), (True, 1), ("1", 1), (None, False), ({}, [])])
def test_two_contents(one: Any, other: Any) -> None:
    assert seal(one) != seal(other)


def test_the_text_and_the_hash_as_any_other_program_would_make_them() -> None:
    assert canonical({"é": [1.5, None, "x"], "a": True}) == '{"a":true,"é":[1.5,null,"x"]}'
    # printf '{}' | sha256sum
    assert seal({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize("content", [{1: "x"}, {"x": object()}, ("a", "b"), {"x": {"y"}}])
def test_what_is_not_json_is_refused(content: Any) -> None:
    with pytest.raises(TypeError):
        canonical(content)


@pytest.mark.parametrize("content", [float("nan"), float("inf"), "a\x00b", {"a\x00": 1}])
def test_what_no_database_can_keep_is_refused(content: Any) -> None:
    with pytest.raises(ValueError, match=r"JSON|null character"):
        canonical(content)
