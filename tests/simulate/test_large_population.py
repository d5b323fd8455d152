"""Many light cases: lazy, reproducible, valid, and near the published figures."""

from collections import Counter
from datetime import date
from itertools import islice
from statistics import mean

import pytest

from concordant.assessment import assess
from concordant.diagnosis import Status
from concordant.record.read import read_plain
from concordant.simulate import large_population
from concordant.simulate.population import HEADACHE_DAYS_PER_28, TODAY
from concordant.simulate.seeded import seeded
from concordant.simulate.story.neck import any_painful_neck


def test_cases_are_made_as_they_are_asked_for_and_do_not_depend_on_how_many():
    endless = large_population(3, 10**9)
    assert list(islice(endless, 5)) == list(large_population(3, 5))
    assert list(large_population(4, 5)) != list(large_population(3, 5))


def test_everyone_is_valid_and_can_be_assessed():
    seen = Counter()
    for plain in large_population(1, 60):
        found = assess(read_plain(plain), TODAY)
        seen[found.diagnosis("11.2.1", "A").status] += 1
    assert set(seen) == set(Status)


@pytest.mark.parametrize(("days", "visits"), [(0, 0), (3, 1), (28, 2), (90, 3), (400, 6)])
def test_diary_and_visits_are_as_long_as_asked(days, visits):
    for plain in large_population(2, 5, diary_days=days, visits=visits, today=date(2025, 3, 1)):
        case = read_plain(plain)
        assert len(case.visits) == visits
        assert len({row.date for row in case.diary}) <= days
        assert bool(case.diary) == bool(days)
        last = case.last_day()
        assert last is not None
        assert last < date(2025, 3, 1)


def test_headache_days_before_care_are_near_the_published_mean():
    rates = []
    for plain in large_population(5, 300, visits=1):
        if len(plain["headaches"]) == 1 and "neck" in plain["headaches"][0]["name"]:
            before = [row for row in plain["diary"] if row["date"] < plain["visits"][0]["date"]]
            rates.append(28 * mean(row["headache_today"] for row in before))
    # Medicine days are answered more often, so the diary reads a little higher than the truth (outcomes 1.5).
    assert mean(rates) == pytest.approx(HEADACHE_DAYS_PER_28.mean, abs=2)
    assert mean(rates) > HEADACHE_DAYS_PER_28.mean - 0.5


def test_the_flexion_rotation_test_is_near_the_group_mean():
    tight = [any_painful_neck(seeded("neck", number), "left").frt_tight_deg for number in range(1000)]
    assert 25 <= mean(tight) <= 28  # Hall 2010, doi:10.1007/s10194-010-0222-3
