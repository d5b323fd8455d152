"""Refusing what cannot be: each error names the argument, its value and what is allowed.

The same check serves one number and an array of them; of an array the first offending element is named.
"""

from __future__ import annotations

import math
from numbers import Real
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Amount = TypeVar("Amount", float, NDArray[Any])
    """One number or an array of them; what comes out is of the same kind."""

LONGEST_WINDOW = 366


class ArgumentError(ValueError):
    """An argument that a statistic cannot take."""


def refuse(name: str, value: object, allowed: str) -> NoReturn:
    """Raise ArgumentError."""
    raise ArgumentError(f"{name} = {value!r} cannot be; allowed: {allowed}")


def is_one(value: object) -> bool:
    """One real number, not an array and not a truth value."""
    return isinstance(value, Real) and not isinstance(value, bool)


def within(
    name: str, value: Amount, low: float = -math.inf, high: float = math.inf, *, is_open: bool = False
) -> Amount:
    """The finite number or numbers, where they lie from low to high (between them if is_open). Raises ArgumentError."""
    bounds = f"{'between' if is_open else 'from'} {low:g} {'and' if is_open else 'to'} {high:g}"
    allowed = f"finite numbers{f' {bounds}' if math.isfinite(low) or math.isfinite(high) else ''}"
    if is_one(value):
        one = float(value)
        if not math.isfinite(one) or not (low < one < high if is_open else low <= one <= high):
            refuse(name, value, allowed)
        return one  # type: ignore[return-value]  # a number came in
    import numpy as np

    array = _numbers(name, value, allowed)
    inside = (low < array) & (array < high) if is_open else (low <= array) & (array <= high)
    _refuse_first(name, array, inside & np.isfinite(array), allowed)
    return array.astype(np.float64)  # type: ignore[return-value]  # an array came in


def whole_numbers(name: str, value: Amount, low: int = 0, high: int = 1_000_000) -> Amount:
    """The whole number or numbers from low to high, as int or int64. Raises ArgumentError."""
    allowed = f"whole numbers from {low} to {high}"
    if is_one(value):
        return count(name, value, low, high)  # type: ignore[arg-type, return-value]  # a number came in
    import numpy as np

    array = _numbers(name, value, allowed)
    with np.errstate(invalid="ignore"):  # an infinity is refused, not subtracted from itself
        _refuse_first(name, array, (low <= array) & (array <= high) & (array == np.floor(array)), allowed)
    return array.astype(np.int64)  # type: ignore[return-value]  # an array came in


def count(name: str, value: float, low: int = 0, high: int = 1_000_000) -> int:
    """One whole number from low to high; 16.0 is 16. Raises ArgumentError."""
    if not is_one(value) or not low <= value <= high or value != int(value):
        refuse(name, value, f"whole numbers from {low} to {high}")
    return int(value)


def one_window(which: str, positive: float, observed: float) -> tuple[int, int]:
    """Headache days and answered days of one window, named x1 of n1 (which is "1"). Raises ArgumentError."""
    n = count(f"n{which}", observed, 1, LONGEST_WINDOW)
    return count(f"x{which}", positive, 0, n), n


def days_of_window(which: str, positive: Amount, observed: Amount) -> tuple[Amount, Amount]:
    """`one_window` of numbers or arrays. Raises ArgumentError."""
    if is_one(positive) and is_one(observed):
        return one_window(which, positive, observed)  # type: ignore[arg-type, return-value]  # numbers came in
    n = whole_numbers(f"n{which}", observed, 1, LONGEST_WINDOW)
    x = whole_numbers(f"x{which}", positive, 0, LONGEST_WINDOW)
    import numpy as np

    x_each, n_each = np.broadcast_arrays(np.asarray(x), np.asarray(n))
    _refuse_first(f"x{which}", x_each, x_each <= n_each, f"at most the answered days, n{which}")
    return x_each, n_each  # type: ignore[return-value]  # arrays came in


def two_windows(x1: Amount, n1: Amount, x2: Amount, n2: Amount) -> tuple[Amount, Amount, Amount, Amount]:
    """Both windows, each checked by `days_of_window`. Raises ArgumentError."""
    x1, n1 = days_of_window("1", x1, n1)
    x2, n2 = days_of_window("2", x2, n2)
    return x1, n1, x2, n2


def _numbers(name: str, value: object, allowed: str) -> NDArray[Any]:
    import numpy as np

    array = np.asarray(value)
    if array.dtype.kind not in "iuf":
        refuse(name, value, allowed)
    return array


def _refuse_first(name: str, array: NDArray[Any], is_good: NDArray[Any], allowed: str) -> None:
    import numpy as np

    if not is_good.all():
        place = tuple(int(each) for each in np.argwhere(~is_good)[0])
        refuse(f"{name}[{', '.join(map(str, place))}]", array[place].item(), allowed)
