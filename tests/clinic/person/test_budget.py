"""The same few statements and bytes for three days and for three years."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client

import clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic.conftest import Statements
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader

STATIC = Path(clinic.__file__).parent / "static/clinic"
SHEET = (STATIC / "person.css").read_text()
HISTORIES = [3, 3 * 365]


@pytest.mark.parametrize("days", HISTORIES)
def test_statements_do_not_grow_with_the_history(
    read: Reader, physio: Actor, person: Person, days: int, statements: Statements
) -> None:
    story.with_course(physio, person, diary_days=days)
    before = len(statements.texts)
    assert read(person).status_code == 200
    # session, reader and clinic, person, entries with authors, turn to write, event, end of the log, clinic,
    # what devices sent of days that may wait to be told apart
    assert len(statements.texts) - before == 10


@pytest.mark.parametrize("days", HISTORIES)
def test_bytes_do_not_grow_with_the_history(read: Reader, physio: Actor, person: Person, days: int) -> None:
    story.with_course(physio, person, diary_days=days)
    assert len(gzip.compress(read(person).content)) < 20_000  # of the 60 KB there may be


def test_three_headaches_of_whom_little_is_known_fit_as_well(read: Reader, physio: Actor, person: Person) -> None:
    headaches = [{"id": name, "facts": {}} for name in "ABC"]
    story.sign(physio, person, story.STARTED, "history", {"headaches": headaches})
    assert len(gzip.compress(read(person).content)) < 40_000


def test_a_drawing_is_small(read: Reader, cared_for: Person) -> None:
    drawings = re.findall(r"<svg.*?</svg>", read(cared_for).text, re.DOTALL)
    assert max(map(len, drawings)) < 6_000  # of 25 KB


def test_the_sheets_together_are_small() -> None:
    assert sum(len(gzip.compress(path.read_bytes())) for path in STATIC.glob("*.css")) < 25_000


def test_colours_come_from_the_names_of_the_one_palette() -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", SHEET) == []
    palette = (STATIC / "concordant.css").read_text()
    used = set(re.findall(r"var\((--[\w-]+)", SHEET)) - {"--shade"}
    assert used <= set(re.findall(r"(--[\w-]+):", palette))


@pytest.mark.parametrize("address", ["", "entries/", "diagnoses/A/11.2.1/"])
def test_nothing_that_the_content_policy_would_block(
    read: Reader, client: Client, cared_for: Person, address: str
) -> None:
    read(cared_for)
    answer = client.get(f"/people/{cared_for.pk}/{address}")
    assert "style-src 'self'" in answer["Content-Security-Policy"]
    assert re.findall(r"\sstyle=|<style|\son\w+=|javascript:", answer.text) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", answer.text) if "src=" not in tag] == []
    assert re.findall(r'(?:src|href)="https?:', answer.text) == []


def test_names_and_words_from_charts_are_escaped(read: Reader, physio: Actor, person: Person) -> None:
    case = story.history()
    case["episode"]["goal"] = "<script>goal</script>"
    case["headaches"][0]["name"] = "<b>name"
    story.sign(physio, person, story.STARTED, "history", case)
    text = read(person).text
    assert "&lt;script&gt;goal" in text
    assert "&lt;b&gt;name" in text
    assert "<script>goal" not in text
