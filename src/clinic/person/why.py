"""Why: what each lettered criterion rests on or waits for, a line each."""

from dataclasses import dataclass

from django.utils.functional import Promise

from clinic.person.tracing import MARKS, STATES
from concordant.criteria import Truth
from concordant.diagnosis import DiagnosisReading
from concordant.diagnosis.explaining.letters import grounds, open_points, outer_letters
from concordant.diagnosis.explaining.reasons import read_briefly


@dataclass(frozen=True)
class Reason:
    """One lettered criterion in words."""

    letter: str
    state: str
    words: tuple[str, ...]
    """The facts it rests on, whose sources its trace tells; of an open one what is not known."""

    @property
    def state_name(self) -> str | Promise:
        return STATES[self.state]


def reasons_of(one: DiagnosisReading) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            letter=part.letter or "",
            state=MARKS[part.truth],
            words=tuple(open_points(part) if part.truth is Truth.UNKNOWN else grounds(part, read_briefly)),
        )
        for part in outer_letters(one.trace)
    )
