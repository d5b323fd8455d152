"""What was signed stays: by the model, and by the database whoever asks it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, NotSupportedError, connection, models, transaction

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.calendar.models import AppointmentChange
from clinic.chart.models import Entry, Person
from clinic.ledger.models import AppendOnly, AppendOnlyError
from clinic.sync.models import SentRow
from clinic.sync.sent import batch_of
from clinic.sync.taking import take
from clinic.trials.models import TrialEntry
from tests.clinic import build
from tests.clinic.calendar.desk import a_desk
from tests.clinic.sync.devices import NOW, a_batch, a_row
from tests.clinic.trials.conftest import kept

# Every other model of the clinic may change, for a reason someone has thought about.
JUDGED = {
    "accounts.Clinic": "a name and a time zone; nothing about people",
    "accounts.User": "an account: passwords and roles change; what matters of it is copied into each event",
    "accounts.User_groups": "comes with Django's accounts; unused",
    "accounts.User_user_permissions": "comes with Django's accounts; unused",
    "audit.AuditHead": "the end of a chain moves on with every event; the events vouch for it",
    "drafts.Draft": "what is typed and not yet signed: no part of the chart, read by its author only, gone once signed",
    "access.SignInLink": "opens an account once; that it was asked for and used are events",
    "access.Invitation": "opens an account once; that it was made, withdrawn or taken up are events",
    "intake.FirstVisit": "a wish for a visit, with consent: gone if nobody takes it up; what is confirmed is signed",
    "reminders.Reminder": "how and when somebody wants to be reminded: a wish that they change, no part of the chart",
    "calendar.Appointment": "moves and changes its status; every change is a row that stays (AppointmentChange)",
    "calendar.Away": "days on which a person cannot come, as they say",
    "calendar.CalendarFeed": "a secret address that its owner renews and withdraws; that is an event",
    "calendar.MayCome": "when a person can come, as they say",
    "calendar.Offer": "an hour that was offered: it is answered, or runs out",
    "calendar.Practice": "how somebody treats: skills and lengths change",
    "calendar.PrescribedVisit": "unfolded from a signed plan, which stays; it waits or is booked",
    "calendar.PublicHolidays": "a setting of the clinic; changes are in the audit log",
    "calendar.Room": "a name and what it serves",
    "calendar.SentReminder": "that a mail was sent, so that it is not sent twice",
    "calendar.Series": "a wish for visits, ended by the next; the plan behind it stays",
    "calendar.TimeOff": "a break or an illness: taken and ended, each with an event",
    "calendar.VisitMail": "whether somebody wants mails before visits, as they say",
    "calendar.Continuity": "a setting of the clinic; changes are in the audit log",
    "calendar.ListProposal": "worked out, and deleted once it is booked or left; what is booked has its changes sealed",
    "calendar.ListProposal_series": "the same",
    "calendar.ListWay": "the same",
    "calendar.Waiting": "a wish that stands until it is filled or taken back",
    "calendar.WeeklyHours": "shifts of a week, from a day to a day",
    "chart.Person": "names change in life; entries and events hold a number instead of a name",
}
KEPT = [Entry, AuditEvent, TrialEntry, SentRow, AppointmentChange]


def a_word_of(model: type[models.Model]) -> str:
    """A column that holds text."""
    return "item" if model is SentRow else "reason"


def test_every_model_keeps_its_rows_or_has_been_judged() -> None:
    own = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("clinic.")]
    assert {model._meta.label for model in own if not issubclass(model, AppendOnly)} == set(JUDGED)


@pytest.fixture(params=KEPT, ids=lambda model: model.__name__)
def row(request: pytest.FixtureRequest, clinic: Clinic, physio: Actor, person: Person) -> models.Model:
    if request.param is TrialEntry:
        kept(physio)
    elif request.param is SentRow:
        patient, own = build.a_patient(clinic)
        with clock.set_to(NOW):
            take(patient, own, batch_of(a_batch(own, a_row())))
    elif request.param is AppointmentChange:
        hour = datetime(2026, 1, 12, 20, tzinfo=UTC)
        with clock.set_to(hour - timedelta(days=1)):
            a_desk(clinic).book(person, hour)
    else:
        build.an_entry(physio, person)
    return request.param.objects.get()


def test_a_row_is_not_saved_twice(row: models.Model) -> None:
    with pytest.raises(AppendOnlyError):
        row.save()


def test_a_row_is_not_deleted(row: models.Model) -> None:
    with pytest.raises(AppendOnlyError):
        row.delete()


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("update", {"id": 2}),
        ("delete", {}),
        ("bulk_update", {"objs": [], "fields": ["id"]}),
        ("bulk_create", {"objs": [], "ignore_conflicts": True}),
        ("bulk_create", {"objs": [], "update_conflicts": True}),
        ("update_or_create", {"defaults": {"id": 2}}),
    ],
)
@pytest.mark.parametrize("manager", ["_default_manager", "_base_manager"])
def test_a_queryset_changes_nothing(row: models.Model, manager: str, method: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(AppendOnlyError):
        getattr(getattr(type(row), manager), method)(**arguments)


def test_a_new_object_does_not_take_the_place_of_a_row(row: Any) -> None:
    copy = type(row)(**{field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields})
    name = a_word_of(type(row))
    setattr(copy, name, "changed")
    with pytest.raises(IntegrityError, match=r"UNIQUE|duplicate"), transaction.atomic():
        copy.save()
    assert getattr(type(row).objects.get(), name) == getattr(row, name)


def _refused_by_the_database(statement: str, model: models.Model | type[models.Model]) -> bool:
    statement = statement.replace("TABLE", model._meta.db_table)
    with connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(statement)
        except IntegrityError as error:
            return "never changed or removed" in str(error)
        except NotSupportedError as error:  # PostgreSQL looks at who points to the table before it asks our triggers
            return "referenced in a foreign key constraint" in str(error)
    return False


def test_the_database_refuses_to_change_a_row(row: models.Model) -> None:
    assert _refused_by_the_database("UPDATE TABLE SET COLUMN = 'x'".replace("COLUMN", a_word_of(type(row))), row)


def test_the_database_refuses_to_remove_a_row(row: models.Model) -> None:
    assert _refused_by_the_database("DELETE FROM TABLE", row)


@pytest.mark.postgres
@pytest.mark.parametrize("cascade", ["", "CASCADE"])
def test_the_database_refuses_to_empty_a_table(row: models.Model, cascade: str) -> None:
    connection.check_constraints()  # what still waits for the end of the transaction would refuse before us
    assert _refused_by_the_database(f"TRUNCATE TABLE {cascade}", row)


def test_a_row_is_not_replaced_either(row: models.Model) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has INSERT OR REPLACE")
    assert _refused_by_the_database("INSERT OR REPLACE INTO TABLE SELECT * FROM TABLE", row)


def test_a_table_without_protection_would_be_noticed(clinic: Clinic) -> None:
    assert not _refused_by_the_database("UPDATE TABLE SET name = 'x'", Clinic)
