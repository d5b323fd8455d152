"""3.2 Paroxysmal hemicrania (diagnosis 1.11)."""

from concordant.criteria import yes
from concordant.diagnosis.autonomic.paroxysmal_hemicrania import paroxysmal_hemicrania
from concordant.diagnosis.winners import AUTONOMIC_CAUSES as CAUSES
from concordant.facts.history.pattern import photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("3.2 Paroxysmal hemicrania")
example = CHAPTER.example

example(
    "3.2 A to E: 20 attacks, 2 to 30 minutes, more than 5 a day, settled by indomethacin",
    paroxysmal_hemicrania.features,
    """
       | attack_count_lifetime | pain_severity | laterality   | pain_regions | attack_duration_minutes | cas_nasal   | attacks_per_day | indomethacin_response | indomethacin_max_daily_mg
     1 | 20                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 6               | absolute              |
     2 | 19                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 6               | absolute              |
     3 | 20                    | moderate      | right_always | orbital      | 2..30                   | ipsilateral | 6               | absolute              |
     4 | 20                    | severe        | right_always | orbital      | 1.9                     | ipsilateral | 6               | absolute              |
     5 | 20                    | severe        | right_always | orbital      | 31                      | ipsilateral | 6               | absolute              |
     6 | 20                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 5               | absolute              |
     7 | 20                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 5.1             | absolute              |
     8 | 20                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 6               | partial_or_none       | 149
     9 | 20                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 6               | partial_or_none       | 150
    10 | 20                    | severe        | right_always | orbital      | 2..30                   | ipsilateral | 6               | not_tried             |
    11 | 20                    | severe        | right_always | orbital      | 2..30                   |             | 6               | absolute              |
    """,  # noqa: E501
    {
        1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET,
        7: MET, 8: UNKNOWN, 9: NOT_MET, 10: UNKNOWN, 11: UNKNOWN,
    },
)  # fmt: skip
example(
    "3.2.1: two bouts, with the remission that the clinic has set (90 days)",
    paroxysmal_hemicrania.subforms[0].criterion,
    """
      | bout_count | bout_length_days | remission_between_bouts_days
    1 | 2          | 7..365           | 90
    2 | 2          | 7..365           | 89
    3 | 1          | 7..365           | 90
    4 | 2          | 5                | 90
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET},
)
example(
    "3.2 F: a new headache is coded by its cause (each here light sensitivity)",
    paroxysmal_hemicrania.closing,
    """
      | examiner_confirms_not_better_explained | photophobia | preexisting_headache
    1 | yes                                    |             | no
    2 | yes                                    | yes         | no
    3 | yes                                    | yes         | yes
    4 |                                        | no          | no
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN},
    dict.fromkeys(CAUSES, yes(photophobia)),
)
