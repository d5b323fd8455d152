"""What is asked for when a letter is to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from concordant.letters.people import Addressee, Clinic, Patient, Signer


@dataclass(frozen=True, slots=True)
class MoreVisits:
    """What an insurer is asked for."""

    visits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """By discipline, as ``visits_elsewhere_count`` names them: ``{"physiotherapy": 10}``."""
    weeks: int | None = None
    """Within so many weeks."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One letter. What is not there yet is None or empty, and is then named when the letter is refused."""

    clinic: Clinic
    patient: Patient
    to: Addressee | None = None
    signer: Signer | None = None
    written: date | None = None
    """The day on which it is written; None: the day as of which it tells."""
    remark: str = ""
    """The signer's own words; an empty line begins a new paragraph."""
    phoned: str = ""
    """Of an emergency: whom the clinic reached by telephone and when, or that nobody was reached."""
    more: MoreVisits | None = None
    """Of a letter to an insurer."""
