"""Criterion C1 of 11.2.1: the headache developed in temporal relation to the neck disorder (diagnosis 3.3)."""

from concordant.criteria import decide, one_of
from concordant.facts.history.pattern import temporal_relation_neck

onset_related_to_neck_disorder = decide(
    met_if=one_of(temporal_relation_neck, "established"),
    not_met_if=one_of(temporal_relation_neck, "absent"),
)
"""A plausible relation is open until the examiner decides."""
