"""What of a signed dose belongs to one visit."""

from typing import Any

import pytest

from clinic.notes.dose import in_a_session, in_full


@pytest.mark.parametrize(
    ("dose", "session", "full"),
    [
        ({}, "", ""),
        ({"sets": (3.0, 3.0), "reps": (10.0, 10.0), "weeks": (4.0, 4.0)}, "3 sets × 10 times", "3 sets × 10 times"),
        ({"reps": (6.0, 6.0), "per_day": (2.0, 2.0)}, "6 times", "6 times, 2 times a day"),
        ({"minutes": (7.5, 7.5), "per_week": (1.0, 2.0)}, "7.5 minutes", "7.5 minutes, 1 to 2 times a week"),
        ({"load": "light", "notes": ("supine", "slow")}, "light, supine, slow", "light, supine, slow"),
        ({"needles": (4.0, 4.0), "sessions_max": 4.0}, "4 needles", "4 needles"),
    ],
)
def test_without_how_often_and_with_it(dose: dict[str, Any], session: str, full: str) -> None:
    assert (in_a_session(dose), in_full(dose)) == (session, full)
