"""The file of who writes to whom: read strictly, with every problem and its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.letters.details import MOST_BYTES, DetailsError, read_details
from concordant.letters.people import Addressee, Clinic, Paper, Patient, Signer
from concordant.letters.request import MoreVisits, Request

EXAMPLE = Path(__file__).parents[2] / "examples/letters/details.yaml"


def read(text):
    return read_details(text if isinstance(text, bytes) else text.encode(), "details.yaml")


def refused(text):
    with pytest.raises(DetailsError) as caught:
        read(text)
    return caught.value.problems


def test_the_example_is_whole():
    assert read(EXAMPLE.read_bytes()) == Request(
        Clinic("Harbour Physiotherapy", ("1200 Main Street, Vancouver BC", "Telephone 604 555 0142"), Paper.LETTER),
        Patient("Maria Costa", "PHN 9012 372 173"),
        Addressee("Dr. Okafor", ("Seaview Family Practice", "88 Ocean Road, Vancouver BC")),
        Signer("Amira Haddad", "Physiotherapist", "CHCPBC 12345"),
        remark="She sleeps better, and drives again.\n",
    )


def test_what_stands_there_in_comments_can_be_used():
    text = EXAMPLE.read_text("utf-8")
    used = text.replace("# phoned", "phoned").replace("# more", "more").replace("#   ", "  ")
    used = used.replace("  concordant letter", "# concordant letter")
    found = read(used)
    assert found.phoned == "Dr. Ng, emergency department, 14:05"
    assert found.more == MoreVisits(
        {"physiotherapy": 8, "massage_therapy": 4}, 6, "She lifts at work again from next month."
    )


def test_what_is_not_there_is_left_to_the_letter():
    assert read("patient: {name: Maria}") == Request(Clinic(""), Patient("Maria"))


def test_numbers_stay_as_they_are_written():
    found = read("patient: {name: M, number: 0012}\nsigner: {name: A, profession: P, registration: 010.10}")
    assert found.patient.number == "0012"
    assert found.signer.registration == "010.10"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the file holds nothing; allowed: clinic, "),
        ("- a", "line 1, the file: is no set of names and values; allowed: clinic, "),
        ("clinic: Harbour", "line 1, clinic: is no set of names and values; allowed: name, lines, paper"),
        ("doctor: x", "line 1, doctor: is not known; allowed: clinic, patient, to, "),
        ("to:\n  name: x\n  adress: y", "line 3, to.adress: is not known; allowed: name, lines"),
        ("patient:\n  name: true", "line 2, patient.name: is no text; allowed: up to 400 characters"),
        ("patient:\n  name: ", "line 2, patient.name: is no text"),
        ("patient:\n  name: [a]", "line 2, patient.name: is no text"),
        ('patient:\n  name: "a\\nb"', "line 2, patient.name: is more than one line"),
        ("to: {name: a, lines: street}", "line 1, to.lines: is no list of lines; allowed: 8 at most, one each"),
        ("to: {name: a, lines: [1, true]}", "line 1, to.lines[2]: is no text"),
        ("clinic: {name: a, paper: a5}", "line 1, clinic.paper: is no sheet; allowed: letter, a4"),
        ("clinic: {name: a, paper: [a4]}", "line 1, clinic.paper: is no sheet"),
        ("more: {visits: 3}", "line 1, more.visits: is no set of disciplines and numbers of visits"),
        ("more: {visits: {physiotherapy: 0}}", "line 1, more.visits.physiotherapy: is no count; allowed: 1 to 200"),
        ("more: {visits: {physiotherapy: 2.5}}", "line 1, more.visits.physiotherapy: is no count"),
        ("more: {weeks: '6'}", "line 1, more.weeks: is no count"),
        ("more: {weeks: -6}", "line 1, more.weeks: is no count"),
        ("a: &x 1\nb: *x", "line 1: anchors (&) and aliases (*) are not allowed"),
        ("a: 1\na: 2", "line 2: the key"),
        (b"\xff", "not a text file in UTF-8: byte 1 does not fit"),
        (b"x" * (MOST_BYTES + 1), "the file has 100,001 bytes"),
        ("remark: " + "x" * 4001, "line 1, remark: is no text; allowed: up to 4000 characters"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, says):
    assert refused(text)[0].startswith(says)


def test_every_problem_is_said_at_once():
    told = refused("clinic: {paper: a5}\nto: {lines: 3}\nsigner: {name: true}")
    assert [one.split(":")[0] for one in told] == ["line 1, clinic.paper", "line 2, to.lines", "line 3, signer.name"]
    with pytest.raises(DetailsError, match=r"details\.yaml: line 1, clinic\.paper"):
        read("clinic: {paper: a5}")


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    try:
        assert isinstance(read(data), Request)
    except DetailsError as error:
        assert error.problems  # noqa: PT017  (either will do)
