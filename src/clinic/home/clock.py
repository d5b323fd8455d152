"""What the clock of an exercise counts, from the signed dose and what the person chose on the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from concordant.plan.interventions.dose import Amount, Dose
from concordant.teaching.counting import READY_S, REST_S, SET_REST_S, Counting

SECONDS_OF_A_MINUTE = 60
LONGEST_REST_S = 600


@dataclass(frozen=True)
class Clock:
    counting: Counting
    is_high: bool
    """Whether it counts the upper ends of the ranges."""
    has_range: bool
    ready_s: int = READY_S
    longest_rest_s: int = LONGEST_REST_S

    @property
    def minutes(self) -> int | None:
        """How long it takes, in whole minutes, at least one."""
        total = self.counting.total_s
        return None if total is None else max(1, round(total / SECONDS_OF_A_MINUTE))


def clock_of(dose: Dose, asked: Mapping[str, str]) -> Clock | None:
    """None where the dose has nothing to count. ``asked``: in the address; what is no number there is nothing."""
    high = asked.get("end") == "high"
    parts = [dose.sets, dose.reps, dose.hold_s, dose.duration_s, dose.minutes]
    if not any(parts):
        return None
    seconds = _end(dose.hold_s, high) or _end(dose.duration_s, high)
    seconds = seconds or SECONDS_OF_A_MINUTE * _end(dose.minutes, high)
    counting = Counting(
        sets=max(1, _end(dose.sets, high)),
        reps=max(1, _end(dose.reps, high)),
        seconds=seconds or None,
        rest_s=_rest(asked.get("rest", ""), REST_S),
        set_rest_s=_rest(asked.get("set_rest", ""), SET_REST_S),
    )
    return Clock(counting, high, any(one is not None and one.low != one.high for one in parts))


def _end(amount: Amount | None, high: bool) -> int:
    return 0 if amount is None else round(amount.high if high else amount.low)


def _rest(text: str, otherwise: int) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(LONGEST_REST_S))
    return min(int(text), LONGEST_REST_S) if is_number else int(otherwise)
