"""1.5 (diagnosis 1.7), and when another disorder is met (1.5 B, 2.4 B)."""

from concordant.criteria import all_of, yes
from concordant.diagnosis import DIAGNOSES
from concordant.diagnosis.migraine.probable import with_aura, without_aura
from concordant.diagnosis.migraine.without_aura import migraine_without_aura
from concordant.diagnosis.other_disorder import no_other_disorder
from concordant.facts.safety.history import pattern_change, progressive_worsening
from tests.spec.migraine import ADULT
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("1.5 Probable migraine")
example = CHAPTER.example
probable_migraine = next(one for one in DIAGNOSES if one.code == "1.5")

example(
    "1.5 A, 1.5.1: all but one of 1.1",
    without_aura,
    ADULT,
    {1: NOT_MET, 2: MET, 3: UNKNOWN, 4: MET},
)
example(
    "1.5 A, 1.5.2: all but one of 1.2, of somebody who had an aura",
    with_aura,
    """
      | aura_attack_count | aura_symptom_types | aura_fully_reversible | aura_spread_minutes | aura_symptom_minutes | aura_unilateral | aura_symptoms_in_succession | aura_positive | aura_to_headache_minutes
    1 | 1                 | visual             | yes                   | 5                   | 20                   | yes             |                             |               |
    2 | 2                 | visual             | no                    | 5                   | 20                   | yes             |                             |               |
    3 | 2                 | visual             | yes                   | 0                   | 2                    | no              | no                          | yes           | 0
    4 | 2                 | visual             | yes                   | 5                   | 20                   | yes             |                             |               |
    5 | 1                 | visual             | no                    | 5                   | 20                   | yes             |                             |               |
    6 | 0                 |                    |                       |                     |                      |                 |                             |               |
    7 | 1                 | visual             | yes                   |                     | 20                   |                 |                             |               |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: UNKNOWN},
)
example(
    "1.5 B: not met where another is definite, open where only its closing criterion is open, else met",
    no_other_disorder([migraine_without_aura]),
    """
      | pattern_change | progressive_worsening
    1 | yes            | yes
    2 | yes            |
    3 | yes            | no
    4 | no             | yes
    5 |                | yes
    6 |                |
    """,
    {1: NOT_MET, 2: UNKNOWN, 3: MET, 4: MET, 5: MET, 6: MET},
    {
        "1.1 features": yes(pattern_change),
        "1.1": all_of(yes(pattern_change), yes(progressive_worsening)),
    },
)
example(
    "1.5 C: the examiner has seen the rivals",
    probable_migraine.closing,
    """
      | examiner_confirms_not_better_explained
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
