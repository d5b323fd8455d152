"""1.5 Probable migraine: all but one of the criteria of 1.1 (1.5.1) or of 1.2 (1.5.2), and no other disorder.

ICHD-3 (2018) 1.5; read. It comes before 2.4 (G6) and gives way to any definite diagnosis (G5).
"""

from concordant.criteria import Criterion, all_but_one, all_of, any_of, at_or_above, named, not_empty
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, Subform
from concordant.diagnosis.migraine.attacks import aura_attacks, migraine_attacks
from concordant.facts.history.aura import aura_attack_count, aura_symptom_types

SOURCE = "ICHD-3 (2018) 1.5, doi:10.1177/0333102417738202"

without_aura = named(
    "1.5.1: all but one of 1.1",
    all_but_one(**{f"1.1.{letter}": criterion for letter, criterion in migraine_attacks.items()}),
)
with_aura = named(
    "1.5.2: all but one of 1.2",
    all_of(
        # Two of the three criteria describe an aura: of somebody who never had one neither can be met.
        at_or_above(aura_attack_count, 1),
        not_empty(aura_symptom_types),
        all_but_one(**{f"1.2.{letter}": criterion for letter, criterion in aura_attacks.items()}),
    ),
)


def probable_migraine(no_other_disorder: Criterion) -> Diagnosis:
    """1.5, with what says that no other disorder is met (B)."""
    return Diagnosis(
        code="1.5",
        name="Probable migraine",
        family=Family.PROBABLE,
        role=Role.DECIDE_AND_INFORM,
        features=all_of(A=any_of(without_aura, with_aura), B=no_other_disorder),
        closing_letter="C",
        closing=not_better_explained(),
        source=SOURCE,
        subforms=(
            Subform("1.5.1", "Probable migraine without aura", without_aura, SOURCE),
            Subform("1.5.2", "Probable migraine with aura", with_aura, SOURCE),
        ),
    )
