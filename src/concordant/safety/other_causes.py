"""Suspicion of giant cell arteritis, low CSF pressure, tumour, fracture of weak bone, infection.

Sources: ICHD-3 6.4.1 and 7.2 for the syndromes. All thresholds and actions are product rules (diagnosis 1.15, 1.16,
4.8). Where a row of 4.8 names two conditions and two actions, the first action belongs to the first condition; the
fracture row keeps the stronger one for both.
"""

from concordant.criteria import all_of, any_of, in_a_headache, in_an_injury, meets, not_empty, one_of, yes
from concordant.facts.safety.history import (
    cancer_history,
    fever,
    immune_compromise,
    new_neck_pain,
    orthostatic_pattern,
    osteoporosis,
    severe_nonmechanical_pain,
    severe_stiff_neck_pain,
    systemic_symptoms,
    unremitting_night_pain,
    visual_loss_or_amaurosis,
)
from concordant.facts.safety.results import long_term_steroid
from concordant.facts.safety.trauma import midline_tenderness
from concordant.facts.safety.vascular import uci_risk_conditions, vascular_risk_factors
from concordant.safety.flag import flag
from concordant.safety.injury import an_injury_happened
from concordant.safety.older_age import late_onset_with_arteritis_items

giant_cell_arteritis = flag(
    "gca",
    "Giant cell arteritis must be excluded",
    "ICHD-3 6.4.1, doi:10.1177/0333102417738202; suspicion rule: product rule, diagnosis 1.15",
    emergency=all_of(late_onset_with_arteritis_items, yes(visual_loss_or_amaurosis)),
    same_day=late_onset_with_arteritis_items,
)

low_csf_pressure = flag(
    "low_csf",
    "Low CSF pressure must be excluded",
    "ICHD-3 7.2, doi:10.1177/0333102417738202; suspicion rule: product rule, diagnosis 1.16",
    urgent=in_a_headache(one_of(orthostatic_pattern, "worse_upright_better_lying")),
    advice="Stop manual therapy.",
)

tumour = flag(
    "tumour",
    "Night pain or pain without a mechanical pattern, with cancer or systemic symptoms",
    "product rule, diagnosis 4.8",
    urgent=all_of(
        any_of(yes(cancer_history), not_empty(systemic_symptoms)),
        any_of(yes(unremitting_night_pain), yes(severe_nonmechanical_pain)),
    ),
)

fracture = flag(
    "fracture",
    "Midline tenderness after an injury, with weak bone",
    "product rule, diagnosis 4.8",
    emergency=all_of(
        any_of(yes(osteoporosis), yes(long_term_steroid)),
        yes(midline_tenderness),
        any_of(
            in_an_injury(an_injury_happened),
            meets(vascular_risk_factors, "recent_minor_neck_trauma"),
            meets(uci_risk_conditions, "significant_neck_trauma"),
        ),
    ),
    advice="Emergency department for imaging of the neck. No neck tests, no treatment.",
)

infection = flag(
    "infection",
    "Infection of the neck or spine must be excluded",
    "product rule, diagnosis 4.8",
    emergency=all_of(yes(fever), yes(severe_stiff_neck_pain)),
    same_day=all_of(yes(immune_compromise), yes(new_neck_pain)),
)

OTHER_CAUSES = (giant_cell_arteritis, low_csf_pressure, tumour, fracture, infection)
