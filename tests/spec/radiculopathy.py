"""A11.2.4 Upper cervical radiculopathy (diagnosis 1.19)."""

from concordant.criteria import yes
from concordant.diagnosis.neck.radiculopathy import upper_cervical_radiculopathy_headache
from concordant.facts.history.pattern import photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("A11.2.4 Upper cervical radiculopathy")
example = CHAPTER.example

example(
    "A11.2.4 A to C: shown, two of three relations, and on its side",
    upper_cervical_radiculopathy_headache.features,
    """
       | radiculopathy_c2_c3_evidence | radiculopathy_temporal_relation | radiculopathy_parallel_change | root_block_abolishes | laterality   | radiculopathy_side
     1 | clinical                     | yes                             | yes                           |                      | left_always  | left
     2 | radiological                 | yes                             |                               | yes                  | right_always | right
     3 | electrodiagnostic            | no                              | yes                           | yes                  | right_always | right
     4 | clinical                     | yes                             | no                            | no                   | left_always  | left
     5 | clinical                     | yes                             | no                            |                      | left_always  | left
     6 | clinical                     | yes                             | yes                           |                      | left_always  | right
     7 | clinical                     | yes                             | yes                           |                      | bilateral    | left
     8 | clinical                     | yes                             | yes                           |                      | left_always  | bilateral
     9 | clinical                     | yes                             | yes                           |                      | left_always  |
    10 | none                         | yes                             | yes                           | yes                  | left_always  | left
    11 |                              | yes                             | yes                           | yes                  | left_always  | left
    """,  # noqa: E501
    {
        1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: UNKNOWN, 6: NOT_MET,
        7: NOT_MET, 8: MET, 9: UNKNOWN, 10: NOT_MET, 11: UNKNOWN,
    },
)  # fmt: skip
example(
    "A11.2.4 D: after an injury chapter 5 comes first (each here light sensitivity)",
    upper_cervical_radiculopathy_headache.closing,
    """
      | examiner_confirms_not_better_explained | photophobia
    1 | yes                                    | no
    2 | yes                                    | yes
    3 |                                        | no
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
    dict.fromkeys(("5.1", "5.2", "5.3", "5.4"), yes(photophobia)),
)
