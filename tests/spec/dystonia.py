"""11.2.3 Craniocervical dystonia (diagnosis 1.18)."""

from concordant.criteria import yes
from concordant.diagnosis.neck.dystonia import craniocervical_dystonia_headache
from concordant.facts.history.pattern import photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("11.2.3 Craniocervical dystonia")
example = CHAPTER.example

example(
    "11.2.3 A to C: pain of neck or back of the head, signs of dystonia, and two of four",
    craniocervical_dystonia_headache.features,
    """
       | pain_regions | dystonia_signs | dystonia_temporal_relation | pain_worsened_with_dystonia | pain_improved_with_dystonia | pain_matches_dystonic_muscle
     1 | neck         | yes            | yes                        | yes                         |                             |
     2 | suboccipital | yes            | yes                        |                             | yes                         |
     3 | occipital    | yes            | yes                        |                             |                             | yes
     4 | neck         | yes            |                            | yes                         | yes                         |
     5 | neck         | yes            | yes                        | no                          | no                          | no
     6 | neck         | yes            | yes                        | no                          | no                          |
     7 | frontal      | yes            | yes                        | yes                         | yes                         | yes
     8 | neck         | no             | yes                        | yes                         | yes                         | yes
     9 | neck         |                | yes                        | yes                         |                             |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: NOT_MET, 8: NOT_MET, 9: UNKNOWN},
)
example(
    "11.2.3 B and C: signs that have gone, and the pain with them, are not taken back",
    craniocervical_dystonia_headache.features,
    """
      | date       | pain_regions | dystonia_signs | dystonia_temporal_relation | pain_improved_with_dystonia
    1 | 2024-01-08 | neck         | yes            | yes                        |
      | 2024-03-04 |              | no             |                            | yes
    """,
    {1: MET},
)
example(
    "11.2.3 D: after an injury chapter 5 comes first (each here light sensitivity)",
    craniocervical_dystonia_headache.closing,
    """
      | examiner_confirms_not_better_explained | photophobia
    1 | yes                                    | no
    2 | yes                                    | yes
    3 | yes                                    |
    4 | no                                     | no
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET},
    dict.fromkeys(("5.1", "5.2", "5.3", "5.4"), yes(photophobia)),
)
