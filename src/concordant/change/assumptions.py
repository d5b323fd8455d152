"""What no paper gives: where a change counts as real and as important, and when relapse is suspected.

Each is a product rule that a clinic may set. Without NumPy, so that a clinic's settings are checked before anything
is computed.
"""

from concordant.settings import number, whole

WINDOW = whole(
    "change_window_days",
    28,
    unit="d",
    low=14,
    high=56,
    says="Headache days before and after treatment are compared over windows of so many days.",
    source="outcomes 1.1, 1.5: four of each weekday; diagnosis 3.4",
)
FEWEST_BASELINE_DAYS = whole(
    "change_fewest_baseline_days",
    4,
    unit="d",
    high=28,
    says="With fewer headache days at baseline a change cannot be judged.",
    source="retest 3.5",
)
THIRTY_PERCENT_FROM_DAYS = whole(
    "change_thirty_percent_from_days",
    15,
    unit="d",
    high=28,
    says="From so many headache days at baseline a fall of 30 % is important, below it one of 50 %.",
    source="retest 3.5",
)
BEYOND_CHANCE = number(
    "change_beyond_chance",
    0.95,
    unit="fraction",
    low=0.5,
    high=1,
    says="A fall of headache days is real from this probability on, a rise below one minus it.",
    source="retest 3.5",
)
DEFAULT_EFFECT = number(
    "design_effect_least",
    1.5,
    low=1,
    high=10,
    says="The design effect of clustered headache days where it cannot be estimated, and the least that is used.",
    source="retest 3.4",
)
LARGEST_EFFECT = number(
    "design_effect_most",
    4,
    low=1,
    high=20,
    says="The largest design effect of clustered headache days that is used.",
    source="retest 3.4",
)
FEWEST_PAIRS = whole(
    "design_effect_fewest_pairs",
    20,
    unit="pairs",
    high=54,
    says="With fewer answered pairs of neighbouring days the clustering of a person's own days is not used.",
    source="conflicts C44",
)
NATURAL_RATIO = number(
    "change_natural_ratio",
    0.7,
    unit="fraction",
    low=0.1,
    high=1,
    says="Comparable people without this treatment keep this share of their headache days.",
    source="retest 4: control arms 0.71 (doi:10.1016/j.spinee.2018.02.019) and 0.68 (doi:10.1177/02692155231170687)",
)
NPRS_PERCENT = number(
    "nprs_important_percent",
    30,
    unit="%",
    high=100,
    says="A fall of a 0 to 10 pain rating is important only if it is also so many per cent of the first rating.",
    source="retest 1.3",
)
PCS_PERCENT = number(
    "pcs_important_percent",
    38,
    unit="%",
    high=100,
    says="A fall of the Pain Catastrophizing Scale is important only if also so many per cent of the first score.",
    source="retest 1.3; outcomes 2.3",
)
FEWEST_WEEKS = whole(
    "single_case_fewest_weeks",
    4,
    unit="weeks",
    low=2,
    high=52,
    says="A series of weeks is compared only with so many before and so many during treatment.",
    source="retest 5",
)
CUSUM_REFERENCE = number(
    "relapse_cusum_reference",
    0.375,
    low=0.01,
    high=0.99,
    says="A day without headache takes so much off the watch for relapse; a day with headache adds one less it.",
    source="retest 6: between 0.25 and 0.50 headache days a day, 0.369 rounded to three eighths",
)
CUSUM_LIMIT = number(
    "relapse_cusum_limit",
    4,
    low=1,
    high=20,
    says="The watch for relapse asks for a check-in from this sum on; 4 means one false alarm in about 2.7 years.",
    source="retest 6",
)
