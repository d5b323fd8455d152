"""Choices by name are checked once: a misspelt model must never fall through to another."""

from __future__ import annotations

from collections.abc import Collection

from concordant.evidence.refused import Refused


def chosen(column: str, value: object, allowed: Collection[str]) -> None:
    """Refuse a name that is not among those allowed."""
    if value not in allowed:
        raise Refused(f"no such {column}", column=column, value=value, allowed=", ".join(sorted(allowed)))


def within(level: float) -> None:
    """Refuse a confidence level that is not a share."""
    if not 0 < level < 1:
        raise Refused("no such level", column="level", value=level, allowed="above 0 and below 1")
