"""What goes with an account and what stays, for every table that points at an account or at a person.

Every table is judged here by name: a test names those that are not. What goes is deleted when the account is closed;
what stays is part of the record, or is somebody else's.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from django.apps import apps
from django.db import models

from clinic.accounts.models import User
from clinic.chart.models import Person


class Fate(StrEnum):
    OF_ACCOUNT = "of the account"
    """Goes: it serves the account, or is something that it has begun and not sent."""
    OF_PERSON = "of the person"
    """Goes: it serves the account and is kept under the chart."""
    STAYS = "stays"
    """Part of the record, or written by somebody else."""
    BELONGS = "belongs"
    """The chart itself, which is let go of by the account."""


FATES: Mapping[str, Fate] = MappingProxyType(
    {
        # What serves signing in.
        "account.EmailAddress": Fate.OF_ACCOUNT,
        "mfa.Authenticator": Fate.OF_ACCOUNT,
        "access.SignInLink": Fate.OF_ACCOUNT,
        "access.Invitation": Fate.OF_PERSON,
        "accounts.User_groups": Fate.OF_ACCOUNT,
        "accounts.User_user_permissions": Fate.OF_ACCOUNT,
        # What is typed and not signed. What clinicians typed about the person is theirs (decision 19).
        "drafts.Draft": Fate.OF_ACCOUNT,
        "reminders.Reminder": Fate.OF_PERSON,
        # The address of one's calendar, and whether mails are wanted before visits.
        "calendar.CalendarFeed": Fate.OF_ACCOUNT,
        "calendar.VisitMail": Fate.OF_PERSON,
        # The clinic's calendar: visits belong to the record, and the front desk keeps the rest.
        "calendar.Appointment": Fate.STAYS,
        "calendar.AppointmentChange": Fate.STAYS,
        "calendar.Away": Fate.STAYS,
        "calendar.ListProposal": Fate.STAYS,
        "calendar.MayCome": Fate.STAYS,
        "calendar.Offer": Fate.STAYS,
        "calendar.Practice": Fate.STAYS,
        "calendar.Series": Fate.STAYS,
        "calendar.TimeOff": Fate.STAYS,
        "calendar.Waiting": Fate.STAYS,
        # The record.
        "chart.Entry": Fate.STAYS,
        "letters.SignedLetter": Fate.STAYS,
        "sync.SentRow": Fate.STAYS,
        "intake.FirstVisit": Fate.STAYS,
        "trials.TrialEntry": Fate.STAYS,
        # What was billed: books are kept as long as the record.
        **dict.fromkeys(
            (
                "claims.Claim",
                "claims.InvoiceLine",
                "claims.LineEvent",
                "claims.Invoice",
                "claims.VendorNumber",
                "claims.Licence",
                "claims.TaxRule",
                "claims.Withdrawal",
            ),
            Fate.STAYS,
        ),
        "chart.Person": Fate.BELONGS,
    }
)


def pointing() -> Iterator[tuple[type[models.Model], str, type[models.Model]]]:
    """Each table that points at an account or at a person, by which field, and at which of the two."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if target in (User, Person) and field.concrete and not field.many_to_many:
                yield model, field.name, target


def delete_what_goes(user: User, person: Person) -> None:
    """Needs an open transaction. What somebody else typed about the person is not of this account: it stays."""
    for model, field, target in pointing():
        fate = FATES.get(model._meta.label)
        if fate is Fate.OF_ACCOUNT and target is User:
            model._base_manager.filter(**{field: user}).delete()
        if fate is Fate.OF_PERSON and target is Person:
            model._base_manager.filter(**{field: person}).delete()


def is_empty(person: Person) -> bool:
    """Nothing was ever signed, sent or begun by somebody else: there is no record that the law would have kept."""
    for model, field, target in pointing():
        if target is not Person or FATES.get(model._meta.label) is Fate.OF_PERSON:
            continue
        rows = model._base_manager.filter(**{field: person})
        if FATES.get(model._meta.label) is Fate.OF_ACCOUNT:
            own = {name: person.user_id for other, name, at in pointing() if other is model and at is User}
            rows = rows.exclude(**own)
        if rows.exists():
            return False
    return True
