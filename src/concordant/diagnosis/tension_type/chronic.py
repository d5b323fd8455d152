"""2.3 Chronic tension-type headache."""

from concordant.criteria import all_of
from concordant.diagnosis.closing import gives_way, not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.tension_type.attacks import chronic_attacks
from concordant.diagnosis.tension_type.tenderness import by_pericranial_tenderness

chronic_tension_type_headache = Diagnosis(
    code="2.3",
    name="Chronic tension-type headache",
    family=Family.PRIMARY,
    role=Role.DECIDE,
    features=all_of(**chronic_attacks),
    closing_letter="E",
    closing=not_better_explained(not_a_new_secondary_headache(), gives_way("2.3")),
    source="ICHD-3 (2018) 2.3, doi:10.1177/0333102417738202",
    note="Two of four characters are enough: side-locked pain does not by itself exclude it.",
    subforms=by_pericranial_tenderness("2.3", "Chronic tension-type headache"),
)
