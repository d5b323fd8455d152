"""The published tables: fees by the day of treatment, rule sets and windows by the day of the accident."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.payers import (
    FeeRow,
    FeeTable,
    Item,
    Late,
    RuleSet,
    deadline,
    fee_table,
    most_visits,
    preauthorised,
    rule_set,
    rules,
    strict_end,
    weeks_left,
    window_end,
)
from concordant.payers.running_out import LEAD_DAYS


def on(text):
    return date.fromisoformat(text)


def fee(discipline, item, day):
    found = fee_table().fee(discipline, item, on(day)).amount
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("discipline", "item", "day", "amount"),
    [
        ("physiotherapy", "standard", "2019-04-01", "79.00"),
        ("physiotherapy", "standard", "2020-03-31", "79.00"),
        ("physiotherapy", "standard", "2020-04-01", None),
        ("physiotherapy", "standard", "2023-03-31", None),
        ("physiotherapy", "standard", "2023-04-01", "89.00"),
        ("physiotherapy", "standard", "2024-04-01", None),
        ("physiotherapy", "standard", "2025-03-31", None),
        ("physiotherapy", "standard", "2025-04-01", "95.00"),
        ("physiotherapy", "initial", "2025-04-01", "151.00"),
        ("physiotherapy", "initial", "2019-04-01", None),
        ("massage_therapy", "initial", "2019-04-01", "107.00"),
        ("massage_therapy", "standard", "2020-04-01", "82.00"),
        ("massage_therapy", "initial", "2024-06-01", "125.00"),
        ("massage_therapy", "standard", "2025-04-30", "96.00"),
        ("massage_therapy", "standard", "2025-05-01", "105.00"),
        ("massage_therapy", "initial", "2025-12-01", "128.00"),
        ("kinesiology", "standard", "2025-05-01", "94.00"),
        ("chiropractic", "standard", "2025-05-01", "75.00"),
        ("chiropractic", "initial", "2019-06-01", None),
        ("acupuncture", "standard", "2025-05-01", "113.00"),
        ("counselling", "initial", "2025-05-01", "262.00"),
        ("psychology", "standard", "2023-04-01", "219.00"),
        ("massage_therapy", "standard", "2026-04-01", None),
        ("physiotherapy", "initial", "2026-11-01", None),
    ],
)
def test_fees_as_published(discipline, item, day, amount):
    assert fee(discipline, item, day) == amount


def test_a_row_without_a_start_is_never_looked_up():
    undated = [row for row in fee_table().rows if row.effective_from is None]
    assert {str(row.amount) for row in undated} >= {"107.85", "111.00", "90.72", "94.00"}
    assert fee("acupuncture", "standard", "2019-03-31") is None
    assert fee("physiotherapy", "initial", "2018-06-01") is None


def test_why_a_fee_is_not_known():
    assert "from 2026-04-01 on is not known" in fee_table().fee("physiotherapy", "standard", on("2026-05-01")).why
    assert "until 2025-03-31 only" in ended().fee("x", "standard", on("2025-04-01")).why
    assert "no fee of x (standard) is known" in ended().fee("x", "standard", on("2020-01-01")).why


def ended():
    return FeeTable([row("2025-01-01", "1.00", until="2025-03-31")])


def row(since, amount, *, until=None, source="a letter"):
    return FeeRow(
        effective_from=on(since),
        effective_to=on(until) if until else None,
        discipline="x",
        item="standard",
        amount=None if amount is None else Decimal(amount),
        how_known="read",
        source=source,
    )


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (lambda: FeeTable([row("2025-01-01", "1"), row("2025-01-01", "2")]), "two fees"),
        (lambda: row("2025-01-01", "1", source=" "), "no source"),
        (lambda: row("2025-01-01", "1", until="2024-12-31"), "ends before it begins"),
    ],
)
def test_a_row_that_cannot_be_is_refused(rows, says):
    with pytest.raises(ValueError, match=says):
        rows()


days = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@given(days, st.lists(days, unique=True, max_size=6), st.sampled_from([*fee_table().rows]))
def test_an_old_claim_keeps_its_price_whatever_rows_come_later(day, later, of):
    before = fee_table().fee(of.discipline, of.item, day)
    added = [
        FeeRow(
            effective_from=since,
            discipline=of.discipline,
            item=of.item,
            amount=Decimal("1.23"),
            how_known="read",
            source="a letter",
        )
        for since in later
        if since > day
    ]
    assert fee_table().with_rows(added).fee(of.discipline, of.item, day) == before


def test_a_row_of_the_clinic_takes_the_place_of_one_that_is_blank():
    own = FeeRow(
        effective_from=on("2026-04-01"),
        discipline="physiotherapy",
        item="standard",
        amount=Decimal("98.00"),
        how_known="told",
        source="a letter",
    )
    table = fee_table().with_rows([own])
    assert table.fee("physiotherapy", "standard", on("2026-04-02")).amount == Decimal("98.00")
    assert fee_table().fee("physiotherapy", "standard", on("2026-04-02")).amount is None


def told(since, money):
    return FeeRow(
        effective_from=on(since),
        discipline="massage_therapy",
        item="standard",
        amount=Decimal(money),
        how_known="told",
        source="a letter",
    )


@pytest.mark.parametrize("since", ["2025-05-01", "2025-07-01", "2026-03-31"])
def test_no_row_of_the_clinic_beats_a_fee_that_was_read(since):
    table = fee_table().with_rows([told(since, "150.00")])
    for day in (since, "2025-12-01", "2026-03-31"):
        assert table.fee("massage_therapy", "standard", on(day)).amount == Decimal("105.00")
    # And it fills no gap that begins later: that is another day, and has to be asked for.
    assert table.fee("massage_therapy", "standard", on("2026-04-01")).amount is None


def test_a_row_of_the_clinic_beats_what_was_only_worked_out():
    assert fee_table().fee("massage_therapy", "standard", on("2024-05-01")).row.how_known == "derived"
    assert fee_table().published("massage_therapy", "standard", on("2024-05-01")) is None
    table = fee_table().with_rows([told("2024-04-01", "93.00")])
    assert table.fee("massage_therapy", "standard", on("2024-05-01")).amount == Decimal("93.00")
    assert table.fee("massage_therapy", "standard", on("2025-05-01")).amount == Decimal("105.00")


@given(days, days, st.sampled_from([*fee_table().rows]))
def test_whatever_the_clinic_says_a_fee_that_was_read_stands(day, since, of):
    row = fee_table().published(of.discipline, of.item, day)
    own = FeeRow(
        effective_from=since, discipline=of.discipline, item=of.item, amount=Decimal("1.23"), how_known="told",
        source="a letter",
    )  # fmt: skip
    if row is not None:
        # One that was said for a gap before holds until the next published row, and no longer.
        found = fee_table().with_rows([own]).fee(of.discipline, of.item, day)
        assert found.amount == row.amount


@pytest.mark.parametrize(
    ("accident", "rules_"),
    [
        ("1999-01-01", RuleSet.PART_7),
        ("2019-03-31", RuleSet.PART_7),
        ("2019-04-01", RuleSet.PART_7_MINOR_INJURY),
        ("2021-04-30", RuleSet.PART_7_MINOR_INJURY),
        ("2021-05-01", RuleSet.ENHANCED_CARE),
        ("2026-11-01", RuleSet.ENHANCED_CARE),
    ],
)
def test_the_rule_set_follows_the_accident(accident, rules_):
    assert rule_set(on(accident)) is rules_


@pytest.mark.parametrize(
    ("accident", "due", "strict", "last"),
    [
        ("2023-12-10", "2024-02-18", "2024-03-02", "2024-03-03"),
        ("2024-01-01", "2024-03-11", "2024-03-24", "2024-03-25"),
        ("2024-12-09", "2025-02-17", "2025-03-02", "2025-03-03"),
        ("2025-06-02", "2025-08-11", "2025-08-24", "2025-08-25"),
        # The clocks change between them; days do not.
        ("2025-02-01", "2025-04-12", "2025-04-25", "2025-04-26"),
    ],
)
def test_the_window_as_published(accident, due, strict, last):
    day = on(accident)
    assert (strict_end(day), window_end(day)) == (on(strict), on(last))
    assert window_end(day) - timedelta(days=LEAD_DAYS) == on(due)


def test_weeks_left_at_the_edges():
    crash = on("2025-06-02")
    left = [weeks_left(crash, crash + timedelta(days=days)) for days in (-1, 0, 1, 2, 7, 77, 78, 83, 84, 85)]
    assert left == [12, 12, 12, 12, 12, 2, 1, 1, 1, 0]


def test_preauthorised_counts():
    counts = {name: one.count for name, one in preauthorised().items()}
    assert counts == {
        "physiotherapy": 25,
        "chiropractic": 25,
        "massage_therapy": 12,
        "kinesiology": 12,
        "acupuncture": 12,
        "counselling": 12,
        "psychology": 12,
        "occupational_therapy": None,
    }
    assert most_visits("physiotherapy", on("2019-03-31")) is None
    assert most_visits("physiotherapy", on("2019-04-01")) == 25
    assert most_visits("yoga", on("2025-01-01")) is None


def test_every_row_has_a_source_and_every_rule_its_standing():
    assert [row for row in fee_table().rows if not row.source] == []
    assert [one for one in preauthorised().values() if not one.source] == []
    assert [f"R{number:02}" for number in range(1, 44) if f"R{number:02}" not in rules()] == []
    assert {one.how_known for one in rules().values()} == {"read", "recalled", "not found", "design"}
    assert all(one.source and one.says for one in rules().values())


def test_items_of_a_visit_are_those_of_the_table():
    assert {item.value for item in Item} <= {row.item for row in fee_table().rows}


@pytest.mark.parametrize(
    ("days", "late"),
    [
        (0, Late.IN_TIME),
        (29, Late.IN_TIME),
        (30, Late.WARN),
        (49, Late.WARN),
        (50, Late.ALARM),
        (60, Late.ALARM),
        (61, Late.OVER),
    ],
)
@pytest.mark.parametrize("rules_", [RuleSet.PART_7_MINOR_INJURY, RuleSet.ENHANCED_CARE])
def test_receipts_have_sixty_days(days, late, rules_):
    day = on("2025-06-10")
    found = deadline(day, rules_)
    assert found.on(day + timedelta(days=days)) is late
    assert found.because == (("R30", "R31") if rules_ is RuleSet.ENHANCED_CARE else ("R30",))
