"""A day is as good as it is known, and then the later one."""

from datetime import date
from typing import Any

import pytest

from clinic.selfcheck.asked import answered
from concordant.facts import UNKNOWN
from concordant.facts.kinds import NotAllowed
from concordant.selfcheck import question

TODAY = date(2024, 3, 10)
ASKED = question("headache_onset_date")


def sent(year: str, month: str = "", day: str = "") -> dict[str, Any]:
    return {"answer.year": [year], "answer.month": [month], "answer.day": [day]}


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (sent("2015"), date(2015, 12, 31)),
        (sent("2024"), TODAY),
        (sent("2024", "2"), date(2024, 2, 29)),
        (sent("2024", "3"), TODAY),
        (sent("2015", "5", "6"), date(2015, 5, 6)),
        (sent("2015", "", "6"), date(2015, 12, 31)),
        (sent("2024", "3", "10"), TODAY),
        ({"unknown": ["1"], "answer.year": ["2015"]}, UNKNOWN),
    ],
)
def test_the_latest_day_that_fits(data: Any, read: Any) -> None:
    assert answered(ASKED, data, TODAY) == read


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (sent(""), "Choose an answer"),
        (sent("2024", "3", "11"), "has not come"),
        (sent("2025"), "has not come"),
        (sent("2023", "2", "29"), "no such day"),
        (sent("2023", "13"), "no such day"),
        (sent("long ago"), "no such day"),
        (sent("99999"), "no such day"),
        (sent("1850"), "too long ago"),
    ],
)
def test_what_is_no_day_is_told(data: Any, problem: str) -> None:
    with pytest.raises(NotAllowed, match=problem):
        answered(ASKED, data, TODAY)


def test_none_of_these_is_an_answer_to_a_list_alone() -> None:
    assert answered(question("systemic_symptoms"), {"none": ["1"]}, TODAY) == frozenset()
    with pytest.raises(NotAllowed):
        answered(question("fever"), {"none": ["1"]}, TODAY)


@pytest.mark.parametrize("text", ["-1", "1e400", "many", "31"])
def test_a_number_out_of_bounds_is_told(text: str) -> None:
    with pytest.raises(NotAllowed, match="This has to be"):
        answered(question("any_headache_days_per_30d"), {"answer": [text]}, TODAY)
