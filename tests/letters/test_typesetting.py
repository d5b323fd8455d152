"""The PDF as others read it: whole text, nothing read as markup, tagged, fonts inside, the same bytes again."""

import io
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.letters.letter import Letter, Paragraph, Section
from concordant.letters.people import Addressee, Paper, Patient
from concordant.letters.refused import LetterRefused
from concordant.letters.typesetting import pdf, png
from tests.letters.letters import letter, retested

HOSTILE = (
    '#read("/etc/passwd")',
    "#panic(1)",
    "`raw` ```typ #x```",
    "$x^2$ \\ * _ ~",
    "@reference <label> = heading",
    "// comment /* no */ https://example.org",
    "- + / ] [ } { ( ) ; , \" '",
    '"}],"sections":[]',
    "<svg onload=1> &amp; %PDF",
)


@pytest.fixture(scope="module")
def made() -> Letter:
    return letter(retested())


def plain(text: str) -> Letter:
    """A letter of one paragraph."""
    return Letter(
        "Title", "Author", date(2024, 1, 8), "8 Jan 2024", ("Clinic",), ("To",), (("Patient", "P"),),
        (Section("Heading", (Paragraph(text),)),), ("Author",), ("P",), Paper.A4,
    )  # fmt: skip


def read(made: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return "\n".join(page.extract_text() for page in pages)


def squeezed(text: str) -> str:
    """Without spaces: where a line breaks says nothing of the words."""
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_was_typed_is_read_as_markup(text):
    assert squeezed(text) in squeezed(read(pdf(plain(text))))


def test_it_holds_wherever_somebody_types():
    text = '#read("/etc/passwd") <a> @b `c`'
    made = letter(retested(), remark=text, patient=Patient(text, text), to=Addressee(text, (text,)))
    assert squeezed(read(pdf(made))).count(squeezed(text)) >= 5


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("#$@<>[]{}()*_`\\/~=-+\"'|&%.,;:!? ab1\n"), min_size=1, max_size=60))
def test_any_mix_of_the_signs_of_the_markup_comes_out_whole(text):
    assert squeezed(text) in squeezed(read(pdf(plain(f"begins {text} ends"))))


@pytest.mark.parametrize(
    "name",
    [
        "Siobhán O’Neill-Ångström",
        "Łukasz Żółć",
        "Αλέξανδρος Παπαδόπουλος",
        "Владимир Щербаков",
        "Nguyễn Thị Hồng",
        "A" * 400,
        "Wolfe " * 60,
    ],
)
def test_names_come_out_whole(name):
    made = replace(plain("x"), about=(("Patient", name),))
    assert squeezed(name) in squeezed(read(pdf(made)))


@pytest.mark.parametrize("name", ["דוד בן־גוריון", "عبد الله الحداد", "Dr. David (דוד) Ben-Ami", "یاسمین گل‌چین"])
def test_names_from_right_to_left_come_out_whole(name):
    # The order of the words of a line is up to the reader of the file; each letter is there, once.
    told = read(pdf(replace(plain("x"), about=(("Patient", name),))))
    letters = [sorted(_letters(one)) for one in (name, told.split("Patient")[1].split("Heading")[0])]
    assert letters[0] == letters[1]


def test_marks_on_letters_are_there():
    # Readers of the file get the letter under a mark twice: each of the two shapes carries both.
    name = "محمّد שָׂרָה"
    assert set(_letters(name)) <= set(_letters(read(pdf(replace(plain("x"), about=(("Patient", name),))))))


def test_accents_typed_apart_are_put_together():
    assert "Siobhán" in read(pdf(plain("Siobha\u0301n")))


def _letters(text: str) -> str:
    """Without spaces, brackets that turn with the direction, and joiners that have no shape."""
    return "".join(one for one in text if unicodedata.category(one)[0] in "LM")


@pytest.mark.parametrize("emoji", ["😀", "👩🏽‍⚕️", "❤️", "🇨🇦", "👍🏿", "🩺"])
def test_emoji_come_out_whole(emoji):
    assert emoji.rstrip("\ufe0f") in read(pdf(plain(f"before {emoji} after")))


