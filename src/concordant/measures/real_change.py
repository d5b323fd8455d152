"""Has a measure really changed between two visits, or only within its error (examination 7)?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from concordant.facts.rounding import rounded
from concordant.measures.comparable import comparable, same_rater
from concordant.measures.measure import Better, Measure
from concordant.measures.measurement import Measurement
from concordant.measures.repeats import RealChange, SignGone


class Verdict(Enum):
    """What became of a measure; real is not the same as important."""

    IMPROVED = "improved"
    WITHIN_ERROR = "within_error"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Change:
    """The verdict, and the sentence that tells it. Never changed; not frozen, as hundreds are made."""

    verdict: Verdict
    telling: Callable[[], str] = field(repr=False, compare=False)
    gain: float | None = None
    """After less before, in the unit of the measure or in percent; positive is better."""
    threshold: float | None = None
    """From which gain or loss on it is real; None for a sign, and where the verdict holds for any rater."""
    source: str = ""
    why: str = ""
    """Why nothing is said; empty where something is."""

    @property
    def words(self) -> str:
        """The sentence, written when it is read: of all comparisons of a course few are told."""
        return self.telling()


def real_change(before: Measurement, after: Measurement) -> Change:
    """The verdict on two values, the earlier first. Where the rater is not known both thresholds have to agree.

    Raises ValueError for two different measures.
    """
    measure = before.measure
    if after.measure is not measure:
        raise ValueError(f"{measure.fact.name} and {after.measure.fact.name} are two measures")
    if before.value is None or after.value is None:
        return _unknown(before, after, "not measured at both visits")
    rule = measure.change
    if rule is None:
        return _unknown(before, after, "no error is known from which a change would be real")
    like = comparable(before, after)
    if not like.answer:
        word = "not compared" if like.answer is False else "whether they can be compared is not known"
        return _unknown(before, after, "; ".join(like.reasons), word)
    if isinstance(rule, SignGone):
        return _of_sign(before, after, rule)
    if rule.percent and before.value <= 0:
        return _unknown(before, after, "a change in percent needs a first value above 0")
    return _of_number(before, after, rule)


_OF_SIGN = {
    1: (Verdict.IMPROVED, "gone"),
    0: (Verdict.WITHIN_ERROR, "as before"),
    -1: (Verdict.WORSE, "new"),
}


def _of_sign(before: Measurement, after: Measurement, rule: SignGone) -> Change:
    gain = _moved(before, after) * (1 if before.measure.better is Better.UP else -1)
    verdict, words = _OF_SIGN[int(gain)]
    return Change(verdict, partial(_told, before, after, f"{words}; {rule.source}"), gain, source=rule.source)


def _of_number(before: Measurement, after: Measurement, rule: RealChange) -> Change:
    moved = _moved(before, after, percent=rule.percent)
    gain = moved if before.measure.better is Better.UP else -moved
    same = same_rater(before, after)
    thresholds = [rule.between_raters(one) for one in ((True, False) if same is None else (same,))]
    verdict = _verdict(gain, thresholds[0][0])
    agreed = all(_verdict(gain, threshold) is verdict for threshold, _ in thresholds[1:])
    telling = partial(_told_of_number, before, after, moved, thresholds, verdict if agreed else None)
    if not agreed:
        return Change(Verdict.UNKNOWN, telling, why=_TURNS_ON_RATER)
    threshold, source = thresholds[0] if len(thresholds) == 1 else (None, thresholds[-1][1])
    return Change(verdict, telling, gain, threshold, source)


def _moved(before: Measurement, after: Measurement, *, percent: bool = False) -> float:
    assert before.value is not None
    assert after.value is not None
    moved = after.value - before.value
    # 7.3 less 2.1 is 5.2 to people, and a little less in binary fractions.
    return round(100 * moved / before.value if percent else moved, 9)


def _verdict(gain: float, threshold: float) -> Verdict:
    if abs(gain) < threshold:
        return Verdict.WITHIN_ERROR
    return Verdict.IMPROVED if gain > 0 else Verdict.WORSE


_REAL = {Verdict.IMPROVED: "a real gain", Verdict.WORSE: "a real loss", Verdict.WITHIN_ERROR: "within error"}
_TURNS_ON_RATER = "it turns on whether the same person measured, which is not known"


def _told_of_number(
    before: Measurement, after: Measurement, moved: float, thresholds: list[tuple[float, str]], verdict: Verdict | None
) -> str:
    measure = before.measure
    sign = "+" if moved > 0 else "−" if moved < 0 else "±"
    beside = [threshold for threshold, _ in thresholds]
    errors = " or ".join(_amount(measure, threshold) for threshold in beside)
    word = _TURNS_ON_RATER if verdict is None else _REAL[verdict]
    return _told(before, after, f"{sign}{_amount(measure, abs(moved), beside)}, error {errors}: {word}")


def _amount(measure: Measure, amount: float, beside: Collection[float] = ()) -> str:
    percent = isinstance(measure.change, RealChange) and measure.change.percent
    return f"{rounded(amount, beside)} %" if percent else measure.say(amount, beside)


def _unknown(before: Measurement, after: Measurement, why: str, word: str = "") -> Change:
    return Change(Verdict.UNKNOWN, partial(_told, before, after, f"{word}: {why}" if word else why), why=why)


def _told(before: Measurement, after: Measurement, words: str) -> str:
    if before.value is None or after.value is None:
        return f"{before.name}: {words}"
    return f"{before.name} {_say(before.measure, before.value)} to {_say(after.measure, after.value)}: {words}"


def _say(measure: Measure, value: float) -> str:
    return measure.fact.kind.say(value) if isinstance(value, bool) else measure.say(value)
