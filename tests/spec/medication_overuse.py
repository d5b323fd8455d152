"""8.2 and its subtypes (diagnosis 1.17)."""

from concordant.diagnosis.medication.overuse import medication_overuse_headache
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("8.2 Medication-overuse headache")
example = CHAPTER.example
SUBTYPE = {one.code: one.criterion for one in medication_overuse_headache.subforms}

example(
    "8.2 A: 15 days a month in somebody who had a headache before",
    medication_overuse_headache.features.parts[0].criterion,
    """
      | any_headache_days_per_30d | preexisting_headache
    1 | 15                        | yes
    2 | 14                        | yes
    3 | 15                        | no
    4 |                           | yes
    5 | 15                        |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)
example(
    "8.2 B: any one subtype is enough; of a class of which nothing is said, nothing is known",
    medication_overuse_headache.features.parts[1].criterion,
    """
      | acute_med_days_per_30d[triptan] | overuse_months[triptan]
    1 | 10                              | 4
    2 | 9                               | 4
    """,
    {1: MET, 2: UNKNOWN},
)

for code, key, limit in (
    ("8.2.1", "ergotamine", 10),
    ("8.2.2", "triptan", 10),
    ("8.2.3.1", "paracetamol", 15),
    ("8.2.3.2", "nsaid", 15),
    ("8.2.3.2.1", "asa", 15),
    ("8.2.3.3", "other_non_opioid", 15),
    ("8.2.4", "opioid", 10),
    ("8.2.5", "combination", 10),
    ("8.2.8", "other", 10),
):
    example(
        f"8.2, {code}: {limit} days a month for more than three months",
        SUBTYPE[code],
        f"""
          | acute_med_days_per_30d[{key}] | overuse_months[{key}]
        1 | {limit}                       | 3.1
        2 | {limit - 1}                   | 3.1
        3 | {limit}                       | 3
        4 |                               | 3.1
        5 | {limit}                       |
        """,
        {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
    )

example(
    "8.2, 8.2.3: several non-opioids are one class, each day once",
    SUBTYPE["8.2.3"],
    """
      | non_opioid_days_per_30d | acute_med_days_per_30d[nsaid] | acute_med_days_per_30d[paracetamol] | overuse_months[non_opioid]
    1 | 15                      |                               |                                     | 4
    2 | 14                      |                               |                                     | 4
    3 |                         | 9                             | 8                                   | 4
    4 |                         | 9                             | 5                                   | 4
    5 |                         | 15                            | 1                                   | 4
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET, 5: MET},
)

CLASSES = ["ergotamine", "triptan", "paracetamol", "nsaid", "asa", "other_non_opioid", "opioid", "combination", "other"]


def table(*people: tuple[dict[str, int], str]) -> str:
    """People of whom the days with every class are known, for four months; no entry: none."""
    head = ["", *(f"acute_med_days_per_30d[{key}]" for key in CLASSES)]
    lines = [" | ".join([*head, "overuse_months[any]", "medication_history_reliable"])]
    for number, (days, reliable) in enumerate(people, 1):
        lines.append(" | ".join([str(number), *(str(days.get(key, 0)) for key in CLASSES), "4", reliable]))
    return "\n" + "\n".join(lines) + "\n"


example(
    "8.2, 8.2.6: ten days of two classes or more, none of them over its own limit",
    SUBTYPE["8.2.6"],
    table(
        ({"nsaid": 12, "triptan": 3}, "yes"),
        ({"triptan": 5, "paracetamol": 4}, "yes"),
        ({"nsaid": 12}, "yes"),
        ({"nsaid": 12, "paracetamol": 2}, "yes"),
        ({"triptan": 6, "paracetamol": 6}, "yes"),
        ({"triptan": 10, "paracetamol": 2}, "yes"),
    ),
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "8.2, 8.2.7: ten days of what cannot be established",
    SUBTYPE["8.2.7"],
    table(
        ({"nsaid": 10}, "no"),
        ({"nsaid": 9}, "no"),
        ({"nsaid": 10}, "yes"),
        ({"nsaid": 10}, ""),
    ),
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
