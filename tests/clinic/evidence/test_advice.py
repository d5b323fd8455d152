"""One piece of advice: what it rests on, and the clinic's own pools behind it under any model."""

import pytest
from django.test import Client
from scipy.stats import norm

from clinic.evidence.asked import MODELS, TESTS
from concordant.evidence.library import all_advice, pooled, trials
from concordant.evidence.living import QUESTIONS, Question, standing
from tests.clinic.conftest import Statements
from tests.clinic.evidence.conftest import Get, opened
from tests.clinic.evidence.reading import numbers, table, tables, words

HANDS_ON = "/evidence/advice/manual-therapy-early/"
BOTH = "/evidence/advice/both-combined/"
DAYS, INTENSITY = "hands-on-days", "hands-on-intensity"


def card(page: str, question_id: str) -> str:
    """What is shown of one question."""
    return page.split(f'id="{question_id}" ')[1].split("</article>")[0]


@pytest.mark.parametrize("advice_id", [one.id for one in all_advice()])
def test_every_piece_says_what_it_rests_on_and_what_is_not_known(read: Get, advice_id: str) -> None:
    (one,) = [each for each in all_advice() if each.id == advice_id]
    page = read(f"/evidence/advice/{advice_id}/")
    said = words(page)
    for sentence in (one.advice, one.known, one.not_known, *(each.says for each in one.sources)):
        assert " ".join(sentence.split()) in said
    for doi in {*(each.doi for each in one.rests_on), *(each.doi for each in one.sources)} - {""}:
        assert f'href="https://doi.org/{doi}"' in page
    if one.rests_on:
        assert len(table(page, "Published pools")) == len(one.rests_on)
    if one.trials:
        assert len(table(page, "Trials on the same question")) == len(one.trials)
    asked = [each for each in QUESTIONS if advice_id in each.advice]
    assert page.count('<article class="card pool"') == len(asked)
    assert ("asks no question of the trials" in said) == (not asked)


def test_haas_2018_answers_for_hands_on_treatment(read: Get) -> None:
    """−3.3 headache days in four weeks at week 12, p 0.004 (10.1016/j.spinee.2018.02.019); the rest follows from p."""
    page = read(HANDS_ON)
    se = 3.3 / norm.isf(0.004 / 2)
    low, high = -3.3 - 1.959964 * se, -3.3 + 1.959964 * se
    found = numbers(card(page, DAYS))
    assert found["Pooled effect"] == "−3.3"
    assert found["Standard error"] == f"{se:.4g}"
    assert found["95 % interval"] == f"{low:.4g} to {high:.4g}".replace("-", "−")
    assert found["p"] == "0.004"
    assert f">−3.30 ({low:.2f} to {high:.2f})</text>".replace("-", "−") in page
    rows = table(card(page, DAYS), "Trials of the plot: headache days")
    assert [row[0].split(",")[0] for row in rows] == ["Haas 2018"]
    assert "risk of bias low (Bini 2022)" in rows[0][4]
    assert "One trial: nothing is pooled" in page


def test_haas_2010_answers_how_strong_the_headache_is_and_what_the_larger_trial_says_stands_beside_it(
    read: Get,
) -> None:
    """−10.3 (−18.5 to −2.1) of 100 at week 12 (10.1016/j.spinee.2009.09.002); Haas 2018 found no difference."""
    page = read(HANDS_ON)
    found = numbers(card(page, INTENSITY))
    assert (found["Pooled effect"], found["95 % interval"]) == ("−1.03", "−1.85 to −0.21")
    assert "no difference in how strong the headache was" in words(page)


def test_a_trial_printed_in_whole_days_does_not_answer_and_says_why(read: Get) -> None:
    """Satpute 2024 prints 2 (2 to 3) headache days a month at week 4 (10.1016/j.jphys.2024.06.002)."""
    rows = table(read(BOTH), "What does not enter: Hands-on treatment added to exercise")
    (why, _) = [row[3] for row in rows if row[0].startswith("Satpute 2024")]
    assert why.startswith("in doubt: printed in whole days")


def test_what_to_look_at_before_judging_certainty_is_no_rating(read: Get) -> None:
    """Haas 2018 is at low risk of bias (Bini 2022); one trial has neither I² nor a prediction interval."""
    shown = card(read(HANDS_ON), DAYS).split("Before judging how certain this is")[1].split("</details>")[0]
    said = words(f"<main>{shown}</main>")
    for sentence in (
        "Risk of bias: share of the weight from trials at high risk of bias: 0 % (convention: look where more than",
        "Inconsistency: I²: not known",
        "Imprecision: people in all: not known",
        "Publication bias: 1 trial, fewer than 10: publication bias is not assessable",
    ):
        assert sentence in said
    assert "<b>" not in shown


