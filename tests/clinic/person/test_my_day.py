"""Who needs something today, among those who were active last."""

import html
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import caches
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client, override_settings

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.drafts import keeping
from clinic.drafts.models import Draft
from clinic.person.my_day import MOST
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.person import story


@pytest.fixture
def home(client: Client, physio: Actor) -> Client:
    assert physio.user is not None
    client.force_login(physio.user)
    return client


def rows(client: Client) -> list[str]:
    return [row.person.family_name for row in client.get("/").context["rows"]]


def test_the_most_pressing_comes_first(home: Client, clinic: Clinic, physio: Actor) -> None:
    for name, changes in (("Well", {}), ("Flagged", {"neuro_deficit_new": True}), ("Fever", {"fever": True})):
        story.with_course(physio, build.a_person(clinic, name), diary_days=3, **changes)
    story.sign(physio, build.a_person(clinic, "Unasked"), story.STARTED, "history", {"headaches": [{"id": "A"}]})
    text = home.get("/").text
    assert rows(home) == ["Flagged", "Fever", "Unasked"]
    for words in ("Emergency", "New neurological deficit", "Same day", "questions not asked"):
        assert words in text
    assert "Well" not in text


def test_a_retest_and_a_diary_that_fell_behind(home: Client, cared_for: Person) -> None:
    assert rows(home) == []
    assert "Nothing is due for anybody who was active lately." in home.get("/").text
    # Treatment began on 21 Jan 2026; the retest of 9 Mar, in week 7, is that of week 8.
    week_12 = story.FIRST_TREATMENT + timedelta(weeks=12)
    with clock.set_to(story.at(week_12 - timedelta(days=1))):
        assert "Retest due" not in home.get("/").text
    with clock.set_to(story.at(week_12)):
        text = home.get("/").text
    assert "Retest due since 15 Apr 2026: last examined on 9 Mar 2026" in text
    assert "Diary not kept since 11 Mar 2026" in text


def test_the_list_of_the_day_and_the_own_page_tell_the_same_day(
    home: Client, clinic: Clinic, physio: Actor, client: Client
) -> None:
    patient, person = build.a_patient(clinic)
    story.with_course(physio, person)
    with clock.set_to(story.at(story.FIRST_TREATMENT + timedelta(weeks=12))):
        listed = home.get("/").text
        assert patient.user is not None
        client.force_login(patient.user)
        own = client.get(f"/people/{person.pk}/").text
    assert "Retest due since 15 Apr 2026" in listed
    assert "A check was planned for about 15 Apr 2026. Please ask your clinic for a day." in own


def test_after_discharge_nothing_is_due(home: Client, physio: Actor, cared_for: Person) -> None:
    story.sign(physio, cared_for, story.TODAY, "history", {"facts": {"discharge_date": story.TODAY.isoformat()}})
    with clock.set_to(story.at(story.TODAY + timedelta(days=90))):
        assert rows(home) == []


@pytest.mark.parametrize("people", [1, 30])
def test_as_many_statements_for_one_as_for_thirty(
    home: Client, clinic: Clinic, physio: Actor, people: int, statements: Statements
) -> None:
    for number in range(people):
        day = story.diary_day(story.STARTED, 5)
        story.sign(physio, build.a_person(clinic, f"Family {number:02}"), story.STARTED, "history", {**day, **HEADACHE})
    before = len(statements.texts)
    answer = home.get("/")
    first = len(statements.texts) - before
    # session, reader, appointments, people, drafts, turn to write, event, end of the log, entries
    assert first == 9
    assert answer.context["looked_at"] == min(people, MOST)
    home.get("/")
    assert len(statements.texts) - before - first == 8  # the entries are not read again


HEADACHE = {"headaches": [{"id": "A"}]}


def test_what_is_kept_gives_way_to_a_new_entry(home: Client, physio: Actor, cared_for: Person) -> None:
    assert rows(home) == []
    visit = {"date": story.TODAY.isoformat(), "facts": {"neuro_deficit_new": True}}
    story.sign(physio, cared_for, story.TODAY, "safety", {"visits": [visit]})
    assert rows(home) == [cared_for.family_name]
    caches["verdicts"].clear()
    assert rows(home) == [cared_for.family_name]


def test_no_clinic_sees_the_day_of_another(client: Client, other_clinic: Clinic, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history(neuro_deficit_new=True))
    client.force_login(build.a_user(other_clinic))
    answer = client.get("/")
    assert (answer.context["rows"], answer.context["looked_at"]) == ([], 0)
    assert person.family_name not in answer.text


def test_the_log_says_whose_charts_were_drawn_upon(home: Client, cared_for: Person) -> None:
    home.get("/")
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.subject_kind, event.reason) == ("list", "my day", cared_for.chart_number)


@pytest.mark.parametrize("role", [RMT, CLINIC_LEAD], ids=lambda role: role.key)
def test_all_who_treat_arrive_here(client: Client, clinic: Clinic, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    assert "No chart has an entry yet." in client.get("/").text


def test_others_arrive_elsewhere(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, FRONT_DESK))
    assert client.get("/")["Location"] == "/desk/"
    client.force_login(build.a_user(clinic, PATIENT))
    assert "My day" not in client.get("/").text


