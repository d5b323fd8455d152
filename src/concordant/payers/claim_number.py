"""Claim numbers as people type them (R35, R36)."""

from __future__ import annotations

import re

from concordant.payers.rules import whole_of

LONGEST = whole_of("R35")
_LIKELY = re.compile(r"[A-Z]{2}[0-9]{6}")
_ALLOWED = re.compile(r"[A-Z0-9]+")


class NotAClaimNumber(ValueError):
    """Text that cannot be one; the message names the value and what is allowed."""


def claim_number(raw: str) -> str:
    """The number without blanks and hyphens, in capitals. Raises NotAClaimNumber."""
    text = raw.translate({ord(" "): None, ord("-"): None}).strip().upper()
    if not _ALLOWED.fullmatch(text) or len(text) > LONGEST:
        shown = repr(raw if len(raw) <= 20 else raw[:20] + "…")
        raise NotAClaimNumber(f"claim number {shown} is not allowed; allowed: 1 to {LONGEST} letters and digits")
    return text


def odd(number: str) -> str:
    """What looks odd about it; empty where nothing does. The pattern is recalled, so nobody is refused for it."""
    return "" if _LIKELY.fullmatch(number) else f"{number} does not look like two letters and six digits"
