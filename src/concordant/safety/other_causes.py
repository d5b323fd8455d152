"""Suspicion of giant cell arteritis and low CSF pressure, cord and root signs, tumour, weak bone, instability.

Sources: ICHD-3 6.4.1 and 7.2 for the syndromes; Cook 2010 (doi:10.1179/106698110X12804993427045) for the cord
cluster; Hutting 2013 (doi:10.2522/ptj.20130186) for the ligament tests, of which a negative never clears. All
thresholds and actions are product rules (diagnosis 1.15, 1.16, 4.5, 4.8).
"""

from concordant.criteria import (
    above,
    all_of,
    any_of,
    at_least,
    at_or_above,
    in_a_headache,
    in_an_injury,
    meets,
    not_,
    not_empty,
    one_of,
    surely,
    yes,
)
from concordant.facts.history.pattern import age_at_headache_onset
from concordant.facts.history.person import age_years
from concordant.facts.safety.history import (
    bladder_bowel_change,
    cancer_history,
    hand_clumsiness,
    jaw_claudication,
    new_red_flag_sign,
    orthostatic_pattern,
    osteoporosis,
    scalp_tenderness,
    severe_nonmechanical_pain,
    systemic_symptoms,
    unremitting_night_pain,
    visual_loss_or_amaurosis,
)
from concordant.facts.safety.results import diary_red_flags, long_term_steroid
from concordant.facts.safety.signs import (
    babinski,
    gait_deviation,
    hoffmann,
    hyperreflexia_or_clonus,
    inverted_supinator,
    lhermitte,
    multi_level_root_signs,
    neuro_deficit_new,
    worsening_neuro_function,
)
from concordant.facts.safety.trauma import injury_hours_ago, limb_paraesthesia, midline_tenderness
from concordant.facts.safety.vascular import (
    adverse_reaction_to_testing,
    alar_ligament_test,
    five_d,
    membrane_tests,
    sharp_purser,
    transverse_ligament_test,
    uci_risk_conditions,
    uci_symptoms,
)
from concordant.safety.flag import flag
from concordant.safety.snnoop10 import an_injury_happened

GCA_AGE = 50
MYELOPATHY_AGE = 45
FIRST_HOURS = 72

_gca = in_a_headache(
    all_of(
        at_or_above(age_at_headache_onset, GCA_AGE),
        any_of(
            yes(scalp_tenderness),
            yes(jaw_claudication),
            yes(visual_loss_or_amaurosis),
            not_empty(systemic_symptoms),
        ),
    )
)

giant_cell_arteritis = flag(
    "gca",
    "Giant cell arteritis must be excluded",
    "ICHD-3 6.4.1, doi:10.1177/0333102417738202; suspicion rule: product rule, diagnosis 1.15",
    emergency=all_of(_gca, yes(visual_loss_or_amaurosis)),
    same_day=_gca,
)

low_csf_pressure = flag(
    "low_csf",
    "Low CSF pressure must be excluded",
    "ICHD-3 7.2, doi:10.1177/0333102417738202; suspicion rule: product rule, diagnosis 1.16",
    urgent=in_a_headache(one_of(orthostatic_pattern, "worse_upright_better_lying")),
)

_cord_cluster = (
    yes(gait_deviation),
    yes(hoffmann),
    yes(inverted_supinator),
    yes(babinski),
    above(age_years, MYELOPATHY_AGE),
)

myelopathy = flag(
    "myelopathy",
    "Signs of the spinal cord (cluster of five)",
    "Cook 2010, doi:10.1179/106698110X12804993427045; action: product rule",
    same_day=at_least(3, *_cord_cluster),
    urgent=at_least(2, *_cord_cluster),
)

cord_symptoms = flag(
    "cord",
    "Clumsy hands, brisk reflexes, electric shocks, bladder or bowel change",
    "product rule, diagnosis 4.8",
    emergency=all_of(yes(bladder_bowel_change), any_of(yes(limb_paraesthesia), yes(neuro_deficit_new))),
    urgent=any_of(yes(hand_clumsiness), yes(hyperreflexia_or_clonus), yes(lhermitte), yes(bladder_bowel_change)),
)

progressive_neurology = flag(
    "progressive_neuro",
    "Neurological function getting worse, or several nerve roots",
    "product rule, diagnosis 4.8",
    same_day=any_of(yes(worsening_neuro_function), yes(multi_level_root_signs)),
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
    "Midline tenderness with weak bone",
    "product rule, diagnosis 4.8",
    emergency=all_of(any_of(yes(osteoporosis), yes(long_term_steroid)), yes(midline_tenderness)),
)


_drop_attacks_or_shocks = any_of(meets(uci_symptoms, "drop_attacks"), meets(five_d, "drop_attacks"), yes(lhermitte))

instability = flag(
    "uci",
    "Upper cervical instability must be excluded",
    "Hutting 2013, doi:10.2522/ptj.20130186; Mansfield 2019, doi:10.1080/10669817.2019.1667045; rule: product rule, "
    "diagnosis 4.5",
    emergency=any_of(yes(adverse_reaction_to_testing), all_of(_drop_attacks_or_shocks, not_empty(uci_risk_conditions))),
    same_day=any_of(
        *(
            one_of(test, "positive")
            for test in (sharp_purser, alar_ligament_test, membrane_tests, transverse_ligament_test)
        ),
        all_of(meets(uci_risk_conditions, "significant_neck_trauma"), not_empty(uci_symptoms)),
    ),
    urgent=all_of(not_empty(uci_risk_conditions), not_empty(uci_symptoms)),
    caution=not_empty(uci_risk_conditions),
    forbids=("thrust", "end_range"),
)

first_days_after_injury = flag(
    "injury_72h",
    "First 72 hours after an injury",
    "product rule, diagnosis 4.9, row ci_72h",
    # The date may be unknown and has no clock time: what is not known to be over counts as going on.
    caution=in_an_injury(all_of(an_injury_happened, not_(surely(above(injury_hours_ago, FIRST_HOURS))))),
    forbids=("thrust", "end_range"),
)

new_sign = flag(
    "new_sign",
    "A new warning sign since the last visit",
    "every-visit question, diagnosis 4.1; action: product rule",
    same_day=yes(new_red_flag_sign),
)

diary_alarm = flag(
    "diary_alarm",
    "A warning sign ticked in the diary",
    "outcomes 1.3; action: product rule",
    emergency=meets(diary_red_flags, "worst_ever_headache", "neurological"),
    same_day=not_empty(diary_red_flags),
)

OTHER_CAUSES = (
    giant_cell_arteritis,
    low_csf_pressure,
    myelopathy,
    cord_symptoms,
    progressive_neurology,
    tumour,
    fracture,
    instability,
    first_days_after_injury,
    new_sign,
    diary_alarm,
)
