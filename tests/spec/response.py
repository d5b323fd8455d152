"""The response at a retest (retest 8). One question stands here for the whole screen: is there a new deficit?"""

from concordant.criteria import no
from concordant.facts.safety.signs import neuro_deficit_new
from concordant.progress.response import RESPONSE, Status
from concordant.safety import CLEAR
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Response at a retest")
SCREEN = {CLEAR: no(neuro_deficit_new)}


def example(status, table, expected):
    CHAPTER.example(f"response {status.value}", RESPONSE[status], table, expected, SCREEN)


BOTH = """
       | neuro_deficit_new | any_headache_change_class | function_change_class | groc_score
    1  | no                | improved_important        | improved_important    | 0
    2  | no                | improved_important        | within_error          | 4
    3  | no                | improved_important        | within_error          | 3
    4  | no                | within_error              | improved_important    | 5
    5  | no                | improved                  | within_error          | 2
    6  | no                | improved                  | within_error          | 1
    7  | no                | within_error              | improved              | 2
    8  | no                | important_but_uncertain   | within_error          | -5
    9  | no                | within_error              | within_error          | 2
    10 | no                | within_error              | within_error          | 1
    11 | no                | within_error              | within_error          | -5
    12 | no                | not_assessable            | within_error          | 0
    13 | no                | not_assessable            | not_assessable        | 1
    14 | no                | not_assessable            | not_assessable        | 5
    15 | no                | improved_important        | worse                 | 5
    16 | no                | improved                  | worse                 | 5
    17 | no                | within_error              | worse                 | 5
    18 | yes               | improved_important        | improved_important    | 5
    19 |                   | improved_important        | improved_important    | 5
    20 | no                | within_error              | within_error          |
    21 | no                | improved_important        |                       | 5
    22 | no                | important_but_uncertain   | within_error          |
"""

FOUND = {
    Status.RED: (18,),
    Status.DISCORDANT: (15,),
    Status.WORSE: (16, 17),
    Status.RESPONDING_STRONG: (1, 2),
    Status.RESPONDING: (3, 4, 5),
    Status.POSSIBLE: (6, 7, 8, 9, 14, 22),
    Status.NO_CHANGE: (10, 11, 12),
    Status.UNKNOWN: (13,),
}
OPEN = {
    Status.RED: (19,),
    Status.DISCORDANT: (21,),
    Status.WORSE: (),
    Status.RESPONDING_STRONG: (19, 21),
    Status.RESPONDING: (),
    Status.POSSIBLE: (20,),
    Status.NO_CHANGE: (20,),
    Status.UNKNOWN: (),
}
for one in Status:
    example(
        one,
        BOTH,
        {
            person: MET if person in FOUND[one] else UNKNOWN if person in OPEN[one] else NOT_MET
            for person in range(1, 23)
        },
    )
