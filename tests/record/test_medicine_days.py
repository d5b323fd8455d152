"""Days with acute medicines: days and not tablets, each day once, a medicine of unknown class may be any."""

from datetime import date

import pytest

from concordant.facts import UNKNOWN, Span
from tests.people import bare, record
from tests.record.diaries import days

TODAY = date(2025, 1, 8)
TAKEN = {
    "t": ["triptan"],
    "n": ["nsaid"],
    "b": ["nsaid", "paracetamol"],
    "p": ["paracetamol"],
    "u": ["unspecified"],
    "-": [],
}


def counted(signs, **more):
    rows = days(signs, TODAY, lambda sign: {"acute_medication": TAKEN[sign]})
    return record(bare(diary=rows, **more), TODAY)


def by_class(signs):
    return counted(signs).value("acute_med_days_per_30d")


def test_each_class_is_counted_by_days():
    found = by_class("t" * 4 + "b" * 3 + "n" * 2 + "-" * 21)
    assert {key: found[key] for key in ("triptan", "nsaid", "paracetamol", "opioid")} == {
        "triptan": 4, "nsaid": 5, "paracetamol": 3, "opioid": 0,
    }  # fmt: skip


def test_a_day_of_an_unspecified_medicine_may_be_a_day_of_any_class():
    found = by_class("t" * 4 + "u" * 2 + "-" * 24)
    assert (found["triptan"], found["opioid"]) == (Span(4, 6), Span(0, 2))


def test_a_missing_day_may_be_a_day_of_any_class():
    assert by_class("t" * 4 + "." * 3 + "-" * 23)["triptan"] == Span(4, 7)


@pytest.mark.parametrize(
    ("signs", "non_opioid", "any_medicine"),
    [
        ("n" * 9 + "p" * 8 + "-" * 13, 17, 17),
        ("b" * 9 + "-" * 21, 9, 9),
        ("t" * 6 + "p" * 6 + "-" * 18, 6, 12),
        ("u" * 3 + "-" * 27, Span(0, 3), 3),
    ],
)
def test_days_together_are_counted_once(signs, non_opioid, any_medicine):
    found = counted(signs)
    assert found.value("non_opioid_days_per_30d") == non_opioid
    assert found.value("any_acute_med_days_per_30d") == any_medicine


@pytest.mark.parametrize(
    ("table", "non_opioid", "any_medicine"),
    [
        ({"nsaid": 9, "paracetamol": 8}, Span(9, 17), Span(9, 17)),
        ({"nsaid": 20, "paracetamol": 20}, Span(20, 30), Span(20, 30)),
        ({"triptan": 6, "paracetamol": 6}, 6, Span(6, 12)),
        ({"nsaid": 4}, 4, 4),
    ],
)
def test_a_table_of_days_bounds_the_days_together(table, non_opioid, any_medicine):
    found = record(bare(acute_med_days_per_30d=table))
    assert found.value("non_opioid_days_per_30d") == non_opioid
    assert found.value("any_acute_med_days_per_30d") == any_medicine


def test_without_diary_or_table_nothing_is_known():
    found = record(bare())
    assert found.value("any_acute_med_days_per_30d") is UNKNOWN
