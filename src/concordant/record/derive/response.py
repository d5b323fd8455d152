"""Whether a kind of hands-on work still gains anything (treatment 1.1, 1.2): it has to have been tried first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.outcomes.change import any_headache_verdict
from concordant.facts.plan.episode import mobilisation_response, soft_tissue_response
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.interventions import MOBILISATIONS, SOFT_TISSUE

FEWEST_SESSIONS = 3
"""Dictionary, ``mobilisation_response``."""
OF_A_VERDICT: Mapping[str, str] = MappingProxyType(
    {"improved_important": "better", "improved": "better", "within_error": "plateau", "worse": "worse"}
)


@computes(mobilisation_response)
def to_mobilisation(reader: Reader, where: Binding, term: Term) -> Reading:
    """Of the upper neck."""
    return _response(Inputs(reader, where), reader, MOBILISATIONS)


@computes(soft_tissue_response)
def to_soft_tissue(reader: Reader, where: Binding, term: Term) -> Reading:
    """By whoever gave it."""
    return _response(Inputs(reader, where), reader, SOFT_TISSUE)


def _response(inputs: Inputs, reader: Reader, kinds: Collection[str]) -> Reading:
    """What headache days say, once there were enough sessions."""
    sessions = sum(not set(kinds).isdisjoint(one.interventions) for one in reader.treatments)
    if sessions < FEWEST_SESSIONS:
        return inputs.unknown(f"{sessions} sessions, fewer than {FEWEST_SESSIONS}")
    response = OF_A_VERDICT.get(str(inputs.get(any_headache_verdict)))
    if response is None:
        return inputs.unknown(f"{sessions} sessions, no verdict on headache days", any_headache_verdict)
    return inputs.result(response, f"{sessions} sessions", Origin.COUNTED)
