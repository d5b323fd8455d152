"""The list of people, and registering someone."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.conftest import Statements

NEW = {"given_name": "Léa", "family_name": "Roy", "preferred_name": "", "chart_number": ""}


@pytest.fixture
def desk(client: Client, clinic: Clinic) -> Client:
    client.force_login(build.a_user(clinic, FRONT_DESK))
    return client


def names(client: Client, query: str = "") -> list[str]:
    people: list[Person] = client.get(f"/people/{query}").context["people"]
    return [person.name for person in people]


def test_people_stand_by_family_name(desk: Client, clinic: Clinic, other_clinic: Clinic) -> None:
    for family_name in ("Tremblay", "Côté", "Moreau"):
        build.a_person(clinic, family_name)
    build.a_person(other_clinic, "Leak")
    assert names(desk) == ["Ana Côté", "Ana Moreau", "Ana Tremblay"]


@pytest.mark.parametrize("rows", [5, 50])
def test_as_many_statements_for_five_as_for_fifty(
    desk: Client, clinic: Clinic, rows: int, statements: Statements
) -> None:
    for number in range(rows):
        build.a_person(clinic, f"Family {number:02}")
    before = len(statements.texts)
    answer = desk.get("/people/")
    assert answer.context["total"] == rows
    # session, reader, turn to write, event, end of the log, people
    assert len(statements.texts) - before == 6


def test_rows_carry_what_the_screen_shows(desk: Client, clinic: Clinic) -> None:
    for number in range(50):
        build.a_person(clinic, f"Family {number:02}")
    assert len(desk.get("/people/").content) < 12_000


def test_pages_of_25(desk: Client, clinic: Clinic) -> None:
    for number in range(30):
        build.a_person(clinic, f"Family {number:02}")
    first, second = names(desk), names(desk, "?page=2")
    assert (len(first), len(second)) == (25, 5)
    assert first + second == [f"Ana Family {number:02}" for number in range(30)]
    page = desk.get("/people/?page=2")
    assert "Page 2 of 2" in page.text
    assert 'href="?page=1"' in page.text


def test_a_page_beyond_the_last_leads_to_the_first(desk: Client, person: Person) -> None:
    assert desk.get("/people/?page=9&q=mor")["Location"] == "/people/?q=mor"


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "%00", "²"])
def test_odd_pages_do_no_harm(desk: Client, person: Person, page: str) -> None:
    assert desk.get(f"/people/?page={page}", follow=True).context["people"] == [person]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("mor", 1),
        ("MOREAU ana", 1),
        ("nini", 1),
        ("0042", 1),
        ("042", 0),
        ("mor tremblay", 0),
        ("%00mor", 1),
        ("%25", 0),
    ],
)
def test_search_by_name_or_number(desk: Client, clinic: Clinic, search: str, found: int) -> None:
    build.a_person(clinic, "Moreau", chart_number="00423", preferred_name="Nini")
    build.a_person(clinic, "Tremblay", chart_number="10000")
    assert len(names(desk, f"?q={search.replace('0042', '0042')}")) == found


def test_what_was_searched_for_is_not_kept_but_that_someone_searched(desk: Client, person: Person) -> None:
    desk.get("/people/?q=moreau")
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.reason) == ("list", "search")


def test_nobody_yet_and_nobody_found_say_what_to_do(desk: Client, clinic: Clinic) -> None:
    assert "Register the first person" in desk.get("/people/").text
    build.a_person(clinic)
    text = desk.get("/people/?q=<script>").text
    assert "Show all" in text
    assert "&lt;script&gt;" in text


def test_registering(desk: Client, clinic: Clinic) -> None:
    answer = desk.post("/people/register/", NEW, follow=True)
    assert answer.redirect_chain == [("/people/", 302)]
    assert "Léa Roy is registered with chart 00001." in answer.text
    assert Person.objects.get().clinic == clinic


def test_a_namesake_is_asked_about_first(desk: Client, clinic: Clinic) -> None:
    build.a_person(clinic, "Roy", given_name="léa", chart_number="00042")
    answer = desk.post("/people/register/", NEW)
    assert "already has chart 00042" in answer.text
    assert 'type="checkbox" name="someone_else"' in answer.text
    assert Person.objects.count() == 1
    desk.post("/people/register/", {**NEW, "someone_else": "on"})
    assert Person.objects.count() == 2


def test_a_namesake_in_another_clinic_is_nobody_here(desk: Client, other_clinic: Clinic) -> None:
    build.a_person(other_clinic, "Roy", given_name="Léa")
    assert desk.post("/people/register/", NEW).status_code == 302


def test_a_taken_number_is_told_beside_its_field(desk: Client, person: Person) -> None:
    answer = desk.post("/people/register/", {**NEW, "chart_number": person.chart_number})
    assert answer.context["form"].errors == {"chart_number": ["This chart number is taken."]}


def test_errors_are_tied_to_their_fields(desk: Client) -> None:
    text = desk.post("/people/register/", {**NEW, "given_name": ""}).text
    assert 'aria-invalid="true"' in text
    assert 'aria-describedby="id_given_name_error"' in text
    assert 'id="id_given_name_error"' in text
