"""The Canadian C-spine rule: who needs imaging of the neck after blunt trauma (diagnosis 4.6).

Stiell 2001 (derivation) and Stiell, N Engl J Med 2003;349:2510-8 (against NEXUS: sensitivity 99.4 %, specificity
45.1 %); Michaleff 2012, doi:10.1503/cmaj.120675. All criteria are of one injury. The order of the published steps is
kept: an unknown high-risk factor is never made up for by a low-risk one, and rotation is only looked at once steps 1
and 2 allow testing it.
"""

from concordant.criteria import (
    all_of,
    any_of,
    at,
    at_or_above,
    below,
    empty,
    named,
    no,
    not_,
    not_empty,
    one_of,
    surely,
    yes,
)
from concordant.facts.examination.active_range import arom_rotation_deg
from concordant.facts.history.person import age_years
from concordant.facts.safety.trauma import (
    acute_paralysis,
    alert_gcs_15,
    ambulatory_since_injury,
    dangerous_mechanisms,
    known_vertebral_disease,
    limb_paraesthesia,
    midline_tenderness,
    neck_pain_delayed,
    penetrating_injury,
    rear_end_collision,
    rear_end_exclusions,
    sitting_position,
    spine_imaging_cleared,
    spine_imaging_kind,
    vitals_stable,
)

HIGH_RISK_AGE = 65
"""65 or older; several copies print "over 65", which is wrong at exactly 65."""
ADULT_AGE = 16
ROTATION_DEG = 45

cleared = named(
    "imaging was done and a physician cleared it",
    all_of(
        yes(spine_imaging_cleared),
        # Normal plain films have missed upper cervical fractures: where the risk is high only CT or MRI clears.
        any_of(
            one_of(spine_imaging_kind, "ct", "mri"),
            all_of(below(age_years, HIGH_RISK_AGE), empty(dangerous_mechanisms)),
        ),
    ),
    source="product rule, conflicts: found and left open",
)

out_of_scope = named(
    "the Canadian C-spine rule does not apply",
    any_of(
        below(age_years, ADULT_AGE),
        no(alert_gcs_15),
        no(vitals_stable),
        yes(acute_paralysis),
        yes(known_vertebral_disease),
        yes(penetrating_injury),
    ),
    source="Canadian C-spine rule, exclusions",
)

high_risk = named(
    "a high-risk factor that mandates imaging",
    any_of(at_or_above(age_years, HIGH_RISK_AGE), not_empty(dangerous_mechanisms), yes(limb_paraesthesia)),
)

low_risk = named(
    "a low-risk factor that allows testing of motion",
    any_of(
        all_of(yes(rear_end_collision), empty(rear_end_exclusions)),
        yes(sitting_position),
        yes(ambulatory_since_injury),
        yes(neck_pain_delayed),
        no(midline_tenderness),
    ),
)

rotates = named(
    "turns the head 45 degrees to the left and to the right",
    all_of(*(at_or_above(at(arom_rotation_deg, side=side), ROTATION_DEG) for side in ("left", "right"))),
)

asks_for_imaging = named(
    "the Canadian C-spine rule asks for imaging",
    any_of(
        high_risk,
        all_of(not_(high_risk), not_(low_risk)),
        all_of(surely(all_of(not_(high_risk), low_risk)), not_(rotates)),
    ),
    source="Canadian C-spine rule, Stiell 2003, N Engl J Med 349:2510-8",
)
"""Met: imaging. Not met: no imaging. Unknown: imaging, or ask what is missing."""
