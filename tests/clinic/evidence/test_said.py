"""How numbers, DOIs and refusals are said."""

import math

import pytest

from clinic.evidence.said import p_of, printed_figure, refusal, said, span
from clinic.evidence.templatetags.cited import doi, linked
from concordant.evidence import Refused


@pytest.mark.parametrize(
    ("value", "words"),
    [(-3.3, "−3.3"), (0.0, "0"), (-0.0, "0"), (1234567.0, "1.235e+06"), (math.nan, "not defined"),
     (math.inf, "not defined"), (0.48939, "0.4894")],
)  # fmt: skip
def test_numbers(value: float, words: str) -> None:
    assert said(value) == words


def test_of_the_logarithm_of_a_ratio_the_ratio() -> None:
    assert said(math.log(0.5), ratio=True) == "0.5"
    assert span(math.log(0.25), math.log(2), ratio=True) == "0.25 to 2"
    assert span(math.nan, 1) == "not defined"


@pytest.mark.parametrize(
    ("p", "words"), [(0.0009, "< 0.001"), (0.001, "0.001"), (0.0499, "0.050"), (math.nan, "not defined")]
)
def test_p(p: float, words: str) -> None:
    assert p_of(p) == words


def test_a_figure_as_it_is_printed() -> None:
    assert printed_figure(-0.93, -1.4, -0.46) == "−0.93 (−1.40 to −0.46)"
    assert printed_figure(-0.93, None, None) == "−0.93"
    assert printed_figure(None, None, None) == ""


def test_a_refusal_names_the_place_what_was_found_and_what_would_do() -> None:
    error = Refused("is a negative variance", row=2, column="vi", value=-0.2, allowed="above 0")
    assert refusal(error) == "Row 2, column vi: is a negative variance (found: −0.2); allowed: above 0."
    assert refusal(Refused("choose a file")) == "Choose a file."
    assert len(refusal(Refused("is no number", value="x" * 1000))) < 120


@pytest.mark.parametrize(
    ("words", "before", "address", "name", "after"),
    [
        ("see doi:10.1002/pmrj.12856.", "see ", "10.1002/pmrj.12856", "10.1002/pmrj.12856", "."),
        ("(doi:10.1016/S0140-6736(14)6-8)", "(", "10.1016/S0140-6736(14)6-8", "10.1016/S0140-6736(14)6-8", ")"),
        ('<b>doi:10.1/"><i>', "&lt;b&gt;", "10.1/%22%3E%3Ci%3E", "10.1/&quot;&gt;&lt;i&gt;", ""),
    ],
)
def test_dois_in_a_sentence(words: str, before: str, address: str, name: str, after: str) -> None:
    assert linked(words) == f'{before}<a href="https://doi.org/{address}" rel="noreferrer">doi:{name}</a>{after}'


def test_a_sentence_without_one_is_escaped() -> None:
    assert linked("p < 0.05 & more") == "p &lt; 0.05 &amp; more"


def test_one_doi() -> None:
    assert doi("") == ""
    assert doi("10.1/a b").startswith('<a href="https://doi.org/10.1/a%20b"')
