"""4.7, 4.8, 4.8.1 and 4.10 (diagnosis 1.13)."""

from concordant.criteria import yes
from concordant.diagnosis.other_primary.new_daily_persistent import new_daily_persistent_headache
from concordant.diagnosis.other_primary.nummular import OTHERS, nummular_headache, probable_nummular_headache
from concordant.diagnosis.other_primary.stabbing import primary_stabbing_headache
from concordant.diagnosis.winners import ANY_SECONDARY
from concordant.facts.history.pattern import phonophobia, photophobia, vomiting
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Chapter 4: stabbing, nummular and new daily persistent headache")
example = CHAPTER.example

example(
    "4.7 A to D: stabs of up to 10 seconds, irregular, without a sign of eye, nose or face",
    primary_stabbing_headache.features,
    """
      | pain_qualities | stab_duration_seconds | stabs_irregular | cas_conjunctival_or_tearing | cas_nasal | cas_eyelid_oedema | cas_sweating | cas_miosis_or_ptosis
    1 | stabbing       | 1..10                 | yes             | none                        | none      | none              | none         | none
    2 | stabbing       | 11                    | yes             | none                        | none      | none              | none         | none
    3 | stabbing       | 1..11                 | yes             | none                        | none      | none              | none         | none
    4 | stabbing       | 1..10                 | no              | none                        | none      | none              | none         | none
    5 | stabbing       | 1..10                 | yes             | none                        | none      | none              | none         | ipsilateral
    6 | stabbing       | 1..10                 | yes             | other_side_or_both          | none      | none              | none         | none
    7 | stabbing       | 1..10                 | yes             | none                        | none      | none              | none         |
    8 | dull_aching    |                       |                 |                             |           |                   |              |
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: UNKNOWN, 8: NOT_MET},
)
example(
    "4.7 E: the examiner has looked at the rivals",
    primary_stabbing_headache.closing,
    """
      | examiner_confirms_not_better_explained | preexisting_headache
    1 | yes                                    | no
    2 | no                                     | no
    3 |                                        | no
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
PATCH = """
      | pain_regions                | area_sharply_contoured | area_fixed | area_round_or_oval | area_diameter_cm
    1 | small_scalp_area            | yes                    | yes        | yes                | 1
    2 | small_scalp_area            | yes                    | yes        | yes                | 6
    3 | small_scalp_area            | yes                    | yes        | yes                | 0.9
    4 | small_scalp_area            | yes                    | yes        | yes                | 6.1
    5 | small_scalp_area            | no                     | yes        | yes                | 3
    6 | small_scalp_area            | no                     | no         | yes                | 3
    7 | small_scalp_area, occipital | yes                    | yes        | yes                | 3
    8 | none                        | yes                    | yes        | yes                | 3
    9 | small_scalp_area            | yes                    | yes        | yes                |
"""
example(
    "4.8 B: only in a patch of scalp of 1 to 6 cm, with all four features",
    nummular_headache.features,
    PATCH,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: NOT_MET, 8: NOT_MET, 9: UNKNOWN},
)
example(
    "4.8.1 B: only in a patch of scalp, with exactly three of the four",
    probable_nummular_headache.features,
    PATCH,
    {1: NOT_MET, 2: NOT_MET, 3: MET, 4: MET, 5: MET, 6: NOT_MET, 7: NOT_MET, 8: NOT_MET, 9: UNKNOWN},
)
example(
    "4.8 C: the examiner has looked at the rivals",
    nummular_headache.closing,
    """
      | examiner_confirms_not_better_explained | preexisting_headache
    1 | yes                                    | no
    2 | no                                     | no
    """,
    {1: MET, 2: NOT_MET},
)
example(
    "4.8.1 C: no other diagnosis is definite (each here light sensitivity)",
    probable_nummular_headache.features,
    """
      | pain_regions     | area_sharply_contoured | area_fixed | area_round_or_oval | area_diameter_cm | photophobia
    1 | small_scalp_area | yes                    | yes        | yes                | 8                | no
    2 | small_scalp_area | yes                    | yes        | yes                | 8                | yes
    3 | small_scalp_area | yes                    | yes        | yes                | 8                |
    """,
    {1: MET, 2: NOT_MET, 3: MET},
    dict.fromkeys(OTHERS, yes(photophobia)),
)
example(
    "4.10 A to C: a remembered onset, continuous within 24 hours, for more than 90 days",
    new_daily_persistent_headache.features,
    """
      | as_of      | headache_onset_date | headache_continuous | onset_clearly_remembered | onset_to_continuous_hours
    1 | 2024-04-01 | 2024-01-01          | yes                 | yes                      | 24
    2 | 2024-03-31 | 2024-01-01          | yes                 | yes                      | 24
    3 | 2024-04-01 | 2024-01-01          | yes                 | yes                      | 25
    4 | 2024-04-01 | 2024-01-01          | yes                 | yes                      | 0
    5 | 2024-04-01 | 2024-01-01          | yes                 | yes                      | never
    6 | 2024-04-01 | 2024-01-01          | yes                 | no                       | 24
    7 | 2024-04-01 | 2024-01-01          | no                  | yes                      | 24
    8 | 2024-04-01 | 2024-01-01          | yes                 | yes                      |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: MET, 5: NOT_MET, 6: NOT_MET, 7: NOT_MET, 8: UNKNOWN},
)
example(
    "4.10 D: chapter 5 and 3.4 come first (here 5.2 is light sensitivity, 3.4 sound sensitivity)",
    new_daily_persistent_headache.closing,
    """
      | examiner_confirms_not_better_explained | photophobia | phonophobia | preexisting_headache
    1 | yes                                    | no          | no          | no
    2 | yes                                    | yes         | no          | no
    3 | yes                                    | yes         | no          | yes
    4 | yes                                    | no          | yes         | no
    5 | yes                                    |             |             | no
    6 |                                        | no          | no          | no
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: MET, 6: UNKNOWN},
    dict.fromkeys((*ANY_SECONDARY, "11.2.1 features"), yes(vomiting))
    | {"5.2": yes(photophobia), "3.4": yes(phonophobia)},
)
