"""Every diagnosis for every headache of one person as of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from concordant.criteria import Evaluator, Trace, Truth, smallest_missing
from concordant.criteria.deciding import deciding_facts
from concordant.criteria.missing import Memo
from concordant.diagnosis.catalogue import DIAGNOSES
from concordant.diagnosis.diagnosis import Diagnosis, Subform
from concordant.safety import CLEAR

CERVICOGENIC = "11.2.1"


class Status(Enum):
    """The standing of a diagnosis."""

    DEFINITE = "definite"
    PROVISIONAL = "provisional"
    UNDETERMINED = "undetermined"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class SubformReading:
    """One subform of a diagnosis as it stands."""

    subform: Subform
    trace: Trace

    @property
    def truth(self) -> Truth:
        """Met only where the diagnosis itself is."""
        return self.trace.truth


@dataclass(frozen=True, slots=True)
class DiagnosisReading:
    """One diagnosis of one headache as it stands."""

    diagnosis: Diagnosis
    headache: str
    status: Status
    trace: Trace
    note: str = ""
    subforms: tuple[SubformReading, ...] = ()
    _memo: Memo = field(default_factory=dict, repr=False, compare=False)

    @property
    def criteria(self) -> dict[str, Truth]:
        """The lettered criteria."""
        return self.trace.letters()

    @property
    def missing(self) -> tuple[str, ...]:
        """A smallest set of facts that would settle it; empty where it is settled."""
        sets = smallest_missing(self.trace, memo=self._memo)
        return sets[0] if sets else ()

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that the verdict rests on."""
        return deciding_facts(self.trace)


def assess_headache(evaluator: Evaluator, headache: str) -> tuple[DiagnosisReading, ...]:
    """All diagnoses of one headache, in the order of the catalogue."""
    memo: Memo = {}
    return tuple(_reading(diagnosis, headache, evaluator, memo) for diagnosis in DIAGNOSES)


def _reading(diagnosis: Diagnosis, headache: str, evaluator: Evaluator, memo: Memo) -> DiagnosisReading:
    trace = evaluator.rule(diagnosis.code, headache)
    status = {
        Truth.MET: Status.DEFINITE,
        Truth.NOT_MET: Status.EXCLUDED,
        Truth.UNKNOWN: Status.UNDETERMINED,
    }[trace.truth]
    note = diagnosis.note
    if diagnosis.code == CERVICOGENIC:
        if status is Status.UNDETERMINED and is_provisional(trace, evaluator.rule(CLEAR).truth):
            status = Status.PROVISIONAL
        note = _beside_whiplash(headache, evaluator) or note
    subforms = tuple([SubformReading(one, evaluator.rule(one.code, headache)) for one in diagnosis.subforms])
    return DiagnosisReading(diagnosis, headache, status, trace, note, subforms, memo)


def is_provisional(trace: Trace, safety_clear: Truth) -> bool:
    """The working label of diagnosis 3.6: a product rule, no ICHD-3 term.

    B met, exactly one of C1 to C4 met and at least one other not yet known, D not refuted, and every red flag
    asked and none open.
    """
    letters = trace.letters()
    relations = [letters[letter] for letter in ("C1", "C2", "C3", "C4")]
    return (
        letters["B"] is Truth.MET
        and relations.count(Truth.MET) == 1
        and Truth.UNKNOWN in relations
        and letters["D"] is not Truth.NOT_MET
        and safety_clear is Truth.MET
    )


def _beside_whiplash(headache: str, evaluator: Evaluator) -> str:
    """Step W4: after whiplash the neck criteria explain the treatment, but 11.2.1 is not coded (G9)."""
    after = next((c for c in ("5.3", "5.4") if evaluator.rule(c, headache).truth is Truth.MET), None)
    if after is None:
        return ""
    fit = evaluator.rule(f"{CERVICOGENIC} features", headache).truth
    words = {Truth.MET: "also met", Truth.NOT_MET: "not met", Truth.UNKNOWN: "open"}[fit]
    return f"After whiplash the headache is coded {after} (ICHD-3 G9). Criteria A to C of 11.2.1 are {words}."
