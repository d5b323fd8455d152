"""The Personal Health Number of British Columbia and its check digit (conformance standard volume 4B, read)."""

from __future__ import annotations

SYSTEM = "https://fhir.infoway-inforoute.ca/NamingSystem/ca-bc-patient-healthcare-id"
"""The identifier system. A person from elsewhere has another system, and this check is not for their number."""
WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3)
_DIGITS = 10
ALLOWED = "10 digits, the first 9, the last the check digit"


class NotAPhn(ValueError):
    """A number that cannot have been issued; the message names the value and what is allowed."""


def phn(raw: str) -> str:
    """The number without blanks and hyphens. Raises NotAPhn."""
    digits = raw.translate({ord(" "): None, ord("-"): None})
    shown = repr(raw if len(raw) <= 20 else raw[:20] + "…")
    # isdigit() alone takes digits of every script.
    if not (digits.isascii() and digits.isdigit() and len(digits) == _DIGITS):
        raise NotAPhn(f"PHN {shown} is not {_DIGITS} digits; allowed: {ALLOWED}")
    if digits[0] != "9":
        raise NotAPhn(f"PHN {shown} does not start with 9; allowed: {ALLOWED}")
    if check_digit(digits[1:9]) != int(digits[9]):
        raise NotAPhn(f"PHN {shown} has a wrong check digit; allowed: {ALLOWED}")
    return digits


def check_digit(body: str) -> int:
    """The check digit of digits 2 to 9; 10 where no such number is issued."""
    total = sum(int(digit) * weight % 11 for digit, weight in zip(body, WEIGHTS, strict=True))
    return (11 - total) % 11
