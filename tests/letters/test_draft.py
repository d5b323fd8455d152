"""What a clinician may change in a letter before signing, and what stays as the record has it."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.letters.draft import LONGEST, Draft, NotEditable, editable, edited
from concordant.letters.kinds import KINDS
from concordant.letters.letter import Measures, Paragraph, Picture, Points, Section, Table
from tests.letters.letters import everything, planned, retested, unsigned, written
from tests.letters.letters import letter as letter_of
from tests.progress.courses import day

EVERY = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def letter():
    return written("progress")


@cache
def base():
    return written("home_programme")


def small(*parts):
    return replace(base(), sections=tuple(Section(str(n), (part,)) for n, part in enumerate(parts)))


def test_paragraphs_and_points_are_offered_in_reading_order():
    found = editable(small(Paragraph("a"), Points(("b", "c")), Table(("x",), (("1",),)), Paragraph("d")))
    assert [(one.place, one.text) for one in found] == [("0.0", "a"), ("1.0.0", "b"), ("1.0.1", "c"), ("3.0", "d")]


@EVERY
def test_figures_and_pictures_are_never_offered(kind):
    found = written(kind)
    for one in editable(found):
        section, part, *_ = map(int, one.place.split("."))
        chosen = found.sections[section].parts[part]
        assert not isinstance(chosen, Table | Measures | Picture)
        assert not chosen.fixed


def test_headache_days_and_open_warning_signs_are_not_offered():
    case = planned(cancer_active=True)
    found = unsigned({**case, "assessments": [{"date": day(case).isoformat()}]}, day(case))
    told = "\n".join(one.text for one in editable(found))
    assert "SAME DAY" in everything(found)
    assert "SAME DAY" not in told
    assert "Probability of a real fall" in everything(found)
    assert "Probability of a real fall" not in told
    assert "Please see to the warning signs above" not in told


def test_what_is_changed_is_changed_and_nothing_else(letter):
    (first, *others) = editable(letter)
    found = edited(letter, {first.place: "In my own words."})
    assert [one.text for one in editable(found)] == ["In my own words.", *(one.text for one in others)]
    assert replace(found, sections=()) == replace(letter, sections=())


def test_an_empty_text_leaves_the_paragraph_out():
    found = edited(small(Paragraph("a"), Points(("b", "c"))), {"0.0": " \n", "1.0.0": ""})
    assert found.sections == (Section("1", (Points(("c",)),)),)


def test_places_are_those_of_the_letter_as_it_was_written():
    found = small(Points(("a", "b", "c")))
    draft = Draft("progress", found).changed({"0.0.0": ""}).changed({"0.0.2": "C"})
    assert draft.letter.sections == (Section("0", (Points(("b", "C")),)),)
    assert dict(draft.edits) == {"0.0.0": "", "0.0.2": "C"}


def test_the_same_text_again_is_no_change():
    draft = Draft("progress", small(Paragraph("a\nb"))).changed({"0.0": "a\r\nb "})
    assert dict(draft.edits) == {}
    assert Draft("progress", small(Paragraph("a"))).changed({"0.0": "b"}).changed({"0.0": "a"}).edits == {}


def test_a_draft_without_changes_is_the_letter(letter):
    assert Draft("progress", letter).letter == letter


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("2.0", "2.0: tells what the record says and cannot be changed"),
        ("3.0", "3.0: tells what the record says and cannot be changed"),
        ("9.0", "9.0: there is no such paragraph"),
        ("1.0", "1.0: tells what the record says and cannot be changed"),
        ("1.0.7", "1.0.7: tells what the record says and cannot be changed"),
        ("x", "x: there is no such paragraph"),
        ("", ": there is no such paragraph"),
        ("0.٣", "0.٣: there is no such paragraph"),
        ("-1.0", "-1.0: there is no such paragraph"),
        ("0.1.2.3", "0.1.2.3: there is no such paragraph"),
    ],
)
def test_what_cannot_be_changed_is_named_and_nothing_is(place, says):
    found = small(Paragraph("a"), Points(("b",)), Table(("x",), ()), Paragraph("figures", fixed=True))
    with pytest.raises(NotEditable) as caught:
        edited(found, {"0.0": "changed", place: "x"})
    assert caught.value.problems == (says,)
    with pytest.raises(NotEditable):
        Draft("progress", found, {place: "x"})


def test_every_problem_is_said_at_once():
    with pytest.raises(NotEditable) as caught:
        edited(small(Paragraph("a")), {"0.0": "x" * (LONGEST + 1), "5.0": "y"})
    assert caught.value.problems == (
        f"0.0: has {LONGEST + 1} characters; allowed: {LONGEST} at most",
        "5.0: there is no such paragraph",
    )


@given(st.dictionaries(st.sampled_from(["0.0", "1.0.0", "1.0.1", "2.0"]), st.text(max_size=20)))
def test_every_text_is_kept_or_left_out(changes):
    found = edited(small(Paragraph("a"), Points(("b", "c")), Paragraph("d")), changes)
    before = {"0.0": "a", "1.0.0": "b", "1.0.1": "c", "2.0": "d"}
    wanted = [text.replace("\r\n", "\n").strip() for text in {**before, **changes}.values()]
    assert [one.text for one in editable(found)] == [one for one in wanted if one]


def test_all_changes_together_have_a_limit():
    many = "\n\n".join("abcdefghijklmnop")
    as_written = letter_of(retested(), remark=many)
    places = [one.place for one in editable(as_written)]
    edits = dict.fromkeys(places[:11], "a" * 4000)
    with pytest.raises(NotEditable, match="what was changed has 44000 characters in all; allowed: 40000 at most"):
        Draft("progress", as_written, edits)
    assert Draft("progress", as_written, dict.fromkeys(places[:10], "a" * 4000)).edits


def test_a_long_paragraph_of_the_record_that_nobody_changed_is_no_change():
    """A form sends every paragraph that it shows."""
    as_written = letter_of(retested(), remark="a" * 4001)
    place = next(one.place for one in editable(as_written) if len(one.text) == 4001)
    assert not Draft("progress", as_written, {place: "a" * 4001}).edits
