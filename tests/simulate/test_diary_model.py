"""The days of the diary: rate, clustering, courses, and which days are answered."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import mean

import pytest

from concordant.simulate.diary.chain import LAG_1_CORRELATION, days_near, headache_days
from concordant.simulate.diary.course import HALVES, quick, steady, towards
from concordant.simulate.diary.keeper import DILIGENT, PUBLISHED
from concordant.simulate.diary.kind import FROM_NECK
from concordant.simulate.diary.write import Plan, Stream, rows
from concordant.simulate.seeded import seeded

MANY = 20_000
TODAY = date(2026, 5, 13)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.75])
def test_days_keep_their_rate_and_come_in_clusters(rate):
    days = headache_days(seeded("chain", rate), [rate] * MANY, None)
    found = mean(days)
    lag_1 = mean((a - found) * (b - found) for a, b in pairwise(days)) / (found * (1 - found))
    assert found == pytest.approx(rate, abs=0.02)
    assert lag_1 == pytest.approx(LAG_1_CORRELATION.value, abs=0.03)


def test_days_near_hold_the_expected_number():
    for seed in range(50):
        assert abs(sum(days_near(seeded("near", seed), [0.6] * 28, None)) - 0.6 * 28) <= 1


def test_courses_reach_their_published_ratio():
    assert HALVES.rate(-1) * 28 == pytest.approx(16)
    assert HALVES.rate(12 * 7) * 28 == pytest.approx(8)
    assert steady(10).rate(300) * 28 == pytest.approx(10)
    assert towards(10, 1.4).rate(42) * 28 == pytest.approx(12)
    assert quick(20).rate(56) * 28 == pytest.approx(3)


def _diary(keeper, *, first=84, promised=True, seed=1):
    plan = Plan(
        (Stream(FROM_NECK.on_side("left"), HALVES),),
        keeper,
        TODAY - timedelta(days=first),
        TODAY - timedelta(days=1),
        TODAY - timedelta(days=first - 28),
        as_promised=promised,
    )
    return rows(seeded("diary", seed), plan, TODAY)


def test_a_diligent_keeper_fills_every_window_enough_to_be_scored():
    for seed in range(20):
        kept = {row["date"] for row in _diary(DILIGENT, seed=seed)}
        window = [TODAY - timedelta(days=84 - number) for number in range(28)]
        answered = [day for day in window if str(day) in kept]
        assert len(answered) >= 25
        assert sum(day.weekday() >= 5 for day in answered) >= 4


def test_days_with_medicine_are_answered_more_often_than_others():
    # Heyer & Rose 2015: on medicine days nearly always, on the rest about two days in three.
    answered = {True: 0, False: 0}
    days = [TODAY - timedelta(days=number) for number in range(2000, 0, -1)]
    medicine = [number % 2 == 0 for number in range(2000)]
    for taken, kept in zip(medicine, PUBLISHED.answers(seeded("keeper"), days, medicine, days[0]), strict=True):
        answered[taken] += kept
    assert answered[True] / 1000 > 0.95
    assert answered[False] / 1000 == pytest.approx(0.65, abs=0.05)


def test_a_row_is_typed_in_after_its_day_and_before_today():
    for row in _diary(PUBLISHED, promised=False):
        assert row["date"] <= row["recorded"][:10] < str(TODAY)


def test_a_headache_free_day_says_so_and_a_headache_day_describes_it():
    free = next(row for row in _diary(DILIGENT) if not row["headache_today"])
    aching = next(row for row in _diary(DILIGENT) if row["headache_today"])
    assert free["acute_medication"] == []
    assert "intensity_nrs" not in free
    assert aching["headache_side_today"] == "left"
    assert 1 <= aching["intensity_nrs"] <= 10
    assert {"neck_pain_nrs", "sleep_hours", "stress_nrs"} <= free.keys() & aching.keys()
