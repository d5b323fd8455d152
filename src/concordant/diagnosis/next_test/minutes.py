"""How long each question and test takes, and what an open verdict is worth when they are ranked: product rules.

The clinical reference prints no durations of tests (only the 5 minutes of rest between endurance trials), so each is
a setting.
"""

from concordant.settings import Number, number, whole


def _minutes(name: str, default: float, what: str) -> Number:
    return number(
        f"minutes_{name}",
        default,
        unit="min",
        low=0.1,
        high=120,
        says=f"How long {what} takes, when tests are ranked by what they tell for each minute.",
        source="decision 0014; no duration is published",
    )


QUESTION = _minutes("question", 0.5, "one question")
REPORT = _minutes("report", 5, "entering an outside report")
SAFETY_CHECK = _minutes("safety_check", 1, "one safety question or sign")
FLEXION_ROTATION = _minutes("flexion_rotation", 3, "the flexion-rotation test, both sides")
PALPATION = _minutes("palpation", 5, "segmental palpation C0 to C3, both sides")
ACTIVE_RANGE = _minutes("active_range", 5, "active range, six directions")
SUSTAINED_POSTURE = _minutes("sustained_posture", 4, "the sustained-posture test")
OTHER_FINDING = _minutes("other_finding", 2, "another finding of the examiner")

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
