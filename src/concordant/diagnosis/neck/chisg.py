"""The criteria of the Cervicogenic Headache International Study Group, 1998, beside ICHD-3 (diagnosis 2.1).

Sjaastad, Fredriksen, Pfaffenrath, Headache 1998;38:442-5 (recalled); read in four published copies of the table, among
them doi:10.1007/s10194-012-0436-7 Table 1 and doi:10.1186/s10194-017-0794-2 Table 1. A clinical syndrome described by
its features: no neck disorder has to be shown, and headache after whiplash is included.
"""

from concordant.criteria import all_of, any_of, at_a_visit, meets, named, not_, one_of, yes
from concordant.diagnosis.neck.block import abolished_by_block, abolished_under_control
from concordant.facts.examination.judgement import crom_reduced, pressure_provokes_headache
from concordant.facts.history.autonomic import cas_eyelid_oedema, ergot_or_triptan_effect, indomethacin_response
from concordant.facts.history.pattern import (
    dizziness_with_headache,
    episodes_vary_or_fluctuate,
    ipsilateral_blurred_vision,
    ipsilateral_neck_shoulder_arm_pain,
    laterality,
    nausea,
    pain_qualities,
    pain_severity,
    pain_starts_in_neck,
    phonophobia,
    photophobia,
    provoked_by_neck_movement_or_posture,
    swallowing_difficulty,
)
from concordant.facts.history.person import head_or_neck_trauma_history, sex_female

SOURCE = "CHISG 1998, Headache 1998;38:442-5 (recalled), read in doi:10.1186/s10194-017-0794-2 Table 1"
CLINICAL, RESEARCH, EVERY = "CHISG clinical", "CHISG research", "CHISG 1998, every criterion"
BILATERAL = "Recalled: the authors accept one-sided pain on both sides in practice, not in research."

neck_involvement = any_of(
    all_of(Ib=at_a_visit(yes(crom_reduced)), Ic=yes(ipsilateral_neck_shoulder_arm_pain)),
    Ia=any_of(
        Ia1=yes(provoked_by_neck_movement_or_posture),
        Ia2=at_a_visit(yes(pressure_provokes_headache)),
    ),
)
one_sided_without_shift = one_of(laterality, "left_always", "right_always")
moderate_and_not_throbbing = all_of(
    one_of(pain_severity, "moderate", "severe"), not_(meets(pain_qualities, "pulsating", "stabbing", "shooting"))
)
varying_or_fluctuating = yes(episodes_vary_or_fluctuate)
attack_related = any_of(
    one_of(nausea, "mild", "moderate", "severe"),
    yes(photophobia),
    yes(phonophobia),
    yes(dizziness_with_headache),
    yes(ipsilateral_blurred_vision),
    yes(swallowing_difficulty),
    one_of(cas_eyelid_oedema, "ipsilateral"),
)

chisg_clinical = all_of(I=neck_involvement)
chisg_research = all_of(I=neck_involvement, II=abolished_under_control, III=one_sided_without_shift)
chisg_every = all_of(
    I=neck_involvement,
    II=named("confirmed by a diagnostic block", abolished_by_block),
    III=one_sided_without_shift,
    IV=all_of(moderate_and_not_throbbing, yes(pain_starts_in_neck), varying_or_fluctuating),
    V=any_of(
        one_of(indomethacin_response, "not_tried", "partial_or_none"),
        one_of(ergot_or_triptan_effect, "marginal_or_none", "not_tried"),
        yes(sex_female),
        yes(head_or_neck_trauma_history),
    ),
    VI=attack_related,
)
"""All six, to show each; no label asks for all of them. Of V and VI one item is enough to show it as present."""

CHISG_RULES = {CLINICAL: chisg_clinical, RESEARCH: chisg_research, EVERY: chisg_every}
