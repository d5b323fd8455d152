"""The cluster of Jull 2007 from what was found at one visit (examination 3.18)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.judgement import jull_cluster_positive
from concordant.facts.examination.motor_control import ccft_impaired
from concordant.facts.examination.palpation import palpation_joint_dysfunction
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.history.person import age_years
from concordant.measures.physical.active_range import extension
from concordant.measures.physical.jull_cluster import cluster
from concordant.record.derive.computing import Inputs, Reader, computes, span_of
from concordant.record.derive.deficits import deficit_found, who_is_measured

JOINTS = SEGMENTS[:3]
"""C0-C1 to C2-C3."""


@computes(jull_cluster_positive)
def positive(reader: Reader, where: Binding, term: Term) -> Reading:
    """Reduced extension, a painful joint dysfunction of C0 to C3 and an impaired craniocervical flexion test."""
    inputs = Inputs(reader, where)
    reduced = deficit_found(inputs, who_is_measured(inputs), extension)
    joint = _any([inputs.get(term_of(palpation_joint_dysfunction, side, at)) for at in JOINTS for side in SIDES])
    flexors = inputs.get(ccft_impaired)
    found = cluster(
        reduced.answer if reduced else None,
        joint,
        flexors if isinstance(flexors, bool) else None,
        age=_years(reader, where),
    )
    if found.positive is None:
        words = f"{extension.short} {reduced.words}" if reduced and reduced.answer is None else ""
        return inputs.unknown(words, *(() if inputs.missing else (jull_cluster_positive,)))
    return inputs.result(found.positive, found.warning)


def _any(values: list[object]) -> bool | None:
    if True in values:
        return True
    return False if all(value is False for value in values) else None


def _years(reader: Reader, where: Binding) -> float | None:
    """The age from which on the warning is told: the upper end where it is known to within a year."""
    years = span_of(reader.read(term_of(age_years), where).value)
    return years.high if years else None
