"""2.4 Probable tension-type headache: all but one of the criteria of 2.1, 2.2 or 2.3, and no other disorder.

ICHD-3 (2018) 2.4; where 1.5 fits as well, 1.5 comes first (G6).
"""

from concordant.criteria import all_but_one, all_of, any_of, named, not_, verdict
from concordant.diagnosis.closing import no_definite, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.tension_type.attacks import chronic_attacks, frequent_attacks, infrequent_attacks

OTHERS = ("11.2.1", "5.3", "5.4", "3.4", "1.1")
COMPLETE_FORMS = ("2.1", "2.2", "2.3")

probable_tension_type_headache = Diagnosis(
    code="2.4",
    name="Probable tension-type headache",
    family=Family.PROBABLE,
    role=Role.DECIDE,
    features=all_of(
        A=any_of(
            named("2.4.1: all but one of 2.1", all_but_one(*infrequent_attacks.values())),
            named("2.4.2: all but one of 2.2", all_but_one(*frequent_attacks.values())),
            named("2.4.3: all but one of 2.3", all_but_one(*chronic_attacks.values())),
        ),
        B=not_(any_of(*(verdict(code) for code in (*OTHERS, *COMPLETE_FORMS)))),
    ),
    closing_letter="C",
    closing=not_better_explained(no_definite(*OTHERS, *COMPLETE_FORMS, "1.5")),
    source="ICHD-3 (2018) 2.4, doi:10.1177/0333102417738202",
    note="The exact wording of 2.4.1 to 2.4.3 is recalled, not read.",
)
