"""EQ-5D-5L: profile, and an index only out of a value set that was loaded."""

import pytest

from concordant.measures.questionnaires import NotScorable, Status
from concordant.measures.questionnaires.health_today import (
    PROFILES,
    ValueSetError,
    profile,
    read_value_set,
    with_index,
)
from tests.measures.questionnaires.scoring import scored


def rows(**changed):
    """A made-up value set: no population said this."""
    worth = {key: f"{1 - sum(int(level) - 1 for level in key) / 20:.3f}" for key in sorted(PROFILES)} | changed
    return ["profile,index", *(f"{key},{index}" for key, index in worth.items() if index is not None)]


def a_file(tmp_path, lines):
    path = tmp_path / "values.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_without_a_value_set_there_is_a_profile_and_no_index():
    found = scored("eq5d5l_index", [1, 2, 1, 3, 1])
    assert (profile(found), found.total, found.status) == ("12131", None, Status.COMPLETE)


def test_the_index_out_of_a_file(tmp_path):
    values = read_value_set(a_file(tmp_path, rows()), "made up")
    found = with_index(scored("eq5d5l_index", [1, 2, 1, 3, 1]), values)
    assert found.total == 0.85
    assert "12131" in found.why
    assert "made up" in found.why


def test_a_blank_item_has_no_index(tmp_path):
    values = read_value_set(a_file(tmp_path, rows()), "made up")
    found = with_index(scored("eq5d5l_index", [1, 2, None, 3, 1]), values)
    assert (profile(found), found.total, found.status) == (None, None, Status.INVALID)


def test_an_index_typed_in_stands_unchecked():
    found = scored("eq5d5l_index", [1, 1, 1, 1, 2], total=0.91)
    assert (found.total, found.status) == (0.91, Status.TOTAL_ONLY)
    with pytest.raises(NotScorable, match="out of range"):
        scored("eq5d5l_index", total=1.01)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([], "line 1: the header"),
        (["state;value"], "line 1: the header"),
        (rows(**{"11112": None}), "1 of 3125 profiles are missing, such as 11112"),
        ([*rows(), "11111,1"], "line 3127: profile 11111 stands twice"),
        (rows(**{"11116": "1"}), "five digits from 1 to 5"),
        (rows(**{"11111": "nan"}), "'nan' is no index"),
        (rows(**{"11111": "1.2"}), "'1.2' is no index"),
        (rows(**{"11111": "one"}), "'one' is no index"),
        (rows(**{"11111": "0,9"}), "five digits from 1 to 5, a comma and an index"),
    ],
)
def test_files_that_are_no_value_set(tmp_path, lines, says):
    with pytest.raises(ValueSetError, match=says):
        read_value_set(a_file(tmp_path, lines), "made up")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ValueSetError, match="cannot be read"):
        read_value_set(tmp_path / "none.csv", "none")
    (tmp_path / "latin.csv").write_bytes(b"profile,index\n\xff")
    with pytest.raises(ValueSetError, match="cannot be read"):
        read_value_set(tmp_path / "latin.csv", "latin")
