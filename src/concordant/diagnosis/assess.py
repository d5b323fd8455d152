"""Every diagnosis for every headache of one person as of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from concordant.criteria import Evaluator, Trace, Truth, smallest_missing
from concordant.criteria.deciding import deciding_facts
from concordant.criteria.missing import Memo
from concordant.diagnosis.catalogue import DIAGNOSES
from concordant.diagnosis.diagnosis import Diagnosis, Subform
from concordant.diagnosis.neck.labels import CODE, LABELS, PROVISIONAL
from concordant.diagnosis.neck.remarks import REMARKS, Remark


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
    label: str = ""
    """Of 11.2.1: its label (diagnosis 3.6); empty where none holds."""
    remarks: tuple[Remark, ...] = ()
    """Grades and cases to be told beside the lettered criteria; they decide nothing."""
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
    subforms = tuple([SubformReading(one, evaluator.rule(one.code, headache)) for one in diagnosis.subforms])
    if diagnosis.code != CODE:
        return DiagnosisReading(diagnosis, headache, status, trace, diagnosis.note, subforms=subforms, _memo=memo)
    held = [label for label in LABELS if evaluator.rule(label.key, headache).truth is Truth.MET]
    if PROVISIONAL in held:
        status = Status.PROVISIONAL
    return DiagnosisReading(
        diagnosis,
        headache,
        status,
        trace,
        note=_beside_whiplash(headache, evaluator) or diagnosis.note,
        label=held[0].words if held else "",
        remarks=tuple(remark for remark in REMARKS if evaluator.rule(remark.key, headache).truth is Truth.MET),
        _memo=memo,
    )


def _beside_whiplash(headache: str, evaluator: Evaluator) -> str:
    """Step W4: after whiplash the neck criteria explain the treatment, but 11.2.1 is not coded (G9)."""
    after = next((c for c in ("5.3", "5.4") if evaluator.rule(c, headache).truth is Truth.MET), None)
    if after is None:
        return ""
    fit = evaluator.rule(f"{CODE} features", headache).truth
    words = {Truth.MET: "also met", Truth.NOT_MET: "not met", Truth.UNKNOWN: "open"}[fit]
    return f"After whiplash the headache is coded {after} (ICHD-3 G9). Criteria A to C of 11.2.1 are {words}."
