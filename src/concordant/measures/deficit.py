"""Is a value reduced? Yes, no, or not clear, as the error of one reading is often larger than its distance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial

from concordant.measures.groups import NoRow, fitting
from concordant.measures.limits import Limit
from concordant.measures.measure import Measure


@dataclass(slots=True)
class Deficit:
    """What a value says against the cut-off. Never changed; not frozen, as hundreds are made."""

    answer: bool | None
    """True and False hold for every true value within the error of the reading; None is not clear, or not known."""
    beyond: bool | None
    """On which side of the cut-off the number itself lies, as published rules read it."""
    telling: Callable[[], str] = field(repr=False, compare=False)

    @property
    def words(self) -> str:
        """The sentence, written when it is read: of six directions at ten visits few are told."""
        return self.telling()


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
        return unknown("not measured")
    value = measure.read(value)
    if measure.cut_off is None:
        return unknown(f"{measure.say(value)}: no cut-off is known")
    limits = _limits(measure, side, age, sex)
    if isinstance(limits, NoRow):
        return unknown(f"{measure.say(value)}: no cut-off applies, {limits.words}")
    return _against(measure, value, limits)


@lru_cache(maxsize=4096)
def _limits(measure: Measure, side: str | None, age: float | None, sex: str | None) -> tuple[Limit, ...] | NoRow:
    """Kept: they are the same for a person at every visit."""
    assert measure.cut_off is not None
    return fitting(measure.cut_off.limits, side, age, sex)


def unknown(words: str) -> Deficit:
    """Why it cannot be said."""
    return Deficit(None, None, lambda: words)


def _against(measure: Measure, value: float, limits: tuple[Limit, ...]) -> Deficit:
    band = _band(measure)
    short = [(limit, _short_of(measure, value, limit)) for limit in limits]
    beyond = _of_all([_beyond(limit, by) for limit, by in short])
    # Further from the limit than a reading errs, on either side of it.
    surely = all(_beyond(limit, round(by - band, 9)) for limit, by in short)
    maybe = any(_beyond(limit, round(by + band, 9)) for limit, by in short)
    clear = True if surely else None if maybe else False
    return Deficit(clear, beyond, partial(_told, measure, value, limits, clear))


def _of_all(answers: list[bool]) -> bool | None:
    return True if False not in answers else None if True in answers else False


_VERDICT = {True: "a deficit", False: "no deficit", None: "not clear"}


def _told(measure: Measure, value: float, limits: tuple[Limit, ...], clear: bool | None) -> str:
    assert measure.cut_off is not None
    cut_off = " or ".join(dict.fromkeys(measure.say(limit.at) for limit in limits))
    remarks = "".join(f"; {remark}" for remark in dict.fromkeys(limit.remark for limit in limits) if remark)
    if measure.error is None:
        error, row = "error of a single reading not known", ""
    else:
        error, row = f"error ±{_shown(measure, _band(measure))}", f"; error from {measure.error.source}"
    said = measure.say(value, [limit.at for limit in limits])
    words = f"{said}, cut-off {cut_off}, {error}: {_VERDICT[clear]}{remarks}"
    return f"{words}; cut-off from {measure.cut_off.source}{row}"


def _band(measure: Measure) -> float:
    return measure.error.band if measure.error else 0.0


def _short_of(measure: Measure, value: float, limit: Limit) -> float:
    """By how much the value is on the worse side of the limit."""
    # Means of trials carry the noise of binary fractions; it must not decide.
    return round(limit.at - value, 9) * (1 if measure.more_is_better else -1)


def _beyond(limit: Limit, short: float) -> bool:
    return short >= 0 if limit.inclusive else short > 0


def _shown(measure: Measure, band: float) -> str:
    """The band to the step of the instrument: nobody reads half a step."""
    return measure.say(round(band / measure.step) * measure.step if measure.step else round(band, 1))
