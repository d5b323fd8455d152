"""A signed dose in one line: sets × times × seconds, then how often. What was not prescribed is not said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from concordant.record.care import DoseValue

TIMES = " × "
"""Between sets, repetitions and seconds."""


def dose_line(dose: Mapping[str, DoseValue]) -> str:
    """``2 sets × 10 times × 5 to 10 seconds, 2 times a day``; empty where nothing was prescribed."""
    return ", ".join((*_core(dose), *_how_often(dose), *_limits(dose)))


def _core(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    parts = (
        _some(dose, "sets", "{} set", "{} sets"),
        _some(dose, "reps", "{} time", "{} times"),
        _some(dose, "hold_s", "{} second", "{} seconds"),
        _some(dose, "duration_s", "{} second", "{} seconds"),
        _some(dose, "thrusts", "{} thrust", "{} thrusts"),
        _some(dose, "needles", "{} needle", "{} needles"),
    )
    told = TIMES.join(filter(None, parts))
    if told:
        yield told
    yield from _load(dose)
    yield from filter(None, (_some(dose, "minutes", "{} minute", "{} minutes"),))


def _load(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    load = dose.get("load")
    if isinstance(load, str) and load:
        yield load


def _how_often(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    yield from filter(
        None,
        (
            _some(dose, "break_s", "rest {} second between", "rest {} seconds between"),
            _some(dose, "per_day", "once a day", "{} times a day"),
            _some(dose, "every_minutes", "every {} minute", "every {} minutes"),
            _some(dose, "per_week", "{} day a week", "{} days a week"),
            _some(dose, "supervised_per_week", "with us {} time a week", "with us {} times a week"),
            _some(dose, "weeks", "for {} week", "for {} weeks"),
            _some(dose, "sessions", "{} session in all", "{} sessions in all"),
            _some(dose, "sessions_max", "at most {} session", "at most {} sessions"),
        ),
    )


def _limits(dose: Mapping[str, DoseValue]) -> Iterator[str]:
    yield from filter(
        None,
        (
            _some(dose, "highest_pain_nrs", "pain up to {} of 10 at most", "pain up to {} of 10 at most"),
            _some(
                dose,
                "highest_rise_nrs",
                "pain may rise by {} point of 10 at most",
                "pain may rise by {} points of 10 at most",
            ),
        ),
    )


def _some(dose: Mapping[str, DoseValue], part: str, one: str, several: str) -> str:
    """A part of the dose; empty where it was not prescribed."""
    value = dose.get(part)
    if isinstance(value, tuple) and len(value) == 2:
        low, high = value
    elif isinstance(value, int | float):
        low = high = value
    else:
        return ""
    said = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return (one if low == high == 1 else several).format(said)
