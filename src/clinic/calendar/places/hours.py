"""Hours: when the clinician works, when the room is there, when the person can come."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic import clock
from clinic.calendar.clocks import minutes_of, span, span_on
from clinic.calendar.disciplines import Discipline
from clinic.calendar.errors import Broken
from clinic.calendar.models import TimeOff
from clinic.calendar.places.around import Around
from concordant.booking.problem import Span
from concordant.booking.problem.spans import joined


def broken(around: Around) -> Iterator[Broken]:
    yield from _past(around)
    yield from _shift(around)
    yield from _off(around)
    yield from _room(around)
    yield from of_person(around)
    yield from _day_of_clinician(around)


def _past(around: Around) -> Iterator[Broken]:
    """Only what has taken place is entered late. A visit that stays at its hour goes to no past one."""
    wanted = around.wanted
    stays = wanted.moving is not None and wanted.moving.starts_at == wanted.starts_at
    if wanted.starts_at <= clock.now() and not stays:
        yield Broken("in_the_past", _("This hour is over. Only a visit that took place is entered late."))


def _shift(around: Around) -> Iterator[Broken]:
    held = around.wanted.held
    shifts = [span(one.starts, one.ends) for one in around.hours]
    if not any(one.holds(*held) for one in shifts):
        who = around.wanted.clinician.display_name
        hours = ", ".join(f"{one.starts:%H:%M}–{one.ends:%H:%M}" for one in around.hours)
        if hours:
            says = _("%(who)s works %(hours)s on that day.") % {"who": who, "hours": hours}
        else:
            says = _("%s does not work on that day.") % who
        yield Broken("working_hours", says)


def _off(around: Around) -> Iterator[Broken]:
    wanted = around.wanted
    for one in around.off:
        held = span_on(one.on, wanted.starts_at, wanted.free_at, wanted.zone)
        if not span(one.starts, one.ends).meets(*held):
            continue
        hour = _hours_off(one)
        why = one.get_why_display().lower()
        if one.room_id is not None:
            yield Broken(
                "room_closed", _("%(room)s: %(why)s, %(hour)s.") % {"room": wanted.room.name, "why": why, "hour": hour}
            )
        else:
            rule = "break" if one.why == TimeOff.Why.BREAK else "time_off"
            yield Broken(
                rule,
                _("%(who)s: %(why)s, %(hour)s.") % {"who": wanted.clinician.display_name, "why": why, "hour": hour},
            )


def _hours_off(off: TimeOff) -> str:
    if off.starts == off.ends:  # from midnight to midnight
        return _("the whole day")
    if not minutes_of(off.ends):
        return _("from %s on") % f"{off.starts:%H:%M}"
    return f"{off.starts:%H:%M}–{off.ends:%H:%M}"


def _room(around: Around) -> Iterator[Broken]:
    room, wanted = around.wanted.room, around.wanted
    serves = room.for_physio if wanted.discipline == Discipline.PHYSIO else room.for_rmt
    if not serves:
        yield Broken(
            "room_does_not_fit",
            _("%(room)s is not for %(discipline)s.")
            % {"room": room.name, "discipline": str(Discipline(wanted.discipline).label).lower()},
        )
    if room.closed_on is not None and room.closed_on <= wanted.day:
        yield Broken(
            "room_closed",
            _("%(room)s is no longer used from %(day)s on.")
            % {"room": room.name, "day": date_format(room.closed_on, "j M Y")},
        )


def of_person(around: Around) -> Iterator[Broken]:
    wanted = around.wanted
    can = joined(
        Span(minutes_of(one.starts), minutes_of(one.ends))
        for one in around.may_come
        if one.weekday == wanted.day.weekday()
    )
    if around.may_come and not any(one.holds(*wanted.visit) for one in can):
        yield Broken("person_cannot_come", _("The person cannot come at this hour of that weekday."))
    for one in around.away:
        yield Broken(
            "person_away",
            _("The person is away from %(first)s to %(last)s.")
            % {"first": date_format(one.first, "j M Y"), "last": date_format(one.last, "j M Y")},
        )


def _day_of_clinician(around: Around) -> Iterator[Broken]:
    """Hands-on minutes of that day, without turn-over."""
    wanted = around.wanted
    booked = sum(int((one.ends_at - one.starts_at).total_seconds()) // 60 for one in around.of_clinician)
    most = wanted.practice.max_minutes_per_day
    if booked + wanted.minutes > most:
        says = _("%(who)s would treat %(minutes)s minutes on that day; the most is %(most)s.")
        told = {"who": wanted.clinician.display_name, "minutes": booked + wanted.minutes, "most": most}
        yield Broken("daily_limit", says % told)
