"""Pieces of advice to be named where another page proposes something."""

from concordant.evidence.library.advice import Advice, advice

OF_A_DECISION = (
    "manual-therapy-early",
    "neck-exercise",
    "both-combined",
    "education-self-management",
    "limited-in-time",
)
"""What the table of decisions holds, adjusts, progresses and ends."""


def behind_a_decision() -> tuple[Advice, ...]:
    return tuple(map(advice, OF_A_DECISION))
