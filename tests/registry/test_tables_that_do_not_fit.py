"""Tables that do not fit are refused, with column, what was found and what is allowed; others are read as they are."""

from datetime import date

import polars as pl
import pytest

from concordant.criteria import RuleConflict
from concordant.diagnosis import BOOK
from concordant.registry.problems import TableError
from concordant.registry.verdicts import Verdicts

WHOM = {"person": ["p1", "p2"], "headache": ["A", "A"]}


def _verdicts(**columns):
    frame = pl.DataFrame(WHOM | columns)
    return Verdicts(frame.schema).of(frame)


REFUSED = {
    "a name that no column has": (
        {"photofobia": [True, None]},
        "column photofobia: no column is named so; did you mean photophobia",
    ),
    "a number for yes or no": ({"photophobia": [1, 0]}, "column photophobia: Int64 is not allowed; allowed: Boolean"),
    "a word that is not in the list": (
        {"laterality": ["bilateral", "left"]},
        r"column laterality: 'left' \(person p2\) is not allowed; allowed: one of left_always,",
    ),
    "the word unknown": ({"laterality": ["unknown", None]}, "column laterality: 'unknown'"),
    "fewer than none": (
        {"attack_count_lifetime": [5, -1]},
        r"column attack_count_lifetime: -1 \(person p2\) is not allowed; allowed: a whole number from 0",
    ),
    "NaN": ({"attack_count_lifetime": [float("nan"), 5.0]}, "column attack_count_lifetime: nan"),
    "low above high": (
        {"attack_duration_minutes.low": [60.0, None], "attack_duration_minutes.high": [30.0, None]},
        r"column attack_duration_minutes.low: 60.0 \(person p1\)",
    ),
    "a low without a high": (
        {"attack_duration_minutes.low": [60.0, None]},
        "column attack_duration_minutes.low: it stands alone",
    ),
    "both exact and with bounds": (
        {
            "attack_duration_minutes": [60.0, None],
            "attack_duration_minutes.low": [60.0, None],
            "attack_duration_minutes.high": [60.0, None],
        },
        "column attack_duration_minutes: it stands beside",
    ),
    "an injury of which nobody says that it happened": (
        {"injury1.whiplash_occurred": [True, None]},
        "column injury1.exists: it is missing",
    ),
    "a visit without a day": (
        {"visit1.crom_reduced": [True, None]},
        "column visit1.date: it is missing",
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_it_is_refused(mistake):
    columns, message = REFUSED[mistake]
    with pytest.raises(TableError, match=f"^{message}"):
        _verdicts(**columns)


def test_a_day_in_words_is_refused():
    with pytest.raises(TableError, match="injury_date: String is not allowed; allowed: Date"):
        _verdicts(**{"injury1.exists": [True, True], "injury1.injury_date": ["2024-01-01", None]})


@pytest.mark.parametrize("gone", ["person", "headache"])
def test_a_table_says_whom_it_speaks_of(gone):
    frame = pl.DataFrame({name: values for name, values in WHOM.items() if name != gone})
    with pytest.raises(TableError, match=f"^column {gone}: it is missing"):
        Verdicts(frame.schema)


def test_of_nothing_nothing_is_known():
    found = _verdicts()
    statuses = [name for name in found.columns if name.endswith(" status")]
    assert statuses
    assert {value for name in statuses for value in found[name]} == {"undetermined"}


def test_a_table_without_rows_has_no_verdicts():
    frame = pl.DataFrame(schema={"person": pl.String, "headache": pl.String, "photophobia": pl.Boolean})
    assert Verdicts(frame.schema).of(frame).height == 0


@pytest.mark.parametrize("kind", [pl.String, pl.Categorical, pl.Enum(["bilateral", "right_always"])])
@pytest.mark.parametrize("number", [pl.Int8, pl.UInt16, pl.Int64, pl.Float32])
def test_types_that_say_the_same_are_the_same(kind, number):
    words, counts = pl.Series(["bilateral", None], dtype=kind), pl.Series([10, None], dtype=number)
    plain = _verdicts(laterality=["bilateral", None], attack_count_lifetime=[10, None])
    assert _verdicts(laterality=words, attack_count_lifetime=counts).equals(plain)


def test_a_column_of_nulls_is_no_column():
    assert _verdicts(photophobia=[None, None]).equals(_verdicts())


def test_an_exact_number_is_bounds_that_meet():
    low, high = "attack_duration_minutes.low", "attack_duration_minutes.high"
    assert _verdicts(attack_duration_minutes=[30.0, 300.0]).equals(
        _verdicts(**{low: [30.0, 300.0], high: [30.0, 300.0]})
    )


def test_a_rule_that_contradicts_itself_is_an_error_that_names_it_and_the_person(monkeypatch):
    from concordant.criteria import decide, yes
    from concordant.facts.history.pattern import phonophobia, photophobia
    from concordant.registry import verdicts

    table = decide(met_if=yes(photophobia), not_met_if=yes(phonophobia))
    monkeypatch.setattr(verdicts, "BOOK", {**BOOK, "torn": table})
    monkeypatch.setattr(verdicts, "of_headache", lambda key: True)
    frame = pl.DataFrame(WHOM | {"photophobia": [True, True], "phonophobia": [False, True]})
    with pytest.raises(RuleConflict, match=r"^person p2, headache A: .*photophobia.* says met, .*phonophobia.*not met"):
        Verdicts(frame.schema, ["torn"]).of(frame)


def test_who_and_when_is_kept():
    frame = pl.DataFrame(WHOM | {"as_of": [date(2026, 1, 1), date(2026, 1, 2)]})
    found = Verdicts(frame.schema, list(BOOK)[:1]).of(frame)
    assert found.select("person", "headache", "as_of").equals(frame)
