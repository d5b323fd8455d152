"""What Hypothesis draws for the tests of this room."""

import numpy as np
from hypothesis import strategies as st

effects = st.floats(1, 4)


@st.composite
def windows(draw, longest=56, fewest=1):
    """Headache days and answered days of one window."""
    observed = draw(st.integers(fewest, longest))
    return draw(st.integers(0, observed)), observed


two_windows = st.tuples(windows(), windows()).map(lambda both: (*both[0], *both[1]))
"""x1, n1, x2, n2."""


def columns(rows):
    """Rows of numbers as one array a column."""
    return [np.array(column) for column in zip(*rows, strict=True)]
