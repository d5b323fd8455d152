"""Health numbers and claim numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.payers import NotAClaimNumber, NotAPhn, claim_number, phn
from concordant.payers.claim_number import odd
from concordant.payers.phn import check_digit


@pytest.mark.parametrize(
    ("raw", "digits"),
    [("9698658215", "9698658215"), ("9698 658 215", "9698658215"), ("9698-658-215", "9698658215"), ("9736504212",) * 2],
)
def test_a_number_that_can_be_issued(raw, digits):
    assert phn(raw) == digits


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("9698648215", "wrong check digit"),
        ("5736504210", "does not start with 9"),
        ("9736A04212", "not 10 digits"),
        ("973650421", "not 10 digits"),
        ("", "not 10 digits"),
        ("٩698658215", "not 10 digits"),
        ("9" * 5000, "not 10 digits"),
        ("9698658215\n", "not 10 digits"),
    ],
)
def test_one_that_cannot_says_why(raw, why):
    with pytest.raises(NotAPhn, match=why):
        phn(raw)


bodies = st.from_regex(r"[0-9]{8}", fullmatch=True).filter(lambda body: check_digit(body) < 10)


@given(bodies, st.integers(1, 8), st.integers(1, 9))
def test_every_single_wrong_digit_is_caught(body, place, more):
    number = f"9{body}{check_digit(body)}"
    assert phn(number) == number
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]
    with pytest.raises(NotAPhn):
        phn(wrong)


@given(bodies, st.integers(1, 7))
def test_every_swap_of_neighbours_is_caught(body, place):
    number = f"9{body}{check_digit(body)}"
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        with pytest.raises(NotAPhn):
            phn(swapped)


def test_ten_is_never_a_check_digit():
    assert check_digit("00000005") == 7
    assert any(check_digit(f"{body:08}") == 10 for body in range(30))


@pytest.mark.parametrize(("raw", "kept"), [("ab 123456", "AB123456"), ("AB12-3456", "AB123456"), (" a1 ", "A1")])
def test_a_claim_number_is_stripped_and_capital(raw, kept):
    assert claim_number(raw) == kept


@pytest.mark.parametrize("raw", ["", " - ", "AB1234567", "AB_12", "<script>", "ÄB123456", "A" * 5000])
def test_what_is_no_claim_number_is_refused(raw):
    with pytest.raises(NotAClaimNumber, match="1 to 8 letters and digits"):
        claim_number(raw)


def test_the_pattern_only_warns():
    assert odd("AB123456") == ""
    assert "does not look like" in odd(claim_number("12345678"))
