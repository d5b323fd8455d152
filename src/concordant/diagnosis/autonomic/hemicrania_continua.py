"""3.4 Hemicrania continua, the most important side-locked mimic.

ICHD-3 (2018) 3.4, doi:10.1177/0333102417738202. An indomethacin trial that was not made, or not at a full dose,
refutes nothing.
"""

from concordant.criteria import above, all_of, any_of, yes
from concordant.diagnosis.autonomic.indomethacin import absolute_response
from concordant.diagnosis.autonomic.secondary_first import no_new_headache_with_another_cause
from concordant.diagnosis.autonomic.trigeminal import ipsilateral_sign
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.side import side_locked
from concordant.facts.history.autonomic import exacerbations_moderate_or_worse, restlessness
from concordant.facts.history.pattern import headache_age_days, worse_with_movement

THREE_MONTHS = 90

hemicrania_continua = Diagnosis(
    code="3.4",
    name="Hemicrania continua",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(
        A=side_locked,
        B=all_of(above(headache_age_days, THREE_MONTHS), yes(exacerbations_moderate_or_worse)),
        C=any_of(
            C1=ipsilateral_sign,
            C2=any_of(yes(restlessness), yes(worse_with_movement)),
        ),
        D=absolute_response,
    ),
    closing_letter="E",
    closing=not_better_explained(no_new_headache_with_another_cause),
    source="ICHD-3 (2018) 3.4, doi:10.1177/0333102417738202",
    note="Needs an indomethacin trial by a physician at a full dose (adult: 150 to 225 mg a day); refer. Worse with "
    "movement alone meets C, which cervicogenic headache shows too.",
)
