"""A signed dose in one line: sets × times × seconds, then how often. What was not prescribed is not said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from concordant.language import figure, said, said_of
from concordant.record.care import DoseValue

TIMES = " × "
"""Between sets, repetitions and seconds."""

PARTS: Mapping[str, tuple[str, str]] = {
    "sets": ("{amount} set", "{amount} sets"),
    "reps": ("{amount} time", "{amount} times"),
    "hold_s": ("{amount} second", "{amount} seconds"),
    "duration_s": ("{amount} second", "{amount} seconds"),
    "thrusts": ("{amount} thrust", "{amount} thrusts"),
    "needles": ("{amount} needle", "{amount} needles"),
    "minutes": ("{amount} minute", "{amount} minutes"),
    "break_s": ("rest {amount} second between", "rest {amount} seconds between"),
    "per_day": ("once a day", "{amount} times a day"),
    "every_minutes": ("every {amount} minute", "every {amount} minutes"),
    "per_week": ("once a week", "{amount} times a week"),
    "supervised_per_week": ("with us {amount} time a week", "with us {amount} times a week"),
    "weeks": ("for {amount} week", "for {amount} weeks"),
    "sessions": ("{amount} session in all", "{amount} sessions in all"),
    "sessions_max": ("at most {amount} session", "at most {amount} sessions"),
    "highest_rise_nrs": (
        "pain may rise by {amount} point of 10 at most",
        "pain may rise by {amount} points of 10 at most",
    ),
}
"""How each part is said of one and of several."""
RANGES: Mapping[str, str] = {
    part: several.replace("{amount}", "{low} to {high}") for part, (_one, several) in PARTS.items()
}
"""How each part is said of a range."""
NO_PAIN, MOST_PAIN = "without pain", "pain up to {most} of 10 at most"
_COUNTED = ("sets", "reps", "hold_s", "duration_s", "thrusts", "needles")
_HOW_OFTEN = (
    "break_s",
    "per_day",
    "every_minutes",
    "per_week",
    "supervised_per_week",
    "weeks",
    "sessions",
    "sessions_max",
)


def dose_line(dose: Mapping[str, DoseValue]) -> str:
    """``2 sets × 10 times × 5 to 10 seconds, 2 times a day``; empty where nothing was prescribed.

    In the language of the moment, as is what a plan took over from the catalogue for the load; what somebody typed
    stands as it is.
    """
    return ", ".join((*_core(dose), *_of(dose, _HOW_OFTEN), *_limits(dose)))


def _core(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    told = TIMES.join(_of(dose, _COUNTED))
    if told:
        yield told
    yield from _load(dose)
    yield from _of(dose, ("minutes",))


def _load(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    load = dose.get("load")
    if isinstance(load, str) and load:
        yield said(load)


def _limits(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    highest = dose.get("highest_pain_nrs")
    if highest == 0:
        yield said(NO_PAIN)
    elif isinstance(highest, int | float):
        yield said(MOST_PAIN, most=_figure(highest))
    yield from _of(dose, ("highest_rise_nrs",))


def _of(dose: Mapping[str, DoseValue], parts: Iterable[str]) -> Iterator[str]:
    """Those parts of the dose that were prescribed."""
    for part in parts:
        value = dose.get(part)
        if isinstance(value, tuple) and len(value) == 2:
            yield _some(part, *value)
        elif isinstance(value, int | float):
            yield _some(part, value, value)


def _some(part: str, low: float, high: float) -> str:
    one, several = PARTS[part]
    if low == high:
        return said_of(one, several, low, amount=_figure(low))
    return said(RANGES[part], low=_figure(low), high=_figure(high))


def _figure(number: float) -> str:
    return figure(f"{number:g}")
