"""A dose in words: how much of it in one session, as it stands in a signed plan."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from concordant.facts.values import plain
from concordant.record.care import DoseValue


def in_a_session(dose: Mapping[str, DoseValue]) -> str:
    """Without how often and for how long the course runs: that is the plan's, and no part of one visit."""
    parts = [
        _times(dose),
        _amount(dose, "hold_s", _("hold %s s")),
        _amount(dose, "duration_s", _("%s s each")),
        _amount(dose, "minutes", _("%s minutes")),
        _amount(dose, "thrusts", _("%s thrusts")),
        _amount(dose, "needles", _("%s needles")),
        str(dose.get("load", "")),
    ]
    notes = dose.get("notes")
    if isinstance(notes, tuple):
        parts += [str(one) for one in notes]
    return ", ".join(part for part in parts if part)


def how_often(dose: Mapping[str, DoseValue]) -> str:
    """A day and a week, for what is done at home."""
    parts = [_amount(dose, "per_day", _("%s a day")), _amount(dose, "per_week", _("%s a week"))]
    return ", ".join(part for part in parts if part)


def in_full(dose: Mapping[str, DoseValue]) -> str:
    """Session and frequency."""
    return ", ".join(part for part in (in_a_session(dose), how_often(dose)) if part)


def _times(dose: Mapping[str, DoseValue]) -> str:
    sets, reps = _said(dose.get("sets")), _said(dose.get("reps"))
    if sets and reps:
        return _("%(sets)s × %(reps)s") % {"sets": sets, "reps": reps}
    if sets:
        return ngettext("%s set", "%s sets", 1 if sets == "1" else 2) % sets
    return _("%s repetitions") % reps if reps else ""


def _amount(dose: Mapping[str, DoseValue], part: str, words: str) -> str:
    said = _said(dose.get(part))
    return words % said if said else ""


def _said(value: DoseValue | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        ends = [plain(one) if isinstance(one, int | float) else str(one) for one in value]
        return ends[0] if len(set(ends)) == 1 else _("%(low)s to %(high)s") % {"low": ends[0], "high": ends[-1]}
    return plain(value) if isinstance(value, int | float) else str(value)
