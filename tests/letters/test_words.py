"""Lists within a sentence: a name that has a comma of its own is not taken for two."""

import pytest

from concordant.letters.words import listed


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["a", "b"], "a, b"),
        (["a (x, y)", "b"], "a (x, y), b"),
        (["Neck disability index, raw points", "Change"], "Neck disability index, raw points; Change"),
        (["a, b", "c", "d"], "a, b; c; and 1 more"),
        (["a", "a"], "a"),
    ],
)
def test_names_stay_apart(names, told):
    assert listed(names, 2) == told
