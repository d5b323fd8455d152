"""Signing in by a mailed link: who gets one, what it opens, and how often."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import caches
from django.db import connection
from django.test import Client, override_settings

from clinic import clock
from clinic.access import background, links
from clinic.access.models import SignInLink
from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import ROLES
from clinic.audit.actor import NO_CLINIC
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.audit.words import Action, Result
from tests.clinic import build
from tests.clinic.access.conftest import ADDRESS, FRENCH, is_signed_in, link_for, newest_mail, path_in
from tests.clinic.conftest import Statements

STAFF = [role for role in ROLES.values() if role.key != "patient"]


def test_asked_mailed_pressed_in(client: Client, patient: User) -> None:
    link = link_for(client)
    page = client.get(link)
    assert "Hello, Ana" in page.text
    assert not is_signed_in(client)
    answer = client.post(link, follow=True)
    assert answer.redirect_chain[0] == ("/", 302)
    assert client.session["_auth_user_id"] == str(patient.pk)


def test_looking_does_not_use_it_up(client: Client, patient: User) -> None:
    link = link_for(client)
    for _ in range(3):
        assert client.get(link).status_code == client.head(link).status_code == 200
    client.post(link)
    assert is_signed_in(client)


def test_it_works_once(client: Client, patient: User) -> None:
    link = link_for(client)
    client.post(link)
    other = Client()
    answer = other.post(link)
    assert answer.status_code == 410
    assert "This link works no more" in answer.text
    assert not is_signed_in(other)
    assert AuditEvent.objects.filter(action=Action.SIGN_IN_FAILED, result=Result.REFUSED).count() == 1
    assert "You are signed in already." in client.get(link).text


def test_using_one_ends_the_others_in_the_mailbox(client: Client, patient: User) -> None:
    first, second = link_for(client), link_for(client)
    client.post(second)
    assert Client().post(first).status_code == 410


@pytest.mark.parametrize(("minutes", "opens"), [(14, True), (15, False), (16, False), (60 * 24 * 365, False)])
def test_its_time(client: Client, patient: User, minutes: int, opens: bool) -> None:
    now = clock.now()
    with clock.set_to(now):
        link = link_for(client)
    with clock.set_to(now + timedelta(minutes=minutes)):
        client.post(link)
    assert is_signed_in(client) is opens


@pytest.mark.parametrize(
    "change",
    [{"email": "other@example.org"}, {"password": "!x"}, {"is_active": False}, {"role": "physiotherapist"}],
    ids=lambda change: next(iter(change)),
)
def test_it_ends_when_the_account_changes(client: Client, patient: User, change: dict[str, object]) -> None:
    link = link_for(client)
    User.objects.filter(pk=patient.pk).update(**change)
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert not is_signed_in(client)


@pytest.mark.parametrize("spoil", [lambda key: key[:-1], lambda key: key.swapcase(), lambda key: key + "A"])
def test_a_changed_link_opens_nothing(client: Client, patient: User, spoil: object) -> None:
    key = link_for(client).strip("/").rpartition("/")[2]
    assert callable(spoil)
    assert client.post(f"/sign-in/link/{spoil(key)}/").status_code == 410
    assert not is_signed_in(client)


@pytest.mark.parametrize("key", ["x", "é", "%00", "a" * 5000, "sent%2F"])
def test_what_is_no_key_opens_nothing(client: Client, patient: User, key: str) -> None:
    assert client.get(f"/sign-in/link/{key}/").status_code in {404, 410}


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.key)
def test_staff_get_no_link(client: Client, clinic: Clinic, role: object) -> None:
    build.a_user(clinic, role, email=ADDRESS)  # type: ignore[arg-type]
    assert client.post("/sign-in/link/", {"email": ADDRESS}).status_code == 302
    assert mail.outbox == []
    assert not SignInLink.objects.exists()


def test_a_superuser_gets_none(client: Client, db: None) -> None:
    User.objects.create_superuser("keeper", ADDRESS, build.PASSWORD, role="patient")
    client.post("/sign-in/link/", {"email": ADDRESS})
    assert mail.outbox == []


def test_of_a_family_each_gets_their_own_link(client: Client, patient: User, other_clinic: Clinic) -> None:
    child = build.a_user(other_clinic, ROLES["patient"], first_name="Léa", email=ADDRESS)
    build.a_user(other_clinic, ROLES["physiotherapist"], first_name="Staff", email=ADDRESS)
    client.post("/sign-in/link/", {"email": ADDRESS.upper()})
    (one,) = mail.outbox
    text = str(one.body)
    assert (text.count("/sign-in/link/"), "Staff" in text) == (2, False)
    client.post(path_in(text[text.index("Léa") :]))
    assert client.session["_auth_user_id"] == str(child.pk)


def test_the_answer_is_the_same_for_everybody(client: Client, patient: User) -> None:
    def told(email: str) -> tuple[int, str, str]:
        answer = client.post("/sign-in/link/", {"email": email})
        return answer.status_code, answer["Location"], client.get(answer["Location"]).text

    assert told(ADDRESS) == told("nobody@example.org")
    assert len(mail.outbox) == 1


def test_and_nothing_is_looked_up_before_the_answer(
    client: Client, patient: User, monkeypatch: pytest.MonkeyPatch, statements: Statements
) -> None:
    waiting: list[object] = []
    monkeypatch.setattr(background, "later", waiting.append)

    def asked(email: str) -> list[str]:
        before = len(statements.texts)
        client.post("/sign-in/link/", {"email": email})
        return [text.split(" ")[0] for text in statements.texts[before:]]

    asked("first@example.org")  # from then on this place has been counted
    assert asked(ADDRESS) == asked("nobody@example.org")
    assert len(waiting) == 3
    assert not any("accounts_user" in text for text in statements.texts)


def test_the_mail_says_nothing_of_health(client: Client, patient: User) -> None:
    Clinic.objects.update(name="Neck and Headache Clinic")
    link_for(client)
    (one,) = mail.outbox
    said = f"{one.subject} {one.body} {one.from_email}".lower()
    assert [word for word in ("head", "neck", "pain", "clinic", "patient", "health", "plan") if word in said] == []
    assert one.to == [ADDRESS]
    assert "604-555-0142" in said


def test_it_is_written_in_the_language_of_the_person(client: Client, patient: User) -> None:
    User.objects.update(language="fr-ca")
    link_for(client)
    assert (mail.outbox[-1].subject, "Bonjour Ana" in newest_mail()) == ("Votre lien de connexion", True)
    User.objects.update(language="")
    client.post("/sign-in/link/", {"email": ADDRESS}, headers=FRENCH)
    assert "Bonjour Ana" in newest_mail()


@override_settings(SITE_URL="https://clinic.example", ALLOWED_HOSTS=["*"])
@pytest.mark.parametrize("header", ["host", "x-forwarded-host", "forwarded"])
def test_a_host_that_the_asker_names_gets_into_no_mail(client: Client, patient: User, header: str) -> None:
    client.post("/sign-in/link/", {"email": ADDRESS}, headers={header: "evil.example"})
    assert "https://clinic.example/sign-in/link/" in newest_mail()
    assert "evil" not in newest_mail()


def test_it_leads_where_they_wanted_to_go(client: Client, patient: User) -> None:
    asked = client.get("/my-chart/")
    page = client.get(asked["Location"])
    assert "/sign-in/link/?next=/my-chart/" in page.text
    assert 'name="next" value="/my-chart/"' in client.get("/sign-in/link/?next=/my-chart/").text
    answer = client.post(link_for(client, next="/my-chart/"))
    assert answer["Location"] == "/my-chart/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/" + "a" * 300]
)
def test_and_nowhere_else(client: Client, patient: User, elsewhere: str) -> None:
    assert elsewhere not in client.get("/sign-in/link/", {"next": elsewhere}).text
    assert client.post(link_for(client, next=elsewhere))["Location"] == "/"
    SignInLink.objects.all().delete()
    link = link_for(client)
    SignInLink.objects.update(then=elsewhere[:200])
    assert client.post(link)["Location"] == ("/" if len(elsewhere) < 200 else elsewhere[:200])


def test_asking_and_coming_in_are_events(client: Client, patient: User) -> None:
    client.post(link_for(client))
    person = patient.person
    asked, signed_in = AuditEvent.objects.filter(action__in=[Action.ASK_LINK, Action.SIGN_IN]).order_by("id")
    assert (asked.who_id, asked.subject_id, asked.person_id) == (None, str(patient.pk), person.pk)
    assert (asked.result, asked.address) == (Result.DONE, "127.0.0.1")
    assert (signed_in.who_id, signed_in.reason) == (patient.pk, "by a mailed link")
    assert patient.clinic_id is not None
    assert verify_log(patient.clinic_id) is None


def test_an_unknown_address_is_not_kept(client: Client, patient: User) -> None:
    client.post("/sign-in/link/", {"email": "somebody.private@example.org"})
    event = AuditEvent.objects.get(action=Action.ASK_LINK)
    assert (event.clinic_id, event.result) == (NO_CLINIC, Result.REFUSED)
    assert "private" not in str(AuditEvent.objects.values().get(pk=event.pk))


def test_the_database_holds_no_key(client: Client, patient: User) -> None:
    key = link_for(client).strip("/").rpartition("/")[2]
    assert key not in str(SignInLink.objects.values().get())


def test_asking_for_one_address_is_limited_known_or_not(client: Client, patient: User) -> None:
    def asked(email: str) -> list[int]:
        return [client.post("/sign-in/link/", {"email": email}).status_code for _ in range(4)]

    assert asked(ADDRESS) == asked("nobody@example.org") == [302, 302, 302, 429]
    assert len(mail.outbox) == 3
    again = client.post("/sign-in/link/", {"email": ADDRESS.upper()})
    assert "Too many attempts" in again.text


def test_asking_from_one_place_is_limited(client: Client, patient: User) -> None:
    codes = [client.post("/sign-in/link/", {"email": f"a{number}@example.org"}).status_code for number in range(31)]
    assert codes == [302] * 30 + [429]


def test_limits_count_over_all_processes(client: Client, patient: User) -> None:
    client.post("/sign-in/link/", {"email": ADDRESS})
    assert type(caches["default"]).__name__ == "DatabaseCache"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache WHERE cache_key LIKE %s", ["%sign_in_link%"])
        assert cursor.fetchone()[0] >= 2


@override_settings(SIGN_IN_LINKS_A_DAY=2)
def test_a_mailbox_is_not_flooded(client: Client, patient: User) -> None:
    for _ in range(3):
        assert client.post("/sign-in/link/", {"email": ADDRESS}).status_code == 302
    assert len(mail.outbox) == 2
    with clock.set_to(clock.now() + timedelta(days=2)):
        links.mail_links(email=ADDRESS, language="en-ca", then="", origin=build.an_actor(build.a_clinic()))
    assert len(mail.outbox) == 3
    assert SignInLink.objects.count() == 1, "what has long ended is cleared away"


@pytest.mark.parametrize("email", ["", "no address", "a@b", "a@example.org\nBcc: b@example.org", "a" * 300 + "@x.org"])
def test_what_is_no_address_is_said(client: Client, db: None, email: str) -> None:
    answer = client.post("/sign-in/link/", {"email": email})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert mail.outbox == []


def test_a_second_factor_that_a_patient_set_up_is_asked_for(client: Client, patient: User) -> None:
    TOTP.activate(patient, generate_totp_secret())
    answer = client.post(link_for(client))
    assert answer["Location"].startswith("/account/second-factor/authenticate/")
    assert not is_signed_in(client)


def test_a_passkey_is_not_asked_for_besides(client: Client, patient: User) -> None:
    """It is the way back in when the phone is lost."""
    Authenticator.objects.create(user=patient, type=Authenticator.Type.WEBAUTHN, data={"name": "x", "credential": {}})
    client.post(link_for(client))
    assert is_signed_in(client)


def test_whoever_else_is_signed_in_on_that_computer_is_signed_out(client: Client, patient: User) -> None:
    client.force_login(build.a_user(build.a_clinic()))
    client.post(link_for(client))
    assert client.session["_auth_user_id"] == str(patient.pk)
    assert AuditEvent.objects.filter(action=Action.SIGN_OUT).count() == 1


@pytest.mark.parametrize(("given", "expires"), [({}, True), ({"remember": "on"}, False)])
def test_a_shared_computer_forgets(client: Client, patient: User, given: dict[str, str], expires: bool) -> None:
    client.post(link_for(client), given)
    assert client.session.get_expire_at_browser_close() is expires


def test_pages_are_not_kept_by_the_browser(client: Client, patient: User) -> None:
    for address in ("/sign-in/link/", "/sign-in/link/sent/", link_for(client)):
        assert "no-store" in client.get(address)["Cache-Control"]


def test_a_form_from_elsewhere_signs_nobody_in(client: Client, patient: User) -> None:
    link = link_for(client)
    other = Client(enforce_csrf_checks=True)
    assert other.post(link).status_code == 403
    assert client.get(link).status_code == 200, "and does not use it up"
