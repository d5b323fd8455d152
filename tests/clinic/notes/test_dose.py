"""A dose in words."""

from typing import Any

import pytest

from clinic.notes.dose import how_often, in_a_session, in_full


@pytest.mark.parametrize(
    ("dose", "session", "often"),
    [
        ({}, "", ""),
        ({"sets": (3.0, 3.0), "reps": (10.0, 10.0), "hold_s": (5.0, 10.0)}, "3 × 10, hold 5 to 10 s", ""),
        ({"sets": (1.0, 1.0)}, "1 set", ""),
        ({"sets": (2.0, 3.0)}, "2 to 3 sets", ""),
        ({"reps": (6.0, 6.0), "per_day": (2.0, 2.0)}, "6 repetitions", "2 a day"),
        ({"minutes": (7.5, 7.5), "per_week": (1.0, 2.0), "weeks": (4.0, 4.0)}, "7.5 minutes", "1 to 2 a week"),
        ({"load": "20 % of the most", "notes": ("supine", "slow")}, "20 % of the most, supine, slow", ""),
        ({"needles": (4.0, 4.0), "sessions_max": 4.0}, "4 needles", ""),
    ],
)
def test_in_words(dose: dict[str, Any], session: str, often: str) -> None:
    assert (in_a_session(dose), how_often(dose)) == (session, often)
    assert in_full(dose) == ", ".join(part for part in (session, often) if part)
