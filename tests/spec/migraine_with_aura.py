"""1.2 and 1.2.1 (diagnosis 1.5)."""

from concordant.criteria import any_of
from concordant.diagnosis.migraine.attacks import aura_attacks
from concordant.diagnosis.migraine.with_aura import migraine_with_aura
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("1.2 Migraine with aura")
example = CHAPTER.example

example(
    "1.2 A: two attacks with aura",
    aura_attacks["A"],
    """
      | aura_attack_count
    1 | 2
    2 | 1
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "1.2 B: an aura symptom that goes away fully",
    aura_attacks["B"],
    """
      | aura_symptom_types | aura_fully_reversible
    1 | retinal            | yes
    2 | visual             | no
    3 | none               | yes
    4 | visual             |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "1.2 C: three of six characteristics (the beta text asked for two of four)",
    aura_attacks["C"],
    """
      | aura_spread_minutes | aura_symptoms_in_succession | aura_symptom_minutes | aura_unilateral | aura_positive | aura_to_headache_minutes | aura_symptom_types
    1 | 0                   | no                          | 20                   | yes             | yes           | 90 | visual
    2 | 0                   | no                          | 20                   | yes             | no            | 90 | visual
    3 | 5                   | no                          | 5..60                | no              | no            | 60 | visual
    4 | 4.9                 | no                          | 5..60                | no              | no            | 60 | visual
    5 | 5                   | no                          | 61                   | no              | no            | 60 | visual
    6 | 5                   | no                          | 4                    | no              | no            | 60 | visual
    7 | 5                   | no                          | 5..60                | no              | no            | 61 | visual
    8 | 5                   | no                          | 5..60                | no              | no            | never | visual
    9 |                     | no                          | 20                   | yes             | no            | 90 | visual
    10 | 5                  | yes                         | 5..60                |                 |               | | visual
    """,  # noqa: E501
    {
        1: MET,
        2: NOT_MET,
        3: MET,
        4: NOT_MET,
        5: NOT_MET,
        6: NOT_MET,
        7: NOT_MET,
        8: NOT_MET,
        9: UNKNOWN,
        10: MET,
    },
)
example(
    "1.2 C3: a motor symptom may last up to 72 hours",
    aura_attacks["C"].parts[2].criterion,
    """
      | aura_symptom_types | aura_symptom_minutes
    1 | motor              | 5..4320
    2 | motor              | 5..4321
    3 | visual             | 61..4320
    4 | visual             | 5..61
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "1.2.1 nothing but visual, sensory or speech symptoms, beside 1.2",
    any_of(migraine_with_aura.subforms[0].criterion),
    """
      | aura_symptom_types      | aura_fully_reversible
    1 | visual, speech_language | yes
    2 | visual, motor           | yes
    3 | brainstem               | yes
    4 | sensory                 | no
    5 |                         | yes
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
