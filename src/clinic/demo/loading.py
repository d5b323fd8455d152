"""Fill an empty database with the demo clinic."""

from collections.abc import Callable

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.chart.models import Person
from clinic.demo.calendar import keep_calendar
from clinic.demo.charts import keep_chart
from clinic.demo.claims import bill, open_books
from clinic.demo.notes import with_notes
from clinic.demo.plans import with_plans
from clinic.demo.staff import hire
from clinic.paths import HERE
from concordant.record.read import read_file, read_plain
from concordant.simulate import FIRST_DAYS, demo_clinic

SEED = 2026
WITH_ACCOUNT = "1023"
"""Whose chart the demo patient signs in to: one with a diary, retests and a course to look at."""
EXAMPLES = HERE.parents[1] / "examples"
"""The published cases stand in the project's folder, beside the code."""


def load(tell: Callable[[str], None] = print) -> Clinic:
    """Make the clinic, its staff, its people and the published cases, as of the day on the clocks of the clinic. `tell`
    hears the progress."""
    clinic = Clinic.objects.create(name="Harbour Neck and Headache Clinic (demo)", slug="demo", phone="604-555-0142")
    today = clock.now().astimezone(clinic.zone).date()
    staff = hire(clinic)
    # The published cases are years old: they come first, so that the clinic's own people are the newest.
    for path in sorted(EXAMPLES.glob("*.yaml")):
        author, *subject = path.stem.split("_")
        keep_chart(
            by=staff["physio"],
            chart_number=f"PUB-{author.upper()}"[:20],
            given_name=" ".join(subject).capitalize(),
            family_name=f"{author.title()} (published)",
            case=read_file(path),
            today=today,
        )
    people = demo_clinic(SEED, today)
    charts: dict[str, Person] = {}
    in_care: list[Person] = []
    first_days: list[Person] = []
    for number, person in enumerate(people, start=1):
        own = staff["patient"] if person.chart_number == WITH_ACCOUNT else None
        case = with_notes(with_plans(read_plain(person.case), today), today)
        chart = charts[person.chart_number] = keep_chart(
            by=staff["physio"],
            chart_number=person.chart_number,
            given_name=person.given_name,
            family_name=person.family_name,
            case=case,
            today=today,
            own=own,
            rmt=staff["rmt"],
        )
        if person.stage == FIRST_DAYS:
            first_days.append(chart)
        elif case.plans:
            in_care.append(chart)
        if own is not None:
            own.first_name, own.last_name = person.given_name, person.family_name
            own.save(update_fields=["first_name", "last_name"])
        if number % 10 == 0:
            tell(f"  {number} of {len(people)} charts")
    # What the desk was told of a claim says how many visits are left: series are asked for after it.
    open_books(clinic, staff, today)
    keep_calendar(clinic, staff, in_care, charts[WITH_ACCOUNT], today, first_days)
    bill(clinic, staff, today)
    return clinic
