"""Arrays of numbers as they come in, refused where they cannot be.

NaN passes everywhere: it says that there is no trial.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from concordant.evidence.refused import Refused

Floats: TypeAlias = NDArray[np.float64]


def numbers(values: ArrayLike, column: str) -> Floats:
    """The values as floats. Raises Refused for an infinite one and for what is no number."""
    try:
        given = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise Refused("is not a number", column=column, value=values, allowed="numbers") from error
    return refuse_where(np.isinf(given), given, column, "is infinite", "a finite number")


def sizes(values: ArrayLike, column: str, *, at_least: int = 2) -> Floats:
    """Numbers of people. Below 2 there is no standard deviation, and so no variance of a mean."""
    given = numbers(values, column)
    return refuse_where(
        given < at_least, given, column, f"is fewer people than {at_least}", f"{at_least} or more people"
    )


def spreads(values: ArrayLike, column: str) -> Floats:
    """Standard deviations: never negative."""
    given = numbers(values, column)
    return refuse_where(given < 0, given, column, "is a negative standard deviation", "0 or more")


def positive(values: ArrayLike, column: str, says: str = "is not above 0") -> Floats:
    """Numbers above 0: standard errors, person-time, means under a logarithm."""
    given = numbers(values, column)
    return refuse_where(given <= 0, given, column, says, "above 0")


def variances(values: ArrayLike, column: str = "vi") -> Floats:
    """Sampling variances: never negative."""
    given = numbers(values, column)
    return refuse_where(given < 0, given, column, "is a negative variance", "0 or more")


def correlations(values: ArrayLike, column: str = "r") -> Floats:
    """Correlations, -1 to 1."""
    given = numbers(values, column)
    return refuse_where(np.abs(given) > 1, given, column, "is no correlation", "-1 to 1")


def events_of(values: ArrayLike, column: str, of: Floats, of_column: str) -> Floats:
    """Events among ``of`` people: 0 to all of them."""
    given = numbers(values, column)
    refuse_where(given < 0, given, column, "is a negative number of events", "0 or more")
    given, people = np.broadcast_arrays(given, of)
    return refuse_where(
        given > people, given, column, f"is more events than there are people in {of_column}", f"0 to {of_column}"
    )


def refuse_where(wrong: NDArray[np.bool_], values: Floats, column: str, says: str, allowed: str) -> Floats:
    """The values, unless any is wrong: then Refused names the first one and its index."""
    if wrong.any():
        index = tuple(int(each) for each in np.argwhere(np.broadcast_to(wrong, values.shape))[0])
        raise Refused(says, column=column, value=float(values[index]), allowed=allowed, index=index)
    return values
