"""3.2 Paroxysmal hemicrania. ICHD-3 (2018) 3.2, doi:10.1177/0333102417738202."""

from concordant.criteria import above, all_of, at_or_above, between
from concordant.diagnosis.autonomic.indomethacin import absolute_response
from concordant.diagnosis.autonomic.secondary_first import no_new_headache_with_another_cause
from concordant.diagnosis.autonomic.trigeminal import severe_one_sided_about_the_eye, sign_or_restlessness
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, Subform
from concordant.facts.diary.counts import (
    attacks_per_day,
    bout_count,
    bout_length_days,
    remission_between_bouts_days,
)
from concordant.facts.history.pattern import attack_count_lifetime, attack_duration_minutes
from concordant.settings import Standing, whole

REMISSION_DAYS = whole(
    "paroxysmal_hemicrania_remission_days",
    90,
    unit="d",
    low=30,
    high=365,
    says="Pain-free days between bouts from which paroxysmal hemicrania is episodic (3.2.1).",
    source="ICHD-3 (2018) 3.2.1, 3 months; the beta text of 2013 has 1 month",
    standing=Standing.RECALLED,
)

paroxysmal_hemicrania = Diagnosis(
    code="3.2",
    name="Paroxysmal hemicrania",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(
        A=at_or_above(attack_count_lifetime, 20),
        B=all_of(severe_one_sided_about_the_eye, between(attack_duration_minutes, 2, 30)),
        C=sign_or_restlessness,
        D=above(attacks_per_day, 5),
        E=absolute_response,
    ),
    closing_letter="F",
    closing=not_better_explained(no_new_headache_with_another_cause),
    source="ICHD-3 (2018) 3.2, doi:10.1177/0333102417738202",
    note="Needs an indomethacin trial by a physician at a full dose (adult: 150 to 225 mg a day); refer. Attacks may "
    "be rarer for less than half of the active time: give the mean.",
    subforms=(
        Subform(
            "3.2.1",
            "Episodic paroxysmal hemicrania",
            all_of(
                at_or_above(bout_count, 2),
                between(bout_length_days, 7, 365),
                at_or_above(remission_between_bouts_days, REMISSION_DAYS),
            ),
            "ICHD-3 (2018) 3.2.1, doi:10.1177/0333102417738202; length of the remission recalled",
        ),
    ),
)
