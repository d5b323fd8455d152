"""Clinics, people and accounts for tests."""

import itertools
import uuid
from datetime import date
from typing import Any

from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import PATIENT, PHYSIOTHERAPIST, Role
from clinic.audit.actor import Actor
from clinic.chart.actions import sign_entry
from clinic.chart.models import Entry, Person

PASSWORD = "a long enough password"
DAY = date(2026, 1, 12)
EXAMINATION: dict[str, Any] = {
    "visits": [
        {
            "date": "2026-01-12",
            "by": "physiotherapist",
            "facts": {"systolic_bp_mmhg": 124, "neuro_deficit_new": False},
            "findings": [{"fact": "frt_rotation_deg", "side": "right", "value": 22.5, "trials": [21, 22, 23]}],
        }
    ]
}
DIARY: dict[str, Any] = {"diary": [{"date": "2026-01-12", "headache": "A", "intensity_nrs": 6, "headache_hours": 5.0}]}

_numbers = itertools.count(1)


def a_clinic(name: str = "North Shore") -> Clinic:
    return Clinic.objects.create(name=name, slug=f"clinic-{next(_numbers)}")


def a_user(clinic: Clinic, role: Role = PHYSIOTHERAPIST, **more: Any) -> User:
    more.setdefault("username", f"{role.key}-{next(_numbers)}")
    return User.objects.create_user(password=PASSWORD, clinic=clinic, role=role.key, **more)


def an_actor(clinic: Clinic, role: Role = PHYSIOTHERAPIST) -> Actor:
    return Actor(a_user(clinic, role), address="192.0.2.7", device="a browser")


def a_person(clinic: Clinic, family_name: str = "Moreau", **more: Any) -> Person:
    more.setdefault("chart_number", f"{next(_numbers):05}")
    more.setdefault("given_name", "Ana")
    return Person.objects.create(clinic=clinic, family_name=family_name, **more)


def a_patient(clinic: Clinic) -> tuple[Actor, Person]:
    """Someone with an account of their own."""
    user = a_user(clinic, PATIENT)
    return Actor(user), a_person(clinic, user=user)


def an_entry(by: Actor, person: Person, **more: Any) -> Entry:
    said: dict[str, Any] = {"on": DAY, "kind": "examination", "content": EXAMINATION, **more}
    said.setdefault("idempotency_key", uuid.uuid4())
    return sign_entry(by=by, person_id=person.pk, **said)
