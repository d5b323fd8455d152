"""4.8 Nummular headache and 4.8.1 Probable nummular headache. ICHD-3 (2018), doi:10.1177/0333102417738202."""

from concordant.criteria import Criterion, all_but_one, all_of, between, meets, only, yes
from concordant.diagnosis.closing import no_definite, not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.history.local_pain import (
    area_diameter_cm,
    area_fixed,
    area_round_or_oval,
    area_sharply_contoured,
)
from concordant.facts.history.pattern import headache_present, pain_regions

PATCH = "small_scalp_area"

only_in_a_patch = all_of(meets(pain_regions, PATCH), only(pain_regions, PATCH))

patch: dict[str, Criterion] = {
    "B1": yes(area_sharply_contoured),
    "B2": yes(area_fixed),
    "B3": yes(area_round_or_oval),
    "B4": between(area_diameter_cm, 1, 6),
}

OTHERS = (
    *("11.2.1", "11.2.3", "5.1", "5.2", "5.3", "5.4", "6.4.1", "6.5.1.1", "6.5.1.2", "7.2", "13.4"),
    *("1.1", "1.2", "1.3", "1.5", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.4", "3.5.1", "4.7", "4.8", "4.10"),
)

nummular_headache = Diagnosis(
    code="4.8",
    name="Nummular headache",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(A=yes(headache_present), B=all_of(only_in_a_patch, **patch)),
    closing_letter="C",
    closing=not_better_explained(not_a_new_secondary_headache()),
    source="ICHD-3 (2018) 4.8, doi:10.1177/0333102417738202",
    note="Refer. With exactly three of the four features of the patch: 4.8.1.",
)

probable_nummular_headache = Diagnosis(
    code="4.8.1",
    name="Probable nummular headache",
    family=Family.PROBABLE,
    role=Role.SUSPECT,
    features=all_of(
        A=yes(headache_present),
        B=all_of(only_in_a_patch, all_but_one(**patch)),
        C=no_definite(*OTHERS),
    ),
    closing_letter="D",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 4.8.1, doi:10.1177/0333102417738202",
)
