"""What the clinic pools for its own advice: which rows of the library answer which question.

Written before the rows are looked at: which treatments and controls, which outcome in which unit, which window of time,
whose headache. Of one trial one row enters, the one nearest to the named week; so no trial counts twice. What counts as
which class of treatment or control, and the windows, are rules of this product.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.evidence.library.trial_row import TrialRow
from concordant.evidence.refused import Refused

DAYS, INTENSITY = "headache days per 4 weeks", "headache intensity, 0 to 10"

HANDS_ON = ("manipulation", "mobilisation", "SNAG", "Mulligan", "manual therapy")
NO_ACTIVE_TREATMENT = ("sham", "attention control", "no treatment", "usual care", "waiting list")


@dataclass(frozen=True, slots=True)
class Question:
    """One pool that stands behind advice."""

    id: str
    asks: str
    """In words that a clinician would use."""
    against: str
    """The comparator, for the plain sentence."""
    treatments: tuple[str, ...]
    """One of these words stands in the class of the treatment; none of `without` does."""
    without: tuple[str, ...]
    controls: tuple[str, ...]
    outcome: str
    unit: str
    from_week: float
    to_week: float
    week: float
    """The week at which it is asked: of one trial the row nearest to it, the earlier of two as near."""
    advice: tuple[str, ...]
    """Ids of the pieces of advice that move with it."""

    def why_not(self, row: TrialRow) -> str:
        """Why a row does not answer this question; empty where it does."""
        treatment, control = row.intervention_class.lower(), row.control_class.lower()
        if not _any(self.treatments, treatment) or _any(self.without, treatment):
            return f"another treatment: {row.intervention_class or 'not said'}"
        if not _any(self.controls, control):
            return f"another comparator: {row.control_class or 'not said'}"
        if row.outcome != self.outcome:
            return f"another outcome: {row.outcome}"
        if row.time_weeks is None or not self.from_week <= row.time_weeks <= self.to_week:
            when = "not said" if row.time_weeks is None else f"week {row.time_weeks:g}"
            return f"another time: {when}, asked are weeks {self.from_week:g} to {self.to_week:g}"
        if row.better == "higher":
            return "another direction: higher values are said to be the better ones"
        if "CGH" not in row.population or "adolescent" in row.population.lower():
            return f"another group of people: {row.population or 'not said'}"
        return row.why_not_pooled


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word.lower() in text for word in words)


QUESTIONS = (
    Question(
        "hands-on-days", "Hands-on treatment of the neck: headache days in the short term", "no active treatment",
        HANDS_ON, ("exercise",), NO_ACTIVE_TREATMENT, "headache frequency", DAYS, 4, 13, 12,
        ("manual-therapy-early", "spinal-manipulation"),
    ),
    Question(
        "hands-on-beside-exercise-days", "Hands-on treatment added to exercise: headache days in the short term",
        "exercise alone", HANDS_ON, (), ("active (exercise)",), "headache frequency", DAYS, 4, 13, 12,
        ("both-combined",),
    ),
    Question(
        "both-days", "Hands-on treatment with exercise: headache days in the short term", "no active treatment",
        ("manual therapy + exercise",), (), NO_ACTIVE_TREATMENT, "headache frequency", DAYS, 4, 13, 12,
        ("both-combined",),
    ),
    Question(
        "hands-on-intensity", "Hands-on treatment of the neck: how strong the headache is, in the short term",
        "no active treatment", HANDS_ON, ("exercise",), NO_ACTIVE_TREATMENT, "headache intensity", INTENSITY, 4, 13, 12,
        ("manual-therapy-early", "spinal-manipulation"),
    ),
    Question(
        "exercise-intensity-a-year", "Neck exercise: how strong the headache is a year later", "no treatment",
        ("exercise",), ("manual", "manipulation"), NO_ACTIVE_TREATMENT, "headache intensity", INTENSITY, 39, 65, 52,
        ("neck-exercise",),
    ),
)  # fmt: skip


def question(question_id: str) -> Question:
    """The question with that id. Raises Refused for one that there is not."""
    for each in QUESTIONS:
        if each.id == question_id:
            return each
    raise Refused(
        "there is no such question", column="id", value=question_id, allowed=", ".join(one.id for one in QUESTIONS)
    )
