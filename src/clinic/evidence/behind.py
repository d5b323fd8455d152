"""Advice to be named where another page proposes something: from there the evidence is one click away."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from concordant.evidence.library import Advice, advice

OF_A_DECISION = (
    "manual-therapy-early",
    "neck-exercise",
    "both-combined",
    "education-self-management",
    "limited-in-time",
)
"""What the table of decisions holds, adjusts, progresses and ends."""
OF_A_TRIGGER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"pain beliefs": ("education-self-management",), "days fall, intensity does not": ("manual-therapy-early",)}
)
"""By trigger: only those that propose a treatment, or quote a trial of one."""
OF_A_LIMIT = ("limited-in-time",)
"""The limits of hands-on care."""


def behind(advice_ids: Iterable[str]) -> tuple[Advice, ...]:
    return tuple(map(advice, advice_ids))
