"""Keeping what is typed, finding it again, and throwing it away. Always of one author."""

import uuid
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Entry
from clinic.chart.told import INTAKE
from clinic.drafts.models import Draft
from clinic.forms.controls import Data, first

WINDOW, REVISION, LOCKED = "window", "revision", "locked"
"""Inputs by which a window says which state of the draft it has typed on from, and which parts it shows as locked."""
NOT_KEPT = ("csrfmiddlewaretoken", "key", "do", "confirm", WINDOW, REVISION, LOCKED)
"""What a form sends besides answers. A confirmation is given when it is signed."""


@dataclass(frozen=True)
class Kept:
    """What became of keeping a form; without a draft it was not kept."""

    draft: Draft | None
    apart: bool = False
    """Another window has kept the same form meanwhile: this one is now kept beside it."""
    signed: bool = False
    """The form was signed already, so there is nothing to keep."""


def of_author(by: Actor, person_id: int, kind: str) -> list[Draft]:
    """What this author has typed and not signed, newest first."""
    return list(_in_reach(by).filter(person=person_id, author=by.user, kind=kind))


def unfinished(by: Actor) -> list[Draft]:
    """What is not signed yet, oldest first: one's own, and for the lead whatever lies longer than the clinic allows."""
    seen = Q(author=by.user)
    if by.may(Permission.CORRECT_ANY_ENTRY):
        # What a person tells of themselves is theirs to finish or not; nobody else discards it.
        old = Q(kept_at__lte=clock.now() - timedelta(days=settings.UNFINISHED_DAYS)) & ~Q(kind=INTAKE)
        seen |= old
    return list(_in_reach(by).filter(seen).select_related("person", "author").order_by("kept_at", "id"))


def discard(by: Actor, draft_id: int) -> Draft:
    """One of those that are shown to be unfinished. What its author alone has read is gone; that it was is logged."""
    with refusals_recorded(by=by, action=Action.DISCARD, subject=Subject("draft", str(draft_id))), transaction.atomic():
        found = next((one for one in unfinished(by) if one.pk == draft_id), None)
        if found is None:
            raise Http404("no such draft here")
        told = f"{found.kind}, kept {found.kept_at.isoformat(timespec='minutes')}, typed by {found.author.username}"
        record(by=by, action=Action.DISCARD, subject=subject_of(found.person, "draft", draft_id), reason=told)
        found.delete()
        return found


def _in_reach(by: Actor) -> QuerySet[Draft]:
    signed = Entry.objects.filter(person=OuterRef("person"), idempotency_key=OuterRef("key"))
    return Draft.objects.filter(~Exists(signed), person__in=people_in_reach(by))


def keep(by: Actor, person_id: int, kind: str, data: Data, names: Collection[str]) -> Kept:
    """Keep what stands under these names. What another window has kept meanwhile is never written over."""
    key, window = _uuid(first(data, "key")), _uuid(first(data, WINDOW))
    answers = _answers(data, names)
    with _refusals(by, person_id), transaction.atomic():
        person = reach(by, person_id)
        if Entry.objects.filter(person=person, idempotency_key=key).exists():
            return Kept(None, signed=True)
        same = {"person": person, "author": by.user, "kind": kind}
        drafts = Draft.objects.select_for_update().filter(**same)
        found = drafts.filter(window=window).first() or drafts.filter(key=key).first()
        apart = found is not None and window != found.window and first(data, REVISION) != str(found.revision)
        if found is None or apart:
            found = Draft(**same, key=uuid.uuid4() if apart else key, revision=0)
        found.window, found.data, found.kept_at = window, answers, clock.now()
        found.revision += 1
        found.save()
        return Kept(found, apart)


def throw_away(by: Actor, person_id: int, kind: str, key: str) -> None:
    """It was signed, or is not wanted. Where the person is out of reach nothing is there to go."""
    mine = Draft.objects.filter(person=person_id, person__in=people_in_reach(by), author=by.user)
    mine.filter(kind=kind, key=_uuid(key)).delete()


def _refusals(by: Actor, person_id: int) -> AbstractContextManager[None]:
    return refusals_recorded(by=by, action=Action.SIGN, subject=Subject("chart", str(person_id)))


def _answers(data: Data, names: Collection[str]) -> Mapping[str, list[str]]:
    # PostgreSQL keeps no null character, and nobody types one.
    return {
        name: [text.replace("\x00", "") for text in texts]
        for name, texts in data.items()
        if name in names and name not in NOT_KEPT
    }


def _uuid(text: str) -> uuid.UUID:
    """A new one where the form has none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()
