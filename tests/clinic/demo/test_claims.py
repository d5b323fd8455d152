"""The demo clinic bills: lines in several states, and books that hold."""

from datetime import datetime, time, timedelta

import pytest

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.claims.models import InvoiceLine
from clinic.claims.recount import faults
from clinic.demo.claims import bill, open_books
from clinic.demo.staff import hire
from tests.clinic.build import an_entry
from tests.clinic.claims.desk import a_visit


@pytest.fixture
def clinic(db: None) -> Clinic:
    return Clinic.objects.create(name="Demo", slug="demo")


def test_two_months_of_the_demo(clinic: Clinic) -> None:
    staff = hire(clinic)
    today = clock.now().astimezone(clinic.zone).date()
    last_month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    payer = {"kind": "icbc", "accident_date": (last_month - timedelta(days=5)).isoformat(), "claim": "ZZ00-0001"}
    by = Actor(staff["physio"])
    for chart_number in ("1", "2"):
        person = Person.objects.create(
            clinic=clinic, chart_number=chart_number, given_name="Ada", family_name="Made-Up"
        )
        if chart_number == "1":
            with clock.set_to(datetime.combine(last_month, time(8), clinic.zone)):
                an_entry(by, person, on=last_month, kind="history", content={"episode": {"payer": payer}})
        for day in range(6):
            a_visit(by, person, last_month + timedelta(days=2 * day))
    open_books(clinic, staff, today)
    bill(clinic, staff, today)
    assert {one.state for one in InvoiceLine.objects.with_state()} == {
        "sent", "part_paid", "paid", "rejected", "adjusted", "credited",
    }  # fmt: skip
    assert list(faults(clinic.pk)) == []
