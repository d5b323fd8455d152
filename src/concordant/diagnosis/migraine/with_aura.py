"""1.2 Migraine with aura, and 1.2.1 with typical aura."""

from concordant.criteria import all_of, only, yes
from concordant.diagnosis.closing import not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, Subform
from concordant.diagnosis.migraine.attacks import aura_attacks
from concordant.facts.history.aura import aura_fully_reversible, aura_symptom_types

migraine_with_aura = Diagnosis(
    code="1.2",
    name="Migraine with aura",
    family=Family.PRIMARY,
    role=Role.DECIDE_AND_INFORM,
    features=all_of(**aura_attacks),
    closing_letter="D",
    closing=not_better_explained(not_a_new_secondary_headache()),
    source="ICHD-3 (2018) 1.2, doi:10.1177/0333102417738202",
    note="Motor, brainstem or retinal symptoms are not typical aura (1.2.1): refer to a physician.",
    subforms=(
        Subform(
            code="1.2.1",
            name="Migraine with typical aura",
            criterion=all_of(
                only(aura_symptom_types, "visual", "sensory", "speech_language"), yes(aura_fully_reversible)
            ),
            source="ICHD-3 (2018) 1.2.1, doi:10.1177/0333102417738202",
        ),
    ),
)
