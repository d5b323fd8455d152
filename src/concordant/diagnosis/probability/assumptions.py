"""What no paper gives: how neck signs depend on each other, how far a study stands for this clinic.

Each is a product rule that a clinic may set, as examination 6 marks it. Without numpy, so that a clinic's settings
are checked before anything is computed.
"""

from concordant.settings import number, whole

CARE_SETTING = whole(
    "probability_setting",
    2,
    low=1,
    high=4,
    says=(
        "Where this clinic's people come from, for the share of cervicogenic headache before any test: "
        "1 general population, 2 frequent headache, 3 headache clinic, 4 after whiplash. A headache that began after "
        "a whiplash counts as 4 whatever is set."
    ),
    source="decision 0014",
)
STUDY_CASES = number(
    "probability_study_cases",
    8,
    unit="people",
    low=1,
    high=1000,
    says=(
        "A study of how common cervicogenic headache is weighs as if it had found at most so many cases: "
        "its people are not yours."
    ),
    source="decision 0014: the cases of the smallest study used (Nilsson 1995)",
)
STUDY_RIVALS = number(
    "probability_study_rivals",
    55,
    unit="people",
    low=1,
    high=10_000,
    says="A study of how the other headaches divide weighs as if it had seen at most so many people.",
    source="decision 0014: the people of the smallest study used (Jull 2007)",
)
FRT_MIGRAINE_NEGATIVE = number(
    "frt_migraine_specificity_a",
    5,
    low=0.5,
    high=500,
    says="Flexion-rotation test, specificity against migraine: first parameter of its Beta distribution.",
    source="examination 6 [C]; estimates 0.33, 0.59 (doi:10.1177/0333102419854061), 0.70 (recalled)",
)
FRT_MIGRAINE_POSITIVE = number(
    "frt_migraine_specificity_b",
    5,
    low=0.5,
    high=500,
    says="Flexion-rotation test, specificity against migraine: second parameter of its Beta distribution.",
    source="examination 6 [C]; estimates 0.33, 0.59 (doi:10.1177/0333102419854061), 0.70 (recalled)",
)
CLUSTER_SPECIFICITY = number(
    "cluster_specificity",
    0.90,
    low=0.5,
    high=0.999,
    says="Cluster of three neck signs, specificity against migraine and tension-type headache; published 0.94, shrunk.",
    source="examination 6 [C]; Jull 2007, doi:10.1111/j.1468-2982.2007.01345.x",
)
CLUSTER_PEOPLE = number(
    "cluster_specificity_people",
    55,
    unit="people",
    low=1,
    high=1000,
    says="How many people stand behind that specificity.",
    source="examination 6 [C]",
)
CLUSTER_BELOW_AGE = whole(
    "cluster_below_age",
    60,
    unit="y",
    low=18,
    high=121,
    says="From this age the cluster does not move the probability: older people with other headaches show it too.",
    source="examination 3.18 [C], 6; Uthaikhup 2009, doi:10.1016/j.math.2008.12.008",
)
CONCORDANT_LEAST = number(
    "concordant_least_ratio",
    1.0,
    low=1,
    high=10,
    says="Concordant sign against migraine and tension-type headache: the smallest positive likelihood ratio.",
    source="examination 6 [D]",
)
CONCORDANT_MOST = number(
    "concordant_largest_ratio",
    1.7,
    low=1,
    high=10,
    says="Concordant sign against migraine and tension-type headache: the largest positive likelihood ratio.",
    source="examination 6 [D]; doi:10.1111/j.1526-4610.2012.02169.x, doi:10.1186/s10194-017-0808-0",
)
SHARED_EXPONENT = number(
    "dependence_exponent",
    0.5,
    low=0,
    high=1,
    says=(
        "Signs that point the same way share their evidence: each but the strongest counts with its likelihood "
        "ratio to this power. 1 would be independent signs, 0 one sign."
    ),
    source="examination 6 rule 4 [C]",
)
LARGEST_CORRELATION = number(
    "largest_correlation_of_signs",
    0.95,
    low=0,
    high=0.99,
    says=(
        "The interval allows for every correlation between signs of one kind from 0 to this, as no paper gives the "
        "joint table."
    ),
    source="decision 0014: the range over which the intervals were shown to cover",
)
LARGEST_RATIO = number(
    "largest_likelihood_ratio",
    10,
    low=1,
    high=1000,
    says="Signs of one kind together count at most so much for or against, as a likelihood ratio (10, and 0.1).",
    source="examination 6 rule 4 [C]",
)
