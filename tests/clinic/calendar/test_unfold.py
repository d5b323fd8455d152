"""Weeks of a plan become visits with their days, as the reference says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clinic.calendar.prescribing.unfold import VisitWish, WeekWish, unfold

START = date(2026, 1, 12)


def days(one: VisitWish, week: int = 0) -> tuple[int, int]:
    """Of the plan's week, counted from 1."""
    first = START + timedelta(days=7 * week - 1)
    return (one.earliest - first).days, (one.latest - first).days


def of(discipline: str, found: tuple[VisitWish, ...]) -> list[VisitWish]:
    return [one for one in found if one.discipline == discipline]


def test_one_and_two_in_a_week() -> None:
    one, two = unfold([WeekWish(1, 0)], START, is_first=False), unfold([WeekWish(2, 0)], START, is_first=False)
    assert [days(each) for each in one] == [(1, 7)]
    assert [days(each) for each in two] == [(1, 5), (3, 7)]


def test_every_second_week_is_one_window_of_both() -> None:
    found = unfold([WeekWish(1, 0), WeekWish(0, 0)] * 2, START, is_first=False)
    assert [days(one) for one in found] == [(1, 14), (15, 28)]


def test_a_week_counts_from_the_first_day_whatever_weekday_that_is() -> None:
    thursday = START + timedelta(days=3)
    found = unfold([WeekWish(1, 0)] * 2, thursday, is_first=False)
    assert [one.earliest for one in found] == [thursday, thursday + timedelta(days=7)]


def test_massage_belongs_before_physiotherapy_and_never_before_the_first_visit() -> None:
    found = unfold([WeekWish(2, 1), WeekWish(2, 2)], START, is_first=True)
    physio, massage = of("physio", found), of("rmt", found)
    assert [one.kind for one in physio] == ["initial", "treatment", "treatment", "treatment"]
    assert [found[one.pair] if one.pair is not None else None for one in massage] == [physio[1], physio[2], physio[3]]


def test_a_retest_takes_the_first_place_and_is_measured_before_hands_on_work() -> None:
    found = unfold([WeekWish(1, 1), WeekWish(2, 1, retest=True)], START, is_first=False)
    physio, massage = of("physio", found), of("rmt", found)
    assert [one.kind for one in physio] == ["treatment", "retest", "treatment"]
    assert days(physio[1], 1) == (1, 4)
    assert days(massage[0]) == (1, 5)  # 48 hours before the earliest hour of the retest
    assert days(massage[1], 1) == (5, 7)
    assert massage[1].pair is not None
    assert found[massage[1].pair] == physio[2]


def test_a_retest_in_a_week_without_visits_is_a_visit() -> None:
    found = unfold([WeekWish(0, 0), WeekWish(0, 0, retest=True)], START, is_first=False)
    assert [(one.kind, days(one)) for one in found] == [("retest", (8, 11))]


_WEEKS = st.lists(st.builds(WeekWish, st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=12)


@given(weeks=_WEEKS, is_first=st.booleans())
def test_every_visit_has_days_within_its_weeks(weeks: list[WeekWish], is_first: bool) -> None:
    found = unfold(weeks, START, is_first=is_first)
    assert len(of("physio", found)) == sum(max(one.physio, one.retest) for one in weeks)
    assert len(of("rmt", found)) == sum(one.rmt for one in weeks)
    for one in found:
        assert START <= one.earliest <= one.latest < START + timedelta(days=7 * (len(weeks) + 1))
        if one.pair is not None:
            assert (one.discipline, found[one.pair].discipline) == ("rmt", "physio")
            assert found[one.pair].kind == "treatment"
    pairs = [one.pair for one in found if one.pair is not None]
    assert len(pairs) == len(set(pairs))
    assert [one.kind for one in found].count("initial") == int(is_first and bool(of("physio", found)))
