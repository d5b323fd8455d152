"""The trial library as a table."""

import pytest

from concordant.evidence.library import HowKnown, trials
from tests.clinic.evidence.conftest import Get
from tests.clinic.evidence.reading import table, words

NAME = "Rows of the trials"


def test_every_row_is_on_one_of_the_pages(read: Get) -> None:
    seen, page = [], 1
    while True:
        text = read("/evidence/trials/", page=page)
        seen += [row[0] for row in table(text, NAME)]
        if 'rel="next"' not in text:
            break
        page += 1
    assert [int(one.split("row ")[1].split()[0]) for one in seen] == [each.row for each in trials()]


def test_haas_2018_as_it_is_printed(read: Get) -> None:
    """10.1016/j.spinee.2018.02.019: −3.3 days at 12 weeks (p 0.004); Table 3: 25 of 60 with light massage at week 6."""
    rows = table(read("/evidence/trials/", trial="haas2018", outcome="headache frequency"), NAME)
    at_12_weeks = [row[5] for row in rows if "12 weeks" in row[3] and "18 visits minus 0" in row[1]]
    assert at_12_weeks == ["MD −3.3, p 0.004"]
    counts = table(read("/evidence/trials/", trial="haas2018"), NAME)
    assert counts[0][5] == "25 of 60"


@pytest.mark.parametrize("name", ["outcome", "comparison", "trial"])
def test_each_filter_keeps_what_it_names(read: Get, name: str) -> None:
    column = {"trial": "trial_id"}.get(name, name)
    wanted = getattr(trials()[0], column)
    text = read("/evidence/trials/", **{name: wanted})
    assert f"{sum(getattr(each, column) == wanted for each in trials())} row" in words(text)
    assert f'<option value="{wanted}" selected>' in text
    assert 'href="/evidence/pool/?' in text


def test_numbers_that_are_only_recalled_are_never_shown(read: Get) -> None:
    """Hall 2007: the index values of its four first rows are recalled, and stand in the file."""
    rows = [row for row in table(read("/evidence/trials/", trial="hall2007"), NAME) if "recalled: number" in row[6]]
    assert len(rows) == sum(each.trial_id == "hall2007" and each.known is HowKnown.RECALLED for each in trials()) > 0
    assert {(row[4], row[5], row[6]) for row in rows} == {("–", "–", "recalled: number not shown")}


def test_second_hand_and_inferred_are_marked(read: Get) -> None:
    for known, mark in ((HowKnown.SECOND_HAND, "second-hand"), (HowKnown.INFERRED, "part inferred")):
        row = next(each for each in trials() if each.known is known)
        rows = table(read("/evidence/trials/", trial=row.trial_id), NAME)
        (shown,) = [each for each in rows if f"row {row.row} " in f"{each[0]} "]
        assert shown[6].startswith(mark)


def test_a_filter_that_there_is_not_finds_nothing_and_is_not_lost(read: Get) -> None:
    text = read("/evidence/trials/", trial="<script>alert(1)</script>")
    assert "No row of the library fits what you chose." in text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; (not in the library)" in text


@pytest.mark.parametrize("page", ["0", "-1", "x", "9999999999999999999999", "1e3", "٣"])
def test_a_page_that_there_is_not_is_the_first_or_the_last(read: Get, page: str) -> None:
    assert "Page " in read("/evidence/trials/", page=page)
