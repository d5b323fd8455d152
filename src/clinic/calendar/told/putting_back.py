"""Putting visits back to the hour that was told."""

from dataclasses import dataclass

from django.db import transaction

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.words import Action
from clinic.calendar.actions.changes import note, state_of, subject_of_visit
from clinic.calendar.models import Appointment, SentReminder, Status
from clinic.calendar.told.differing import Differing, differing, may_go_back
from clinic.zones import RELEASE

KEPT = "hour kept"
"""What happened to the visit: neither booked nor moved, for nobody was told anything new."""


@dataclass(frozen=True)
class PutBack:
    back: tuple[Differing, ...]
    """They stand, or would stand, at the hour that was told."""
    to_call: tuple[Differing, ...]
    """They stay at their moment, so their hour on the clocks is another one: somebody has to tell them."""


def would_go_back(clinic: Clinic) -> PutBack:
    """What there is to do; nothing is changed."""
    found = differing(clinic)
    back = may_go_back(found)
    return PutBack(back, tuple(one for one in found if one not in back))


def put_back(clinic: Clinic) -> PutBack:
    """All that can go back, in one transaction with its events. By nobody: a law has changed the clocks."""
    by = Actor()
    with transaction.atomic():
        head = AuditHead.locked(clinic.pk)
        done = would_go_back(clinic)
        # One may take the moment that another leaves: nobody holds an hour while they are on the way.
        Appointment.objects.filter(pk__in=[one.visit.pk for one in done.back]).update(status=Status.CANCELLED)
        for one in done.back:
            visit, reason = one.visit, _reason(one)
            before, was_at = state_of(visit), visit.starts_at
            visit.starts_at, visit.ends_at, visit.free_at = (
                each + one.by for each in (visit.starts_at, visit.ends_at, visit.free_at)
            )
            visit.version += 1
            visit.save()
            # What a mail has told is the hour on the clocks: nobody is reminded of it twice.
            SentReminder.objects.filter(appointment=visit, starts_at=was_at).update(starts_at=visit.starts_at)
            note(by, visit, KEPT, before, reason)
            head.append(by=by, action=Action.CHANGE, subject=subject_of_visit(visit), reason=f"{KEPT}: {reason}")
    return done


def _reason(one: Differing) -> str:
    return f"told {one.told:%Y-%m-%d %H:%M}; by time zone data {RELEASE} it had come to stand at {one.shown:%H:%M}"
