"""A record together with what follows from it: the plan reads verdicts of other rooms by the names of their facts.

``safety_action``, ``migraine_status`` or ``neck_driven`` are results of rules above the record (decision 12). Whoever
plans hands them in, and they stand over whatever was stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from concordant.criteria import Binding, Knowledge, Reading
from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Instances, Origin
from concordant.criteria.silence import of_one_key
from concordant.diagnosis import DiagnosisReading
from concordant.diagnosis.assess import Status
from concordant.facts import UNKNOWN, Fact, Scope, Value
from concordant.facts.examination.palpation import concordant_any
from concordant.facts.kinds import Kind
from concordant.facts.plan.status import (
    cgh_status,
    cluster_status,
    migraine_status,
    moh_status,
    neck_driven,
    probable_cluster_status,
    probable_migraine_status,
    whiplash_headache_status,
)
from concordant.safety import Safety

_OF_THE_PERSON: Mapping[Fact[Kind], tuple[str, ...]] = {
    migraine_status: ("1.1", "1.2", "1.2.1", "1.3"),
    probable_migraine_status: ("1.5",),
    cluster_status: ("3.1",),
    probable_cluster_status: ("3.5.1",),
    moh_status: ("8.2",),
}
_OF_THE_HEADACHE: Mapping[Fact[Kind], tuple[str, ...]] = {
    cgh_status: ("11.2.1",),
    whiplash_headache_status: ("5.3", "5.4"),
}
_STRENGTH = (Status.DEFINITE, Status.PROVISIONAL, Status.UNDETERMINED, Status.EXCLUDED)


class WithResults:
    """Knowledge with some facts given. Implements :class:`concordant.criteria.reading.Knowledge`."""

    def __init__(self, knowledge: Knowledge, results: Mapping[str, Value]) -> None:
        self.as_of = knowledge.as_of
        self._knowledge = knowledge
        self._results = results

    def read(self, term: Term, where: Binding) -> Reading:
        """The result where there is one; a result that is unknown is unknown, whatever was stated."""
        name = term.fact.name
        if name not in self._results:
            return self._knowledge.read(term, where)
        value = self._results[name]
        if value is UNKNOWN:
            return Reading(UNKNOWN, Origin.MISSING, missing=(name,))
        whole = Reading(value, Origin.COMPUTED)
        return whole if term.key is None else of_one_key(term, whole)

    def instances(self, scope: Scope) -> Instances:
        """Those of the record."""
        return self._knowledge.instances(scope)

    def visits_with(self, fact: Fact[Kind], where: Binding) -> frozenset[str]:
        """Those of the record."""
        return self._knowledge.visits_with(fact, where)

    def day_of(self, visit: str) -> date:
        """The date of a visit."""
        return self._knowledge.day_of(visit)

    def newest_entry(self, facts: tuple[Fact[Kind], ...]) -> date | None:
        """The newest day on which any of these facts was entered."""
        return self._knowledge.newest_entry(facts)

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        """False where a result is given."""
        return names.isdisjoint(self._results) and self._knowledge.says_nothing_of(names)


def results_of(
    knowledge: Knowledge, safety: Safety, diagnoses: Sequence[DiagnosisReading], headache: str
) -> dict[str, Value]:
    """What the plan of one headache reads of safety and of the diagnoses of all headaches."""
    found = dict(safety.facts)
    for fact, codes in _OF_THE_PERSON.items():
        found[fact.name] = _strongest(one for one in diagnoses if one.diagnosis.code in codes)
    for fact, codes in _OF_THE_HEADACHE.items():
        own = (one for one in diagnoses if one.headache == headache and one.diagnosis.code in codes)
        found[fact.name] = _strongest(own)
    found[neck_driven.name] = _driven(found, knowledge, headache)
    return found


def _strongest(readings: Iterable[DiagnosisReading]) -> Value:
    """The strongest status; of no headache at all nothing is known."""
    found = min((one.status for one in readings), key=_STRENGTH.index, default=None)
    return UNKNOWN if found is None else str(found.value)


def _driven(found: Mapping[str, Value], knowledge: Knowledge, headache: str) -> Value:
    status = found[cgh_status.name]
    if status in (Status.DEFINITE.value, Status.PROVISIONAL.value):
        return True
    possible = status == Status.UNDETERMINED.value or found[whiplash_headache_status.name] == Status.DEFINITE.value
    if not possible:
        return UNKNOWN if status is UNKNOWN else False
    return knowledge.read(term_of(concordant_any), UNBOUND.bound(Scope.HEADACHE, headache)).value
