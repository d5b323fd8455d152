"""Has a measure really changed between two visits, or only within its error (examination 7)?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class Change:
    """The verdict, and the sentence that tells it."""

    verdict: Verdict
    words: str
    gain: float | None = None
    """After less before, in the unit of the measure or in percent; positive is better."""
    threshold: float | None = None
    """From which gain or loss on it is real; None for a sign, and where the verdict holds for any rater."""
    source: str = ""


def real_change(before: Measurement, after: Measurement) -> Change:
    """The verdict on two values, the earlier first. Where the rater is not known both thresholds have to agree.

    Raises ValueError for two different measures.
    """
    measure = before.measure
    if after.measure is not measure:
        raise ValueError(f"{measure.fact.name} and {after.measure.fact.name} are two measures")
    if before.value is None or after.value is None:
        return _unknown(f"{before.name}: not measured at both visits")
    told = f"{before.name} {_say(measure, before.value)} to {_say(measure, after.value)}"
    rule = measure.change
    if rule is None:
        return _unknown(f"{told}: no error is known from which a change would be real")
    like = comparable(before, after)
    if not like.answer:
        word = "not compared" if like.answer is False else "whether they can be compared is not known"
        return _unknown(f"{told}: {word}: {'; '.join(like.reasons)}")
    if isinstance(rule, SignGone):
        return _of_sign(measure, told, before.value, after.value, rule)
    return _of_number(told, rule, before, after)


_OF_SIGN = {
    1: (Verdict.IMPROVED, "gone"),
    0: (Verdict.WITHIN_ERROR, "as before"),
    -1: (Verdict.WORSE, "new"),
}


def _of_sign(measure: Measure, told: str, before: float, after: float, rule: SignGone) -> Change:
    gain = (after - before) * (1 if measure.better is Better.UP else -1)
    verdict, words = _OF_SIGN[int(gain)]
    return Change(verdict, f"{told}: {words}; {rule.source}", gain, source=rule.source)


def _of_number(told: str, rule: RealChange, before: Measurement, after: Measurement) -> Change:
    assert before.value is not None
    assert after.value is not None
    measure, moved = before.measure, after.value - before.value
    if rule.percent:
        if before.value <= 0:
            return _unknown(f"{told}: a change in percent needs a first value above 0")
        moved = 100 * moved / before.value
    # 7.3 less 2.1 is 5.2 to people, and a little less in binary fractions.
    moved = round(moved, 9)
    gain = moved if measure.better is Better.UP else -moved
    same = same_rater(before, after)
    thresholds = [rule.between_raters(one) for one in ((True, False) if same is None else (same,))]
    verdicts = {_verdict(gain, threshold) for threshold, _ in thresholds}
    errors = " or ".join(_amount(measure, threshold, rule) for threshold, _ in thresholds)
    beside = [threshold for threshold, _ in thresholds]
    shown = f"{'+' if moved > 0 else '−' if moved < 0 else '±'}{_amount(measure, abs(moved), rule, beside)}"
    sentence = f"{told}: {shown}, error {errors}"
    if len(verdicts) > 1:
        return _unknown(f"{sentence}: it turns on whether the same person measured, which is not known")
    verdict = verdicts.pop()
    word = {Verdict.IMPROVED: "a real gain", Verdict.WORSE: "a real loss"}.get(verdict, "within error")
    threshold, source = thresholds[0] if len(thresholds) == 1 else (None, thresholds[-1][1])
    return Change(verdict, f"{sentence}: {word}", gain, threshold, source)


def _verdict(gain: float, threshold: float) -> Verdict:
    if abs(gain) < threshold:
        return Verdict.WITHIN_ERROR
    return Verdict.IMPROVED if gain > 0 else Verdict.WORSE


def _say(measure: Measure, value: float) -> str:
    return measure.fact.kind.say(value) if isinstance(value, bool) else measure.say(value)


def _amount(measure: Measure, amount: float, rule: RealChange, beside: Collection[float] = ()) -> str:
    return f"{rounded(amount, beside)} %" if rule.percent else measure.say(amount, beside)


def _unknown(words: str) -> Change:
    return Change(Verdict.UNKNOWN, words)
