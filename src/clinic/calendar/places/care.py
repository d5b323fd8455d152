"""Rules of care and of the payer: what belongs before what, how far apart, and who pays on which day."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic.calendar.disciplines import Discipline
from clinic.calendar.errors import Broken
from clinic.calendar.models import Appointment, PrescribedVisit
from clinic.calendar.places.around import Around
from concordant.booking import problem
from concordant.booking.numbers import DAYS_BETWEEN
from concordant.plan.visits.pairing import BEFORE_RETEST_HOURS

_RETEST = PrescribedVisit.Kind.RETEST


def broken(around: Around) -> Iterator[Broken]:
    yield from _between(around)
    yield from _order_of_disciplines(around)
    yield from _before_measuring(around)
    if around.wanted.prescribed is not None:
        yield from _prescribed(around, around.wanted.prescribed)
    yield from _payer(around)


def _between(around: Around) -> Iterator[Broken]:
    wanted = around.wanted
    least = int(DAYS_BETWEEN[problem.Discipline(wanted.discipline)])
    days = sorted({around.day_of(one) for one in around.same_discipline}, key=lambda day: abs((day - wanted.day).days))
    if not days:
        return
    apart = abs((days[0] - wanted.day).days)
    if apart == 0:
        yield Broken("once_a_day", _("The person has a visit of this discipline on that day already."))
    elif apart < least:
        yield Broken(
            "too_soon",
            _("The visit on %(day)s is %(apart)s day away; the least is %(least)s.")
            % {"day": date_format(days[0], "j M Y"), "apart": apart, "least": least},
        )


def _order_of_disciplines(around: Around) -> Iterator[Broken]:
    """Massage first, then physiotherapy; on the day of a retest measuring comes first."""
    wanted = around.wanted
    for one in around.of_person:
        if around.day_of(one) != wanted.day or one.discipline == wanted.discipline:
            continue
        is_physio = wanted.discipline == Discipline.PHYSIO
        kind, starts_at = (wanted.kind, wanted.starts_at) if is_physio else (one.kind, one.starts_at)
        if kind == _RETEST:
            continue
        massage_ends = one.ends_at if is_physio else wanted.ends_at
        if massage_ends > starts_at:
            yield Broken("rmt_before_physio", _("On one day massage ends before physiotherapy starts."))


def _before_measuring(around: Around) -> Iterator[Broken]:
    """No massage on the day of a retest before it, nor in the hours before it."""
    wanted = around.wanted
    hours = timedelta(hours=int(BEFORE_RETEST_HOURS))
    for one in around.of_person:
        if wanted.discipline == Discipline.RMT and one.discipline == Discipline.PHYSIO and one.kind == _RETEST:
            massage, retest = wanted.ends_at, one.starts_at
        elif wanted.discipline == Discipline.PHYSIO and wanted.kind == _RETEST and one.discipline == Discipline.RMT:
            massage, retest = one.ends_at, wanted.starts_at
        else:
            continue
        if timedelta(0) <= retest - massage < hours:
            yield Broken(
                "before_measuring",
                _("No massage in the %s hours before a retest: measuring comes first.") % int(BEFORE_RETEST_HOURS),
            )


def _prescribed(around: Around, visit: PrescribedVisit) -> Iterator[Broken]:
    wanted = around.wanted
    if not visit.earliest <= wanted.day <= visit.latest:
        yield Broken(
            "window",
            _("The plan wants this visit between %(first)s and %(last)s.")
            % {"first": date_format(visit.earliest, "j M Y"), "last": date_format(visit.latest, "j M Y")},
        )
    missing = sorted(set(visit.needs) - set(wanted.practice.skills))
    if missing:
        yield Broken(
            "skills",
            _("%(who)s lacks: %(skills)s.") % {"who": wanted.clinician.display_name, "skills": ", ".join(missing)},
        )
    if any(_out_of_order(visit, around, one) for one in around.same_discipline):
        yield Broken("order", _("The visits of a plan come in its order."))


def _out_of_order(visit: PrescribedVisit, around: Around, other: Appointment) -> bool:
    beside = other.prescribed
    if beside is None or beside.series_id != visit.series_id:
        return False
    is_later = beside.rank > visit.rank
    return is_later != (other.starts_at > around.wanted.starts_at)


def _payer(around: Around) -> Iterator[Broken]:
    """A person with a cover for a discipline has visits of it on the days inside; one with none pays alone."""
    wanted, paid = around.wanted, around.paid
    covers = [one for one in paid.covers if one.discipline == wanted.discipline]
    if not covers:
        return
    mine = next((one for one in covers if one.first <= wanted.day <= one.last), None)
    if mine is None:
        last = max(one.last for one in covers)
        yield Broken(
            "cover_ended",
            _("The payer covers no such visit on that day; the last day is %s.") % date_format(last, "j M Y"),
        )
        return
    # What the chart holds already is counted by the payer's own rules.
    days = {around.day_of(one) for one in around.same_discipline} - paid.held(wanted.discipline)
    used = sum(mine.first <= day <= mine.last for day in days)
    if used >= mine.count:
        yield Broken(
            "cover_used_up",
            _("This would be visit %(number)s of %(count)s that the payer still covers until %(last)s.")
            % {"number": used + 1, "count": mine.count, "last": date_format(mine.last, "j M Y")},
        )
