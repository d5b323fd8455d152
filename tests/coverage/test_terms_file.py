"""The clinic's terms in a file: what is read, and what is refused with its place."""

from datetime import date
from decimal import Decimal

import pytest

from concordant.coverage.terms_file import read_terms, terms_of
from concordant.payers import Item
from concordant.record.problems import CaseFileError

GOOD = """
recovery_network: [{from: 2025-03-22, until: 2025-12-31}, {from: 2026-02-01}]
prices:
  - {discipline: physiotherapist, item: standard, minutes: 60, from: 2025-04-01, amount: 120.10}
gst: [{discipline: rmt, from: 2025-04-01, added: true}, {discipline: rmt, from: 2026-01-01, added: false}]
vendors: {clinic: "V0012"}
fees:
  - {discipline: rmt, item: standard, from: 2026-04-01, amount: 107.00, source: "letter of ICBC, 2026-03-15"}
  - {discipline: rmt, item: initial, from: 2026-04-01, source: "asked, no answer"}
"""


def test_everything_is_read_as_it_is_written():
    found = terms_of(GOOD)
    assert [found.member_on(date(2025, 12, day)) for day in (31,)] == [True]
    assert found.member_on(date(2026, 1, 15)) is False
    assert found.member_on(date(2026, 2, 1)) is True
    assert found.price("physiotherapist", Item.STANDARD, 60, date(2025, 5, 1)) == Decimal("120.10")
    assert found.price("physiotherapist", Item.STANDARD, 45, date(2025, 5, 1)) is None
    assert [found.taxed("rmt", date(year, 5, 1)) for year in (2024, 2025, 2026)] == [None, True, False]
    assert found.taxed("kinesiologist", date(2026, 5, 1)) is None
    assert found.vendors == {"clinic": "V0012"}
    table = found.fee_table
    assert table.fee("massage_therapy", "standard", date(2026, 5, 1)).amount == Decimal("107.00")
    assert table.fee("massage_therapy", "initial", date(2026, 5, 1)).amount is None


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}"])
def test_nothing_said_is_nothing_known(text):
    assert terms_of(text).member_on(date(2026, 1, 1)) is None


def test_an_empty_list_says_that_the_clinic_is_no_member():
    assert terms_of("recovery_network: []").member_on(date(2026, 1, 1)) is False


PRICE = "prices: [{{discipline: {}, item: {}, from: {}, amount: {}}}]"
FEE = "fees: [{{discipline: rmt, item: standard, from: 2026-04-01, amount: 1.00{}}}]"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[1, 2]", "is not a table of"),
        ("prizes: []", "did you mean prices?"),
        ("prices: 3", "is not a list"),
        (PRICE.format("physio", "standard", "2025-04-01", "1"), "allowed: one of physiotherapist"),
        (PRICE.format("rmt", "long", "2025-04-01", "1"), "allowed: one of initial, standard"),
        (PRICE.format("rmt", "standard", "April", "1"), "a date as YYYY-MM-DD"),
        (PRICE.format("rmt", "standard", "2025-04-01", "1.005"), "no amount of money"),
        (PRICE.format("rmt", "standard", "2025-04-01", "-1"), "no amount of money"),
        (PRICE.format("rmt", "standard", "2025-04-01", "true"), "no amount of money"),
        (PRICE.format("rmt", "standard", "2025-04-01", "[1]"), "no amount of money"),
        ("prices: [{discipline: rmt, item: standard, from: 2025-04-01}]", "amount: is missing"),
        ("prices: [{discipline: rmt, item: standard, from: 2025-04-01, amount: 1, minutes: 0}]", "from 1 to 600"),
        ("recovery_network: [{from: 2025-03-22, until: 2025-03-21}]", "is before"),
        ("gst: [{discipline: rmt, from: 2025-04-01, added: 5}]", "true or false"),
        ("gst: [{discipline: rmt, added: true}]", "from"),
        ("gst: [{discipline: L1, from: 2025-04-01, added: true}]", "allowed: one of physiotherapist"),
        ("gst: {rmt: true}", "is not a list"),
        ("vendors: {clinic: }", "text of 1 to"),
        ("vendors: 3", "is not a table"),
        (FEE.format(""), "source: is missing"),
        (FEE.format(', source: "a", until: 2026-03-31'), "ends before it begins"),
        ("fees: [{a: 1, b: 2}, 3, null]", "is not a table"),
        (
            "gst: [{discipline: rmt, from: 2025-04-01, added: true}, {discipline: rmt, from: 2025-04-01, added: true}]",
            "two rows of rmt begin on 2025-04-01",
        ),
        ("a: &x [*x]", "line 1"),
        ("prices: [" * 30, "line 1"),
    ],
)
def test_what_is_refused_names_its_place(text, says):
    with pytest.raises(CaseFileError) as caught:
        terms_of(text, name="terms.yaml")
    assert says in str(caught.value)
    assert str(caught.value).startswith("terms.yaml: ")


def test_two_fees_of_one_day_are_refused():
    twice = FEE.format(', source: "a"').replace("]", ", " + FEE.format(', source: "b"').split("[")[1])
    with pytest.raises(CaseFileError, match="two fees"):
        terms_of(twice)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 1_100_000])
def test_a_file_that_is_no_text_is_refused(data, tmp_path):
    path = tmp_path / "terms.yaml"
    path.write_bytes(data)
    with pytest.raises(CaseFileError):
        read_terms(path)
    with pytest.raises(CaseFileError, match="cannot be read"):
        read_terms(tmp_path / "none.yaml")
