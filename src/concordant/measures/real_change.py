"""Has a measure really changed between two visits, or only within its error (examination 7)?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from concordant.facts.rounding import rounded
from concordant.measures.comparable import comparable, same_rater
from concordant.measures.measure import Measure
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


IMPROVED, WITHIN_ERROR, WORSE, NOT_KNOWN = Verdict
"""Under names of their own, as to look up an attribute of an enumeration takes seven times as long (Python 3.11)."""

_OF_SIGN = {1: (IMPROVED, "gone"), 0: (WITHIN_ERROR, "as before"), -1: (WORSE, "new")}


def _of_sign(before: Measurement, after: Measurement, rule: SignGone) -> Change:
    gain = _gain(before, after)
    verdict, words = _OF_SIGN[int(gain)]
    return Change(verdict, partial(_told, before, after, f"{words}; {rule.source}"), gain, source=rule.source)


def _of_number(before: Measurement, after: Measurement, rule: RealChange) -> Change:
    gain = _gain(before, after, percent=rule.percent)
    same = same_rater(before.taken, after.taken)
    if same is not None:
        threshold, source = rule.between_raters(same)
        verdict = _verdict(gain, threshold)
        telling = partial(_told_of_number, before, after, gain, (threshold,), _REAL[verdict])
        return Change(verdict, telling, gain, threshold, source)
    # Who measured is not known: both thresholds have to say the same.
    (one, _), (other, source) = rule.between_raters(True), rule.between_raters(False)
    verdict = _verdict(gain, one)
    if _verdict(gain, other) is verdict:
        telling = partial(_told_of_number, before, after, gain, (one, other), _REAL[verdict])
        return Change(verdict, telling, gain, None, source)
    telling = partial(_told_of_number, before, after, gain, (one, other), _TURNS_ON_RATER)
    return Change(NOT_KNOWN, telling, why=_TURNS_ON_RATER)


def _gain(before: Measurement, after: Measurement, *, percent: bool = False) -> float:
    """Positive is better."""
    assert before.value is not None
    assert after.value is not None
    moved = after.value - before.value if before.measure.more_is_better else before.value - after.value
    # 7.3 less 2.1 is 5.2 to people, and a little less in binary fractions.
    return round(100 * moved / before.value if percent else moved, 9)


def _verdict(gain: float, threshold: float) -> Verdict:
    if abs(gain) < threshold:
        return WITHIN_ERROR
    return IMPROVED if gain > 0 else WORSE


_REAL = {IMPROVED: "a real gain", WORSE: "a real loss", WITHIN_ERROR: "within error"}
_TURNS_ON_RATER = "it turns on whether the same person measured, which is not known"


def _told_of_number(
    before: Measurement, after: Measurement, gain: float, thresholds: tuple[float, ...], words: str
) -> str:
    measure = before.measure
    moved = gain if measure.more_is_better else -gain
    sign = "+" if moved > 0 else "−" if moved < 0 else "±"
    errors = " or ".join(_amount(measure, threshold) for threshold in thresholds)
    return _told(before, after, f"{sign}{_amount(measure, abs(moved), thresholds)}, error {errors}: {words}")


def _amount(measure: Measure, amount: float, beside: Collection[float] = ()) -> str:
    percent = isinstance(measure.change, RealChange) and measure.change.percent
    return f"{rounded(amount, beside)} %" if percent else measure.say(amount, beside)


def _unknown(before: Measurement, after: Measurement, why: str, word: str = "") -> Change:
    return Change(NOT_KNOWN, partial(_told, before, after, f"{word}: {why}" if word else why), why=why)


def _told(before: Measurement, after: Measurement, words: str) -> str:
    if before.value is None or after.value is None:
        return f"{before.name}: {words}"
    return f"{before.name} {_say(before.measure, before.value)} to {_say(after.measure, after.value)}: {words}"


def _say(measure: Measure, value: float) -> str:
    return measure.fact.kind.in_english(value) if isinstance(value, bool) else measure.say(value)
