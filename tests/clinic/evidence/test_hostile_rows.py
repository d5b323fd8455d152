"""Rows that are sent to break something: each is refused in words, beside the field, and stays to be put right."""

import csv
import io
import math

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clinic.evidence.uploaded import FARTHEST, LEAST_VARIANCE, MOST_BYTES
from tests.clinic.evidence.test_pool import ADDRESS, sent

GOOD = "study,yi,vi\nOne 2001,-1.0,0.2\nTwo 2002,-0.5,0.1\n"


def refusal(page: str) -> str:
    assert "Trials of the plot" not in page
    return page.split('id="own-text-error"><li>')[1].split("</li>")[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("study,yi,vi\nA,-1,0.2\nB,-1,-0.2\n", ("Row 2", "column vi", "negative variance", "−0.2")),
        ("study,yi,vi\nA,-1,0\n", ("Row 1", "column vi", "variance of 0")),
        ("study,yi,vi\nA,NaN,0.2\n", ("Row 1", "column yi", "finite", "NaN")),
        ("study,yi,vi\nA,1e400,0.2\n", ("Row 1", "column yi", "finite")),
        ("study,yi,vi\nA,inf,0.2\n", ("Row 1", "column yi", "finite")),
        ("study,yi,vi\nA,1e300,0.2\n", ("Row 1", "column yi", "further from 0")),
        ("study,yi,vi\nA,1,1e300\n", ("Row 1", "column vi", "no variance")),
        ("study,yi,vi\nA,1,1e-300\n", ("Row 1", "column vi", "no variance")),
        ("study,yi,vi\nA,=1+1,0.2\n", ("Row 1", "column yi", "not a number", "=1+1")),
        ("study,yi,vi\nA,'-1,0.2\n", ("Row 1", "column yi", "not a number")),
        ("study,yi,vi\nA,-1,\n", ("Row 1", "column vi", "needs its variance")),
        ("study,m1i,sd1i,n1i,m2i,sd2i,n2i\nA,1,1,1,2,1,20\n", ("Row 1", "column n1i", "fewer people than 2")),
        ("study,ai,n1i,ci,n2i\nA,30,20,1,20\n", ("Row 1", "column ai", "not among the people")),
        ("study,estimate,ci_low,ci_high\nA,-1,0.5,2\n", ("Row 1", "column ci_low")),
        ("study,effect,error\nA,-1,0.2\n", ("the columns give no effect", "yi and vi")),
        ("study;yi;vi\nA;-1;0.2\n", ("between its cells", "study;yi;vi", "a comma")),
        ("study,yi,yi\nA,-1,0.2\n", ("two with the same",)),
        ("study,yi,vi\nA,-1\n", ("Row 1", "another number of cells", "allowed: 3")),
        ("study,yi,vi\n", ("no row",)),
        ("study,yi,vi\n\x01\x1b[31m,-1\n", ("Row 1", "another number of cells")),
        ("study,yi,vi\nA,,\n", ("no row gives an effect",)),
        ("study,yi,vi\n\"A,-1,0.2\n", ("no CSV",)),
        ("study,yi,vi,unit\nA,-1,0.2,days\nB,-1,0.2,hours\n", ("Row 2", "column unit", "mixed units")),
        ("trial_id,yi,vi\nA,-1,0.2\nA,-1,0.2\n", ("Row 2", "column trial_id", "there twice")),
        ("study,yi,vi\n" + "".join(f"T{each},-1,0.2\n" for each in range(201)), ("too many rows", "200 at most")),
        ("", ("choose a file, or paste its text",)),
        ("   \n\n", ("choose a file, or paste its text",)),
    ],
)  # fmt: skip
def test_it_is_refused_with_row_and_column_and_stays(physio: Client, text: str, says: tuple[str, ...]) -> None:
    page = sent(physio, 422, text=text, model="DL", test="z")
    told = refusal(page).lower()
    for words in says:
        assert words.lower().replace("'", "&#x27;") in told, told
    assert '<option value="DL" selected>' in page
    first = text.strip().partition("\n")[0]
    assert first.replace('"', "&quot;").replace("'", "&#x27;") in page.split('id="own-text"')[1]


