"""How long a test takes. The clinical reference prints no durations, so each is a setting."""

from __future__ import annotations

from concordant.settings import Number, number


def minutes(name: str, default: float, what: str) -> Number:
    """Declare the duration of one test or question."""
    return number(
        f"minutes_{name}",
        default,
        unit="min",
        low=0.1,
        high=120,
        says=f"How long {what} takes, when tests are ranked by what they tell for each minute.",
        source="decision 0014; no duration is published",
    )
