"""Nobody is in two places, and no hour is given twice: what no reason sets aside."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from clinic.calendar.disciplines import Discipline
from clinic.calendar.errors import Broken
from clinic.calendar.models import Appointment
from clinic.calendar.places.around import Around


def clashes(around: Around) -> Iterator[tuple[str, Appointment]]:
    """What is taken, and by which appointment."""
    wanted = around.wanted
    for one in around.standing:
        held = one.starts_at < wanted.free_at and wanted.starts_at < one.free_at
        if held and one.clinician_id == wanted.practice.clinician_id:
            yield "clinician", one
        if held and one.room_id == wanted.room.pk:
            yield "room", one
        if one.person_id == wanted.person.pk and one.starts_at < wanted.ends_at and wanted.starts_at < one.ends_at:
            yield "person", one


def broken(around: Around) -> Iterator[Broken]:
    wanted = around.wanted
    for what, one in clashes(around):
        first, last = (at.astimezone(wanted.zone) for at in (one.starts_at, one.ends_at))
        hour = f"{first:%H:%M}–{last:%H:%M}"
        if what == "clinician":
            says = _("%(who)s sees chart %(chart)s at %(hour)s.") % {
                "who": wanted.clinician.display_name,
                "chart": one.person.chart_number,
                "hour": hour,
            }
        elif what == "room":
            says = _("%(room)s is taken at %(hour)s.") % {"room": wanted.room.name, "hour": hour}
        else:
            says = _("The person has another visit at %s.") % hour
        yield Broken(f"{what}_taken", says, is_hard=True)
    if wanted.practice.discipline != wanted.discipline:
        says = _("%(who)s does not give %(discipline)s.") % {
            "who": wanted.clinician.display_name,
            "discipline": str(Discipline(wanted.discipline).label).lower(),
        }
        yield Broken("discipline", says, is_hard=True)
