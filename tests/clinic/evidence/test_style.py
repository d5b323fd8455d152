"""The sheet of the evidence: colours are those of the whole application, on screens and in the dark too."""

import re
from pathlib import Path

import clinic
from clinic.evidence.library_table import MARKS
from concordant.evidence.forest.chart import MARK
from tests.clinic.evidence.conftest import Get
from tests.clinic.evidence.reading import words

SHEET = (Path(clinic.__file__).parent / "static/clinic/evidence.css").read_text(encoding="utf-8")


def test_the_one_colour_that_is_named_is_that_of_the_plot_which_is_replaced_on_pages() -> None:
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", SHEET.replace("#own", ""))) == {MARK}
    assert f'.forest [fill="{MARK}"] {{ fill: var(--accent); }}' in SHEET
    assert f'.forest [stroke="{MARK}"] {{ stroke: var(--accent); }}' in SHEET


def test_nothing_is_fetched() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET


def test_the_plot_on_a_page_has_that_colour(read: Get) -> None:
    page = read("/evidence/advice/neck-exercise/")
    assert f'fill="{MARK}"' in page


def test_every_mark_is_explained(read: Get) -> None:
    said = words(read("/evidence/trials/", trial="none")).split("What the marks mean")[1]
    for mark in MARKS.values():
        assert str(mark) in said
