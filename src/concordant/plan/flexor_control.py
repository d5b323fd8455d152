"""Levels of the craniocervical flexion test that gate phases and exercises (treatment 1.3, 3.1)."""

from __future__ import annotations

from concordant.criteria import Criterion, at_or_above, at_or_below, below
from concordant.facts.examination.motor_control import ccft_activation_mmhg
from concordant.measures.physical.craniocervical_flexion import IMPAIRED_MMHG
from concordant.settings import whole

COORDINATED_MMHG = whole(
    "plan_ccft_coordinated_mmhg",
    26,
    unit="mmHg",
    low=20,
    high=30,
    says="From this level of the craniocervical flexion test on, work with more load may start.",
    source="treatment 1.3, 3.1 (assumption)",
)
STRONG_MMHG = whole(
    "plan_ccft_strong_mmhg",
    28,
    unit="mmHg",
    low=20,
    high=30,
    says="From this level of the craniocervical flexion test on, resistance training may start.",
    source="treatment 1.3, 3.1 (assumption)",
)

impaired: Criterion = at_or_below(ccft_activation_mmhg, IMPAIRED_MMHG)
coordinated: Criterion = at_or_above(ccft_activation_mmhg, COORDINATED_MMHG)
not_yet_strong: Criterion = below(ccft_activation_mmhg, STRONG_MMHG)
strong: Criterion = at_or_above(ccft_activation_mmhg, STRONG_MMHG)
