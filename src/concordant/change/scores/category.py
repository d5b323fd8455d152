"""The category of a change of score (retest 1.3, 1.4).

Where the first score leaves less room than the threshold, only worsening is classified. Whatever is not worse is then
not assessable: neither "improved" nor "no change" could have been otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.category import ORDER, Category
from concordant.change.scores.limits import Limits
from concordant.change.scores.scale import Scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from concordant.change.arguments import Amount


def has_room(baseline: Amount, scale: Scale, limits: Limits) -> bool | NDArray[np.bool_]:
    """Whether the first score could improve by the threshold: the floor and ceiling rule. Raises ArgumentError."""
    result: bool | NDArray[np.bool_] = scale.room(baseline) >= scale.steps(limits.threshold(scale))
    return result


def category(baseline: float, follow_up: float, scale: Scale, limits: Limits, *, comparable: bool = True) -> Category:
    """The category of one change of score.

    comparable is False where version, recall or anchor differ or too many items are missing. The share in per cent
    is asked of improvement only. Raises ArgumentError where a score is not on the scale.
    """
    rounded = limits.on(scale)
    better = scale.improvement(baseline, follow_up)
    mdc = scale.steps(rounded.mdc)
    mcid = float("inf") if rounded.mcid is None else scale.steps(rounded.mcid)
    if not comparable:
        return Category.NOT_ASSESSABLE
    if better <= -mdc:
        return Category.WORSE_BEYOND_ERROR_IMPORTANT if better <= -mcid else Category.WORSE_BEYOND_ERROR
    if not has_room(baseline, scale, limits):
        return Category.NOT_ASSESSABLE
    important = better >= mcid and better >= scale.steps((limits.percent or 0) / 100 * baseline)
    if better >= mdc:
        return Category.IMPROVED_IMPORTANT if important else Category.IMPROVED_BEYOND_ERROR
    return Category.IMPORTANT_BUT_UNCERTAIN if important else Category.WITHIN_ERROR


def categories(
    baseline: NDArray[np.float64], follow_up: NDArray[np.float64], scale: Scale, limits: Limits
) -> NDArray[np.object_]:
    """`category` of many people at once, of comparable scores: an array of Category. Raises ArgumentError."""
    import numpy as np

    rounded = limits.on(scale)
    better, room = scale.improvement(baseline, follow_up), has_room(baseline, scale, limits)
    mdc = scale.steps(rounded.mdc)
    mcid = np.inf if rounded.mcid is None else scale.steps(rounded.mcid)
    important = (better >= mcid) & (better >= scale.steps((limits.percent or 0) / 100 * baseline))
    code = ORDER.index
    codes = np.select(
        [better <= -max(mdc, mcid), better <= -mdc, ~np.asarray(room), better >= mdc],
        [
            code(Category.WORSE_BEYOND_ERROR_IMPORTANT),
            code(Category.WORSE_BEYOND_ERROR),
            code(Category.NOT_ASSESSABLE),
            np.where(important, code(Category.IMPROVED_IMPORTANT), code(Category.IMPROVED_BEYOND_ERROR)),
        ],
        default=np.where(important, code(Category.IMPORTANT_BUT_UNCERTAIN), code(Category.WITHIN_ERROR)),
    )
    found: NDArray[np.object_] = np.array(ORDER, dtype=object)[codes]
    return found
