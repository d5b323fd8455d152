"""The clinic's own file of settings: TOML, signed.

::

    signed_by = "Dr A. Example, physiotherapist"
    signed_on = 2026-11-01

    [settings]
    thunderclap_seconds = 300
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

VARIABLE = "CONCORDANT_SETTINGS"


class SettingError(ValueError):
    """A setting that cannot be taken; the message names the file, the setting, the value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for the changed settings."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the file says."""

    values: Mapping[str, object] = field(default_factory=dict)
    signature: Signature | None = None
    place: str = ""


def chosen() -> Chosen:
    """The clinic's choices; empty where the environment names no file. Raises SettingError."""
    path = os.environ.get(VARIABLE, "")
    return read(Path(path)) if path else Chosen()


def read(path: Path) -> Chosen:
    """Read one file. Raises SettingError."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"{path}: is not TOML: {error}") from error
    odd = sorted(set(found) - {"signed_by", "signed_on", "settings"})
    if odd:
        raise SettingError(f"{path}: unknown: {', '.join(odd)}; allowed: signed_by, signed_on, settings")
    values = found.get("settings", {})
    if not isinstance(values, dict):
        raise SettingError(f"{path}: settings = {values!r} is not a table; write [settings]")
    return Chosen(values, _signature(path, found) if values else None, str(path))


def _signature(path: Path, found: Mapping[str, Any]) -> Signature:
    by, on = found.get("signed_by"), found.get("signed_on")
    if not isinstance(by, str) or not by.strip():
        raise SettingError(f"{path}: signed_by is missing: changed settings need the name of a clinician")
    if type(on) is not date:
        raise SettingError(f"{path}: signed_on = {on!r} is not a day; write it as 2026-11-01, without quotes")
    return Signature(by.strip(), on)
