"""The kept trials as a list: which enters what, which does not and why, which were withdrawn."""

from dataclasses import dataclass

from clinic.trials.kept import Kept, library_with
from concordant.evidence.library.advice import Advice, advice
from concordant.evidence.living import QUESTIONS, Question, standing


@dataclass(frozen=True)
class Listed:
    """One kept trial and the questions that it answers today."""

    kept: Kept
    enters: tuple[Question, ...]

    @property
    def advice(self) -> tuple[Advice, ...]:
        """What moves with it."""
        return tuple(advice(one) for one in dict.fromkeys(one for asked in self.enters for one in asked.advice))


def listed(kept: tuple[Kept, ...]) -> tuple[Listed, ...]:
    """In the order of signing."""
    rows = library_with(kept)
    entered = {asked: {one.row.trial_id for one in standing(asked, rows).entered} for asked in QUESTIONS}
    return tuple(
        Listed(one, tuple(asked for asked in QUESTIONS if one.rows and one.entry.trial_id in entered[asked]))
        for one in kept
    )
