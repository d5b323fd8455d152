"""The band of headache days against the expected course: before, on and after each limit (prognosis 4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria.nodes import Term
from concordant.facts.outcomes.change import trajectory_band
from concordant.facts.values import UNKNOWN
from concordant.record.derive.trajectory import LIMITS, POINT_DAYS, Against, against_expected, limits_at
from concordant.record.diary import Count
from tests.people import FIRST_VISIT, bare, record
from tests.record.diaries import days

TWENTY = "+" * 20 + "-" * 8


def person(week, headache_days, *, before=TWENTY, after=None, off=0):
    """Treated from the first visit on; a retest whose window ends so many weeks (and days off) later."""
    last = FIRST_VISIT + timedelta(days=7 * week + off)
    since = after or "+" * headache_days + "-" * (28 - headache_days)
    gap = "." * ((last - FIRST_VISIT).days - 27)
    case = bare(diary=days(before + gap + since, last))
    case["treatments"] = [{"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist"}]
    retest = last + timedelta(days=1)
    case["visits"].append({"date": retest.isoformat(), "facts": {}})
    return record(case, retest)


def reading(*arguments, **options):
    return person(*arguments, **options).read(Term(trajectory_band))


@pytest.mark.parametrize(
    ("week", "headache_days", "band"),
    [
        (4, 14, "on_track"),
        (4, 15, "on_track"),  # 15 of 20 is 0.75
        (4, 16, "watch"),
        (4, 18, "watch"),  # 0.90
        (4, 19, "behind"),
        (8, 11, "on_track"),
        (8, 12, "on_track"),  # 0.60
        (8, 13, "watch"),
        (8, 15, "watch"),  # 0.75
        (8, 16, "behind"),
        *(
            (week, headache_days, band)
            for week in (12, 26, 52)
            for headache_days, band in [
                (9, "on_track"),
                (10, "on_track"),  # 0.50
                (11, "watch"),
                (14, "watch"),  # 0.70
                (15, "behind"),
            ]
        ),
    ],
)
def test_before_on_and_after_each_limit(week, headache_days, band):
    assert reading(week, headache_days).value == band


@pytest.mark.parametrize("week", [4, 8, 12, 26, 52])
@pytest.mark.parametrize("off", [7, 8])
def test_a_week_judges_windows_that_end_within_seven_days_after_it(week, off):
    assert reading(week, 5, off=off).known is (off <= POINT_DAYS)


@pytest.mark.parametrize("week", [8, 12, 26, 52])
@pytest.mark.parametrize("off", [-7, -8])
def test_a_week_judges_windows_that_end_within_seven_days_before_it(week, off):
    assert reading(week, 5, off=off).known is (off >= -POINT_DAYS)


def test_between_the_points_it_says_why_there_is_none():
    found = reading(18, 5)
    assert found.value is UNKNOWN
    assert "weeks 4, 8, 12, 26, 52 only" in found.note


@pytest.mark.parametrize(
    ("days_after", "word", "told"),
    [(27, UNKNOWN, "the first window of treatment is not over"), (28, "on_track", "week 4: on track")],
)
def test_the_first_window_must_be_over_and_begins_on_the_day_of_the_first_treatment(days_after, word, told):
    case = bare(diary=days(TWENTY + "-" * 28, FIRST_VISIT + timedelta(days=27)))
    retest = FIRST_VISIT + timedelta(days=days_after)
    case["visits"].append({"date": retest.isoformat(), "facts": {}})
    found = record(case, retest).read(Term(trajectory_band))
    assert found.value == word
    assert found.note.startswith(told)


@pytest.mark.parametrize(("answered", "known"), [(13, False), (14, True)])
def test_an_insufficient_follow_up_is_unknown(answered, known):
    assert reading(4, 0, after="." * (28 - answered) + "-" * answered).known is known


@pytest.mark.parametrize(("answered", "known"), [(13, False), (14, True)])
def test_an_insufficient_baseline_is_unknown(answered, known):
    assert reading(4, 0, before="." * (28 - answered) + "+" * answered).known is known


@pytest.mark.parametrize(("headache_days", "known"), [(3, False), (4, True)])
def test_a_few_days_at_baseline_carry_no_ratio(headache_days, known):
    assert reading(4, 1, before="+" * headache_days + "-" * (28 - headache_days)).known is known


def test_no_diary_no_band():
    case = bare()
    case["visits"].append({"date": (FIRST_VISIT + timedelta(days=29)).isoformat(), "facts": {}})
    assert record(case, FIRST_VISIT + timedelta(days=29)).value("trajectory_band") is UNKNOWN


def test_the_band_says_its_week_limits_and_what_missing_days_could_do():
    found = reading(4, 0, after="+" * 10 + "-" * 14 + "." * 4)
    assert found.value == "on_track"
    assert found.note == ("week 4: on track at or below 0.75, behind above 0.9 of baseline; missing days: 0.5 to 0.7")


def counted(positive, negative):
    first = date(2024, 1, 1)
    return Count(first, first + timedelta(days=27), positive, negative)


def at_week(week, before, after):
    start = date(2024, 1, 1) + timedelta(days=27 - 7 * week)
    return Against(start, before, after, limits_at(7 * week))


WINDOWS = st.integers(4, 28).flatmap(lambda seen: st.tuples(st.integers(0, seen), st.just(seen)))
BASELINES = WINDOWS.filter(lambda window: window[0] >= 4)
ORDER = ["on_track", "watch", "behind"]


@given(st.sampled_from([one.week for one in LIMITS]), BASELINES, st.integers(14, 28), st.data())
def test_more_headache_days_never_move_anybody_towards_on_track(week, baseline, seen, data):
    before = counted(baseline[0], baseline[1] - baseline[0])
    fewer = data.draw(st.integers(0, seen))
    more = data.draw(st.integers(fewer, seen))
    words = [at_week(week, before, counted(one, seen - one)).word for one in (fewer, more)]
    assert ORDER.index(words[0]) <= ORDER.index(words[1])


@given(BASELINES, WINDOWS)
def test_the_ratio_lies_between_its_bounds(baseline, since):
    found = at_week(12, counted(baseline[0], baseline[1] - baseline[0]), counted(since[0], since[1] - since[0]))
    assert found.best_ratio <= found.ratio + 1e-12
    assert found.ratio <= found.worst_ratio + 1e-12


@given(BASELINES, WINDOWS, st.booleans(), st.booleans())
def test_a_missing_day_widens_the_bounds(baseline, since, at_baseline, with_headache):
    windows = [[baseline[0], baseline[1] - baseline[0]], [since[0], since[1] - since[0]]]
    lost = [list(window) for window in windows]
    here, sign = (0 if at_baseline else 1), (0 if with_headache else 1)
    lost[here][sign] -= 1
    if lost[here][sign] < 0 or not lost[0][0] or sum(lost[1]) < 1:
        return
    full, fewer = (at_week(12, counted(*pair[0]), counted(*pair[1])) for pair in (windows, lost))
    assert fewer.best_ratio <= full.best_ratio
    assert fewer.worst_ratio >= full.worst_ratio


def test_robust_asks_the_worst_case():
    kept = at_week(12, counted(20, 8), counted(5, 23))
    shaken = at_week(12, counted(14, 11), counted(6, 18))
    assert (kept.word, kept.robust) == ("on_track", True)
    assert (shaken.word, shaken.robust) == (
        "on_track",
        False,
    )  # 10 of 14 in the worst case: the example of outcomes 1.5


def test_the_windows_are_those_of_the_diary():
    one = person(8, 12)
    found = against_expected(one.diary, FIRST_VISIT, FIRST_VISIT + timedelta(days=56))
    assert (found.before.last, found.after.first) == (FIRST_VISIT - timedelta(1), FIRST_VISIT + timedelta(29))
