"""Joint dysfunction and the concordant sign by segment (examination 3.3)."""

from __future__ import annotations

from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.palpation import (
    concordant_any,
    concordant_c0_c1,
    concordant_c1_c2,
    concordant_c2_c3,
    palpation_familiar_headache,
    palpation_joint_dysfunction,
    palpation_pain_nrs,
    palpation_resistance,
)
from concordant.facts.fact import SIDES, Fact
from concordant.measures.physical.palpation import PAINFUL_NRS
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(palpation_joint_dysfunction)
def joint_dysfunction(reader: Reader, where: Binding, term: Term) -> Reading:
    """Stiff and painful, 2 of 10 or more."""
    inputs = Inputs(reader, where)
    resistance = inputs.get(term_of(palpation_resistance, term.side, term.segment))
    pain = inputs.number(term_of(palpation_pain_nrs, term.side, term.segment))
    if (isinstance(resistance, str) and resistance != "stiff") or (pain and pain.high < PAINFUL_NRS):
        return inputs.result(False)
    if inputs.missing or pain is None:
        return inputs.unknown()
    return inputs.result(pain.low >= PAINFUL_NRS)


def _either_side(of: Fact[Any], segment: str) -> None:
    @computes(of)
    def either(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        values = [inputs.get(term_of(palpation_familiar_headache, side, segment)) for side in SIDES]
        if True in values:
            return inputs.result(True)
        return inputs.unknown() if inputs.missing else inputs.result(False)


_either_side(concordant_c0_c1, "C0-C1")
_either_side(concordant_c1_c2, "C1-C2")
_either_side(concordant_c2_c3, "C2-C3")


@computes(concordant_any)
def concordant_somewhere(reader: Reader, where: Binding, term: Term) -> Reading:
    """Familiar headache from any of C0-C1, C1-C2, C2-C3."""
    inputs = Inputs(reader, where)
    values = [inputs.get(fact) for fact in (concordant_c0_c1, concordant_c1_c2, concordant_c2_c3)]
    if True in values:
        return inputs.result(True)
    return inputs.unknown() if inputs.missing else inputs.result(False)
