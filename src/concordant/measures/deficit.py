"""Is a value reduced? Yes, no, or not clear, as the error of one reading is often larger than its distance."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.measures.groups import NoRow, fitting
from concordant.measures.limits import Limit
from concordant.measures.measure import Better, Measure


@dataclass(frozen=True, slots=True)
class Deficit:
    """What a value says against the cut-off."""

    answer: bool | None
    """True and False hold for every true value within the error of the reading; None is not clear, or not known."""
    beyond: bool | None
    """On which side of the cut-off the number itself lies, as published rules read it."""
    words: str


def deficit(
    measure: Measure,
    value: float | None,
    *,
    side: str | None = None,
    age: float | None = None,
    sex: str | None = None,
) -> Deficit:
    """Against the cut-off for this age (years), sex and side; never a deficit from a missing value.

    Where no error of a single reading is known the number alone answers, and the words say so.
    """
    if value is None:
        return _unknown("not measured")
    value = measure.read(value)
    if measure.cut_off is None:
        return _unknown(f"{measure.say(value)}: no cut-off is known")
    limits = fitting(measure.cut_off.limits, side, age, sex)
    if isinstance(limits, NoRow):
        return _unknown(f"{measure.say(value)}: no cut-off applies, {limits.words}")
    return _against(measure, value, limits)


def _unknown(words: str) -> Deficit:
    return Deficit(None, None, words)


def _against(measure: Measure, value: float, limits: tuple[Limit, ...]) -> Deficit:
    assert measure.cut_off is not None
    band = measure.error.band if measure.error else 0.0
    beyond = {_beyond(measure, value, limit) for limit in limits}
    reached = {_beyond(measure, moved, limit) for limit in limits for moved in (value - band, value + band)}
    answer = beyond.pop() if len(beyond) == 1 else None
    clear = reached.pop() if len(reached) == 1 else None
    verdict = {True: "a deficit", False: "no deficit", None: "not clear"}[clear]
    cut_off = " or ".join(dict.fromkeys(measure.say(limit.at) for limit in limits))
    remarks = "".join(f"; {remark}" for remark in dict.fromkeys(limit.remark for limit in limits) if remark)
    if measure.error is None:
        error, row = "error of a single reading not known", ""
    else:
        error, row = f"error ±{_shown(measure, band)}", f"; error from {measure.error.source}"
    words = f"{measure.say(value, [limit.at for limit in limits])}, cut-off {cut_off}, {error}: {verdict}{remarks}"
    return Deficit(clear, answer, f"{words}; cut-off from {measure.cut_off.source}{row}")


def _beyond(measure: Measure, value: float, limit: Limit) -> bool:
    # Means of trials carry the noise of binary fractions; it must not decide.
    short = round(limit.at - value, 9) * (1 if measure.better is Better.UP else -1)
    return short >= 0 if limit.inclusive else short > 0


def _shown(measure: Measure, band: float) -> str:
    """The band to the step of the instrument: nobody reads half a step."""
    return measure.say(round(band / measure.step) * measure.step if measure.step else round(band, 1))
