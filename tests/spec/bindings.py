"""Of which injury, headache or visit."""

from concordant.criteria import (
    all_of,
    at,
    at_a_visit,
    at_or_below,
    between,
    in_a_headache,
    in_an_injury,
    not_,
    yes,
)
from concordant.facts.examination.flexion_rotation import frt_rotation_deg
from concordant.facts.examination.judgement import crom_reduced, provocation_worsens_headache
from concordant.facts.history.injury import days_injury_to_headache, whiplash_occurred
from concordant.facts.history.pattern import photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Injuries, headaches and visits")
example = CHAPTER.example

example(
    "in an injury: one injury must meet all of it; two halves in two injuries do not",
    in_an_injury(all_of(yes(whiplash_occurred), between(days_injury_to_headache, 0, 7))),
    """
      | injuries | whiplash_occurred | days_injury_to_headache
    1 |          | yes               | 7
    2 |          | yes               | 8
    3 |          | yes               |
    4 |          | yes               | 30
      |          | no                | 3
    5 |          | no                | 3
      |          | yes               | 3
    6 |          | no                | 3
      |          | yes               |
    7 | none     |                   |
    8 |          |                   |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET, 5: MET, 6: UNKNOWN, 7: NOT_MET, 8: UNKNOWN},
)
example(
    "no injury of this kind: refuted by one, open while nobody has asked",
    not_(in_an_injury(yes(whiplash_occurred))),
    """
      | injuries | whiplash_occurred
    1 | none     |
    2 |          | no
    3 |          | yes
    4 |          |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "in a headache",
    in_a_headache(yes(photophobia)),
    """
      | photophobia
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "at a visit: both halves on the same day; a visit at which neither was looked for says nothing",
    at_a_visit(all_of(yes(crom_reduced), yes(provocation_worsens_headache))),
    """
      | date       | crom_reduced | provocation_worsens_headache
    1 | 2024-01-08 | yes          | yes
    2 | 2024-01-08 | yes          |
      | 2024-02-05 |              | yes
    3 | 2024-01-08 | yes          | no
      | 2024-02-05 | no           | yes
    4 | 2024-01-08 | yes          | yes
      | 2024-02-05 | no           | no
    5 | 2024-01-08 | no           |
      | 2024-02-05 |              |
    6 | 2024-01-08 |              |
    7 |            |              |
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN},
)
example(
    "a finding without a visit named is that of the newest visit that has one",
    at_or_below(at(frt_rotation_deg, side="left"), 32),
    """
      | date       | frt_rotation_deg[left]
    1 | 2024-01-08 | 20
      | 2024-02-05 | 40
    2 | 2024-01-08 | 20
      | 2024-02-05 |
    """,
    {1: NOT_MET, 2: MET},
)
