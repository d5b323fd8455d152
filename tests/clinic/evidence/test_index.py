"""The front page of the evidence: the article's figures with what stands behind each, all advice, every pool.

The figures are those that the article prints: Demont 2023, 10.1002/pmrj.12856.
"""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import FRONT_DESK, ROLES, Role
from clinic.audit.models import AuditEvent
from clinic.evidence.figures import TITLES, figures
from clinic.evidence.templatetags.cited import doi, linked
from concordant.evidence.library import CLAIMS, all_advice, claims, pooled
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.evidence.conftest import Get, opened
from tests.clinic.evidence.reading import table, tables, words

PRINTED = {
    "demont2023-sham-frequency": ("−0.93 (−1.40 to −0.46)", "Partly checked"),
    "demont2023-nothing-frequency": ("−1.23 (−1.55 to −0.91)", "Cannot be computed again"),
    "demont2023-nothing-intensity": ("−1.63 (−2.15 to −1.10)", "Cannot be computed again"),
    "demont2023-exercise-intensity-12-months": (
        "−1.51 (−2.52 to −0.50)",
        "Computed again from the review’s own number of one trial: it confirms nothing",
    ),
}
READ_ONLY = ("/evidence/", "/evidence/advice/neck-exercise/", "/evidence/trials/")


def part(page: str, name: str) -> str:
    """The card of one figure."""
    return page[page.index(f'<article class="card figure" id="{name}"') :].split("</article>")[0]


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_every_role_finds_and_opens_it(client: Client, clinic: Clinic, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    assert 'href="/evidence/"' in client.get("/", follow=True).text
    assert "What our advice rests on" in opened(client, "/evidence/")


@pytest.mark.parametrize("address", [*READ_ONLY, "/evidence/pool/"])
def test_nobody_without_signing_in(client: Client, clinic: Clinic, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", READ_ONLY)
def test_nothing_can_be_sent_to_what_is_only_read(physio: Client, address: str) -> None:
    assert physio.post(address).status_code == 405


def test_a_keeper_of_the_system_without_a_place_in_a_clinic_is_refused(client: Client, clinic: Clinic) -> None:
    client.force_login(User.objects.create_superuser("keeper", password=build.PASSWORD))
    assert client.get("/evidence/").status_code == 403


@pytest.mark.parametrize("name", CLAIMS)
def test_each_figure_stands_as_the_article_prints_it(read: Get, name: str) -> None:
    figure, answer = PRINTED[name]
    card = part(read("/evidence/"), name)
    assert figure in card
    assert f">{answer}</span>" in card


def test_figures_with_a_trial_that_was_seen_are_drawn_and_the_others_say_why_not(read: Get) -> None:
    page = read("/evidence/")
    drawn = {name: part(page, name).count("<svg") for name in CLAIMS}
    assert list(drawn.values()) == [1, 0, 0, 1]
    for name in CLAIMS[1:3]:
        assert "no trial behind this figure was seen" in part(page, name)


def test_the_picture_has_its_numbers_as_a_table(read: Get) -> None:
    """Haas 2018 (10.1016/j.spinee.2018.02.019): −3.3 days in four weeks, p 0.004, so −0.825 (−1.39 to −0.26) a week."""
    page = part(read("/evidence/"), CLAIMS[0])
    rows = table(page, "The numbers of the plot")
    assert [row[:2] for row in rows] == [
        ["Haas 2018, week 12", "−0.82 (−1.39 to −0.26)"],
        ["Printed: Demont 2023", "−0.93 (−1.40 to −0.46)"],
    ]
    assert "does not confirm" in rows[0][2]
    for number in ("−0.82 (−1.39 to −0.26)", "−0.93 (−1.40 to −0.46)"):
        assert f">{number}</text>" in page


def test_every_sentence_and_everything_that_is_needed_stands_on_the_page(read: Get) -> None:
    """The last sentence alone is told as a list."""
    page = read("/evidence/")
    for one in claims():
        card = part(page, one.row.id)
        for said in one.sentences[:-1]:
            assert f"<li>{linked(said)}</li>" in card
        assert one.sentences[-1].startswith("To compute it again one would need: ")
        for needed in one.waits_for:
            assert f"<li>{needed.what}: {needed.tables}" in card
            assert doi(needed.doi) in card


def test_the_better_the_trial_the_smaller_the_effect_stands_beside_hands_on_treatment(read: Get) -> None:
    page = read("/evidence/")
    assert page.index('id="caution"') < page.index("<article")
    assert "small effects in favour of manual therapy in the trials at low risk of bias" in words(page)
    beside = ["The most careful trials (at low risk of bias) found less" in part(page, name) for name in CLAIMS]
    assert beside == [True, True, True, False]  # of exercise nobody looked


def test_each_figure_has_words_for_everybody_with_absolute_numbers() -> None:
    assert set(TITLES) == set(CLAIMS)
    assert [one.plain.split(",")[0] for one in figures()][:2] == [
        "About one headache a week fewer than with sham treatment",
        "About 1.2 headaches a week fewer than with no treatment",
    ]


def test_a_patient_reads_plain_sentences_first_and_unfolds_the_rest(patient: Client) -> None:
    page = opened(patient, "/evidence/")
    card = part(page, CLAIMS[0])
    assert card.index("About one headache a week fewer") < card.index("<details>") < card.index("−0.93")
    assert "<details open>" not in page


@pytest.mark.parametrize("role", [FRONT_DESK], ids=lambda role: role.key)
def test_so_does_the_front_desk(client: Client, clinic: Clinic, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    assert "<details open>" not in opened(client, "/evidence/")


def test_a_clinician_sees_everything_at_once(read: Get) -> None:
    assert "<details>" not in read("/evidence/")


def test_all_advice_is_one_click_away(read: Get) -> None:
    page = read("/evidence/")
    for one in all_advice():
        assert f'href="/evidence/advice/{one.id}/"' in page


def test_every_published_pool_is_there_with_its_answer(read: Get) -> None:
    rows = table(read("/evidence/"), "Published pools")
    assert len(rows) == len(pooled())
    assert [row[3].partition(" :")[0] for row in rows].count("No") == len(pooled()) - 2
    assert all(len(row[3].partition(":")[2]) > 10 for row in rows)  # each says why


def test_numbers_that_are_only_recalled_are_not_shown(read: Get) -> None:
    """Fernandez 2020 at one year, and Gross 2015: their numbers stand in the file and nowhere else."""
    shown = str(tables(read("/evidence/")))
    for number in ("−0.32", "−0.76", "−5.89", "−0.37"):
        assert number not in shown
    assert "only recalled, so that its number is not shown" in shown


def test_certainty_is_that_of_the_review(read: Get) -> None:
    """Demont 2023 rates one of the four (moderate); of the others the rating was not seen."""
    rows = table(read("/evidence/"), "Published pools")
    assert [row[2].partition(" as ")[0] for row in rows[:4]] == ["moderate", *["rating not seen"] * 3]


def test_dois_are_links_that_are_followed_only_by_a_click(read: Get) -> None:
    page = read("/evidence/")
    assert '<a href="https://doi.org/10.1002/pmrj.12856" rel="noreferrer">doi:10.1002/pmrj.12856</a>' in page
    assert 'src="http' not in page
    assert '<link rel="stylesheet" href="/static/' in page


def test_looking_opens_no_chart_and_asks_little(physio: Client, statements: Statements) -> None:
    events, asked = AuditEvent.objects.count(), len(statements.texts)
    opened(physio, "/evidence/")
    # session, reader and clinic
    assert len(statements.texts) - asked <= 3
    assert AuditEvent.objects.count() == events
