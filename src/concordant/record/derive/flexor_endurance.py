"""Endurance of the deep neck flexors against healthy people of the same sex (examination 3.5)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.motor_control import (
    dnf_endurance_below_norm,
    dnf_endurance_impaired,
    dnf_endurance_norm_seconds,
    dnf_endurance_seconds,
)
from concordant.facts.history.person import sex
from concordant.measures.physical.flexor_endurance import endurance
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.deficits import deficit_found, who_is_measured


@computes(dnf_endurance_norm_seconds)
def norm(reader: Reader, where: Binding, term: Term) -> Reading:
    """Mean of healthy people of the same sex, in seconds: the target of training, not a cut-off."""
    inputs = Inputs(reader, where)
    recorded = inputs.get(sex)
    for row in endurance.norms:
        if row.group.sex == recorded:
            return inputs.result(row.centre, f"{row.population}; {row.source}")
    return inputs.unknown("nothing is published for this sex" if isinstance(recorded, str) else "")


@computes(dnf_endurance_impaired)
def impaired(reader: Reader, where: Binding, term: Term) -> Reading:
    """Below the cut-off for sex by more than the error of a reading."""
    inputs = Inputs(reader, where)
    found = deficit_found(inputs, who_is_measured(inputs), endurance)
    if found is None:
        return inputs.unknown()
    if found.answer is None:
        return inputs.unknown(found.words, *(() if inputs.missing else (dnf_endurance_impaired,)))
    return inputs.result(found.answer, found.words)


@computes(dnf_endurance_below_norm)
def below_norm(reader: Reader, where: Binding, term: Term) -> Reading:
    """Below the mean of healthy people of the same sex. For training, where the target counts and not a deficit."""
    inputs = Inputs(reader, where)
    held, target = inputs.get(dnf_endurance_seconds), inputs.get(dnf_endurance_norm_seconds)
    if not isinstance(held, int | float) or not isinstance(target, int | float):
        return inputs.unknown()
    return inputs.result(held < target)
