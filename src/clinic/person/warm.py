"""What the first page would otherwise wait for: numerical libraries, the draws of the probability, the rule book."""

import gc
from datetime import date

from clinic.evidence.figures import figures
from concordant.assessment import assess
from concordant.change.days.fall import probability_of_fall
from concordant.progress.expected_course import ChartData
from concordant.progress.expected_course.svg import svg
from concordant.record.read import read_plain

NEW_OBJECTS = 20_000
"""After so many, circles are looked for; about two assessments."""

_ANY_DAY = date(2026, 1, 1)


def warm_up() -> None:
    """Work out everything once for a person of whom nothing is known, so that a worker starts ready.

    What is alive then (rules, dictionary, libraries) lives as long as the worker. Taken out of what is searched for
    garbage, it no longer costs each assessment a quarter of its time. An assessment makes some thousand objects and
    hardly a circle among them, so that looking for circles at every 700 new ones finds nothing.
    """
    case = read_plain({"concordant": 1, "person": {"id": "nobody"}, "headaches": [{"id": "A", "facts": {}}]})
    assessment = assess(case, _ANY_DAY)
    assessment.next_tests("A")
    assessment.sources("A")
    assessment.proposal("A")
    probability_of_fall(1, 28, 1, 28, 1.5)
    # The course chart is put together once; most of the time goes into loading what draws it.
    svg(ChartData(-4, 12, 1, (), (), (), (), ""), name="nobody", title="", description="")
    # The same for the forest plots, with the rows of the library.
    figures()
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