def a_draft(by: Actor, person: Person, hours_ago: float = 0) -> Draft:
    with clock.set_to(clock.now() - timedelta(hours=hours_ago)):
        kept = keeping.keep(by, person.pk, "examination", {"irritability": ["low"]}, ["irritability"])
    assert kept.draft is not None
    return kept.draft


def unfinished(client: Client) -> list[Draft]:
    return list(client.get("/").context["unfinished"])


def test_what_one_has_not_signed_is_listed_with_name_and_age(home: Client, physio: Actor, person: Person) -> None:
    old, new = a_draft(physio, person, 24 * 400), a_draft(physio, person)
    assert unfinished(home) == [old, new]  # a year goes by, and it is still there
    text = html.unescape(home.get("/").text)
    assert f'href="/people/{person.pk}/examine/?kept={old.key}"' in text
    assert f"Examination of {person.name}" in text
    assert "1\xa0year, 1\xa0month ago" in text
    assert home.get(f"/people/{person.pk}/examine/?kept={old.key}").status_code == 200


@pytest.mark.parametrize(("hours", "seen"), [(23.9, False), (24, True), (24.1, True)])
def test_the_lead_sees_what_others_have_left_for_a_day_and_nothing_of_its_content(
    client: Client, clinic: Clinic, physio: Actor, person: Person, hours: float, seen: bool
) -> None:
    with clock.set_to(datetime(2026, 3, 2, 20, tzinfo=UTC)):
        draft = a_draft(physio, person, hours)
        client.force_login(build.a_user(clinic, CLINIC_LEAD))
        assert (unfinished(client) == [draft]) is seen
        text = client.get("/").text
        assert ("only they can read it" in text) is seen
        assert str(draft.key) not in text
        event = AuditEvent.objects.order_by("-id")[0]
        assert (person.chart_number in event.reason) is seen


@override_settings(UNFINISHED_DAYS=3)
def test_after_how_long_is_a_setting(client: Client, clinic: Clinic, physio: Actor, person: Person) -> None:
    draft = a_draft(physio, person, 73)
    a_draft(physio, person, 71)
    client.force_login(build.a_user(clinic, CLINIC_LEAD))
    assert unfinished(client) == [draft]


def test_a_colleague_sees_nothing_of_it(client: Client, clinic: Clinic, physio: Actor, person: Person) -> None:
    draft = a_draft(physio, person, 24 * 30)
    client.force_login(build.a_user(clinic, RMT))
    assert unfinished(client) == []
    assert client.post(f"/drafts/{draft.pk}/discard/").status_code == 404
    assert Draft.objects.get() == draft


def test_no_lead_sees_that_of_another_clinic(
    client: Client, other_clinic: Clinic, physio: Actor, person: Person
) -> None:
    draft = a_draft(physio, person, 24 * 30)
    client.force_login(build.a_user(other_clinic, CLINIC_LEAD))
    assert unfinished(client) == []
    assert client.post(f"/drafts/{draft.pk}/discard/").status_code == 404
    assert Draft.objects.exists()


def test_what_was_signed_is_not_unfinished(home: Client, physio: Actor, person: Person) -> None:
    draft = a_draft(physio, person)
    build.an_entry(physio, person, idempotency_key=draft.key)
    assert unfinished(home) == []


@pytest.mark.parametrize("role", [PHYSIOTHERAPIST, CLINIC_LEAD], ids=lambda role: role.key)
def test_it_is_discarded_by_hand_and_that_is_in_the_log(
    client: Client, clinic: Clinic, physio: Actor, person: Person, role: Role
) -> None:
    draft = a_draft(physio, person, 48)
    assert physio.user is not None
    client.force_login(physio.user if role is PHYSIOTHERAPIST else build.a_user(clinic, role))
    assert client.get(f"/drafts/{draft.pk}/discard/").status_code == 405
    assert client.post(f"/drafts/{draft.pk}/discard/").status_code == 302
    assert not Draft.objects.exists()
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.subject_id, event.chart_number) == ("discard", str(draft.pk), person.chart_number)
    assert physio.user.username in event.reason
    assert "low" not in event.reason


def test_the_lead_does_not_discard_what_is_still_being_typed(
    client: Client, clinic: Clinic, physio: Actor, person: Person
) -> None:
    draft = a_draft(physio, person, 1)
    client.force_login(build.a_user(clinic, CLINIC_LEAD))
    assert client.post(f"/drafts/{draft.pk}/discard/").status_code == 404
    assert Draft.objects.exists()


def test_neither_a_person_nor_an_account_takes_a_draft_along(physio: Actor, person: Person) -> None:
    a_draft(physio, person)
    assert physio.user is not None
    for one in (person, physio.user):
        with pytest.raises(ProtectedError), transaction.atomic():
            one.delete()
