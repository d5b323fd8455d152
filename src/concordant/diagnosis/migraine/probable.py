"""1.5 Probable migraine: all but one of the criteria of 1.1, and no other headache disorder.

ICHD-3 (2018) 1.5. The form of 1.5.2 (with aura) joins with 1.2.
"""

from concordant.criteria import all_but_one, all_of, any_of, not_, verdict
from concordant.diagnosis.closing import no_definite, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.migraine.attacks import migraine_attacks

OTHERS = ("11.2.1", "5.3", "5.4", "3.4", "2.1", "2.2", "2.3")

probable_migraine = Diagnosis(
    code="1.5",
    name="Probable migraine",
    family=Family.PROBABLE,
    role=Role.DECIDE_AND_INFORM,
    features=all_of(
        A=all_but_one(**{f"1.1.{letter}": criterion for letter, criterion in migraine_attacks.items()}),
        B=not_(any_of(*(verdict(code) for code in OTHERS))),
    ),
    closing_letter="C",
    closing=not_better_explained(no_definite("1.1", *OTHERS)),
    source="ICHD-3 (2018) 1.5, doi:10.1177/0333102417738202",
)
