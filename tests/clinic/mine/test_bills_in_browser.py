"""My bills on a phone and at a desk, for everybody."""

from datetime import date

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from clinic.claims.actions import keep_claim
from tests.clinic import build
from tests.clinic.claims.desk import ACCIDENT, a_claim, a_desk
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

PHONE, DESK = 360, 1200


def test_from_what_is_owed_to_a_receipt(page: Page, live_server: LiveServer) -> None:
    desk = a_desk()
    patient, person = build.a_patient(desk.clinic)
    with desk.at(ACCIDENT):
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim())
    desk.sent(person, (date(2026, 2, 3), date(2026, 2, 10)))
    assert patient.user is not None
    sign_in(page, live_server.url, patient.user.username)
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{live_server.url}/mine/bills/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_no_axe_violations(page)
    page.get_by_role("link", name="Physiotherapy, $24.00").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert_no_axe_violations(page)
