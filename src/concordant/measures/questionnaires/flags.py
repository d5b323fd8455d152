"""Scores that ask somebody to act. Only what the source says; no other rule is made up (outcomes 2.2, PHQ-4)."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.measures.questionnaires.mood import GAD_2, PHQ_2, PHQ_4, SCREENS_POSITIVE
from concordant.measures.questionnaires.score import Score

TALK = (
    "Talk with the person about it, ask the safety question, and offer a referral. It is a screen: it puts no label on "
    "anybody."
)


@dataclass(frozen=True, slots=True)
class ActionFlag:
    """What was seen, and what to do about it."""

    key: str
    says: str
    do: str
    source: str


def _of_a_total(total: float) -> ActionFlag:
    """Two halves below the limit cannot come to this total."""
    says = (
        f"A total of {total:g} means that one half at least is {SCREENS_POSITIVE} or more; its answers are not known."
    )
    return ActionFlag("phq4_half_positive", says, TALK, "outcomes 2.2")


_HALVES = {PHQ_2.id: "low mood", GAD_2.id: "worry"}


def flags(score: Score) -> tuple[ActionFlag, ...]:
    """What this score asks for; empty: nothing, which does not mean that nothing is wrong."""
    if score.measure == PHQ_4.id:
        halves = dict(score.subscores)
        if score.total is not None and not score.items and score.total > len(_HALVES) * (SCREENS_POSITIVE - 1):
            return (_of_a_total(score.total),)
    elif score.measure in _HALVES and score.total is not None:
        halves = {score.measure: score.total}
    else:
        return ()
    return tuple(
        ActionFlag(
            f"{key}_positive",
            f"The screen for {_HALVES[key]} is positive: {points:g} of 6, from {SCREENS_POSITIVE} on.",
            TALK,
            "outcomes 2.2",
        )
        for key, points in halves.items()
        if points >= SCREENS_POSITIVE
    )
