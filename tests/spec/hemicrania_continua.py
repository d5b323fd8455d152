"""3.4 Hemicrania continua (diagnosis 1.12)."""

from concordant.criteria import above, all_of, yes
from concordant.diagnosis.autonomic.hemicrania_continua import hemicrania_continua
from concordant.diagnosis.autonomic.indomethacin import absolute_response
from concordant.facts.history.autonomic import exacerbations_moderate_or_worse
from concordant.facts.history.pattern import headache_age_days
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("3.4 Hemicrania continua")
example = CHAPTER.example

example(
    "3.4 A to D: side-locked, long, with a sign of the same side or restless, and settled by indomethacin",
    hemicrania_continua.features,
    """
      | laterality   | headache_onset_date | exacerbations_moderate_or_worse | cas_nasal          | worse_with_movement | indomethacin_response
    1 | right_always | 2023-01-01          | yes                             | ipsilateral        |                     | absolute
    2 | right_always | 2023-01-01          | yes                             |                    | yes                 | absolute
    3 | bilateral    | 2023-01-01          | yes                             | ipsilateral        |                     | absolute
    4 | right_always | 2023-01-01          | no                              | ipsilateral        |                     | absolute
    5 | right_always | 2023-01-01          | yes                             | other_side_or_both |                     | absolute
    """,  # noqa: E501
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "3.4 D and 3.2 E: an indomethacin trial that was not made, or not at 150 mg a day, refutes nothing",
    absolute_response,
    """
      | indomethacin_response | indomethacin_max_daily_mg
    1 | absolute              |
    2 | absolute              | 75
    3 | partial_or_none       | 149
    4 | partial_or_none       | 150
    5 | partial_or_none       | 225
    6 | partial_or_none       |
    7 | inadequate_dose       | 150
    8 | not_tried             |
    9 |                       | 225
    """,
    {1: MET, 2: MET, 3: UNKNOWN, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN, 9: UNKNOWN},
)
example(
    "3.4 B: more than 90 days",
    all_of(above(headache_age_days, 90), yes(exacerbations_moderate_or_worse)),
    """
      | as_of      | headache_onset_date | exacerbations_moderate_or_worse
    1 | 2024-04-01 | 2024-01-01          | yes
    2 | 2024-03-31 | 2024-01-01          | yes
    3 | 2024-04-01 |                     | yes
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "3.4 E: the examiner has looked at the rivals",
    hemicrania_continua.closing,
    """
      | examiner_confirms_not_better_explained
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
