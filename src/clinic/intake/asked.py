"""Asking for a first visit without an account, and what the clinic does with it: take it up, or let it go."""

import secrets
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions import Chart, sign_entry
from clinic.chart.actions.reach import people_in_reach, subject_of
from clinic.chart.models import Entry, Person
from clinic.chart.told import open_signs, places_of
from clinic.history.adding import next_letter
from clinic.intake.fragments import without
from clinic.intake.kept_check import INJURY_ID, KeptCheck, read, written
from clinic.intake.models import FirstVisit
from clinic.selfcheck.carried import Carried

LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"
"""No two of them look or sound much alike when they are read out."""
LENGTH = 8
KIND = "first visit"
_TRIES = 5


@dataclass(frozen=True)
class Reached:
    """Who asks, and how they can be reached."""

    given_name: str
    family_name: str
    phone: str
    email: str


def keep(
    by: Actor, *, key: uuid.UUID, clinic: Clinic, who: Reached, carried: Carried, on: date, action: str, agreed_to: str
) -> FirstVisit:
    """Keep a self-check with the consent that was given. Sent twice, it answers with the same row."""
    forget_old(by, clinic.pk)
    answers, rough = written(carried)
    for _again in range(_TRIES):
        if found := FirstVisit.objects.filter(key=key, clinic=clinic).first():
            return found
        # Sent twice at the same moment the other comes first; a code that is taken is drawn anew.
        with suppress(IntegrityError), transaction.atomic():
            kept = FirstVisit.objects.create(
                clinic=clinic,
                key=key,
                code="".join(secrets.choice(LETTERS) for _ in range(LENGTH)),
                given_name=who.given_name,
                family_name=who.family_name,
                phone=who.phone,
                email=who.email,
                answers=answers,
                rough=rough,
                checked_on=on,
                action=action,
                agreed_to=agreed_to,
                made_at=clock.now(),
            )
            _log(by, Action.REGISTER, kept, "asked for a first visit and to keep a self-check")
            return kept
    raise RuntimeError("no code is free")


def waiting(by: Actor, code: str = "") -> list[FirstVisit]:
    """Those who wait in this clinic, the newest first. What is too old is gone."""
    with refusals_recorded(by=by, action=Action.LIST, subject=Subject(KIND)):
        allow(by, Permission.REGISTER_PERSON)
    forget_old(by, by.clinic_id)
    record(by=by, action=Action.LIST, subject=Subject(KIND))
    found = _in_reach(by).filter(person=None)
    said = "".join(each for each in code.upper() if each.isalnum())
    return list(found.filter(code=said) if code else found)


def one_of(by: Actor, first_visit_id: int) -> FirstVisit:
    """One that waits, and an event that says who looked."""
    subject = Subject(KIND, str(first_visit_id))
    with refusals_recorded(by=by, action=Action.VIEW, subject=subject):
        allow(by, Permission.REGISTER_PERSON)
        found = _in_reach(by).filter(pk=first_visit_id, person=None).first()
        if found is None:
            raise Http404("nobody asks under this number here")
    _log(by, Action.VIEW, found, "")
    return found


def take_up(by: Actor, first_visit_id: int, person_id: int) -> Person:
    """It belongs to this person now. Two at the desk take it up once."""
    subject = Subject(KIND, str(first_visit_id))
    with refusals_recorded(by=by, action=Action.REGISTER, subject=subject), transaction.atomic():
        allow(by, Permission.REGISTER_PERSON)
        found = _in_reach(by).select_for_update().filter(pk=first_visit_id, person=None).first()
        person = people_in_reach(by).filter(pk=person_id).first()
        if found is None or person is None:
            raise Http404("nobody asks under this number here")
        found.person, found.taken_up_by = person, by.user
        found.save(update_fields=["person", "taken_up_by"])
        record(by=by, action=Action.REGISTER, subject=subject_of(person), reason=f"first visit {found.pk} taken up")
        return person


def let_go(by: Actor, kept: FirstVisit, why: str) -> None:
    """It is deleted; that it was, and why, is logged."""
    with transaction.atomic():
        _log(by, Action.DISCARD, kept, why)
        kept.delete()


def forget_old(by: Actor, clinic_id: int) -> int:
    """Delete what nobody of a clinic has taken up in time; how many."""
    old = list(FirstVisit.objects.filter(person=None, made_at__lte=_oldest(), clinic_id=clinic_id))
    for kept in old:
        let_go(by, kept, f"not taken up within {settings.FIRST_VISIT_DAYS} days")
    return len(old)


def kept_for(by: Actor, person: Person) -> list[FirstVisit]:
    """Self-checks that were taken up for this person, and that nobody has read into the chart yet."""
    return list(FirstVisit.objects.filter(person=person, person__in=people_in_reach(by)).order_by("made_at", "id"))


def check_of(kept: FirstVisit) -> KeptCheck:
    return read(kept.answers, kept.rough, kept.checked_on)


def origin_of(kept: FirstVisit) -> str:
    """Where the answers come from, as the reason of an entry says it."""
    return f"self-check of {kept.checked_on.isoformat()}, by the person, kept with their consent"


def take_over(by: Actor, chart: Chart, kept: FirstVisit) -> Entry:
    """A clinician takes the answers into the chart, as the person's own word of that day."""
    with refusals_recorded(by=by, action=Action.SIGN, subject=subject_of(chart.person)):
        allow(by, Permission.RECORD_HISTORY)
        if kept.person_id != chart.person.pk:
            raise PermissionDenied("belongs to another chart")
    with transaction.atomic():
        entry = sign_entry(
            by=by,
            person_id=chart.person.pk,
            on=kept.checked_on,
            kind="history",
            content=_as_told(chart, check_of(kept)),
            idempotency_key=kept.key,
            reason=origin_of(kept),
        )
        let_go(by, kept, "taken over into the chart")
        return entry


def _as_told(chart: Chart, check: KeptCheck) -> dict[str, Any]:
    """With a letter and a name that nothing in the chart has; "no injury" only where the chart holds none."""
    contents = [entry.content for entry in chart.in_force()]
    headaches = [row["id"] for content in contents for row in content.get("headaches", [])]
    injuries = {row["id"] for content in contents for row in content.get("injuries", [])}
    found = check.fragment(next_letter(headaches))
    if found.get("injuries") == [] and injuries:
        del found["injuries"]
    for row in found.get("injuries", []):
        row["id"] = next(one for one in (INJURY_ID, *(f"{INJURY_ID} {n}" for n in range(2, 99))) if one not in injuries)
    if any("born" in content.get("person", {}) or "age_years" in content.get("person", {}) for content in contents):
        found.pop("person", None)
    # What a clinician or the person has said by now is not said over, and no sign of a visit is ended.
    signs = {("visits", check.on.isoformat(), name) for name in open_signs(contents)}
    return without(found, frozenset(place for content in contents for place in places_of(content)) | signs)


def _in_reach(by: Actor) -> QuerySet[FirstVisit]:
    """Of one's own clinic; what is too old is nobody's, also before it is deleted."""
    return FirstVisit.objects.filter(clinic_id=by.clinic_id).exclude(person=None, made_at__lte=_oldest())


def _oldest() -> datetime:
    return clock.now() - timedelta(days=settings.FIRST_VISIT_DAYS)


def _log(by: Actor, action: Action, kept: FirstVisit, reason: str) -> None:
    record(by=by, action=action, subject=Subject(KIND, str(kept.pk)), clinic_id=kept.clinic_id, reason=reason)
