"""A clinic of one person with a home programme and an account, for the bench of the page "today".

Run as a program it fills the database that CONCORDANT_DATABASE_URL names and prints the session of that person.
"""

from __future__ import annotations

import os
import sys
import uuid
from datetime import timedelta

from clinic_under_test import HERE, signed_in

sys.path.insert(0, str(HERE.parent))


def fill() -> str:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from clinic import clock
    from clinic.accounts.models import Clinic, User
    from clinic.accounts.roles import PATIENT, PHYSIOTHERAPIST
    from clinic.audit.actor import Actor
    from clinic.chart.actions import sign_entry
    from clinic.chart.models import Person
    from tests.clinic.home.plans import FLEXORS, MOBILITY, a_plan

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    clinic = Clinic.objects.create(name="Bench", slug="bench")
    physio = User.objects.create(username="physio", clinic=clinic, role=PHYSIOTHERAPIST.key)
    user = User.objects.create(username="patient", clinic=clinic, role=PATIENT.key)
    person = Person.objects.create(clinic=clinic, chart_number="1", given_name="Bench", family_name="One", user=user)
    on = (clock.now() - timedelta(days=7)).astimezone(clinic.zone).date()
    for kind, content in (
        ("history", {"headaches": [{"id": "A", "name": "from the neck"}]}),
        ("treatment", a_plan(FLEXORS, MOBILITY, on=on)),
    ):
        key = uuid.uuid4()
        sign_entry(by=Actor(physio), person_id=person.pk, on=on, kind=kind, content=content, idempotency_key=key)
    return signed_in(user)


if __name__ == "__main__":
    print(fill())
