"""Booking one visit: an hour, then who, then what is against it, then the press."""

from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.calendar.actions import book, check_place
from clinic.calendar.actions.reach import clinic_of, person_of, practice_of, room_of
from clinic.calendar.errors import Broken, RulesBroken, SeriesEnded, Taken
from clinic.calendar.models import Practice, PrescribedVisit, Room, Series
from clinic.calendar.pages.asked import checked_day, checked_hour, moment_asked
from clinic.calendar.pages.budget import ShareShown, share_of
from clinic.calendar.pages.rooms import free_rooms
from clinic.calendar.pages.unbooked import unbooked_of
from clinic.calendar.views.moving import LOOK, in_words
from clinic.calendar.views.visit import REASON
from clinic.chart.actions import find_people
from clinic.chart.models import Person
from clinic.forms.days import today
from clinic.query import text_of

SHOWN = 12
LENGTHS = (30, 45, 60, 75, 90)
"""Minutes; operations 4.1 B02–B04."""
USUAL_HOUR = "09:00"


class Wish:
    """What is asked for so far, from the address or from the form."""

    def __init__(self, request: HttpRequest, by: Actor) -> None:
        said = request.POST if request.method == "POST" else request.GET
        self.clinic = clinic_of(by)
        self.day: date = checked_day(said.get("day", "")[:40]) if said.get("day") else today()
        self.at: time = checked_hour(said.get("at", "") or USUAL_HOUR)
        self.practices = tuple(
            Practice.objects.filter(clinician__clinic=self.clinic, clinician__is_active=True)
            .select_related("clinician")
            .order_by("-discipline", "pk")
        )
        person, self.asked_for = _key(said.get("person", "")), _key(said.get("prescribed", ""))
        self.person: Person | None = person_of(by, person) if person else None
        self.unbooked = unbooked_of(self.person) if self.person else ()
        self.prescribed = next((one for one in self.unbooked if one.pk == self.asked_for), None)
        self.practice = self._practice(by, _key(said.get("clinician", "")))
        kind = said.get("kind", "")
        self.kind = kind if kind in PrescribedVisit.Kind.values else self._usual_kind
        minutes = _key(said.get("minutes", ""))
        self.minutes = minutes if minutes in LENGTHS or minutes in self._lengths else self._usual_minutes
        self.starts_at: datetime = moment_asked(self.day, self.at, self.clinic.zone)
        turnover = self.practice.turnover_minutes if self.practice else 0
        self.free_at = self.starts_at + timedelta(minutes=self.minutes + turnover)
        self.rooms = free_rooms(self.clinic, self.discipline, self.starts_at, self.free_at)
        room = _key(said.get("room", ""))
        if room:
            room_of(by, room)
        self.room = next((one for one in self.rooms if one.pk == room), self.rooms[0] if self.rooms else None)

    def _practice(self, by: Actor, clinician: int | None) -> Practice | None:
        if clinician:
            return practice_of(by, clinician)
        wanted = self.prescribed.discipline if self.prescribed else None
        return next((one for one in self.practices if wanted in (None, one.discipline)), None)

    @property
    def discipline(self) -> str:
        return self.practice.discipline if self.practice else ""

    @property
    def _usual_kind(self) -> str:
        return self.prescribed.kind if self.prescribed else PrescribedVisit.Kind.TREATMENT.value

    @property
    def _usual_minutes(self) -> int:
        if self.prescribed:
            return self.prescribed.minutes
        return self.practice.visit_minutes if self.practice else LENGTHS[2]

    @property
    def _lengths(self) -> tuple[int, ...]:
        return tuple({self._usual_minutes, *(one.visit_minutes for one in self.practices)})

    @property
    def lengths(self) -> list[int]:
        return sorted({*LENGTHS, *self._lengths, self.minutes})

    def broken(self, by: Actor) -> tuple[Broken, ...]:
        room = self.room or Room.objects.filter(clinic=self.clinic).first()
        if self.person is None or self.practice is None or room is None:
            return ()
        return check_place(
            by,
            person=self.person,
            clinician=self.practice.clinician_id,
            room=room,
            starts_at=self.starts_at,
            discipline=self.discipline,
            minutes=self.minutes,
            prescribed=self.prescribed,
            kind=self.kind,
        )


def _key(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise BadRequest("no such key")
    return int(text)


def _share(by: Actor, wish: Wish) -> ShareShown | None:
    return share_of(by, wish.person, wish.discipline, wish.day, wish.minutes) if wish.person else None


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.KEEP_CALENDAR)
def booking(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request)
    wish = Wish(request, by)
    if wish.person is None:
        return _who(request, by, wish)
    if request.method == "POST" and request.POST.get("do") != LOOK:
        return _booked(request, by, wish)
    return _page(request, by, wish)


def _who(request: HttpRequest, by: Actor, wish: Wish) -> HttpResponse:
    search = text_of(request, "q", 100)
    people = list(find_people(by=by, search=search)[:SHOWN]) if search else []
    query = request.GET.copy()
    query.pop("q", None)
    context = {"wish": wish, "search": search, "people": people, "query": query.urlencode(), "asked": query.items()}
    return render(request, "calendar/who.html", context)


def _booked(request: HttpRequest, by: Actor, wish: Wish) -> HttpResponse:
    if wish.person is None or wish.practice is None:
        raise BadRequest("nobody to book with")
    if wish.room is None:
        return _page(request, by, wish, problem=_("No room is free at this hour."), status=409)
    reason = request.POST.get("override_reason", "").replace("\x00", "").strip()[:REASON]
    try:
        made = book(
            by,
            person=wish.person,
            clinician=wish.practice.clinician_id,
            room=wish.room,
            starts_at=wish.starts_at,
            discipline=wish.discipline,
            kind=wish.kind,
            minutes=wish.minutes,
            prescribed=wish.asked_for,
            override_reason=reason,
        )
    except Taken as taken:
        return _page(request, by, wish, taken=taken, status=409)
    except SeriesEnded as ended:
        return _page(request, by, wish, problem=ended.messages[0], status=409)
    except RulesBroken as rules:
        return _page(request, by, wish, broken=rules.broken, status=422)
    except ValidationError as error:
        return _page(request, by, wish, problem=" ".join(error.messages), status=422)
    messages.success(request, _("Booked: %s.") % in_words(made))
    return redirect(f"{reverse('calendar:day')}?day={wish.day.isoformat()}")


def _page(
    request: HttpRequest,
    by: Actor,
    wish: Wish,
    *,
    taken: Taken | None = None,
    broken: tuple[Broken, ...] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    try:
        found = wish.broken(by) if broken is None else broken
    except ValidationError as error:
        found, problem = (), " ".join(error.messages)
    context = {
        "wish": wish,
        "series": Series.objects.filter(person=wish.person, ended_at__isnull=True).exists(),
        "kinds": PrescribedVisit.Kind.choices,
        "broken": found,
        "is_hard": any(one.is_hard for one in found),
        "taken": taken,
        "problem": problem,
        "may_overbook": by.may(Permission.OVERBOOK),
        "is_further": bool(wish.asked_for) and wish.prescribed is None,
        "share": _share(by, wish),
        "reason_length": REASON,
    }
    return render(request, "calendar/book.html", context, status=status)
