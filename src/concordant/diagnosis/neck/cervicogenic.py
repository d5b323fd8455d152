"""11.2.1 Cervicogenic headache.

ICHD-3, Cephalalgia 2018;38:1-211, doi:10.1177/0333102417738202, 11.2.1; paraphrased. The rules for C1, C2 and
C3 where ICHD-3 gives no number, and the steps of the closing criterion, are product rules (diagnosis 3.2-3.5).
"""

from concordant.criteria import (
    all_of,
    any_of,
    at_a_visit,
    at_least,
    at_or_above,
    awaits,
    decide,
    empty,
    held_at_retests,
    known,
    meets,
    named,
    no,
    not_,
    one_of,
    surely,
    verdict,
    yes,
)
from concordant.diagnosis.closing import no_definite, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, features_key
from concordant.diagnosis.neck.block import abolished_by_block
from concordant.facts.diary.counts import any_acute_med_days_per_30d, worsening_factor
from concordant.facts.examination.judgement import (
    crom_reduced,
    neck_disorder_accepted_cause,
    neck_disorder_clinical_evidence,
    neck_disorder_type,
    provocation_worsens_headache,
)
from concordant.facts.examination.signs import (
    cas_miosis_or_ptosis,
    gon_or_c2_trigger_point,
    occipital_nerve_tender,
    scalp_dysaesthesia_or_allodynia,
)
from concordant.facts.history.autonomic import (
    cas_conjunctival_or_tearing,
    cas_eyelid_oedema,
    cas_nasal,
    cas_sweating,
    indomethacin_response,
    restlessness,
)
from concordant.facts.history.block import occipital_block_eases
from concordant.facts.history.pattern import (
    headache_continuous,
    headache_present,
    pain_qualities,
    temporal_relation_neck,
)
from concordant.facts.history.person import neck_disorder_imaging_evidence, preexisting_headache
from concordant.facts.outcomes.change import cervical_change_class, change_confounders, headache_change_class
from concordant.facts.safety.results import red_flag_cleared

HELD_DAYS = 28
REFUTED_DAYS = 84

evident_neck_disorder = all_of(
    any_of(at_a_visit(yes(neck_disorder_clinical_evidence)), yes(neck_disorder_imaging_evidence)),
    yes(neck_disorder_accepted_cause),
    not_(one_of(neck_disorder_type, "none", "myofascial_only", "radiculopathy_c2_c3", "dystonia")),
)

onset_related_to_neck_disorder = decide(
    met_if=one_of(temporal_relation_neck, "established"),
    not_met_if=one_of(temporal_relation_neck, "absent"),
)

_neck_better = one_of(cervical_change_class, "improved", "resolved")
_headache_better = one_of(headache_change_class, "improved_important", "resolved")

# With anything else that changed meanwhile, neither side of the table can be told: the criterion stays open.
_nothing_else_changed = empty(change_confounders)

improved_in_parallel = decide(
    met_if=all_of(_nothing_else_changed, held_at_retests(HELD_DAYS, all_of(_neck_better, _headache_better))),
    not_met_if=all_of(
        _nothing_else_changed,
        any_of(
            held_at_retests(REFUTED_DAYS, all_of(_neck_better, one_of(headache_change_class, "within_error", "worse"))),
            held_at_retests(0, all_of(one_of(cervical_change_class, "within_error"), _headache_better)),
        ),
    ),
)

motion_reduced_and_headache_provoked = at_a_visit(
    all_of(yes(crom_reduced), yes(provocation_worsens_headache)),
)

no_autonomic_headache = named(
    "no sign of a trigeminal autonomic headache, or indomethacin failed",
    awaits(
        any_of(
            all_of(
                *(
                    one_of(sign, "none")
                    for sign in (
                        cas_conjunctival_or_tearing,
                        cas_nasal,
                        cas_eyelid_oedema,
                        cas_sweating,
                        cas_miosis_or_ptosis,
                    )
                ),
                no(restlessness),
                no(headache_continuous),
            ),
            one_of(indomethacin_response, "partial_or_none"),
        ),
        settled_by=indomethacin_response,
    ),
    source="product rule, diagnosis 1.12, 3.2",
)

no_occipital_neuralgia = named(
    "no shooting pain with scalp allodynia and a tender occipital nerve",
    awaits(
        not_(
            all_of(
                meets(pain_qualities, "shooting", "stabbing", "sharp"),
                yes(scalp_dysaesthesia_or_allodynia),
                any_of(yes(occipital_nerve_tender), yes(gon_or_c2_trigger_point)),
            )
        ),
        settled_by=occipital_block_eases,
    ),
    source="product rule, diagnosis 3.2",
)

not_an_older_migraine = named(
    "not a migraine that was there before and has not become twice as bad",
    any_of(
        not_(surely(verdict(features_key("1.1")))),
        no(preexisting_headache),
        at_or_above(worsening_factor, 2),
    ),
    source="ICHD-3 G7, G8; product rule, diagnosis 3.2 step 5",
)

cervicogenic_headache = Diagnosis(
    code="11.2.1",
    name="Cervicogenic headache",
    family=Family.SECONDARY,
    role=Role.DECIDE,
    features=all_of(
        A=yes(headache_present),
        B=evident_neck_disorder,
        C=at_least(
            2,
            C1=onset_related_to_neck_disorder,
            C2=improved_in_parallel,
            C3=motion_reduced_and_headache_provoked,
            C4=abolished_by_block,
        ),
    ),
    closing_letter="D",
    closing=not_better_explained(
        named(
            "red flags asked and none open",
            awaits(verdict("safety clear", of_headache=False), settled_by=red_flag_cleared),
            source="diagnosis 3.2, 4.1",
        ),
        named("not after whiplash (5.3, 5.4)", not_(any_of(verdict("5.3"), verdict("5.4"))), source="ICHD-3 G9"),
        no_definite("3.4"),
        no_autonomic_headache,
        no_occipital_neuralgia,
        not_an_older_migraine,
        named("days with acute medicines are counted", known(any_acute_med_days_per_30d), source="diagnosis 3.2"),
    ),
    source="ICHD-3 (2018) 11.2.1, doi:10.1177/0333102417738202",
    note="Imaging findings of the upper neck are common without headache; imaging alone makes B weak.",
)
