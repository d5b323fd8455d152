"""The how-to for many people runs as it stands, prints what it says, and agrees with one person at a time."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from concordant.change.assumptions import DEFAULT_EFFECT
from concordant.change.days.category import categories, category
from concordant.change.days.fall import probabilities_of_fall, probability_of_fall

PAGE = (Path(__file__).parents[2] / "docs/how-to/retests-of-many-people.md").read_text("utf-8")
(CODE,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"\nprints\n\n```\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_prints_what_the_page_says():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == PRINTED


@pytest.mark.parametrize("people", [5_000])
def test_thousands_at_once_are_as_one_by_one(people):
    draw = np.random.default_rng(20260101)
    n1, n2 = draw.integers(23, 29, people), draw.integers(23, 29, people)
    x1, x2 = draw.integers(0, n1 + 1), draw.integers(0, n2 + 1)
    falls = probabilities_of_fall(x1, n1, x2, n2, DEFAULT_EFFECT)
    found = categories(x1, n1, x2, n2, falls.better)
    for one in range(0, people, 250):
        counts = [int(each[one]) for each in (x1, n1, x2, n2)]
        better = probability_of_fall(*counts, DEFAULT_EFFECT)
        assert falls.better[one] == pytest.approx(better, abs=1e-7)
        assert found[one] is category(*counts, better)
