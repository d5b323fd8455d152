"""6.4.1 Giant cell arteritis (diagnosis 1.15)."""

from concordant.diagnosis.vascular.giant_cell_arteritis import giant_cell_arteritis_headache
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("6.4.1 Giant cell arteritis")
example = CHAPTER.example

example(
    "6.4.1 A to C: diagnosed, and two of three",
    giant_cell_arteritis_headache.features,
    """
       | gca_diagnosed | gca_temporal_relation | gca_parallel_worsening | steroid_response_days | scalp_tenderness | jaw_claudication
     1 | yes           | yes                   | yes                    |                       | no               | no
     2 | yes           | yes                   | no                     | 3                     | no               | no
     3 | yes           | yes                   | no                     | 4                     | no               | no
     4 | yes           | yes                   | no                     | never                 | no               | no
     5 | yes           | no                    | no                     | 3                     | yes              | no
     6 | yes           | no                    | no                     | 3                     | no               | yes
     7 | yes           | no                    | no                     | 2.5                   | no               | no
     8 | yes           | yes                   | no                     |                       | no               | no
     9 | no            | yes                   | yes                    |                       | yes              | yes
    10 |               | yes                   | yes                    |                       |                  |
    """,  # noqa: E501
    {
        1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: MET, 6: MET, 7: NOT_MET, 8: UNKNOWN, 9: NOT_MET, 10: UNKNOWN,
    },
)  # fmt: skip
example(
    "6.4.1 D: the examiner has looked at the rivals",
    giant_cell_arteritis_headache.closing,
    """
      | examiner_confirms_not_better_explained
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
