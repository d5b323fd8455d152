"""What the tests of whole ways through the clinic begin with."""

import uuid
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.actions import import_case_file
from clinic.chart.models import Person
from clinic.exchange.pieces import pieces_of
from concordant.record.read import read_plain
from tests.clinic import build

ZONE = ZoneInfo("America/Vancouver")


def today() -> date:
    """The day on the clocks of the clinic: the server that these tests talk to goes by the real one."""
    return clock.now().astimezone(ZONE).date()


def signed_on(day: date, by: Actor, person: Person, case: dict[str, Any]) -> None:
    """A whole case, signed at noon of a day that has passed."""
    noon = datetime.combine(day, time(12), ZONE)
    fragments = [one.fragment for one in pieces_of(read_plain(case), day)]
    with clock.set_to(min(noon, clock.now() - timedelta(minutes=1))):
        import_case_file(by=by, person_id=person.pk, fragments=fragments, source="a file", idempotency_key=uuid.uuid4())


def a_physiotherapist(clinic: Clinic) -> Actor:
    return Actor(build.a_user(clinic, username="ana", first_name="Ana", last_name="Bell"))


def taken_along(page: Page, url: str, person: Person, folder: Path) -> Path:
    """The case file that the clinic hands out."""
    page.goto(f"{url}/people/{person.pk}/export/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as YAML").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file
