"""A clinic that bills: its terms, a person under a claim, signed visits, and who keeps the books."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PHYSIOTHERAPIST, RMT
from clinic.audit.actor import Actor
from clinic.calendar.models import Appointment, Room
from clinic.chart.actions import sign_entry
from clinic.chart.models import Entry, Person
from clinic.claims.actions import keep_claim, propose_lines, say_terms, send
from clinic.claims.actions.propose import Month
from clinic.claims.models import Claim, InvoiceLine, Licence, Membership, Price, TaxRule, VendorNumber
from tests.clinic import build

ACCIDENT = date(2026, 1, 5)
TODAY = date(2026, 2, 27)
MONTH = Month(2026, 2)
FEE, PRICE = Decimal("95.00"), Decimal("110.00")
INITIAL_FEE, INITIAL_PRICE = Decimal("151.00"), Decimal("160.00")
SINCE = date(2025, 1, 1)
DISCIPLINES = {"physiotherapist": PHYSIOTHERAPIST, "rmt": RMT}


@dataclass
class Desk:
    """Who works where the bills are written."""

    clinic: Clinic
    by: Actor
    physio: Actor
    rmt: Actor

    def at(self, day: date = TODAY, hour: int = 18) -> Any:
        return clock.set_to(datetime.combine(day, time(hour), self.clinic.zone))

    def propose(self, **more: Any) -> Any:
        with self.at():
            return propose_lines(by=self.by, **{"month": MONTH, **more})

    def lines(self, **only: Any) -> list[Any]:
        return list(InvoiceLine.objects.of_clinic(self.clinic.pk).filter(**only).with_state().order_by("id"))

    def sent(self, person: Person, days: tuple[date, ...] = (date(2026, 2, 3),)) -> list[Any]:
        """Lines of these visits, out to the insurer and to the person."""
        for day in days:
            a_visit(self.physio, person, day)
        self.propose()
        ready = [one.pk for one in self.lines(person=person) if one.state == "checked"]
        with self.at():
            send(by=self.by, lines=ready, key=uuid.uuid4())
        return [one for one in self.lines(person=person) if one.pk in ready]


def a_desk(name: str = "North Shore", *, is_member: bool = True) -> Desk:
    clinic = build.a_clinic(name)
    desk = Desk(
        clinic, build.an_actor(clinic, FRONT_DESK), build.an_actor(clinic, PHYSIOTHERAPIST), build.an_actor(clinic, RMT)
    )
    rows: list[Any] = [Membership(from_day=date(2025, 3, 22), is_member=is_member)]
    rows.append(VendorNumber(number="V-MADE-UP", from_day=SINCE))
    for discipline, who in (("physiotherapy", desk.physio), ("massage_therapy", desk.rmt)):
        for item, price in (("initial", INITIAL_PRICE), ("standard", PRICE)):
            rows.append(Price(discipline=discipline, item=item, amount=price, from_day=SINCE))
        rows.append(TaxRule(discipline=discipline, is_taxed=discipline != "physiotherapy", from_day=SINCE))
        rows.append(
            Licence(practitioner=who.user, discipline=discipline, college="A college", number="L-1", from_day=SINCE)
        )
    with desk.at():
        for row in rows:
            say_terms(by=desk.by, row=row)
    return desk


def a_claim(**more: Any) -> Claim:
    said = {
        "payer": "icbc",
        "number": "ZZ000001",
        "accident_on": ACCIDENT,
        "legal_given_name": "Ana",
        "legal_family_name": "Moreau",
        "born_on": date(1988, 4, 2),
        "visits": {
            "visits_elsewhere_count": {"physiotherapy": 0, "massage_therapy": 0},
            "initial_visit_billed": {"physiotherapy": False, "massage_therapy": False},
        },
    }
    return Claim(**{**said, **more})


def a_claimant(desk: Desk, family_name: str = "Moreau", **more: Any) -> Person:
    """Somebody under a claim with ICBC; ``more``: what their claim says otherwise."""
    person = build.a_person(desk.clinic, family_name)
    with desk.at(ACCIDENT + timedelta(days=3)):
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(**more))
    return person


def an_appointment(desk: Desk, person: Person, day: date, hour: int = 9, status: str = "no_show") -> Appointment:
    """An hour of the calendar, and what became of it."""
    assert desk.physio.user is not None
    place, _is_new = Room.objects.get_or_create(clinic=desk.clinic, name="1")
    starts, ends = (datetime.combine(day, time(one), desk.clinic.zone) for one in (hour, hour + 1))
    return Appointment.objects.create(
        clinic=desk.clinic, person=person, clinician=desk.physio.user, room=place, discipline="physio",
        kind="treatment", starts_at=starts, ends_at=ends, free_at=ends, status=status,
    )  # fmt: skip


def a_visit(by: Actor, person: Person, day: date, discipline: str = "physiotherapist", **more: Any) -> Entry:
    """A signed note, written at the end of its day."""
    assert by.user is not None
    assert by.user.clinic is not None
    row = {"date": day.isoformat(), "discipline": discipline, "minutes": 60, **more}
    with clock.set_to(datetime.combine(day, time(17), by.user.clinic.zone)):
        return sign_entry(
            by=by,
            person_id=person.pk,
            on=day,
            kind="treatment",
            content={"treatments": [row]},
            idempotency_key=uuid.uuid4(),
        )
