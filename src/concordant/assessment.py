"""One person as of a day: safety first, then every diagnosis of every headache."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.criteria import Evaluator
from concordant.diagnosis import BOOK, DiagnosisReading, assess_headache
from concordant.record.case import Case
from concordant.record.contradictions.contradiction import Contradiction
from concordant.record.record import Record
from concordant.safety import Safety, assess_safety


@dataclass(frozen=True, slots=True)
class Assessment:
    """What follows from a record on a day. Supports a clinician's conclusion; never stands for one."""

    record: Record
    safety: Safety
    diagnoses: tuple[DiagnosisReading, ...]

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Entries that cannot all be true; the facts concerned are read as unknown."""
        return self.record.contradictions

    @property
    def as_of(self) -> date:
        """The day."""
        return self.record.as_of

    def of_headache(self, headache: str) -> tuple[DiagnosisReading, ...]:
        """The diagnoses of one headache."""
        return tuple(reading for reading in self.diagnoses if reading.headache == headache)

    def diagnosis(self, code: str, headache: str) -> DiagnosisReading:
        """One diagnosis of one headache. Raises KeyError."""
        for reading in self.diagnoses:
            if (reading.diagnosis.code, reading.headache) == (code, headache):
                return reading
        raise KeyError(f"no diagnosis {code} of headache {headache}")


def assess(case: Case, as_of: date) -> Assessment:
    """Assess a case with what is dated up to ``as_of``."""
    record = Record(case, as_of)
    evaluator = Evaluator(record, BOOK)
    safety = _safety(evaluator, record)
    diagnoses = [reading for headache in record.headaches for reading in assess_headache(evaluator, headache)]
    return Assessment(record, safety, tuple(diagnoses))


def _safety(evaluator: Evaluator, record: Record) -> Safety:
    """The screen. A contradiction never closes a flag: what either entry raises stays open until it is settled."""
    found = assess_safety(evaluator, record)
    if record.contradictions:
        for believed in record.as_believed():
            found = found.with_flags_of(assess_safety(Evaluator(believed, BOOK), believed))
    return found
