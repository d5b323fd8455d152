"""How numbers and refusals are said on these pages."""

import math
from typing import SupportsFloat

from django.utils.translation import gettext as _

from concordant.evidence import Refused
from concordant.language import figure


def said(value: SupportsFloat, *, ratio: bool = False) -> str:
    """Four digits that count, with a real minus; of a logarithm of a ratio the ratio itself."""
    shown = math.exp(value) if ratio else float(value)
    if not math.isfinite(shown):
        return _("not defined")
    return figure(f"{shown + 0.0:.4g}").replace("-", "−")  # no minus before a nought


def span(low: SupportsFloat, high: SupportsFloat, *, ratio: bool = False) -> str:
    if not (math.isfinite(low) and math.isfinite(high)):
        return _("not defined")
    return _("%(low)s to %(high)s") % {"low": said(low, ratio=ratio), "high": said(high, ratio=ratio)}


def p_of(p: SupportsFloat) -> str:
    if not math.isfinite(p):
        return _("not defined")
    return figure("< 0.001" if float(p) < 0.001 else f"{float(p):.3f}")


def printed_figure(estimate: float | None, low: float | None, high: float | None) -> str:
    """As a review prints it: two decimals; empty where no number was seen."""
    if estimate is None:
        return ""
    shown = _two(estimate)
    if low is None or high is None:
        return shown
    return _("%(estimate)s (%(low)s to %(high)s)") % {"estimate": shown, "low": _two(low), "high": _two(high)}


def refusal(error: Refused) -> str:
    """Where it stands, what is wrong, and what would be allowed."""
    where = []
    if error.row is not None:
        where.append(_("row %d") % error.row)
    if error.column:
        where.append(_("column %s") % error.column)
    told = f"{', '.join(where)}: {error.says}" if where else error.says
    if error.value is not None and error.value != "":
        told = _("%(told)s (found: %(value)s)") % {"told": told, "value": _short(error.value)}
    if error.allowed:
        told = _("%(told)s; allowed: %(allowed)s") % {"told": told, "allowed": error.allowed}
    return f"{told[:1].upper()}{told[1:]}."


def _two(value: float) -> str:
    return figure(f"{value:.2f}").replace("-", "−")


def _short(value: object) -> str:
    text = f"{value:g}".replace("-", "−") if isinstance(value, float) else str(value)
    return text if len(text) <= 80 else f"{text[:80]}…"
