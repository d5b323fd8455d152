"""3.1 Cluster headache and 3.5.1 Probable cluster headache (diagnosis 1.10)."""

from concordant.criteria import yes
from concordant.diagnosis.autonomic.cluster import cluster_attacks, cluster_headache
from concordant.diagnosis.autonomic.probable_cluster import OTHERS, probable_cluster_headache
from concordant.diagnosis.autonomic.trigeminal import ipsilateral_sign
from concordant.diagnosis.winners import AUTONOMIC_CAUSES as CAUSES
from concordant.facts.history.pattern import phonophobia, photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("3.1 Cluster headache and 3.5.1 Probable cluster headache")
example = CHAPTER.example
episodic, chronic = cluster_headache.subforms

example(
    "3.1 A to D: severe, one-sided about the eye, with tears on that side or restless",
    cluster_headache.features,
    """
      | attack_count_lifetime | pain_severity | laterality            | pain_regions | attack_duration_minutes | cas_conjunctival_or_tearing | cas_nasal | cas_eyelid_oedema | cas_sweating | cas_miosis_or_ptosis | restlessness | attacks_per_day
    1 | 5                     | severe        | left_always           | orbital      | 15..180                 | ipsilateral                 |           |                   |              |                      |              | 2
    2 | 4                     | severe        | left_always           | orbital      | 15..180                 | ipsilateral                 |           |                   |              |                      |              | 2
    3 | 5                     | very_severe   | one_sided_alternating | temporal     | 60                      | none                        | none      | none              | none         | none                 | yes          | 2
    4 | 5                     | severe        | left_always           | orbital      | 60                      | none                        | none      | none              | none         | none                 | no           | 2
    5 | 5                     | moderate      | left_always           | orbital      | 60                      | ipsilateral                 |           |                   |              |                      |              | 2
    6 | 5                     | severe        | bilateral             | orbital      | 60                      | ipsilateral                 |           |                   |              |                      |              | 2
    7 | 5                     | severe        | left_always           | occipital    | 60                      | ipsilateral                 |           |                   |              |                      |              | 2
    8 | 5                     | severe        | left_always           | orbital      | 60                      |                             | none      | none              | none         | none                 | no           | 2
    9 | 5                     | severe        | left_always           | orbital      | 60                      | ipsilateral                 |           |                   |              |                      |              |
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: NOT_MET, 8: UNKNOWN, 9: UNKNOWN},
)
example(
    "3.1 B: 15 and 180 minutes untreated",
    cluster_attacks["B"],
    """
      | pain_severity | laterality   | pain_regions | attack_duration_minutes
    1 | severe        | right_always | supraorbital | 14
    2 | severe        | right_always | supraorbital | 15
    3 | severe        | right_always | supraorbital | 180
    4 | severe        | right_always | supraorbital | 181
    5 | severe        | right_always | supraorbital | 10..60
    """,
    {1: NOT_MET, 2: MET, 3: MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "3.1 C1: one sign on the side of the pain is enough, whichever; on the other side it does not count",
    ipsilateral_sign,
    """
      | cas_conjunctival_or_tearing | cas_nasal          | cas_eyelid_oedema | cas_sweating | cas_miosis_or_ptosis
    1 | ipsilateral                 |                    |                   |              |
    2 |                             | ipsilateral        |                   |              |
    3 |                             |                    | ipsilateral       |              |
    4 |                             |                    |                   | ipsilateral  |
    5 |                             |                    |                   |              | ipsilateral
    6 | none                        | other_side_or_both | none              | none         | none
    7 | none                        | none               | none              | none         |
    """,
    {1: MET, 2: MET, 3: MET, 4: MET, 5: MET, 6: NOT_MET, 7: UNKNOWN},
)
example(
    "3.1 D: from one attack every other day to 8 a day",
    cluster_attacks["D"],
    """
      | attacks_per_day
    1 | 0.49
    2 | 0.5
    3 | 8
    4 | 8.1
    5 |
    """,
    {1: NOT_MET, 2: MET, 3: MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "3.1 E: 3.2 comes first; a new headache is coded by its cause (here 6.5.1.1 is light sensitivity)",
    cluster_headache.closing,
    """
      | examiner_confirms_not_better_explained | photophobia | preexisting_headache
    1 | yes                                    | no          | no
    2 | yes                                    | yes         | no
    3 | yes                                    | yes         | yes
    4 | yes                                    | yes         |
    5 | yes                                    |             | no
    6 | no                                     | no          | no
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN, 5: MET, 6: NOT_MET},
    {code: yes(photophobia if code == "6.5.1.1" else phonophobia) for code in ("3.2", "3.4", *CAUSES)},
)
example(
    "3.1.1: two bouts of 7 days to a year, 90 free days between them",
    episodic.criterion,
    """
      | bout_count | bout_length_days | remission_between_bouts_days
    1 | 2          | 7..365           | 90..200
    2 | 1          | 7..365           | 90..200
    3 | 2          | 6                | 90..200
    4 | 2          | 366              | 90..200
    5 | 2          | 7..365           | 89
    6 | 2          | 7..365           | 80..120
    7 | 2          |                  | 90..200
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN},
)
example(
    "3.1.2: for a year no 90 free days in a row",
    chronic.criterion,
    """
      | as_of      | headache_onset_date | remission_longest_12mo_days
    1 | 2024-12-31 | 2024-01-01          | 89
    2 | 2024-12-30 | 2024-01-01          | 89
    3 | 2024-12-31 | 2024-01-01          | 90
    4 | 2024-12-31 | 2024-01-01          |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
ONE_AWAY = """
      | attack_count_lifetime | pain_severity | laterality  | pain_regions | attack_duration_minutes | cas_nasal   | attacks_per_day
    1 | 5                     | severe        | left_always | orbital      | 200                     | ipsilateral | 2
    2 | 4                     | severe        | left_always | orbital      | 60                      | ipsilateral | 2
    3 | 5                     | severe        | left_always | orbital      | 60                      | ipsilateral | 9
    4 | 5                     | severe        | left_always | orbital      | 60                      | ipsilateral | 2
    5 | 4                     | severe        | left_always | orbital      | 200                     | ipsilateral | 2
    6 | 5                     | severe        | left_always | orbital      | 200                     | ipsilateral |
"""  # noqa: E501
example(
    "3.5.1 A: all but one of A to D of 3.1",
    probable_cluster_headache.features,
    ONE_AWAY,
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN},
)
example(
    "3.5.1 B: no other diagnosis is definite (each here light sensitivity); an open one does not hold it back",
    probable_cluster_headache.features,
    """
      | attack_count_lifetime | pain_severity | laterality  | pain_regions | attack_duration_minutes | cas_nasal   | attacks_per_day | photophobia
    1 | 4                     | severe        | left_always | orbital      | 60                      | ipsilateral | 2               | no
    2 | 4                     | severe        | left_always | orbital      | 60                      | ipsilateral | 2               |
    3 | 4                     | severe        | left_always | orbital      | 60                      | ipsilateral | 2               | yes
    """,  # noqa: E501
    {1: MET, 2: MET, 3: NOT_MET},
    dict.fromkeys(OTHERS, yes(photophobia)),
)
