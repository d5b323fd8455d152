"""Signs of the spinal cord and of nerve roots (diagnosis 4.8).

Cluster of five: Cook 2010, doi:10.1179/106698110X12804993427045, 249 people; 3 or more of 5: positive likelihood ratio
30.9 (5.5 to 181.8), 0 or 1 of 5: negative likelihood ratio 0.18 (0.12 to 0.42). The actions are product rules.
"""

from concordant.criteria import above, all_of, any_of, at_least, not_, surely, yes
from concordant.facts.history.person import age_years
from concordant.facts.safety.history import bladder_bowel_change, hand_clumsiness
from concordant.facts.safety.signs import (
    babinski,
    gait_deviation,
    hoffmann,
    hyperreflexia_or_clonus,
    inverted_supinator,
    lhermitte,
    multi_level_root_signs,
    neuro_deficit_new,
    worsening_neuro_function,
)
from concordant.facts.safety.trauma import limb_paraesthesia
from concordant.safety.flag import flag

CLUSTER_AGE = 45
CLUSTER = (
    yes(gait_deviation),
    yes(hoffmann),
    yes(inverted_supinator),
    yes(babinski),
    above(age_years, CLUSTER_AGE),
)
_COOK = "Cook 2010, doi:10.1179/106698110X12804993427045; action: product rule"

myelopathy_3of5 = flag(
    "myelopathy_3of5", "Three or more of five signs of the spinal cord", _COOK, same_day=at_least(3, *CLUSTER)
)

myelopathy_2of5 = flag(
    "myelopathy_2of5",
    "Two of five signs of the spinal cord",
    _COOK,
    # While a third sign is not yet looked for, two are two.
    urgent=all_of(at_least(2, *CLUSTER), not_(surely(at_least(3, *CLUSTER)))),
)

cord_symptoms = flag(
    "cord",
    "Clumsy hands, brisk reflexes, electric shocks, bladder or bowel change",
    "product rule, diagnosis 4.8",
    emergency=all_of(
        yes(bladder_bowel_change),
        any_of(
            yes(limb_paraesthesia),
            yes(neuro_deficit_new),
            yes(hand_clumsiness),
            yes(hyperreflexia_or_clonus),
            yes(gait_deviation),
        ),
    ),
    urgent=any_of(yes(hand_clumsiness), yes(hyperreflexia_or_clonus), yes(lhermitte), yes(bladder_bowel_change)),
)

progressive_neurology = flag(
    "progressive_neuro",
    "Neurological function getting worse, or several nerve roots",
    "product rule, diagnosis 4.8",
    same_day=yes(worsening_neuro_function),
    urgent=yes(multi_level_root_signs),
)

CORD = (myelopathy_3of5, myelopathy_2of5, cord_symptoms, progressive_neurology)
