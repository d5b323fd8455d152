"""What makes a slower or a better course likelier, each finding by itself (prognosis 5).

No score is made of them: in 200 people no stable set of predictors was found (Jull & Stanton 2005).
"""

from concordant.progress.expected_course.factors.after_a_crash import AFTER_A_CRASH
from concordant.progress.expected_course.factors.factor import Certainty, Direction, Factor
from concordant.progress.expected_course.factors.of_the_headache import OF_THE_HEADACHE
from concordant.progress.expected_course.factors.reading import FactorReading, read_factors

FACTORS: tuple[Factor, ...] = (*OF_THE_HEADACHE, *AFTER_A_CRASH)
"""Every factor of prognosis 5."""

__all__ = ["FACTORS", "Certainty", "Direction", "Factor", "FactorReading", "read_factors"]
