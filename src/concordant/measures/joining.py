"""The value of several trials, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from concordant.facts.kinds import Quantity
from concordant.facts.values import plain
from concordant.measures.measure import Better, Measure
from concordant.measures.repeats import EXTRA_TRIALS, Join


@dataclass(frozen=True, slots=True)
class Joined:
    """The value, or None with the reason."""

    value: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The trials spread by more than error explains."""

    take_another: bool
    """False once enough were taken: then the spread is noted, and testing ends."""
    words: str


def joined(measure: Measure, trials: Sequence[float]) -> Joined:
    """The value of these trials, oldest first; unknown where there are too few, or several of a test that has one.

    Not rounded, as a mean of 32.3 degrees is no 32; only to the step of a fact that cannot hold anything between.
    Raises :class:`concordant.facts.NotAllowed` for a trial that the fact cannot take.
    """
    taken = [measure.read_trial(trial) for trial in trials]
    rule = measure.trials
    missing = rule.least - len(taken)
    if missing > 0:
        return Joined(None, f"{len(taken)} of {rule.least} trials: {missing} more to take")
    if rule.join is Join.ONE and len(taken) > 1:
        return Joined(None, f"{len(taken)} trials of a test that has one: which of them stands is not published")
    value = fmean(_counted(measure, taken))
    return Joined(_storable(measure, value), f"{rule.join.value}: {', '.join(map(plain, taken))}")


def trials_disagree(measure: Measure, trials: Sequence[float]) -> Disagreement | None:
    """What to do about trials that spread by more than the error; None where they agree or no limit is known."""
    taken = [measure.read_trial(trial) for trial in trials]
    limit = measure.trials.spread
    judged = taken[1:] if measure.trials.join is Join.MEAN_AFTER_FIRST else taken
    if limit is None or len(judged) < 2:
        return None
    low, high = min(judged), max(judged)
    most = high * limit.limit / 100 if limit.percent else limit.limit
    if round(high - low - most, 9) <= 0:
        return None
    limit_words = f"{plain(limit.limit)} %" if limit.percent else measure.say(limit.limit)
    spread = measure.say(high - low, [most])
    found = f"the trials spread by {spread} ({plain(low)} to {plain(high)}), more than {limit_words}"
    if len(taken) < measure.trials.most + EXTRA_TRIALS:
        return Disagreement(True, f"{found}: take another")
    return Disagreement(False, f"{found}: note it and do not repeat again")


def _counted(measure: Measure, taken: list[float]) -> list[float]:
    join = measure.trials.join
    if join is Join.MEAN_AFTER_FIRST:
        return taken[1:]
    if join is Join.MEAN_OF_BEST_TWO:
        return sorted(taken, reverse=measure.better is Better.UP)[:2]
    if join is Join.MEAN_SIZE:
        return [abs(trial) for trial in taken]
    return taken


def _storable(measure: Measure, value: float) -> float:
    kind = measure.fact.kind
    if isinstance(kind, Quantity) and kind.step:
        low = kind.low or 0
        return round(low + round((value - low) / kind.step) * kind.step, 9)
    return value
