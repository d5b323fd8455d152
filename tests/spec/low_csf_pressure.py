"""7.2 Low cerebrospinal fluid pressure, with 7.2.1 to 7.2.3 (diagnosis 1.16)."""

from concordant.diagnosis.pressure.low_csf_pressure import low_csf_pressure_headache
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("7.2 Low cerebrospinal fluid pressure")
example = CHAPTER.example
after_puncture, fistula, spontaneous = low_csf_pressure_headache.subforms

example(
    "7.2 A to C: below 60 mm or a leak on imaging, and related in time; the orthostatic pattern is no criterion",
    low_csf_pressure_headache.features,
    """
      | csf_opening_pressure_mm | csf_leak_on_imaging | csf_temporal_relation | orthostatic_pattern
    1 | 59                      | no                  | yes                   | none
    2 | 60                      | no                  | yes                   | worse_upright_better_lying
    3 | 60                      | yes                 | yes                   |
    4 |                         | yes                 | yes                   |
    5 | 60                      |                     | yes                   |
    6 | 59                      | no                  | no                    |
    7 | 59                      | no                  |                       |
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: MET, 5: UNKNOWN, 6: NOT_MET, 7: UNKNOWN},
)
example(
    "7.2 D: the examiner has looked at the rivals",
    low_csf_pressure_headache.closing,
    """
      | examiner_confirms_not_better_explained
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "7.2.1: the headache began within 5 days of the puncture",
    after_puncture.criterion,
    """
      | dural_puncture_last_30d | dural_puncture_date | headache_onset_date | headache_onset_precision
    1 | yes                     | 2024-01-01          | 2024-01-01          | day
    2 | yes                     | 2024-01-01          | 2024-01-06          | day
    3 | yes                     | 2024-01-01          | 2024-01-07          | day
    4 | yes                     | 2024-01-02          | 2024-01-01          | day
    5 | yes                     |                     | 2024-01-06          | day
    6 | yes                     | 2024-01-01          | 2024-01-04          | week
    7 | no                      |                     | 2024-01-01          | day
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN, 7: NOT_MET},
)
CAUSE = """
      | csf_leak_cause_present | dural_puncture_last_30d
    1 | no                     | no
    2 | yes                    | no
    3 | no                     | yes
    4 | no                     |
"""
example(
    "7.2.2: a procedure or injury that can cause a leak",
    fistula.criterion,
    CAUSE,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: NOT_MET},
)
example(
    "7.2.3: spontaneous, with no such cause and no puncture",
    spontaneous.criterion,
    CAUSE,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