def test_a_file_of_a_million_bytes_is_not_read(physio: Client) -> None:
    page = sent(physio, 422, file=SimpleUploadedFile("big.csv", GOOD.encode() + b"x" * 1_000_000))
    assert f"{MOST_BYTES} bytes" in refusal(page)
    assert len(page) < 100_000


def test_nor_is_a_text_of_three_million_characters(physio: Client) -> None:
    answer = physio.post(ADDRESS, {"text": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_a_binary_file_is_no_text(physio: Client) -> None:
    page = sent(physio, 422, file=SimpleUploadedFile("rows.xlsx", b"PK\x03\x04\xff\xfe\x00\x80" * 50))
    assert "not UTF-8 text" in refusal(page)


def test_null_bytes_are_dropped_and_a_byte_order_mark_is_no_letter(physio: Client) -> None:
    page = sent(physio, file=SimpleUploadedFile("rows.csv", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()))
    assert "2 trials pooled" in page
    assert "2 trials pooled" in sent(physio, text=GOOD.replace("One", "O\x00ne"))


def test_an_uploaded_file_stands_in_the_form_so_that_the_model_can_be_changed(physio: Client) -> None:
    page = sent(physio, file=SimpleUploadedFile("rows.csv", GOOD.encode()))
    assert "One 2001,-1.0,0.2" in page.split('id="own-text"')[1]


def test_a_script_in_a_name_is_a_name(physio: Client) -> None:
    name = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    page = sent(physio, text=f'study,yi,vi\n"{name.replace(chr(34), chr(34) * 2)}",-1,0.2\nB,-2,0.3\n')
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_name_from_right_to_left_and_one_of_a_thousand_letters_are_shown(physio: Client) -> None:
    page = sent(physio, text=f"study,yi,vi\nמחקר 2001,-1,0.2\n{'x' * 1000},-2,0.3\n")
    assert "מחקר 2001" in page
    assert f">{'x' * 35}…</text>" in page


def test_an_empty_row_is_left_out_and_said(physio: Client) -> None:
    assert "Left out, as they give no effect: B." in sent(physio, text="study,yi,vi\nA,-1,0.2\nB,,\nC,-2,0.3\n")


@pytest.mark.parametrize("field", ["model", "test", "measure"])
def test_a_choice_that_there_is_not_is_refused_beside_it(physio: Client, field: str) -> None:
    page = sent(physio, 422, **{"text": GOOD, field: "nonsense"})
    assert f'id="own-{field}-error"' in page
    assert '<option value="nonsense" selected>nonsense</option>' in page
    assert "One 2001,-1.0,0.2" in page


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_no_other_way(physio: Client, method: str) -> None:
    assert getattr(physio, method)(ADDRESS).status_code == 405


def test_a_form_from_elsewhere_is_refused(physio: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = physio.cookies
    assert strict.post(ADDRESS, {"text": GOOD}).status_code == 403


numbers = st.floats(-FARTHEST, FARTHEST) | st.sampled_from([0.0, -0.0, 1e-12, -FARTHEST, math.pi])
spreads = st.floats(LEAST_VARIANCE, FARTHEST**2) | st.sampled_from([1e-12, 1.0, 1e8])


@settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(
    rows=st.lists(st.tuples(st.text(min_size=1, max_size=12), numbers, spreads), min_size=1, max_size=12),
    model=st.sampled_from(["REML", "FE", "DL", "PM", "SJ", "ML", "HE", "HS", "EB"]),
    test=st.sampled_from(["z", "knha", "knha_adhoc"]),
)
def test_whatever_numbers_come_there_is_an_answer(
    physio: Client, rows: list[tuple[str, float, float]], model: str, test: str
) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([("label", "yi", "vi"), *rows])
    assert physio.post(ADDRESS, {"text": file.getvalue(), "model": model, "test": test}).status_code in (200, 422)
