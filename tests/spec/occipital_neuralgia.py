"""13.4 Occipital neuralgia (diagnosis 1.21)."""

from concordant.diagnosis.neuralgia.occipital import occipital_neuralgia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("13.4 Occipital neuralgia")
example = CHAPTER.example

example(
    "13.4 A to D: in the territory of the nerve, two of three, allodynia with a tender nerve, and eased by a block",
    occipital_neuralgia.features,
    """
       | pain_in_occipital_nerve_territory | occipital_attack_seconds | pain_severity | pain_qualities | scalp_dysaesthesia_or_allodynia | occipital_nerve_tender | gon_or_c2_trigger_point | occipital_block_eases
     1 | yes                               | 5..120                   | severe        | dull_aching    | yes                             | yes                    |                         | yes
     2 | yes                               | 5..120                   | mild          | shooting       | yes                             |                        | yes                     | yes
     3 | yes                               | 7200                     | very_severe   | stabbing       | yes                             | yes                    | no                      | yes
     4 | yes                               | 7200                     | mild          | sharp          | yes                             | yes                    | no                      | yes
     5 | yes                               | 5..120                   | severe        | shooting       | no                              | yes                    | yes                     | yes
     6 | yes                               | 5..120                   | severe        | shooting       | yes                             | no                     | no                      | yes
     7 | yes                               | 5..120                   | severe        | shooting       | yes                             | yes                    |                         | no
     8 | yes                               | 5..120                   | severe        | shooting       | yes                             | yes                    |                         |
     9 | no                                | 5..120                   | severe        | shooting       | yes                             | yes                    |                         | yes
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: NOT_MET, 8: UNKNOWN, 9: NOT_MET},
)
example(
    "13.4 B1: seconds to minutes are read as less than an hour",
    occipital_neuralgia.features,
    """
      | pain_in_occipital_nerve_territory | occipital_attack_seconds | pain_severity | pain_qualities | scalp_dysaesthesia_or_allodynia | occipital_nerve_tender | occipital_block_eases
    1 | yes                               | 1..3599                  | mild          | shooting       | yes                             | yes                    | yes
    2 | yes                               | 3600                     | mild          | shooting       | yes                             | yes                    | yes
    3 | yes                               | 60..3600                 | mild          | shooting       | yes                             | yes                    | yes
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "13.4 C: both at one visit, and not taken back once the block has eased the nerve",
    occipital_neuralgia.features,
    """
      | date       | pain_in_occipital_nerve_territory | pain_severity | pain_qualities | scalp_dysaesthesia_or_allodynia | occipital_nerve_tender | occipital_block_eases
    1 | 2024-01-08 | yes                               | severe        | shooting       | yes                             | yes                    |
      | 2024-02-05 |                                   |               |                | no                              | no                     | yes
    """,  # noqa: E501
    {1: MET},
)
example(
    "13.4 E: the examiner has looked at the rivals",
    occipital_neuralgia.closing,
    """
      | examiner_confirms_not_better_explained
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
