"""A free hour is offered to those who wait: to a few at a time, for a while, and the first yes has it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar import optimiser
from clinic.calendar.actions.booking import book_here, move_here, require_place
from clinic.calendar.actions.changes import subject_of_visit
from clinic.calendar.actions.checking import wanted_of
from clinic.calendar.actions.reach import appointment_of, practice_of, room_of
from clinic.calendar.clocks import settled
from clinic.calendar.errors import FreePlace, Taken
from clinic.calendar.models import BEFORE_ARRIVAL, ENDED, Appointment, Offer, Waiting
from clinic.calendar.places.around import around
from clinic.calendar.places.hard import clashes
from clinic.calendar.places.wanted import Wanted
from clinic.calendar.problem.waiting import FreeHour, queue_of
from clinic.chart.actions.reach import people_in_reach, subject_of
from concordant.booking.numbers import OFFER_MINUTES, OFFERS_AT_ONCE

YES, NO, LATE = "yes", "no", "late"


def fill_cancelled(by: Actor, appointment_id: int) -> tuple[Waiting, ...]:
    """Who could take the hour of a visit that was cancelled, the best first. Nothing that stands moves for it."""
    allow(by, Permission.KEEP_CALENDAR)
    one = appointment_of(by, appointment_id)
    if one.status not in ENDED:
        raise ValidationError(_("This hour is not free: the visit stands."))
    hour = FreeHour(one.clinician_id, one.room_id, one.discipline, one.starts_at, one.ends_at)
    return rank_for(by, hour)


def rank_for(by: Actor, hour: FreeHour) -> tuple[Waiting, ...]:
    """The same for any free hour."""
    allow(by, Permission.KEEP_CALENDAR)
    queue = queue_of(by, hour)
    if not queue.waiting:
        return ()
    return tuple(queue.waiting[id] for id in optimiser.rank(queue.instance, queue.hour))


def offer(by: Actor, waiting_ids: Sequence[int], hour: FreePlace) -> tuple[Offer, ...]:
    """To as many at a time as the clinic has set, for the time that it has set. Raises Taken for an hour that is not
    free for each of them."""
    with refusals_recorded(by=by, action=Action.OFFER, subject=Subject("waiting")), transaction.atomic():
        allow(by, Permission.KEEP_CALENDAR)
        AuditHead.locked(by.clinic_id)
        now = clock.now()
        practice, room = practice_of(by, hour.clinician), room_of(by, hour.room)
        starts_at = settled(hour.starts_at)
        waiting = Waiting.objects.filter(
            pk__in=list(waiting_ids), ended_at__isnull=True, person__in=people_in_reach(by)
        ).select_related("person__clinic", "prescribed")
        found = sorted(waiting, key=lambda one: list(waiting_ids).index(one.pk))
        if not found or len(found) != len(set(waiting_ids)):
            raise Http404("nobody waits like this here")
        if starts_at <= now:
            raise ValidationError(_("This hour is over."))
        open_ones = Offer.objects.filter(clinician=practice.clinician, starts_at=starts_at, answer="", ends_at__gt=now)
        if len(found) + open_ones.count() > OFFERS_AT_ONCE:
            raise ValidationError(_("An hour is offered to at most %s at a time.") % int(OFFERS_AT_ONCE))
        if open_ones.filter(waiting__in=found).exists():
            raise ValidationError(_("Somebody of these has this offer already."))
        for one in found:
            place = _wanted(by, one, practice.clinician_id, room.pk, starts_at)
            if clash := next(clashes(around(by, place)), None):
                raise Taken(*clash)
        made = Offer.objects.bulk_create(
            [
                Offer(
                    waiting=one,
                    clinician=practice.clinician,
                    room=room,
                    starts_at=starts_at,
                    offered_at=now,
                    ends_at=now + timedelta(minutes=int(OFFER_MINUTES)),
                )
                for one in found
            ]
        )
        subjects = [subject_of(one.person, "waiting", one.pk) for one in found]
        AuditHead.locked(by.clinic_id).append_each(by=by, action=Action.OFFER, subjects=subjects)
        return tuple(made)


def answer_offer(by: Actor, offer_id: int, answer: str, *, instead_of: int | None = None) -> Appointment | None:
    """The first yes has the hour, and the others are told that somebody was faster. By the front desk on the phone, or
    by the person. ``instead_of``: a visit of theirs to come, which moves into the hour; without one it is a visit more.
    Raises ValidationError for an offer that is over, and Taken where the hour was booked otherwise."""
    if answer not in (YES, NO):
        raise ValidationError(_("An offer is answered with yes or no."))
    subject = Subject("offer", str(offer_id))
    with refusals_recorded(by=by, action=Action.OFFER, subject=subject), transaction.atomic():
        AuditHead.locked(by.clinic_id)
        one = _offer(by, offer_id)
        now = clock.now()
        if one.answer == LATE:
            raise ValidationError(_("Somebody was faster. You stay on the list."))
        if one.answer or one.ends_at <= now:
            raise ValidationError(_("This offer is over."))
        if answer == YES:
            _require_wanted(one, now)
        one.answer = answer
        one.save(update_fields=["answer"])
        record(by=by, action=Action.OFFER, subject=subject_of(one.waiting.person, "offer", one.pk), reason=answer)
        return _take(by, one, now, instead_of) if answer == YES else None


def _offer(by: Actor, offer_id: int) -> Offer:
    found = (
        Offer.objects.filter(pk=offer_id, waiting__person__in=people_in_reach(by))
        .select_related("waiting__person__clinic", "waiting__prescribed")
        .first()
    )
    if found is None:
        raise Http404("no such offer here")
    is_own = by.user is not None and found.waiting.person.user_id == by.user.pk
    if not (by.may(Permission.KEEP_CALENDAR) or (is_own and by.may(Permission.OPEN_OWN_CHART))):
        raise PermissionDenied("needs: keep calendar")
    return found


def _require_wanted(one: Offer, now: datetime) -> None:
    """A wish is filled once, and what was said of another hour, or taken back, fills nothing."""
    if one.waiting.ended_at is not None:
        raise ValidationError(_("This wish is no longer on the list: it was filled, or taken back."))
    if one.starts_at <= now:
        raise ValidationError(_("This hour is over."))


def _wanted(
    by: Actor, waiting: Waiting, clinician: int, room: int, starts_at: datetime, moving: Appointment | None = None
) -> Wanted:
    return wanted_of(
        by,
        person=waiting.person,
        clinician=clinician,
        room=room,
        starts_at=starts_at,
        discipline=waiting.discipline,
        minutes=waiting.minutes,
        prescribed=waiting.prescribed,
        moving=moving,
    )


def _take(by: Actor, one: Offer, now: datetime, instead_of: int | None) -> Appointment:
    waiting = one.waiting
    old = None if instead_of is None else _given_up(by, waiting, instead_of)
    wanted = _wanted(by, waiting, one.clinician_id, one.room_id, one.starts_at, old)
    require_place(by, wanted)
    if old is None:
        made = book_here(by, wanted)
        record(by=by, action=Action.BOOK, subject=subject_of_visit(made))
    else:
        made = old
        move_here(by, made, wanted)
    Waiting.objects.filter(pk=waiting.pk).update(ended_at=now)
    same = Offer.objects.filter(clinician=one.clinician_id, starts_at__lt=made.free_at, answer="", ends_at__gt=now)
    late = [each.pk for each in same.select_related("waiting") if _ends(each) > made.starts_at]
    Offer.objects.filter(pk__in=late).update(answer=LATE)
    return made


def _given_up(by: Actor, waiting: Waiting, appointment_id: int) -> Appointment:
    """Raises ValidationError for what is not to come, or not theirs."""
    found = next((one for one in coming_of([waiting]).get(waiting.pk, ()) if one.pk == appointment_id), None)
    if found is None:
        raise ValidationError(_("This visit is not to come any more. Look at the list again."))
    return appointment_of(by, found.pk)


def coming_of(rows: Iterable[Waiting]) -> dict[int, tuple[Appointment, ...]]:
    """By wish: visits of the person and the discipline that stand and are to come, so that an hour may be taken instead
    of one. None for a visit that a plan asks for: it has no hour yet. One statement."""
    wishes = [one for one in rows if one.prescribed_id is None]
    found: dict[tuple[int, str], list[Appointment]] = {}
    coming = Appointment.objects.filter(
        person__in={one.person_id for one in wishes}, starts_at__gt=clock.now(), status__in=BEFORE_ARRIVAL
    )
    for one in coming.order_by("starts_at", "id") if wishes else ():
        found.setdefault((one.person_id, one.discipline), []).append(one)
    return {one.pk: tuple(found.get((one.person_id, one.discipline), ())) for one in wishes}


def _ends(one: Offer) -> datetime:
    return one.starts_at + timedelta(minutes=one.waiting.minutes)
