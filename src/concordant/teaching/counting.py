"""What a clock for an exercise counts: sets, repetitions, how long each is held, and rests."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.settings import whole

_SOURCE = "no source read; the person may change it on the page"

READY_S = whole(
    "clock_ready_s",
    5,
    unit="s",
    low=0,
    high=60,
    says="The clock of an exercise gives so many seconds to get ready.",
    source="no source read",
)
REST_S = whole(
    "clock_rest_s",
    5,
    unit="s",
    low=0,
    high=120,
    says="The clock of an exercise rests so many seconds between repetitions.",
    source=_SOURCE,
)
SET_REST_S = whole(
    "clock_set_rest_s",
    30,
    unit="s",
    low=0,
    high=600,
    says="The clock of an exercise rests so many seconds between sets.",
    source=_SOURCE,
)


@dataclass(frozen=True, slots=True)
class Counting:
    """Without seconds a set goes at the person's own pace, and the clock waits for them."""

    sets: int = 1
    reps: int = 1
    """Repetitions of a set."""
    seconds: int | None = None
    """How long each repetition lasts, s."""
    rest_s: int = REST_S
    """Between repetitions."""
    set_rest_s: int = SET_REST_S
    """Between sets."""

    def __post_init__(self) -> None:
        if min(self.sets, self.reps) < 1 or self.seconds == 0 or min(self.rest_s, self.set_rest_s) < 0:
            raise ValueError(f"nothing to count: {self}")

    @property
    def total_s(self) -> int | None:
        """From the first repetition to the last, s; None where the person sets the pace."""
        if self.seconds is None:
            return None
        of_a_set = self.reps * self.seconds + (self.reps - 1) * self.rest_s
        return self.sets * of_a_set + (self.sets - 1) * self.set_rest_s
