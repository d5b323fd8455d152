"""A dose in one line, as plans, letters and the home programme say it."""

import pytest

from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.dose import plain_dose
from concordant.record.dose_line import dose_line


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        ({}, ""),
        ({"sets": 1, "reps": (10, 10), "hold_s": 5, "per_day": 2}, "1 set × 10 times × 5 seconds, 2 times a day"),
        ({"sets": (2, 3), "reps": (5, 10), "per_week": (1, 1)}, "2 to 3 sets × 5 to 10 times, once a week"),
        ({"minutes": 30, "per_week": 3}, "30 minutes, 3 times a week"),
        ({"reps": (1, 1), "highest_pain_nrs": 0}, "1 time, without pain"),
        ({"reps": (6, 6), "highest_pain_nrs": 2}, "6 times, pain up to 2 of 10 at most"),
        ({"highest_rise_nrs": 2}, "pain may rise by 2 points of 10 at most"),
        ({"hold_s": (5, 5), "load": "band"}, "5 seconds, band"),
        ({"sessions_max": 8}, "at most 8 sessions"),
    ],
)  # fmt: skip
def test_sets_times_seconds_then_how_often(dose, said):
    assert dose_line(dose) == said


def test_every_exercise_of_the_catalogue_says_how_much():
    silent = [one.id for one in BY_ID.values() if one.active and not dose_line(plain_dose(one.dose))]
    assert silent == []
