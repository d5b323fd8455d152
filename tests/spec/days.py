"""What a day of the diary looks like (diagnosis 3.2, steps 2 and 6; 1.6 C). The row is that of the day itself."""

from concordant.criteria import empty, meets
from concordant.facts.diary.day import day_headache_types
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Kinds of headache on a day")
example = CHAPTER.example

example(
    "Like migraine: 1.1 C and D on the day; from 4 of 10 moderate",
    meets(day_headache_types, "migraine_like"),
    """
      | headache_today | headache_side_today | intensity_nrs | pulsating_today | worse_with_routine_activity_today | nausea_today | vomiting_today | photophobia_today | phonophobia_today | laterality
    1 | yes            | left                | 4             | no              | no                                | moderate     | no             | no                | no                | bilateral
    2 | yes            | left                | 3             | no              | no                                | moderate     | no             | no                | no                | bilateral
    3 | yes            | changed             | 3             | yes             | no                                | none         | no             | yes               | yes               | bilateral
    4 | yes            | both                | 8             | yes             | no                                | none         | no             | yes               | no                | bilateral
    5 | yes            | both                | 8             | yes             | no                                | none         | yes            |                   |                   | bilateral
    6 | yes            | both                | 8             | yes             | no                                | none         |                |                   |                   | bilateral
    7 | no             |                     |               |                 |                                   |              |                |                   |                   | bilateral
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET, 5: MET, 6: UNKNOWN, 7: NOT_MET},
)
example(
    "Like tension-type headache: 2.3 C and D on the day; below 7 of 10 no more than moderate",
    meets(day_headache_types, "tth_like"),
    """
      | headache_today | headache_side_today | intensity_nrs | pulsating_today | worse_with_routine_activity_today | nausea_today | vomiting_today | photophobia_today | phonophobia_today | laterality | pain_qualities      | cas_nasal
    1 | yes            | both                | 6             | yes             | yes                               | none         | no             | yes               | no                | bilateral  | pressing_tightening | ipsilateral
    2 | yes            | both                | 7             | yes             | yes                               | none         | no             | yes               | no                | bilateral  | pressing_tightening | ipsilateral
    3 | yes            | both                | 7             | no              | yes                               | mild         | no             | no                | no                | bilateral  | pressing_tightening | ipsilateral
    4 | yes            | both                | 6             | no              | no                                | mild         | no             | yes               | no                | bilateral  | pressing_tightening | ipsilateral
    5 | yes            | both                | 6             | no              | no                                | moderate     | no             | no                | no                | bilateral  | pressing_tightening | ipsilateral
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET, 5: NOT_MET},
)
example(
    "Like a headache from the neck: on its one side, from or with the neck, without 1.1 D",
    meets(day_headache_types, "cgh_like"),
    """
      | headache_today | headache_side_today | started_in_neck_today | worse_with_neck_movement_today | nausea_today | vomiting_today | photophobia_today | phonophobia_today | laterality   | intensity_nrs | worse_with_routine_activity_today
    1 | yes            | right               | yes                   | no                             | none         | no             | yes               | no                | right_always | 5             | no
    2 | yes            | left                | yes                   | no                             | none         | no             | yes               | no                | right_always | 5             | no
    3 | yes            | right               | no                    | no                             | none         | no             | yes               | no                | right_always | 5             | no
    4 | yes            | right               | no                    | yes                            | mild         | no             | no                | no                | right_always | 5             | no
    5 | yes            | right               | no                    | yes                            | none         | no             | yes               | no                | bilateral    | 5             | no
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET},
)
example(
    "No headache, no kind of it",
    empty(day_headache_types),
    """
      | headache_today
    1 | no
    2 | yes
    3 |
    """,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN},
)
