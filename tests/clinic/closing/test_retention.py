"""Until when a chart is kept: max(last entry, birthday of majority) and 16 years, on each side of each edge."""

from datetime import date
from typing import Any

import pytest

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.models import Person
from clinic.closing.retention import kept_until, years_later
from tests.clinic.mine.letter import a_letter
from tests.clinic.person import story


def until(person: Person) -> tuple[date, bool]:
    person = Person.objects.select_related("clinic").get(pk=person.pk)
    found = kept_until(Chart(person))
    return found.day, found.is_at_least


def of_age(born: str | None) -> dict[str, Any]:
    case = story.history()
    case["person"] = {"id": "x", **({"born": born} if born else {})}
    case.get("facts", {}).pop("age_years", None)
    return case


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1984-03-01", date(2042, 1, 12)),  # of age long ago: the last entry counts
        ("2007-01-11", date(2042, 1, 12)),  # came of age the day before it
        ("2007-01-12", date(2042, 1, 12)),  # on the same day
        ("2007-01-13", date(2042, 1, 13)),  # the day after it
        ("2010-06-30", date(2045, 6, 30)),
        ("2008-02-29", date(2043, 3, 1)),  # 2027 has no such day
    ],
)
def test_from_the_later_of_last_entry_and_coming_of_age(
    patient: tuple[Actor, Person], physio: Actor, born: str, expected: date
) -> None:
    story.sign(physio, patient[1], story.STARTED, "history", of_age(born))
    assert until(patient[1]) == (expected, False)


def test_a_letter_is_an_entry_too(patient: tuple[Actor, Person], physio: Actor) -> None:
    story.sign(physio, patient[1], story.STARTED, "history", of_age("1984-03-01"))
    with clock.set_to(story.at(story.RETEST)):
        a_letter(physio, patient[1])
    assert until(patient[1]) == (date(2042, 3, 9), False)


def test_where_nobody_knows_the_age_it_is_told_as_the_least(patient: tuple[Actor, Person], physio: Actor) -> None:
    story.sign(physio, patient[1], story.STARTED, "history", {"episode": {"goal": "Walk"}})
    assert until(patient[1]) == (date(2042, 1, 12), True)


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2024, 2, 29), 16, date(2040, 2, 29)),
        (date(2024, 2, 29), 19, date(2043, 3, 1)),
        (date(2026, 2, 28), 16, date(2042, 2, 28)),
    ],
)
def test_a_leap_day_never_makes_it_earlier(day: date, years: int, expected: date) -> None:
    assert years_later(day, years) == expected
