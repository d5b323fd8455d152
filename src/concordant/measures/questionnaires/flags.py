"""Scores that ask somebody to act. Only what the source says; no other rule is made up (outcomes 2.2, PHQ-4)."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.language import Sentence, said, sentence
from concordant.measures.questionnaires.mood import GAD_2, PHQ_2, PHQ_4, SCREENS_POSITIVE
from concordant.measures.questionnaires.score import Score

TALK = (
    "Talk with the person about it, ask the safety question, and offer a referral. It is a screen: it puts no label on "
    "anybody."
)

OF_A_TOTAL = "A total of {total} means that one half at least is {limit} or more; its answers are not known."


@dataclass(frozen=True, slots=True)
class ActionFlag:
    """What was seen, and what to do about it."""

    key: str
    sign: Sentence
    do: str
    """In English."""
    source: str

    @property
    def says(self) -> str:
        """What was seen, in English."""
        return self.sign.in_english

    @property
    def told(self) -> str:
        """Both, in the language of the moment."""
        return f"{self.sign.said} {said(self.do)}"


def _of_a_total(total: float) -> ActionFlag:
    """Two halves below the limit cannot come to this total."""
    sign = sentence(OF_A_TOTAL, total=f"{total:g}", limit=SCREENS_POSITIVE)
    return ActionFlag("phq4_half_positive", sign, TALK, "outcomes 2.2")


HALVES = {
    PHQ_2.id: "The screen for low mood is positive: {points} of 6, from {limit} on.",
    GAD_2.id: "The screen for worry is positive: {points} of 6, from {limit} on.",
}


def flags(score: Score) -> tuple[ActionFlag, ...]:
    """What this score asks for; empty: nothing, which does not mean that nothing is wrong."""
    if score.measure == PHQ_4.id:
        halves = dict(score.subscores)
        if score.total is not None and not score.items and score.total > len(HALVES) * (SCREENS_POSITIVE - 1):
            return (_of_a_total(score.total),)
    elif score.measure in HALVES and score.total is not None:
        halves = {score.measure: score.total}
    else:
        return ()
    return tuple(
        ActionFlag(
            f"{key}_positive",
            sentence(HALVES[key], points=f"{points:g}", limit=SCREENS_POSITIVE),
            TALK,
            "outcomes 2.2",
        )
        for key, points in halves.items()
        if points >= SCREENS_POSITIVE
    )
