"""Charts of demo people, signed as if they had been kept day by day."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from clinic import clock
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.audit.words import Action
from clinic.chart.actions import register_person
from clinic.chart.actions.pen import Pen, take_pen
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Entry, Person
from concordant.record.case import Case
from concordant.record.merge import Fragment
from concordant.record.split import split

_KEYS = uuid.UUID("6f1d1f5e-6f0a-4b0e-9f0e-6d8f2c1f7a10")
_AT_ONCE = 500
_END_OF_CLINIC_DAY = time(17, 30)
_KINDS = {
    "visits": "examination",
    "diary": "diary",
    "outcomes": "questionnaire",
    "treatments": "treatment",
    "assessments": "plan",
    "plans": "plan",
    "home": "home",
}


def keep_chart(
    *,
    by: User,
    chart_number: str,
    given_name: str,
    family_name: str,
    case: Case,
    today: date,
    own: User | None = None,
    rmt: User | None = None,
) -> Person:
    """Register a person and sign everything of their case, each piece on its day; massage by the massage therapist."""
    actor = Actor(by)
    with clock.set_to(_moment(by, case.episode.started or today)):
        person = register_person(
            by=actor, given_name=given_name, family_name=family_name, chart_number=chart_number, user=own
        )
    pieces = [one for one in split(case, undated=today) if one.on <= today]
    with transaction.atomic():
        pen = take_pen(actor, person.pk, [])
        before = pen.newest_sha256
        entries = Entry.objects.bulk_create(list(_signed(pen, pieces, by, today, rmt)), batch_size=_AT_ONCE)
        pen.log.append(
            by=actor,
            action=Action.IMPORT,
            subject=subject_of(person),
            before=before,
            after=entries[-1].sha256 if entries else "",
            reason="made-up person of the demo clinic",
        )
    return person


def _signed(pen: Pen, pieces: Sequence[Fragment], by: User, today: date, rmt: User | None) -> Iterable[Entry]:
    last = _moment(by, min((one.on for one in pieces), default=today))
    for number, piece in enumerate(sorted(pieces, key=lambda one: _recorded(one, by))):
        # Signed in the order of recording, so that the chain of seals runs forward in time.
        last = max(last, min(_recorded(piece, by), clock.now()))
        pen.by = Actor(rmt) if rmt is not None and _is_massage(piece) else Actor(by)
        with clock.set_to(last):
            yield pen.draft(
                on=piece.on,
                kind=_KINDS.get(next(iter(piece.content)), "history"),
                content=dict(piece.content),
                idempotency_key=uuid.uuid5(_KEYS, f"{pen.person.pk} {number}"),
            )


def _is_massage(piece: Fragment) -> bool:
    return any(one["discipline"] == "rmt" for one in piece.content.get("treatments", ()))


def _recorded(piece: Fragment, by: User) -> datetime:
    if piece.recorded is None:
        return _moment(by, piece.on)
    return piece.recorded if piece.recorded.tzinfo else piece.recorded.replace(tzinfo=_zone(by))


def _moment(by: User, day: date) -> datetime:
    return min(datetime.combine(day, _END_OF_CLINIC_DAY, tzinfo=_zone(by)), clock.now() - timedelta(seconds=1))


def _zone(by: User) -> ZoneInfo:
    assert by.clinic is not None
    return by.clinic.zone
