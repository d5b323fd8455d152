"""What holds of every page for the person, and of the words of every exercise."""

import re
from pathlib import Path

import pytest

from concordant.evidence.library import of_row, plain, pooled_by_id
from concordant.plan import INTERVENTIONS
from concordant.settings import DECLARED
from concordant.teaching import EXERCISES, PAGES, Standing
from concordant.teaching.page import WORDS_PER_MINUTE
from concordant.teaching.paragraph import Said, finding, say
from tests.support.flesch_kincaid import grade

HIGHEST_GRADE = 7
MOST_WORDS = 20
CLINICAL = "\n".join(each.read_text("utf-8") for each in Path("docs/clinical").glob("*.md"))

BLAME = re.compile(
    r"\b(fault|blame\w*|bad posture|poor posture|wrong\w*|lazy|should have|failed|careless|neglect\w*|abuse\w*)\b",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"\b(cure\w*|guarantee\w*|always works?|will (?:go|heal|help|get better|be better|fix|stop)|fix(?:es)?|"
    r"permanent\w*|for good|pain[- ]free|proven|certainly|never come back)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand|"
    r"half of|third of|quarter of|percent|per cent|twice|double the)\b",
    re.IGNORECASE,
)
COUNTS_NOTHING = {"Some people have two kinds at once."}


def sentences(text):
    return [each for each in re.split(r"(?<=[.!?:])\s+", text) if each]


def words_of(exercise):
    return " ".join((*exercise.steps, exercise.feel, exercise.stop))


def texts():
    found = {each.id: each.whole for each in PAGES} | {f"exercise {each.id}": words_of(each) for each in EXERCISES}
    return found | {f"why {each.id}": each.offered.why for each in PAGES if each.offered}


def templates():
    found = {
        f"{page.id} {number}": " ".join((each.template, *each.points))
        for page in PAGES
        for number, each in enumerate(page.paragraphs)
    }
    return found | {each.id: words_of(each) for each in EXERCISES}


def test_ids_and_titles_stand_once():
    for of in (PAGES, EXERCISES):
        assert len({each.id for each in of}) == len(of)
    assert len({each.title for each in PAGES}) == len(PAGES)


@pytest.mark.parametrize(("name", "text"), texts().items())
def test_it_can_be_read_at_grade_7(name, text):
    assert grade(text) <= HIGHEST_GRADE


@pytest.mark.parametrize(("name", "text"), texts().items())
def test_no_sentence_is_long(name, text):
    assert [each for each in sentences(text) if len(each.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("one", [*PAGES, *EXERCISES], ids=lambda one: one.id)
def test_it_is_part_of_a_treatment_of_the_catalogue(one):
    assert one.intervention in {each.id for each in INTERVENTIONS}


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.id)
def test_every_paragraph_can_be_read_by_itself(page):
    for each in page.paragraphs:
        assert grade(each.whole) <= HIGHEST_GRADE, each.whole


@pytest.mark.parametrize(("name", "text"), texts().items())
def test_nobody_is_blamed_and_nothing_is_promised(name, text):
    assert BLAME.findall(text) == []
    assert PROMISE.findall(text) == []


@pytest.mark.parametrize("text", ["It is not your fault.", "You sat wrong."])
def test_blame_is_noticed(text):
    assert BLAME.search(text)


@pytest.mark.parametrize(
    "text", ["This cures it.", "It will go away.", "You will be better soon.", "It fixes the neck."]
)
def test_a_promise_is_noticed(text):
    assert PROMISE.search(text)


@pytest.mark.parametrize(("name", "template"), templates().items())
def test_no_number_is_typed(name, template):
    kept = " ".join(each for each in sentences(template) if each not in COUNTS_NOTHING)
    assert NUMBER.findall(re.sub(r"\{\w+\}", "", kept)) == []


def test_every_number_says_where_it_is_from():
    for page in PAGES:
        for paragraph in page.paragraphs:
            for name, said in paragraph.filled.items():
                assert said.text, name
                assert re.search(r"doi:10\.|^(treatment|diagnosis) \d|^evidence: |ICHD-3", said.source), said


def test_a_figure_is_the_sentence_of_the_evidence_library():
    figures = [p for page in PAGES for p in page.paragraphs if p.standing is Standing.FINDING]
    said = {each.whole for each in figures}
    for row in ("demont2023-sham-frequency", "demont2023-nothing-frequency"):
        assert plain(of_row(pooled_by_id(row))) in said
        assert finding(row).whole in said


def test_what_only_the_clinic_says_is_marked_so():
    recovery = next(each for each in PAGES if each.id == "recovery")
    (own,) = [each for each in recovery.paragraphs if each.standing is Standing.CLINIC]
    assert own.text.startswith("In our clinic, people often note a first change after 3 to 4 visits.")
    assert "6 to 12 weeks" in own.text
    assert "no trial" in Standing.CLINIC.value
    for name in ("first_change_visits_from", "steady_change_weeks_to"):
        assert "no trial" in DECLARED[name].source


@pytest.mark.parametrize("one", [*PAGES, *EXERCISES], ids=lambda one: one.id)
def test_every_source_is_known(one):
    assert one.sources
    for each in one.sources:
        assert each.doi in CLINICAL or each.doi.lower() in CLINICAL.lower(), each
        assert re.match(r"read", each.how_known), each


def test_what_fills_a_paragraph_is_what_it_asks_for():
    with pytest.raises(ValueError, match="asks for"):
        say("After {visits} visits.")
    with pytest.raises(ValueError, match="asks for"):
        say("After some visits.", visits=Said("3", "treatment 3.7"))


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.id)
def test_a_page_takes_a_few_minutes(page):
    assert page.minutes <= 3
    assert (page.minutes - 1) * WORDS_PER_MINUTE < len(page.whole.split()) <= page.minutes * WORDS_PER_MINUTE
