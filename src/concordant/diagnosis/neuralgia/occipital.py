"""13.4 Occipital neuralgia.

ICHD-3 (2018) 13.4, doi:10.1177/0333102417738202. D asks for a block, so that a physiotherapy clinic by itself reaches
"undetermined" and refers. Signs that were shown at one visit stay shown (decision 5): an eased nerve is tender no more.
"""

from concordant.criteria import above, all_of, any_of, at_a_visit, at_least, below, meets, one_of, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.examination.signs import (
    gon_or_c2_trigger_point,
    occipital_nerve_tender,
    pain_in_occipital_nerve_territory,
    scalp_dysaesthesia_or_allodynia,
)
from concordant.facts.history.block import occipital_block_eases
from concordant.facts.history.local_pain import occipital_attack_seconds
from concordant.facts.history.pattern import pain_qualities, pain_severity
from concordant.settings import whole

PAROXYSM_SECONDS = whole(
    "occipital_paroxysm_seconds",
    3600,
    unit="s",
    low=60,
    high=7200,
    says="Paroxysms of occipital neuralgia are shorter than this (13.4 B1); ICHD-3 says a few seconds to minutes.",
    source="reading of the word minutes as less than an hour; no number in ICHD-3 13.4 (diagnosis 1.21)",
)

occipital_neuralgia = Diagnosis(
    code="13.4",
    name="Occipital neuralgia",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=all_of(
        A=at_a_visit(yes(pain_in_occipital_nerve_territory)),
        B=at_least(
            2,
            B1=all_of(above(occipital_attack_seconds, 0), below(occipital_attack_seconds, PAROXYSM_SECONDS)),
            B2=one_of(pain_severity, "severe", "very_severe"),
            B3=meets(pain_qualities, "shooting", "stabbing", "sharp"),
        ),
        C=at_a_visit(
            all_of(
                C1=yes(scalp_dysaesthesia_or_allodynia),
                C2=any_of(yes(occipital_nerve_tender), yes(gon_or_c2_trigger_point)),
            )
        ),
        D=at_a_visit(yes(occipital_block_eases)),
    ),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 13.4, doi:10.1177/0333102417738202",
    note="Needs a local block of the nerve by a physician; without one it stays open: refer. Tell it from pain "
    "referred to the occiput from the upper joints of the neck or from trigger points.",
)
