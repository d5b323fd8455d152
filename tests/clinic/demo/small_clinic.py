"""A clinic with one person, served until killed: `python -m tests.clinic.demo.small_clinic PORT`."""

import os
import sys

PASSWORD = "a-long-enough-word"


def main(port: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from clinic.accounts.models import Clinic, User
    from clinic.chart.models import Person
    from clinic.demo.serving import serve

    call_command("migrate", verbosity=0)
    if not Clinic.objects.exists():
        clinic = Clinic.objects.create(name="Small", slug="small")
        User.objects.create_user("physio", password=PASSWORD, clinic=clinic, role="physiotherapist")
        Person.objects.create(clinic=clinic, chart_number="1", given_name="Ada", family_name="Test")
    serve(port=port, workers=2)


if __name__ == "__main__":
    main(int(sys.argv[1]))
