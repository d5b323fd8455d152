"""All physical tests in the order of the session: by step of examination 1, then by how the person is placed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from concordant.facts.fact import Fact
from concordant.facts.kinds import Kind
from concordant.measures.measure import Measure
from concordant.measures.physical import (
    active_range,
    arm_symptoms,
    craniocervical_flexion,
    craniovertebral_angle,
    extensor_endurance,
    flexion_rotation,
    flexor_endurance,
    joint_position_error,
    jull_cluster,
    ligament_screen,
    palpation,
    pressure_pain,
    smooth_pursuit,
    strength,
    sustained_posture,
    sustained_pressure,
    trigger_points,
    vascular_neurological_screen,
)
from concordant.measures.procedure import Procedure

PROCEDURES: tuple[Procedure, ...] = (
    vascular_neurological_screen.procedure,
    ligament_screen.procedure,
    craniovertebral_angle.procedure,
    active_range.procedure,
    pressure_pain.procedure,
    flexion_rotation.procedure,
    sustained_posture.procedure,
    sustained_pressure.procedure,
    trigger_points.procedure,
    palpation.procedure,
    craniocervical_flexion.procedure,
    flexor_endurance.procedure,
    extensor_endurance.procedure,
    strength.procedure,
    joint_position_error.procedure,
    smooth_pursuit.procedure,
    arm_symptoms.procedure,
    jull_cluster.procedure,
)


def _by_fact() -> Mapping[str, Procedure]:
    found: dict[str, Procedure] = {}
    for procedure in PROCEDURES:
        for fact in procedure.facts:
            if fact.name in found:
                raise ValueError(f"{fact.name} belongs to {found[fact.name].key} and to {procedure.key}")
            found[fact.name] = procedure
    return MappingProxyType(found)


_BY_FACT = _by_fact()
MEASURES: Mapping[str, Measure] = MappingProxyType(
    {measure.fact.name: measure for procedure in PROCEDURES for measure in procedure.measures}
)
"""Every number and sign that can be followed, by the name of its fact."""


def trial_kind(fact: Fact[Kind]) -> Kind:
    """What one trial of a fact may be."""
    measure = MEASURES.get(fact.name)
    return measure.trial_kind if measure is not None else fact.kind


def procedure_of(fact: Fact[Kind]) -> Procedure | None:
    """The test that gives a fact; None for a fact of no physical test."""
    return _BY_FACT.get(fact.name)
