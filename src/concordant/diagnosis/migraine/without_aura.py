"""1.1 Migraine without aura."""

from concordant.criteria import all_of
from concordant.diagnosis.closing import not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.migraine.attacks import migraine_attacks

migraine_without_aura = Diagnosis(
    code="1.1",
    name="Migraine without aura",
    family=Family.PRIMARY,
    role=Role.DECIDE_AND_INFORM,
    features=all_of(**migraine_attacks),
    closing_letter="E",
    closing=not_better_explained(not_a_new_secondary_headache()),
    source="ICHD-3 (2018) 1.1, doi:10.1177/0333102417738202",
    note="Neck findings are common in migraine and do not by themselves make a headache cervicogenic.",
)
