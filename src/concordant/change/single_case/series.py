"""What a series has to be before anything is said about it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from concordant.change.arguments import refuse, within
from concordant.change.assumptions import FEWEST_WEEKS


def is_long_enough(before: Sequence[float], during: Sequence[float]) -> bool:
    """At least 4 weeks in each phase (setting). Shorter series have an index, which says little."""
    return min(len(before), len(during)) >= FEWEST_WEEKS


def phase(name: str, values: Sequence[float]) -> NDArray[np.float64]:
    """The values of one phase, in order and finite, at least one. Raises ArgumentError."""
    if len(values) == 0:
        refuse(name, values, "at least one value")
    return within(name, np.asarray(values))