def test_the_figure_of_a_year_is_that_of_the_article(read: Get) -> None:
    found = numbers(read("/evidence/advice/neck-exercise/"))
    assert (found["Pooled effect"], found["95 % interval"]) == ("−1.51", "−2.52 to −0.5")


def test_where_no_trial_answers_the_page_says_exactly_that(read: Get) -> None:
    unanswered = [each for each in QUESTIONS if not standing(each).entered]
    assert {each.id for each in unanswered} == {"both-days", "hands-on-beside-exercise-days"}
    page = read(BOTH)
    for each in unanswered:
        shown = card(page, each.id)
        assert "No trial in the library answers this question, so nothing is computed." in shown
        assert "<svg" not in shown


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_every_row_that_does_not_enter_says_why(read: Get, asked: Question) -> None:
    page = read(f"/evidence/advice/{asked.advice[0]}/")
    rows = table(page, f"What does not enter: {asked.asks}")
    assert len(rows) == len(standing(asked).left_out)
    assert all(len(row[3]) > 5 for row in rows)


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("model", MODELS)
def test_one_trial_is_the_same_under_every_model(read: Get, model: str, test: str) -> None:
    page = read(HANDS_ON, model=model, test=test)
    assert numbers(card(page, DAYS))["Pooled effect"] == "−3.3"
    assert f">One trial ({model})</text>" in page
    assert f'<option value="{model}" selected>' in page
    assert f'<option value="{test}" selected>' in page


@pytest.mark.parametrize(
    ("query", "field"),
    [({"model": "BAYES"}, "own-model"), ({"test": "<script>"}, "own-test"), ({"model": "EE"}, "own-model")],
)
def test_a_model_that_there_is_not_is_refused_beside_its_field(read: Get, query: dict[str, str], field: str) -> None:
    page = read(HANDS_ON, 422, **query)
    error = page.split(f'id="{field}-error"><li>')[1].split("</li>")[0]
    assert "allowed: " in error
    assert "<script>" not in page.split("<main")[1]
    assert numbers(card(page, DAYS))["Pooled effect"] == "−3.3"  # shown as usual beside it


def test_a_patient_reads_absolute_numbers_first(patient: Client) -> None:
    page = opened(patient, HANDS_ON)
    said = words(page.split('id="computed"')[0] + "</main>")
    assert "About 3.3 headache days in four weeks fewer than with no active treatment, on average." in said
    assert "About one headache a week fewer than with sham treatment, on average in the short term." in said
    assert "small effects in favour of manual therapy in the trials at low risk of bias" in said
    assert "What is not known" in said
    assert "<details open>" not in page


def test_what_was_chosen_is_unfolded(patient: Client) -> None:
    assert "<details open>" in opened(patient, HANDS_ON, model="DL")


def test_a_clinician_sees_it_unfolded(read: Get) -> None:
    assert read(HANDS_ON).count("<details open>") >= 3


def test_numbers_of_something_near_are_said_to_be_that(read: Get) -> None:
    """No trial tests massage before physiotherapy; a network of trials has soft tissue work with exercise."""
    note = "No trial tests this advice. What follows was found of something near it."
    assert note in read("/evidence/advice/massage-before-physiotherapy/")
    assert note not in read(HANDS_ON)


@pytest.mark.parametrize("name", ["nothing", "manual-therapy-early-", "NECK-EXERCISE"])
def test_advice_that_there_is_not(physio: Client, name: str) -> None:
    assert physio.get(f"/evidence/advice/{name}/").status_code == 404


def test_recalled_numbers_are_on_no_page_of_advice(read: Get) -> None:
    """Fernandez 2020 at one year: its numbers stand in the file and are known from memory alone."""
    for one in all_advice():
        shown = str(tables(read(f"/evidence/advice/{one.id}/")))
        assert "−5.89" not in shown
    assert any(each.withheld for each in pooled())
    assert any(each.withheld for each in trials())


def test_it_asks_the_database_for_the_reader_alone(physio: Client, statements: Statements) -> None:
    asked = len(statements.texts)
    opened(physio, HANDS_ON)
    assert len(statements.texts) - asked <= 3


def test_the_interval_of_the_picture_is_that_of_the_paper(read: Get) -> None:
    """−1.51 (−2.52 to −0.50), Demont 2023."""
    assert ">−1.51 (−2.52 to −0.50)</text>" in read("/evidence/advice/neck-exercise/")
