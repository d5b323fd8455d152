"""Concordant trigger points: active, and bringing on the familiar headache, on any side (treatment 1.2)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.trigger_points import (
    trigger_point_levator_scapulae,
    trigger_point_levator_scapulae_concordant,
    trigger_point_levator_scapulae_familiar_headache,
    trigger_point_sternocleidomastoid,
    trigger_point_sternocleidomastoid_concordant,
    trigger_point_sternocleidomastoid_familiar_headache,
    trigger_point_suboccipital,
    trigger_point_suboccipital_concordant,
    trigger_point_suboccipital_familiar_headache,
    trigger_point_upper_trapezius,
    trigger_point_upper_trapezius_concordant,
    trigger_point_upper_trapezius_familiar_headache,
)
from concordant.facts.fact import SIDES, Fact
from concordant.facts.kinds import Choice, Flag
from concordant.record.derive.computing import Inputs, Reader, computes


def _any_side(concordant: Fact[Flag], state: Fact[Choice], familiar: Fact[Flag]) -> None:
    @computes(concordant)
    def any_side(reader: Reader, where: Binding, term: Term) -> Reading:
        """Active and familiar on the same side."""
        inputs = Inputs(reader, where)
        still_open = False
        for side in SIDES:
            active = inputs.get(term_of(state, side))
            known = inputs.get(term_of(familiar, side))
            if active == "active" and known is True:
                return inputs.result(True)
            refuted = (isinstance(active, str) and active != "active") or known is False
            still_open = still_open or not refuted
        return inputs.unknown() if still_open else inputs.result(False)


_any_side(
    trigger_point_suboccipital_concordant,
    trigger_point_suboccipital,
    trigger_point_suboccipital_familiar_headache,
)
_any_side(
    trigger_point_upper_trapezius_concordant,
    trigger_point_upper_trapezius,
    trigger_point_upper_trapezius_familiar_headache,
)
_any_side(
    trigger_point_sternocleidomastoid_concordant,
    trigger_point_sternocleidomastoid,
    trigger_point_sternocleidomastoid_familiar_headache,
)
_any_side(
    trigger_point_levator_scapulae_concordant,
    trigger_point_levator_scapulae,
    trigger_point_levator_scapulae_familiar_headache,
)
