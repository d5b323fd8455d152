"""3.4 Hemicrania continua, the most important side-locked mimic.

ICHD-3 (2018) 3.4, doi:10.1177/0333102417738202. An indomethacin trial that was not made, or not at a full dose,
refutes nothing.
"""

from concordant.criteria import above, all_of, any_of, at_least, decide, one_of, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.examination.signs import cas_miosis_or_ptosis
from concordant.facts.history.autonomic import (
    cas_conjunctival_or_tearing,
    cas_eyelid_oedema,
    cas_nasal,
    cas_sweating,
    exacerbations_moderate_or_worse,
    indomethacin_response,
    restlessness,
)
from concordant.facts.history.pattern import headache_age_days, laterality, worse_with_movement

hemicrania_continua = Diagnosis(
    code="3.4",
    name="Hemicrania continua",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(
        A=one_of(laterality, "left_always", "right_always"),
        B=all_of(above(headache_age_days, 90), yes(exacerbations_moderate_or_worse)),
        C=any_of(
            C1=at_least(
                1,
                *(
                    one_of(sign, "ipsilateral")
                    for sign in (
                        cas_conjunctival_or_tearing,
                        cas_nasal,
                        cas_eyelid_oedema,
                        cas_sweating,
                        cas_miosis_or_ptosis,
                    )
                ),
            ),
            C2=any_of(yes(restlessness), yes(worse_with_movement)),
        ),
        D=decide(
            met_if=one_of(indomethacin_response, "absolute"),
            not_met_if=one_of(indomethacin_response, "partial_or_none"),
        ),
    ),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 3.4, doi:10.1177/0333102417738202",
    note="Needs an indomethacin trial by a physician; refer.",
)
