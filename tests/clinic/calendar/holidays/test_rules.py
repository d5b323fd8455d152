"""The statutory holidays of British Columbia, against days that were published, and as properties of every year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.calendar.holidays.rules import BRITISH_COLUMBIA, holidays_in

PUBLISHED = {
    2026: ["01-01", "02-16", "04-03", "05-18", "07-01", "08-03", "09-07", "09-30", "10-12", "11-11", "12-25"],
    2027: ["01-01", "02-15", "03-26", "05-24", "07-01", "08-02", "09-06", "09-30", "10-11", "11-11", "12-25"],
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_days_of_a_year(year: int) -> None:
    assert sorted(holidays_in(BRITISH_COLUMBIA, year)) == [
        date.fromisoformat(f"{year}-{one}") for one in PUBLISHED[year]
    ]


@given(st.integers(2023, 2199))
def test_eleven_a_year_on_their_weekdays(year: int) -> None:
    found = {str(name): day for day, name in holidays_in(BRITISH_COLUMBIA, year).items()}
    assert len(found) == 11
    assert all(day.year == year for day in found.values())
    mondays = ("Family Day", "Victoria Day", "British Columbia Day", "Labour Day", "Thanksgiving Day")
    assert {found[one].weekday() for one in mondays} == {0}
    assert found["Good Friday"].weekday() == 4
    assert date(year, 5, 18) <= found["Victoria Day"] <= date(year, 5, 24)
    assert found["Canada Day"] in (date(year, 7, 1), date(year, 7, 2))
    assert found["Canada Day"].weekday() != 6
    assert date(year, 3, 20) <= found["Good Friday"] <= date(year, 4, 23)


def test_no_year_has_a_holiday_before_the_law_gave_it() -> None:
    assert date(2022, 9, 30) not in holidays_in(BRITISH_COLUMBIA, 2022)
    assert not [day for day in holidays_in(BRITISH_COLUMBIA, 2018) if day.month == 2]
    assert holidays_in("", 2026) == {}
    assert holidays_in("on", 2026) == {}


def test_canada_day_on_a_sunday_is_kept_on_monday() -> None:
    days = holidays_in(BRITISH_COLUMBIA, 2029)
    assert date(2029, 7, 1).weekday() == 6
    assert date(2029, 7, 2) in days
    assert date(2029, 7, 2) - timedelta(days=1) not in days
