"""One person as of a day: safety first, then every diagnosis of every headache."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from concordant.criteria import Evaluator, Trace
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis import BOOK, DiagnosisReading, assess_headache
from concordant.diagnosis.beside import BesideReading, read_beside
from concordant.diagnosis.explaining import Explanation, explain
from concordant.diagnosis.source_of_pain import StructureReading, sources_of_pain
from concordant.facts import UNKNOWN, Scope
from concordant.facts.diary.counts import headache_burden
from concordant.facts.values import Span, Value
from concordant.plan import Proposal, propose
from concordant.progress import Progress, Row, read_progress, rows
from concordant.record.case import Case
from concordant.record.contradictions.contradiction import Contradiction
from concordant.record.record import Record
from concordant.safety import Safety, assess_safety

if TYPE_CHECKING:
    from concordant.diagnosis.next_test.suggestion import Suggestion
    from concordant.diagnosis.probability.judge import Probability


@dataclass(frozen=True, slots=True)
class Assessment:
    """What follows from a record on a day. Supports a clinician's conclusion; never stands for one."""

    record: Record
    safety: Safety
    headaches: tuple[str, ...]
    """By burden, days times intensity, the heaviest first; then those of which it is not known, as described."""
    _evaluator: Evaluator = field(repr=False, compare=False)
    _diagnoses: list[tuple[DiagnosisReading, ...]] = field(default_factory=list, repr=False, compare=False)
    _beside: list[tuple[BesideReading, ...]] = field(default_factory=list, repr=False, compare=False)
    _sure: dict[str, Probability] = field(default_factory=dict, repr=False, compare=False)
    _next: dict[str, tuple[Suggestion, ...]] = field(default_factory=dict, repr=False, compare=False)
    _sources: dict[str, tuple[StructureReading, ...]] = field(default_factory=dict, repr=False, compare=False)
    _progress: list[Progress] = field(default_factory=list, repr=False, compare=False)
    _changes: list[tuple[Row, ...]] = field(default_factory=list, repr=False, compare=False)
    _proposed: dict[str, Proposal] = field(default_factory=dict, repr=False, compare=False)
    _explained: dict[tuple[str, str], Explanation] = field(default_factory=dict, repr=False, compare=False)

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Entries that cannot all be true; the facts concerned are read as unknown."""
        return self.record.contradictions

    @property
    def as_of(self) -> date:
        """The day."""
        return self.record.as_of

    def rule(self, key: str) -> Trace:
        """One rule of the book that belongs to no headache, as it was evaluated. Raises KeyError."""
        return self._evaluator.rule(key)

    @property
    def diagnoses(self) -> tuple[DiagnosisReading, ...]:
        """Headaches in the order of ``headaches``; of each headache in the order of the catalogue.

        Worked out when first asked: the safety screen comes first, and whoever stops at it asks for nothing more.
        """
        if not self._diagnoses:
            self._diagnoses.append(
                tuple(one for each in self.headaches for one in assess_headache(self._evaluator, each))
            )
        return self._diagnoses[0]

    @property
    def beside(self) -> tuple[BesideReading, ...]:
        """Other published criteria for each headache; they decide nothing. Worked out when first asked."""
        if not self._beside:
            found = (read_beside(self._evaluator, self.record, each) for each in self.headaches)
            self._beside.append(tuple(one for each in found for one in each))
        return self._beside[0]

    def of_headache(self, headache: str) -> tuple[DiagnosisReading, ...]:
        """The diagnoses of one headache."""
        return tuple(reading for reading in self.diagnoses if reading.headache == headache)

    def beside_of(self, headache: str) -> tuple[BesideReading, ...]:
        """The other criteria for one headache."""
        return tuple(reading for reading in self.beside if reading.headache == headache)

    def diagnosis(self, code: str, headache: str) -> DiagnosisReading:
        """One diagnosis of one headache. Raises KeyError."""
        for reading in self.diagnoses:
            if (reading.diagnosis.code, reading.headache) == (code, headache):
                return reading
        raise KeyError(f"no diagnosis {code} of headache {headache}")

    def probability(self, headache: str) -> Probability:
        """How sure it is that this headache is cervicogenic; worked out when first asked. Raises KeyError."""
        # Imported here: a verdict alone needs no numerical library.
        from concordant.diagnosis.probability.judge import probability

        if headache not in self._sure:
            self._known(headache)
            self._sure[headache] = probability(self.record, self.safety, headache, self.of_headache(headache))
        return self._sure[headache]

    def next_tests(self, headache: str) -> tuple[Suggestion, ...]:
        """What to ask, test or refer next, best first; worked out when first asked. Raises KeyError."""
        from concordant.diagnosis.next_test.rank import next_tests

        if headache not in self._next:
            sure = self.probability(headache)
            self._next[headache] = next_tests(self.record, self.safety, headache, self.of_headache(headache), sure)
        return self._next[headache]

    def sources(self, headache: str) -> tuple[StructureReading, ...]:
        """Which structures of the neck reproduce this headache, those that something points to first.

        Worked out when first asked. Raises KeyError.
        """
        if headache not in self._sources:
            self._known(headache)
            self._sources[headache] = sources_of_pain(self._evaluator, headache)
        return self._sources[headache]

    @property
    def progress(self) -> Progress:
        """The response at the newest retest and what follows; worked out when first asked."""
        if not self._progress:
            self._progress.append(read_progress(self.record, self.safety))
        return self._progress[0]

    @property
    def changes(self) -> tuple[Row, ...]:
        """Every measure of the newest retest against its baseline; worked out when first asked."""
        if not self._changes:
            self._changes.append(rows(self.record, self.progress.visit))
        return self._changes[0]

    def proposal(self, headache: str) -> Proposal:
        """The plan of care that is proposed for one headache; worked out when first asked. Raises KeyError."""
        if headache not in self._proposed:
            self._known(headache)
            self._proposed[headache] = propose(self.record, self.safety, self.diagnoses, headache)
        return self._proposed[headache]

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Of every headache: those that the neck drives first, then those of which that is not known; the heaviest
        first of each."""
        order: dict[Value, int] = {True: 0, UNKNOWN: 1, False: 2}
        found = (self.proposal(one) for one in self.headaches)
        return tuple(sorted(found, key=lambda one: order[one.neck_driven]))

    def explanation(self, code: str, headache: str) -> Explanation:
        """A verdict in words; worked out when first asked. Raises KeyError."""
        if (code, headache) not in self._explained:
            self._explained[code, headache] = explain(self.diagnosis(code, headache))
        return self._explained[code, headache]

    def _known(self, headache: str) -> None:
        if headache not in self.record.headaches:
            raise KeyError(f"no headache {headache}")


def assess(case: Case, as_of: date) -> Assessment:
    """Assess a case with what is dated up to ``as_of``."""
    record = Record(case, as_of)
    evaluator = Evaluator(record, BOOK)
    return Assessment(record, _safety(evaluator, record), _by_burden(record), _evaluator=evaluator)


def _by_burden(record: Record) -> tuple[str, ...]:
    """ICHD-3 G4 (recalled): several diagnoses are listed in the order of their importance to the person."""
    found = {
        one: record.read(term_of(headache_burden), UNBOUND.bound(Scope.HEADACHE, one)).value for one in record.headaches
    }
    return tuple(sorted(found, key=lambda one: _heaviest_first(found[one])))


def _heaviest_first(burden: Value) -> tuple[bool, float]:
    if isinstance(burden, Span):
        return False, -(burden.low + burden.high) / 2
    return (False, -burden) if isinstance(burden, int | float) else (True, 0)


def _safety(evaluator: Evaluator, record: Record) -> Safety:
    """The screen. A contradiction never closes a flag: what either entry raises stays open until it is settled."""
    found = assess_safety(evaluator, record)
    if record.contradictions:
        for believed in record.as_believed():
            found = found.with_flags_of(assess_safety(Evaluator(believed, BOOK), believed))
    return found
