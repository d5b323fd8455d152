"""Drawn data sets of trials for properties."""

import numpy as np
from hypothesis import strategies as st

MODELS = ("FE", "EE", "DL", "PM", "EB", "SJ", "REML", "ML", "HE", "HS")
TESTS = ("z", "knha", "knha_adhoc")


@st.composite
def trials(draw, fewest=2, most=9):
    """Effects and variances of one set; variances may lie orders of magnitude apart, effects may agree or not."""
    k = draw(st.integers(fewest, most))
    effects = st.integers(-300, 300).map(lambda whole: whole / 100)
    variances = st.integers(-40, 10).map(lambda tenth: round(10 ** (tenth / 10), 6))
    return (
        np.array(draw(st.lists(effects, min_size=k, max_size=k))),
        np.array(draw(st.lists(variances, min_size=k, max_size=k))),
    )


def random_sets(seed, sets, k):
    """Many sets at once, every tenth with one very large study."""
    draws = np.random.default_rng(seed)
    vi = np.exp(draws.uniform(np.log(0.005), np.log(1.0), (sets, k)))
    vi[::10, 0] = 1e-4
    return draws.normal(0.3, np.sqrt(vi + draws.choice([0.0, 0.02, 0.3], (sets, 1)))), vi
