"""A headache that first came late in life, alone or with what points to giant cell arteritis (diagnosis 1.15, 4.2)."""

from concordant.criteria import all_of, any_of, at_or_above, in_a_headache, not_empty, yes
from concordant.facts.history.pattern import age_at_headache_onset
from concordant.facts.safety.history import (
    jaw_claudication,
    scalp_tenderness,
    systemic_symptoms,
    visual_loss_or_amaurosis,
)
from concordant.settings import whole

OLDER_AGE = 50
"""SNNOOP10 O2: the table of the list says after 50; the printed abstract says after 65. The earlier one counts."""

ARTERITIS_AGE = whole(
    "arteritis_age",
    50,
    unit="y",
    low=40,
    high=60,
    says="From this age at onset on, one sign of giant cell arteritis is enough to suspect it.",
    source="diagnosis 1.15",
)

arteritis_items = any_of(
    yes(scalp_tenderness),
    yes(jaw_claudication),
    yes(visual_loss_or_amaurosis),
    not_empty(systemic_symptoms),
)
"""Of one headache."""

late_onset = in_a_headache(at_or_above(age_at_headache_onset, OLDER_AGE))

late_onset_with_arteritis_items = in_a_headache(
    all_of(at_or_above(age_at_headache_onset, ARTERITIS_AGE), arteritis_items)
)
