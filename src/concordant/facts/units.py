"""The closed list of units, with their UCUM code and how they are said.

UCUM: https://unitsofmeasure.org, essence file of 2024-06-28. Annotations in braces are UCUM's own way
to write counts of things.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.language import said


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measurement."""

    ucum: str
    """Code in UCUM; empty where the value has no unit."""
    after: str
    """Written after a number in traces and letters."""

    @property
    def told(self) -> str:
        """The same on the pages of people, in the language of the moment."""
        return said(self.after)


UNITS: dict[str, Unit] = {
    "-": Unit("", ""),
    "%": Unit("%", " %"),
    "/d": Unit("/d", " a day"),
    "GCS": Unit("{score}", " of 15 (GCS)"),
    "N": Unit("N", " N"),
    "N m": Unit("N.m", " N m"),
    "NRS": Unit("{score}", " of 10"),
    "NRS h/28 d": Unit("{score}.h/(28.d)", " NRS-hours in 28 days"),
    "NRS points": Unit("{score}", " points of 10"),
    "T": Unit("{score}", " (T-score)"),
    "attacks": Unit("{attacks}", " attacks"),
    "bouts": Unit("{bouts}", " bouts"),
    "cm": Unit("cm", " cm"),
    "count": Unit("{count}", ""),
    "d": Unit("d", " days"),
    "d/28 d": Unit("d/(28.d)", " days in 28"),
    "d/3 months": Unit("d/(3.mo)", " days in 3 months"),
    "d/30 d": Unit("d/(30.d)", " days in 30"),
    "d/y": Unit("d/a", " days a year"),
    "deg": Unit("deg", "°"),
    "fraction": Unit("1", ""),
    "gain": Unit("1", ""),
    "h": Unit("h", " h"),
    "h/28 d": Unit("h/(28.d)", " hours in 28 days"),
    "h/d": Unit("h/d", " hours a day"),
    "index": Unit("{score}", ""),
    "kPa": Unit("kPa", " kPa"),
    "mg/d": Unit("mg/d", " mg a day"),
    "min": Unit("min", " min"),
    "min/wk": Unit("min/wk", " min a week"),
    "mm CSF": Unit("mm[H2O]", " mm CSF"),
    "mmHg": Unit("mm[Hg]", " mmHg"),
    "months": Unit("mo", " months"),
    "points": Unit("{score}", " points"),
    "s": Unit("s", " s"),
    "weeks": Unit("wk", " weeks"),
    "x (ratio)": Unit("1", " times"),
    "y": Unit("a", " years"),
}