def test_an_emoji_of_several_parts_is_one_shape():
    def inked(text: str) -> bytes:
        return png(plain(text), ppi=40)[0]

    # Set part by part it would be the picture of its parts.
    assert inked("👩🏽‍⚕️") != inked("👩🏽⚕")
    assert inked("👩🏽‍⚕️") != inked("⚕")


def test_a_character_that_no_font_shows_is_named_and_nothing_is_made():
    for make in (pdf, png):
        with pytest.raises(LetterRefused, match="No font of the letters can show: 漢, 字"):
            make(plain("漢字"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=8))
def test_any_text_is_set_or_refused_by_name(text):
    assert outcome(text).startswith(("%PDF", "No font of the letters can show: "))


def outcome(text: str) -> str:
    """The first bytes of the file, or why there is none."""
    try:
        return pdf(plain(text))[:4].decode()
    except LetterRefused as refused:
        return str(refused)


def test_signs_that_turn_text_round_do_not_reach_the_page():
    assert read(pdf(plain("safe \u202ednuos\u202c text"))) == read(pdf(plain("safe dnuos text")))


@pytest.mark.parametrize("text", ["a\x00b", "a\x07b", "a\ud800b", "a\uffffb"])
def test_what_is_no_character_is_shown_as_such(text):
    assert "a\ufffdb" in read(pdf(plain(text)))


def test_it_is_tagged_titled_and_in_a_language(made):
    root = pypdf.PdfReader(io.BytesIO(pdf(made))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (an object of the reader)
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert b"pdfuaid" in root["/Metadata"].get_data()
    kinds, pictures = tagged(root["/StructTreeRoot"])
    assert [one for one in kinds if one in ("H1", "H2")] == ["H1", *["H2"] * len(made.sections)]
    assert {"Table", "THead", "TH", "TR", "TD", "L", "LI", "Figure"} <= set(kinds)
    assert any("Baseline, the 28 days before treatment" in one for one in pictures)


def tagged(node) -> tuple[list[str], list[str]]:
    """The kinds of all elements in reading order, and the words of the pictures."""
    kinds, pictures, left = [], [], [node]
    while left:
        one = left.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            left += reversed(one)
        elif isinstance(one, dict):
            if "/S" in one:
                kinds.append(one["/S"].lstrip("/"))
            if "/Alt" in one:
                pictures.append(str(one["/Alt"]))
            if "/K" in one:
                left.append(one["/K"])
    return kinds, pictures


def test_every_font_is_inside(made):
    fonts = 0
    for page in pypdf.PdfReader(io.BytesIO(pdf(made))).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert described.keys() & {"/FontFile2", "/FontFile3"}
            fonts += 1
    assert fonts


def test_the_same_letter_gives_the_same_bytes(made):
    assert pdf(made) == pdf(made)


def test_letters_made_side_by_side_are_those_made_one_by_one(made):
    several = [replace(made, addressee=(f"Dr. Number {number}",)) for number in range(12)]
    alone = [pdf(one) for one in several]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(pdf, several)) == alone


def test_it_is_a_page_and_a_half_at_most(made):
    assert len(pypdf.PdfReader(io.BytesIO(pdf(made))).pages) <= 2


def test_the_sheet_is_the_one_asked_for(made):
    def width(paper: Paper) -> float:
        return float(pypdf.PdfReader(io.BytesIO(pdf(replace(made, paper=paper)))).pages[0].mediabox.width)

    assert width(Paper.A4) == pytest.approx(595.28, abs=0.01)
    assert width(Paper.LETTER) == pytest.approx(612, abs=0.01)


def test_the_mark_that_begins_a_file_does_not_keep_a_letter_from_being_set():
    """It comes along unseen with text that is copied from a file; PDF/UA forbids it."""
    made = replace(plain("o\ufeffne"), about=(("Patient", "Ma\ufeffria"),), title="T\ufeffitle")
    told = read(pdf(made))
    assert "one" in told
    assert "Maria" in told
