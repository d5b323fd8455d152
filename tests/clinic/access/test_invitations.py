"""Invitations: who makes them, what they open, for whom, and when they end."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from clinic import clock
from clinic.access import keys
from clinic.access.invitations import invite
from clinic.access.models import Ended, Invitation
from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.audit.words import Action, Result
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.access.conftest import BORN, born, invited, is_signed_in, newest_mail, path_in

WRONG = born(BORN + timedelta(days=1))
FORM = {"born": BORN.isoformat(), "email": "", "language": "en-ca"}


def test_from_the_desk_to_the_first_page(client: Client, desk: Actor, person: Person) -> None:
    assert desk.user is not None
    client.force_login(desk.user)
    page = client.post(f"/people/{person.pk}/access/", FORM)
    code = page.context["code"]
    assert code in page.text
    assert "<svg" in page.text
    assert code not in client.get(f"/people/{person.pk}/access/").text, "it is shown once"

    visitor = Client()
    answer = visitor.post("/welcome/", {"code": code.lower().replace("-", " ")})
    assert answer["Location"] == f"/welcome/{code}/"
    page = visitor.get(answer["Location"])
    assert "Ana" not in page.text
    answer = visitor.post(answer["Location"], born())
    assert answer["Location"] == "/account/ways/"
    text = visitor.get("/account/ways/").text
    assert "Choose at least one." in text
    person.refresh_from_db()
    assert person.user is not None
    assert (person.user.role, person.user.clinic_id, person.user.first_name) == (PATIENT.key, person.clinic_id, "Ana")
    assert not person.user.has_usable_password()
    assert visitor.get("/my-chart/")["Location"] == f"/people/{person.pk}/"


def test_by_mail_the_address_is_theirs_from_then_on(client: Client, desk: Actor, person: Person) -> None:
    assert desk.user is not None
    client.force_login(desk.user)
    answer = client.post(f"/people/{person.pk}/access/", {**FORM, "email": "Ana@Example.org", "language": "fr-ca"})
    assert answer["Location"] == f"/people/{person.pk}/access/"
    assert "An invitation was mailed to ana@example.org." in client.get(answer["Location"]).text
    (one,) = mail.outbox
    assert (one.to, one.subject) == (["ana@example.org"], "Votre invitation")
    Client().post(path_in(newest_mail()), born())
    user = User.objects.get(role=PATIENT.key)
    assert (user.email, user.language) == ("ana@example.org", "fr-ca")
    assert Invitation.objects.get().email == "", "it is kept in one place"


def test_before_it_is_taken_up_nobody_has_the_address(desk: Actor, person: Person) -> None:
    invited(desk, person, "ana@example.org")
    assert not User.objects.filter(email="ana@example.org").exists()


def test_a_mail_that_does_not_leave_becomes_a_sheet(
    client: Client, desk: Actor, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    assert desk.user is not None
    client.force_login(desk.user)
    page = client.post(f"/people/{person.pk}/access/", {**FORM, "email": "ana@example.org"})
    assert "The mail could not be sent." in page.text
    assert page.context["code"] in page.text


def test_it_is_taken_up_once(client: Client, desk: Actor, person: Person) -> None:
    address = invited(desk, person)
    Client().post(address, born())
    answer = client.post(address, born())
    assert answer.status_code == 410
    assert not is_signed_in(client)
    assert Invitation.objects.get().ended == Ended.TAKEN


def test_a_lost_sheet_opens_nothing(client: Client, desk: Actor, person: Person) -> None:
    address = invited(desk, person)
    for left in (4, 3, 2, 1):
        page = client.post(address, WRONG)
        assert page.status_code == 200
        assert f"You have {left} more tr" in page.text
    assert client.post(address, WRONG).status_code == 410
    assert client.post(address, born()).status_code == 410, "the right date comes too late"
    assert not is_signed_in(client)
    assert Invitation.objects.get().ended == Ended.TRIED
    refused = AuditEvent.objects.filter(action=Action.TAKE_UP, result=Result.REFUSED)
    assert [(event.person_id, event.who_id) for event in refused] == [(person.pk, None)] * 5


@pytest.mark.parametrize(
    "given", [{}, {"day": "31", "month": "2", "year": "1984"}, {"day": "x"}, {"year": "9" * 30}, {"month": "13"}]
)
def test_what_is_no_day_costs_no_try(client: Client, desk: Actor, person: Person, given: dict[str, str]) -> None:
    address = invited(desk, person)
    page = client.post(address, {**born(), **given} if given else {"day": ""})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert Invitation.objects.get().tries == 0


@pytest.mark.parametrize(("days", "opens"), [(13, True), (14, False), (15, False)])
def test_its_time(client: Client, desk: Actor, person: Person, days: int, opens: bool) -> None:
    now = clock.now()
    with clock.set_to(now):
        address = invited(desk, person)
    with clock.set_to(now + timedelta(days=days)):
        client.post(address, born())
    assert is_signed_in(client) is opens


def test_an_address_that_was_not_used_is_forgotten(desk: Actor, person: Person, clinic: Clinic) -> None:
    invited(desk, person, "ana@example.org")
    with clock.set_to(clock.now() + timedelta(days=15)):
        invited(desk, build.a_person(clinic, "Roy"))
    assert not Invitation.objects.exclude(email="").exists()


def test_withdrawn_it_opens_nothing(client: Client, desk: Actor, person: Person) -> None:
    address = invited(desk, person)
    assert desk.user is not None
    client.force_login(desk.user)
    page = client.get("/invitations/")
    assert "Moreau, Ana" in page.text
    client.post(f"/invitations/{Invitation.objects.get().pk}/withdraw/")
    assert "No invitation is open." in client.get("/invitations/").text
    assert Client().post(address, born()).status_code == 410
    assert "withdrawn" in client.get(f"/people/{person.pk}/access/").text


def test_a_newer_one_ends_the_earlier(client: Client, desk: Actor, person: Person) -> None:
    first, second = invited(desk, person), invited(desk, person)
    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200


def test_everything_that_opened_the_account_before_ends(client: Client, desk: Actor, person: Person) -> None:
    """A lost phone: the person comes to the desk and starts anew."""
    old = build.a_user(person.clinic, PATIENT, username="old", email="old@example.org")
    Person.objects.filter(pk=person.pk).update(user=old)
    Authenticator.objects.create(user=old, type=Authenticator.Type.WEBAUTHN, data={"name": "lost", "credential": {}})
    lost_phone = Client()
    lost_phone.force_login(old)
    assert lost_phone.get("/account/").status_code == 200
    client.post(invited(desk, person), born())
    assert client.session["_auth_user_id"] == str(old.pk), "the account stays, and with it what it signed"
    assert lost_phone.get("/account/").status_code == 302
    assert not Authenticator.objects.exists()
    old.refresh_from_db()
    assert (old.email, old.has_usable_password()) == ("", False)


def test_a_closed_account_is_not_opened_again(client: Client, desk: Actor, person: Person) -> None:
    closed = build.a_user(person.clinic, PATIENT, is_active=False)
    Person.objects.filter(pk=person.pk).update(user=closed)
    client.post(invited(desk, person), born())
    assert is_signed_in(client)
    person.refresh_from_db()
    closed.refresh_from_db()
    assert person.user_id != closed.pk
    assert not closed.is_active


def test_an_account_of_staff_is_never_changed(desk: Actor, person: Person) -> None:
    colleague = build.a_user(person.clinic, PHYSIOTHERAPIST)
    Person.objects.filter(pk=person.pk).update(user=colleague)
    with pytest.raises(ValidationError, match="signs in as staff"):
        invite(by=desk, person_id=person.pk, born=BORN, email="", language="en-ca")


def test_and_is_said_on_the_page(client: Client, desk: Actor, person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(user=build.a_user(person.clinic, PHYSIOTHERAPIST))
    assert desk.user is not None
    client.force_login(desk.user)
    assert "signs in as staff" in client.post(f"/people/{person.pk}/access/", FORM).text


@pytest.mark.parametrize("role", [RMT, PATIENT], ids=lambda role: role.key)
def test_who_may_not_register_may_not_invite(client: Client, clinic: Clinic, person: Person, role: object) -> None:
    client.force_login(build.a_user(clinic, role))  # type: ignore[arg-type]
    for address in (f"/people/{person.pk}/access/", "/invitations/"):
        assert client.get(address).status_code == 403
    assert client.post(f"/people/{person.pk}/access/", FORM).status_code == 403
    assert not Invitation.objects.exists()


def test_nobody_invites_or_withdraws_over_the_wall(
    client: Client, desk: Actor, person: Person, other_clinic: Clinic
) -> None:
    invited(desk, person)
    client.force_login(build.a_user(other_clinic, FRONT_DESK))
    assert client.get(f"/people/{person.pk}/access/").status_code == 404
    assert client.post(f"/people/{person.pk}/access/", FORM).status_code == 404
    assert client.post(f"/invitations/{Invitation.objects.get().pk}/withdraw/").status_code == 404
    assert "Moreau" not in client.get("/invitations/").text
    assert Invitation.objects.open().count() == 1


def test_every_step_is_an_event(client: Client, desk: Actor, person: Person) -> None:
    address = invited(desk, person)
    client.post(address, born())
    actions = [Action.INVITE, Action.TAKE_UP, Action.SIGN_IN]
    events = list(AuditEvent.objects.filter(action__in=actions).order_by("id"))
    assert [event.action for event in events] == actions
    assert desk.user is not None
    assert (events[0].who_id, events[0].person_id, events[0].reason) == (desk.user.pk, person.pk, "on paper")
    assert events[2].reason == "by an invitation"
    assert verify_log(person.clinic_id) is None


def test_neither_code_nor_date_lies_in_the_database(desk: Actor, person: Person) -> None:
    code = invited(desk, person).split("/")[2]
    row, events = str(Invitation.objects.values().get()), str(list(AuditEvent.objects.values()))
    for secret in (code, code.replace("-", ""), BORN.isoformat()):
        assert secret not in row + events


def test_guessing_codes_is_limited(client: Client, desk: Actor, person: Person) -> None:
    codes = [client.post(f"/welcome/{keys.new_code()}/", born()).status_code for _ in range(31)]
    assert codes == [410] * 30 + [429]


@pytest.mark.parametrize("code", ["x", "%00", "é" * 40, "0000-0000-0000", "a" * 3000])
def test_what_is_no_code_opens_nothing(client: Client, db: None, code: str) -> None:
    assert client.get(f"/welcome/{code}/").status_code in {404, 410}
    assert client.post("/welcome/", {"code": code}).context["form"].errors


def test_codes_are_typed_as_people_type() -> None:
    code = keys.new_code()
    assert keys.tidied(f" {code.replace('-', ' ').lower()} ") == code
    assert len({keys.new_code() for _ in range(1000)}) == 1000
    assert not set("01ILOU") & set("".join(keys.new_code() for _ in range(200)))


@pytest.mark.parametrize("day", ["2026-02-30", "1899-12-31", "2999-01-01", "", "yesterday"])
def test_the_desk_is_told_of_a_day_that_cannot_be(client: Client, desk: Actor, person: Person, day: str) -> None:
    assert desk.user is not None
    client.force_login(desk.user)
    page = client.post(f"/people/{person.pk}/access/", {**FORM, "born": day})
    assert page.context["form"].errors["born"]
    assert not Invitation.objects.exists()


@override_settings(SITE_URL="https://clinic.example", ALLOWED_HOSTS=["*"])
def test_no_sheet_and_no_mail_names_a_host_of_the_request(client: Client, desk: Actor, person: Person) -> None:
    assert desk.user is not None
    client.force_login(desk.user)
    page = client.post(f"/people/{person.pk}/access/", FORM, headers={"host": "evil.example"})
    assert "clinic.example/welcome" in page.text
    assert "evil" not in page.text
    client.post(f"/people/{person.pk}/access/", {**FORM, "email": "a@example.org"}, headers={"host": "evil.example"})
    assert "https://clinic.example/welcome/" in newest_mail()
