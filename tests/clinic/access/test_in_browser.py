"""Getting in as people do: a phone, a mailbox, a finger on the sensor, a sheet of paper."""

import io
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from clinic.access.addresses import absolute, to_type
from clinic.accounts.models import User
from clinic.accounts.roles import FRONT_DESK, PATIENT
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from tests.clinic import build
from tests.clinic.access.conftest import ADDRESS, BORN, invited, newest_mail, path_in
from tests.support.browser import assert_no_axe_violations

PHONE: Any = {"width": 320, "height": 640}
OPTIONS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Device:
    """The part of a phone that keeps passkeys, as Chromium plays it."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        added = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})
        self.id = added["authenticatorId"]

    def knows_the_finger(self, knows: bool) -> None:
        given = {"authenticatorId": self.id, "isUserVerified": knows}
        self.session.send("WebAuthn.setUserVerified", given)

    def kept(self) -> list[Any]:
        return list(self.session.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"])


@pytest.fixture
def patient(live_server: LiveServer) -> User:
    clinic = build.a_clinic()
    clinic.phone = "604-555-0142"
    clinic.save()
    user = build.a_user(clinic, PATIENT, first_name="Ana", last_name="Moreau", email=ADDRESS)
    user.set_unusable_password()
    user.save()
    build.a_person(clinic, user=user)
    return user


def carry_session(page: Page, live_server: LiveServer, client: Any) -> None:
    value = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])


@pytest.fixture
def inside(page: Page, live_server: LiveServer, patient: User, client: Any) -> Page:
    """On the account page, by the session of somebody who signed in."""
    client.force_login(patient)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/account/")
    return page


def looks_right(page: Page) -> None:
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url
    assert_no_axe_violations(page)


def mailed() -> str:
    """What a thread of the server mails soon."""
    deadline = time.monotonic() + 10
    while not mail.outbox and time.monotonic() < deadline:
        time.sleep(0.05)
    return newest_mail()


def add_passkey(page: Page, name: str = "My phone") -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("A name for this device").fill(name)
    page.get_by_role("button", name="Make the passkey").click()


def use_passkey(page: Page) -> None:
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_role("button", name="Go on").wait_for()
    looks_right(page)
    page.get_by_role("button", name="Go on").click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="For patients").wait_for()


def is_in(page: Page) -> None:
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_a_sheet_a_passkey_and_back_in(page: Page, live_server: LiveServer) -> None:
    """A newcomer with a phone and a sheet of paper, who never types a password."""
    clinic = build.a_clinic()
    person = build.a_person(clinic)
    code = invited(build.an_actor(clinic, FRONT_DESK), person).split("/")[2]
    page.set_viewport_size(PHONE)
    device = Device(page)
    page.goto(f"{live_server.url}/c/{clinic.slug}/")
    looks_right(page)
    page.get_by_role("link", name="You have a code on paper").click()
    page.get_by_label("The code on your sheet").wait_for()
    looks_right(page)
    page.get_by_label("The code on your sheet").fill(code.lower().replace("-", ""))
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Day").fill(str(BORN.day))
    page.get_by_label("Month").select_option(label="March")
    page.get_by_label("Year").fill(str(BORN.year))
    looks_right(page)
    page.get_by_role("button", name="Open my pages").click()
    expect(page.get_by_role("heading", name="How you sign in next time")).to_be_visible()
    looks_right(page)
    add_passkey(page)
    expect(page.locator("b", has_text="My phone")).to_be_visible()
    looks_right(page)
    assert len(device.kept()) == 1
    sign_out(page)
    looks_right(page)
    use_passkey(page)
    is_in(page)
    assert list(AuditEvent.objects.filter(action=Action.SIGN_IN).values_list("reason", flat=True)) == [
        "by an invitation",
        "by a passkey",
    ]


def test_a_mailed_link_pressed_on_another_site(page: Page, live_server: LiveServer, patient: User) -> None:
    """Mail programs are other sites: the cookies of this one do not come along, and need not."""
    live = live_server.url
    page.set_viewport_size(PHONE)
    page.goto(f"{live}/sign-in/")
    page.get_by_role("link", name="Have a link mailed to you").click()
    page.get_by_label("Your e-mail address").wait_for()
    looks_right(page)
    page.get_by_label("Your e-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Mail me a link").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    looks_right(page)
    link = live + path_in(mailed())
    page.goto("about:blank")
    page.set_content(f'<a href="{link}">a link in a mail</a>')
    page.get_by_text("a link in a mail").click()
    expect(page.get_by_role("heading", name="Hello, Ana")).to_be_visible()
    looks_right(page)
    page.get_by_role("button", name="Sign in").dblclick()
    is_in(page)
    cookie = next(one for one in page.context.cookies() if one["name"] == "sessionid")
    assert cookie["sameSite"] == "Strict"
    page.goto(link)
    expect(page.get_by_text("You are signed in already.")).to_be_visible()
    looks_right(page)


def test_without_scripts(browser: Browser, live_server: LiveServer, patient: User) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/sign-in/")
    page.get_by_role("link", name="Use a passkey").click()
    expect(page.get_by_text("This browser cannot use passkeys here.")).to_be_visible()
    expect(page.get_by_role("button", name="Go on")).to_be_hidden()
    page.get_by_role("link", name="Other ways to sign in").click()
    page.get_by_role("link", name="Have a link mailed to you").click()
    page.get_by_label("Your e-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Mail me a link").click()
    page.goto(live_server.url + path_in(mailed()))
    page.get_by_role("button", name="Sign in").click()
    is_in(page)
    page.goto(f"{live_server.url}/account/passkeys/add/")
    expect(page.get_by_text("This browser cannot use passkeys here.")).to_be_visible()
    context.close()


def test_without_a_finger_there_is_no_passkey(inside: Page) -> None:
    """A phone that lies unlocked on a table is not enough."""
    device = Device(inside)
    device.knows_the_finger(False)
    add_passkey(inside)
    expect(inside.get_by_text("It did not work, or it was stopped.")).to_be_visible()
    looks_right(inside)
    assert not Authenticator.objects.exists()
    device.knows_the_finger(True)
    inside.get_by_role("button", name="Make the passkey").click()
    expect(inside.locator("b", has_text="My phone")).to_be_visible()
    sign_out(inside)
    device.knows_the_finger(False)
    use_passkey(inside)
    expect(inside.get_by_text("It did not work, or it was stopped.")).to_be_visible()
    assert AuditEvent.objects.filter(reason="by a passkey").count() == 0


def test_a_passkey_is_renamed_confirmed_and_taken_away(inside: Page, live_server: LiveServer, patient: User) -> None:
    device = Device(inside)
    add_passkey(inside)
    inside.get_by_role("link", name="Rename My phone").click()
    # Who has a passkey shows it before changing how one signs in.
    expect(inside.get_by_role("link", name="Have a link mailed to you")).to_be_visible()
    inside.get_by_role("button", name="Use a passkey").click()
    inside.get_by_label("A name for this device").fill("Old phone")
    looks_right(inside)
    inside.get_by_role("button", name="Keep the name").click()
    inside.get_by_role("link", name="Take away Old phone").click()
    inside.get_by_role("button", name="Take it away").wait_for()
    looks_right(inside)
    inside.get_by_role("button", name="Take it away").click()
    expect(inside.get_by_text("The passkey is taken away.")).to_be_visible()
    assert not Authenticator.objects.exists()
    sign_out(inside)
    assert len(device.kept()) == 1, "the phone still has it, and it opens nothing"
    use_passkey(inside)
    expect(inside.get_by_text("This passkey is not known here.")).to_be_visible()
    inside.goto(f"{live_server.url}/account/")
    assert "/sign-in/" in inside.url


def test_a_passkey_of_staff_opens_nothing(inside: Page, live_server: LiveServer, patient: User) -> None:
    Device(inside)
    add_passkey(inside)
    expect(inside.locator("b", has_text="My phone")).to_be_visible()
    sign_out(inside)
    User.objects.filter(pk=patient.pk).update(role="physiotherapist")
    use_passkey(inside)
    expect(inside.get_by_text("This passkey is not known here.")).to_be_visible()
    inside.goto(f"{live_server.url}/people/")
    assert "/sign-in/" in inside.url


def test_a_lost_phone_is_taken_away_after_a_mailed_link(inside: Page, live_server: LiveServer, patient: User) -> None:
    lost = Device(inside)
    on_the_lost_phone = Client()
    on_the_lost_phone.force_login(patient)
    add_passkey(inside)
    expect(inside.locator("b", has_text="My phone")).to_be_visible()
    sign_out(inside)
    lost.session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": lost.id})
    inside.get_by_role("link", name="Have a link mailed to you").click()
    inside.get_by_label("Your e-mail address").fill(ADDRESS)
    inside.get_by_role("button", name="Mail me a link").click()
    inside.goto(live_server.url + path_in(mailed()))
    inside.get_by_role("button", name="Sign in").click()
    is_in(inside)
    inside.goto(f"{live_server.url}/account/")
    inside.get_by_role("link", name="Take away My phone").click()
    assert on_the_lost_phone.get("/account/").status_code == 200
    inside.get_by_role("button", name="Take it away").click()
    expect(inside.get_by_text("The passkey is taken away.")).to_be_visible()
    assert on_the_lost_phone.get("/account/").status_code == 302, "a session that was left open there is over"


@pytest.fixture
def at_the_desk(page: Page, live_server: LiveServer, client: Any) -> Page:
    clinic = build.a_clinic("Clinique de physiothérapie et de massothérapie de la Côte-Nord")
    clinic.phone = "604-555-0142"
    clinic.save()
    build.a_person(clinic, "Featherstonehaugh", given_name="Wilhelmina-Alexandrina")
    client.force_login(build.a_user(clinic, FRONT_DESK))
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/people/")
    return page


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("language", ["en-ca", "fr-ca"])
def test_what_is_handed_out_is_one_page(at_the_desk: Page, live_server: LiveServer, paper: str, language: str) -> None:
    for address in ("/handout/", "/handout/poster/"):
        at_the_desk.goto(f"{live_server.url}{address}?in={language}")
        pdf = PdfReader(io.BytesIO(at_the_desk.pdf(format=paper)))
        assert len(pdf.pages) == 1, address
        text = " ".join(pdf.pages[0].extract_text().split())
        assert to_type(absolute("self_check")) in text
        assert "604-555-0142" in text
        for word in ("Sign out", "Se déconnecter", "Back to the list", "Retour à la liste"):
            assert word not in text


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_an_invitation_is_one_page(at_the_desk: Page, paper: str) -> None:
    at_the_desk.get_by_role("link", name="Featherstonehaugh, ").click()
    at_the_desk.get_by_role("link", name="Own account").click()
    at_the_desk.set_viewport_size(PHONE)
    at_the_desk.get_by_label("Date of birth").wait_for()
    looks_right(at_the_desk)
    at_the_desk.get_by_label("Date of birth").fill(BORN.isoformat())
    at_the_desk.get_by_label("Language of the person").select_option("fr-ca")
    at_the_desk.get_by_role("button", name="Make the invitation").click()
    code = at_the_desk.locator(".code").inner_text()
    looks_right(at_the_desk)
    pdf = PdfReader(io.BytesIO(at_the_desk.pdf(format=paper)))
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    assert code in text
    assert to_type(absolute("access:type_code")) in text
    assert "Tapez votre date de naissance." in text


def test_pages_of_the_desk_on_a_phone(at_the_desk: Page, live_server: LiveServer) -> None:
    at_the_desk.set_viewport_size(PHONE)
    for address in ("/invitations/", "/handout/", "/handout/poster/"):
        at_the_desk.goto(live_server.url + address)
        looks_right(at_the_desk)
