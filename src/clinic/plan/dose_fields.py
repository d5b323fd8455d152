"""A dose as small inputs: a number, or a range with both ends, in each; load in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from clinic.plan.words import PARTS_OF_A_DOSE, Words
from concordant.record.care import AMOUNTS, DoseValue

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_AMOUNT = re.compile(rf"\s*{_NUMBER}\s*(?:(?:-|–|to|à)\s*{_NUMBER}\s*)?")
LARGEST = 1000
LONGEST = 400


class NotADose(ValueError):
    """What was typed is no amount."""


@dataclass(frozen=True)
class DoseField:
    """One part of a dose."""

    part: str
    value: str
    """As it stands in the input."""

    @property
    def label(self) -> Words:
        return PARTS_OF_A_DOSE[self.part]

    @property
    def is_text(self) -> bool:
        return self.part == "load"


def dose_fields(dose: Mapping[str, DoseValue], typed: Mapping[str, str] | None = None) -> tuple[DoseField, ...]:
    """An input for each part that this treatment has; ``typed`` is what was sent."""
    return tuple(
        DoseField(part, typed.get(part, "") if typed is not None else text_of(dose[part]))
        for part in PARTS_OF_A_DOSE
        if part in dose
    )


def text_of(value: DoseValue) -> str:
    """As it is typed: ``10``, ``5-10``."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        low, high = (float(one) for one in value[:2])
        return f"{low:g}" if low == high else f"{low:g}-{high:g}"
    return f"{value:g}"


def read_part(part: str, text: str) -> DoseValue | None:
    """What was typed; None for a blank. Raises NotADose."""
    text = " ".join(text.split())
    if not text:
        return None
    if part == "load":
        if len(text) > LONGEST:
            raise NotADose(_("load has at most %s characters") % LONGEST)
        return text
    found = _AMOUNT.fullmatch(text)
    low, high = (float(each.replace(",", ".")) for each in (found[1], found[2] or found[1])) if found else (1, 0)
    if not low <= high <= LARGEST:
        raise NotADose(
            _("%(label)s: “%(text)s” is not allowed; allowed: a number, or a range such as 5-10")
            % {"label": PARTS_OF_A_DOSE[part], "text": text[:40]}
        )
    return (low, high) if part in AMOUNTS else high


def same_dose(one: Mapping[str, DoseValue], other: Mapping[str, DoseValue]) -> bool:
    """Whether two doses say the same in the parts that can be typed."""
    return all(_ends(one.get(part)) == _ends(other.get(part)) for part in PARTS_OF_A_DOSE)


def _ends(value: DoseValue | None) -> object:
    return (float(value), float(value)) if isinstance(value, int | float) else value
