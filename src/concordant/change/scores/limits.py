"""The error limit and the importance limit of one measure, and how they go together (retest 1.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from concordant.change.arguments import refuse, within
from concordant.change.scores.scale import Scale


def rounded_up(points: float, scale: Scale) -> float:
    """A limit in points, rounded up to the next step of the scale: 5.9 becomes 6. Raises ArgumentError."""
    return math.ceil(scale.steps(within("points", points, 0))) * scale.step


@dataclass(frozen=True, slots=True)
class Limits:
    """What a change must reach, in points of the scale. Raises ArgumentError.

    An importance limit from a difference between groups is no limit for one person and does not belong here.
    """

    mdc: float
    """Minimal detectable change."""
    mcid: float | None = None
    """Minimal important change of one person; None where no paper gives one: nothing is then called important."""
    percent: float | None = None
    """An important fall is also this share of the first score, in per cent, 0 to 100: both must pass."""

    def __post_init__(self) -> None:
        within("mdc", self.mdc, 0, is_open=True)
        if self.mcid is not None:
            within("mcid", self.mcid, 0, is_open=True)
        if self.percent is not None:
            within("percent", self.percent, 0, 100)
            if self.mcid is None:
                refuse("percent", self.percent, "None where there is no mcid, as both must pass")

    @property
    def important_may_hide(self) -> bool:
        """An important change can be smaller than error: MCID below MDC."""
        return self.mcid is not None and self.mcid < self.mdc

    def on(self, scale: Scale) -> Limits:
        """Both limits rounded up to the step. Raises ArgumentError where a share of this scale means nothing."""
        if self.percent is not None and not (scale.low == 0 and scale.lower_is_better):
            refuse("percent", self.percent, "None on a scale that does not start at 0 or on which higher is better")
        mcid = None if self.mcid is None else rounded_up(self.mcid, scale)
        return Limits(rounded_up(self.mdc, scale), mcid, self.percent)

    def threshold(self, scale: Scale) -> float:
        """The larger limit, rounded up to the step, in points: what has to be passed to be real and important."""
        rounded = self.on(scale)
        return rounded.mdc if rounded.mcid is None else max(rounded.mdc, rounded.mcid)
