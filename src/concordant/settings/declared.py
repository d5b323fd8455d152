"""Declaring a setting, and what is declared."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache

from concordant.settings.file import Chosen, SettingError, Signature, chosen


class Standing(Enum):
    """Why a number is no more than a setting."""

    PRODUCT_RULE = "product rule"
    """In no classification or paper; a default so that the software can decide. Needs a clinician's approval."""
    RECALLED = "recalled"
    """Said to be in the named source, which nobody here has seen."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One number or switch that a clinic may set."""

    name: str
    default: float | int | bool
    value: float | int | bool
    """The default, or what the clinic's file says."""
    unit: str
    says: str
    """What the number decides, in one sentence."""
    source: str
    """The section, paper or reasoning behind the default."""
    standing: Standing
    low: float
    high: float

    @property
    def is_changed(self) -> bool:
        """The clinic has chosen another value."""
        return self.value != self.default


class Whole(int):
    """A whole number that is a setting; counts, days, years."""

    setting: Setting


class Number(float):
    """A number that is a setting."""

    setting: Setting


DECLARED: dict[str, Setting] = {}
"""Every setting of the modules loaded so far, by name."""


@cache
def _chosen() -> Chosen:
    """The clinic's file, read once, when the first setting is declared."""
    return chosen()


def whole(
    name: str,
    default: int,
    *,
    says: str,
    source: str,
    standing: Standing = Standing.PRODUCT_RULE,
    unit: str = "",
    low: int = 0,
    high: int = 10_000,
) -> Whole:
    """Declare a whole number. Raises SettingError where the clinic's file gives no whole number within bounds."""
    setting = _declare(Setting(name, default, default, unit, says, source, standing, low, high))
    value = Whole(setting.value)
    value.setting = setting
    return value


def number(
    name: str,
    default: float,
    *,
    says: str,
    source: str,
    standing: Standing = Standing.PRODUCT_RULE,
    unit: str = "",
    low: float = 0,
    high: float = 10_000,
) -> Number:
    """Declare a number. Raises SettingError where the clinic's file gives none within bounds."""
    setting = _declare(Setting(name, float(default), float(default), unit, says, source, standing, low, high))
    value = Number(setting.value)
    value.setting = setting
    return value


def switch(name: str, default: bool, *, says: str, source: str, standing: Standing = Standing.PRODUCT_RULE) -> bool:
    """Declare something that is on or off."""
    return bool(_declare(Setting(name, default, default, "", says, source, standing, 0, 1)).value)


def _declare(setting: Setting) -> Setting:
    if setting.name in DECLARED:
        raise SettingError(f"the setting {setting.name} is declared twice")
    if setting.name in _chosen().values:
        setting = _with(setting, _chosen().values[setting.name])
    DECLARED[setting.name] = setting
    return setting


def _with(setting: Setting, value: object) -> Setting:
    wanted = type(setting.default)
    fits = isinstance(value, wanted) or (wanted is float and isinstance(value, int))
    # A bool is an int to Python; to a clinic it is a slip.
    if not fits or (wanted is not bool and isinstance(value, bool)):
        word = {bool: "true or false", int: "a whole number", float: "a number"}[wanted]
        raise SettingError(f"{_chosen().place}: {setting.name} = {value!r} is not {word}")
    assert isinstance(value, bool | int | float)
    if not setting.low <= value <= setting.high:
        bounds = f"{setting.low} to {setting.high}{f' {setting.unit}' if setting.unit else ''}"
        raise SettingError(f"{_chosen().place}: {setting.name} = {value!r} is out of range; allowed: {bounds}")
    return Setting(
        setting.name,
        setting.default,
        wanted(value),
        setting.unit,
        setting.says,
        setting.source,
        setting.standing,
        setting.low,
        setting.high,
    )


def changed() -> tuple[Setting, ...]:
    """The settings that this clinic has changed."""
    return tuple(setting for setting in DECLARED.values() if setting.is_changed)


def signature() -> Signature | None:
    """Who signed the changes, and when; None where nothing is changed."""
    return _chosen().signature


def refuse_unknown() -> None:
    """Raise SettingError where the clinic's file names a setting that no rule declares.

    To be called when every room is loaded, as settings are declared beside their rules.
    """
    odd = sorted(set(_chosen().values) - set(DECLARED))
    if odd:
        known = ", ".join(sorted(DECLARED))
        near = list(dict.fromkeys(name for one in odd for name in get_close_matches(one, DECLARED, n=1)))
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        raise SettingError(f"{_chosen().place}: no such setting: {', '.join(odd)}{meant}; there are: {known}")
