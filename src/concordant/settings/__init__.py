"""Numbers that no classification gives: product rules and recalled values, each named, bounded and documented.

A rule declares its own beside itself and uses it as the plain number that it is::

    THUNDERCLAP_SECONDS = whole("thunderclap_seconds", 60, unit="s", says="…", source="diagnosis 4.2 O1")

A clinic that decides otherwise names a file in the environment variable ``CONCORDANT_SETTINGS``; it is read once,
when the library is loaded, and has to be signed by a clinician (:mod:`concordant.settings.file`).
"""

from concordant.settings.declared import (
    DECLARED,
    Number,
    Setting,
    Standing,
    Whole,
    changed,
    number,
    refuse_unknown,
    signature,
    switch,
    whole,
)
from concordant.settings.file import SettingError

__all__ = [
    "DECLARED",
    "Number",
    "Setting",
    "SettingError",
    "Standing",
    "Whole",
    "changed",
    "number",
    "refuse_unknown",
    "signature",
    "switch",
    "whole",
]
