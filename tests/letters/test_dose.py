"""A dose in one line."""

import pytest

from concordant.letters.dose import dose_line
from concordant.record.care import AMOUNTS, LIMITS


@pytest.mark.parametrize(
    ("dose", "line"),
    [
        ({}, ""),
        (
            {"sets": (2, 2), "reps": (10, 10), "hold_s": (5, 10), "per_day": (2, 2)},
            "2 sets × 10 times × 5 to 10 seconds, 2 times a day",
        ),
        (
            {"sets": (1, 1), "reps": (1, 1), "hold_s": (1, 1), "per_day": (1, 1)},
            "1 set × 1 time × 1 second, once a day",
        ),
        ({"sets": (1, 2), "per_day": (1, 2)}, "1 to 2 sets, 1 to 2 times a day"),
        ({"minutes": (20, 30), "per_week": (3, 3)}, "20 to 30 minutes, 3 days a week"),
        ({"reps": (10, 10), "load": "red band"}, "10 times, red band"),
        ({"sets": (3, 3), "duration_s": (30, 30), "break_s": (60, 60)}, "3 sets × 30 seconds, rest 60 seconds between"),
        ({"hold_s": (2.5, 2.5)}, "2.5 seconds"),
        ({"sessions_max": 12, "highest_pain_nrs": 3}, "at most 12 sessions, pain up to 3 of 10 at most"),
        ({"notes": ("slowly",)}, ""),
    ],
)
def test_what_was_prescribed_and_no_more(dose, line):
    assert dose_line(dose) == line


@pytest.mark.parametrize("part", [one for one in (*AMOUNTS, *LIMITS) if not one.startswith("review")])
def test_every_amount_has_words(part):
    assert "7" in dose_line({part: (7, 7) if part in AMOUNTS else 7})
