"""What a day of the diary with a headache looks like (diagnosis 3.2, steps 2 and 6; 1.6 C; conflicts C13, C16, C17).

Every rule is asked of one row, whatever its hours: the half hour of the outcome measures is no part of a diagnosis.
"""

from concordant.attacks import aura, migraine, tension_type
from concordant.attacks.signs import ON_THE_DAY
from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_least,
    at_or_below,
    decide,
    no,
    not_,
    one_of,
    only,
    surely,
    yes,
)
from concordant.facts.diary.day import (
    acute_medication,
    aura_today,
    believed_migraine_at_onset,
    headache_side_today,
    relieved_by_triptan_or_ergot,
    started_in_neck_today,
    worse_with_neck_movement_today,
)
from concordant.facts.examination.signs import cas_miosis_or_ptosis
from concordant.facts.history.aura import aura_attack_count
from concordant.facts.history.autonomic import (
    cas_conjunctival_or_tearing,
    cas_eyelid_oedema,
    cas_nasal,
    cas_sweating,
)
from concordant.facts.history.pattern import laterality

migraine_character: Criterion = migraine.character(ON_THE_DAY)
migraine_accompaniment: Criterion = migraine.accompaniment(ON_THE_DAY)

migraine_like: Criterion = all_of(C=migraine_character, D=migraine_accompaniment)
"""1.1 C and D on the day."""

tension_type_like: Criterion = all_of(
    C=tension_type.character(ON_THE_DAY), D=tension_type.at_most_one_mild_sign(ON_THE_DAY)
)
"""2.3 C and D on the day; the D of 2.1 and 2.2 is narrower, and a day that meets it meets this one."""

episodic_tension_type_like: Criterion = all_of(
    C=tension_type.character(ON_THE_DAY), D=tension_type.neither_sick_nor_both_sensitive(ON_THE_DAY)
)
"""2.1 and 2.2 C and D on the day."""

cervicogenic_like: Criterion = all_of(
    any_of(
        all_of(one_of(laterality, "left_always"), one_of(headache_side_today, "left")),
        all_of(one_of(laterality, "right_always"), one_of(headache_side_today, "right")),
    ),
    any_of(yes(started_in_neck_today), yes(worse_with_neck_movement_today)),
    not_(migraine_accompaniment),
)
"""On the one side on which this headache is locked, from or with the neck, and without 1.1 D. Product rule."""

autonomic: Criterion = at_least(
    1,
    *(
        one_of(sign, "ipsilateral")
        for sign in (cas_conjunctival_or_tearing, cas_nasal, cas_eyelid_oedema, cas_sweating, cas_miosis_or_ptosis)
    ),
)
"""An autonomic sign on the side of the pain. The diary does not ask for it; the interview and examination do."""

# A clear answer of the day stands. Where the day was not asked, one can still be told that there was none: somebody
# who never had an aura had none, and a triptan that was not taken relieved nothing. A combination may hold ergotamine.
_aura = decide(
    met_if=yes(aura_today),
    not_met_if=all_of(not_(surely(yes(aura_today))), any_of(no(aura_today), at_or_below(aura_attack_count, 0))),
)
_relieved = decide(
    met_if=yes(relieved_by_triptan_or_ergot),
    not_met_if=all_of(
        not_(surely(yes(relieved_by_triptan_or_ergot))),
        any_of(
            no(relieved_by_triptan_or_ergot),
            only(acute_medication, "paracetamol", "nsaid", "asa", "other_non_opioid", "opioid"),
        ),
    ),
)

counts_as_migraine: Criterion = any_of(
    C1=migraine_like,
    C2=all_of(_aura, aura.symptoms, aura.character),
    C3=all_of(yes(believed_migraine_at_onset), _relieved),
)
"""1.3 C1, C2 or C3. Of C2 the diary knows that there was an aura; what it is like is told in the interview."""
