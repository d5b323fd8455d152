"""What would change a verdict: of an open one the answers that settle it, of a decided one what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Trace, Truth, smallest_change
from concordant.criteria.missing import toward
from concordant.criteria.words import answered
from concordant.diagnosis.assess import DiagnosisReading
from concordant.diagnosis.explaining.reasons import label_of

MOST_SETS = 4
MOST_ANSWERS = 6


@dataclass(frozen=True, slots=True)
class Change:
    """A smallest set of facts, and what other answers to them would do."""

    facts: tuple[str, ...]
    says: str


def what_would_change(reading: DiagnosisReading) -> tuple[Change, ...]:
    """The smallest changes. Empty where no single kind of answer would do it."""
    if reading.trace.truth is Truth.UNKNOWN:
        return tuple(change for wanted in (Truth.MET, Truth.NOT_MET) if (change := _settled(reading.trace, wanted)))
    verb = "it would no longer be excluded" if reading.trace.truth is Truth.NOT_MET else "it would no longer be met"
    found = smallest_change(reading.trace, most=MOST_SETS)
    return tuple(Change(names, f"If another answer stood for {_and(names)}, {verb}.") for names in found)


def _settled(trace: Trace, wanted: Truth) -> Change | None:
    names, leaves = toward(trace, wanted)
    if not names:
        return None
    outcome = "meet the criteria" if wanted is Truth.MET else "exclude it"
    said = list(dict.fromkeys(answered(leaf.criterion, leaf.truth) for leaf in leaves)) or [_and(names)]
    if len(said) > MOST_ANSWERS:
        return Change(
            names, f"To {outcome}, {len(names)} answers are needed, among them {'; '.join(said[:MOST_ANSWERS])}."
        )
    return Change(names, f"It would {outcome} with {'; '.join(said)}.")


def _and(names: tuple[str, ...]) -> str:
    labels = [f'"{label_of(name)}"' for name in names]
    return " and ".join([", ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else labels[0]
