"""The desk's own pages in a browser: from the month to a sheet, by eye, by keyboard and by a screen reader."""

from contextlib import suppress
from datetime import timedelta

from django.core.exceptions import ValidationError
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from clinic.claims.actions import keep_claim, say_terms
from clinic.claims.models import FeeLimit
from tests.browser.scene import today
from tests.clinic import build
from tests.clinic.claims.desk import FEE, a_claim, a_desk, a_visit
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

PHONE = 320


def test_a_month_is_sent_and_its_sheet_is_copied(page: Page, live_server: LiveServer) -> None:
    desk = a_desk()
    assert desk.by.user is not None
    day = today().replace(day=1)
    with desk.at(day):
        for item in ("initial", "standard"):
            # The published tables may have a gap on the day on which this test runs.
            told = FeeLimit(discipline="physiotherapy", item=item, amount=FEE, source="made up", from_day=day)
            with suppress(ValidationError):  # where it has none
                say_terms(by=desk.by, row=told)
    for name, number in (("Moreau", "ZZ000001"), ("Incomplete", "")):
        person = build.a_person(desk.clinic, name)
        claim = a_claim(number=number, accident_on=day - timedelta(days=20))
        with desk.at(day):
            keep_claim(by=desk.by, person_id=person.pk, claim=claim)
        a_visit(desk.physio, person, day)
    sign_in(page, live_server.url, desk.by.user.username)
    page.goto(live_server.url)
    page.get_by_role("link", name="Bills", exact=True).click()
    page.get_by_role("button", name="Propose the month").click()
    page.get_by_role("link", name="Problems").click()
    assert page.get_by_text("The claim number is missing.").count()
    for width in (1280, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_no_axe_violations(page, targets=True)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("link", name="Ready to send").click()
    page.get_by_role("button", name="Send the chosen lines").click()
    page.get_by_role("link", name="1", exact=True).click()
    page.get_by_role("button", name="Copy").first.wait_for()
    line = desk.lines(for_patient=False)[0]
    others = [f"people/{line.person_id}/", f"lines/{line.pk}/", "owed/", "terms/", "invoices/2/", ""]
    for address in ("invoices/1/", *others):
        page.goto(f"{live_server.url}/claims/{address}")
        page.set_viewport_size({"width": PHONE, "height": 800})
        page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, address
        assert_no_axe_violations(page)
