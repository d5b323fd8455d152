"""How long each question and test takes, and what an open verdict is worth when they are ranked: product rules.

The clinical reference prints no durations of tests (only the 5 minutes of rest between endurance trials), so each is
a setting.
"""

from concordant.measures.minutes import minutes
from concordant.measures.physical import active_range, flexion_rotation, palpation, sustained_posture
from concordant.settings import number, whole

QUESTION = minutes("question", 0.5, "one question")
REPORT = minutes("report", 5, "entering an outside report")
SAFETY_CHECK = minutes("safety_check", 1, "one safety question or sign")
FLEXION_ROTATION = flexion_rotation.procedure.minutes
PALPATION = palpation.procedure.minutes
ACTIVE_RANGE = active_range.procedure.minutes
SUSTAINED_POSTURE = sustained_posture.procedure.minutes
OTHER_FINDING = minutes("other_finding", 2, "another finding of the examiner")

VERDICT_BITS = number(
    "verdict_bits",
    0.1,
    unit="bit",
    low=0,
    high=1,
    says=(
        "A fact that alone may settle an open verdict of the criteria ranks as if it told so much about the "
        "probability; shared where several facts are needed."
    ),
    source="decision 0014",
)
LISTED = whole("next_tests_listed", 8, low=1, high=50, says="How many next steps are listed.", source="decision 0014")
MAIN_RETEST_DAYS = whole(
    "main_retest_days",
    84,
    unit="d",
    low=28,
    high=365,
    says="From so many days of care an open verdict counts as still open at the main retest.",
    source="diagnosis 3.4 (main verdict at week 12)",
)
