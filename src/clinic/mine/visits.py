"""My visits: what was done on which day, what was measured and what that means, and what is to come.

The four texts of a note are written for the next therapist and stand in the copy that a person takes along
(docs/decisions/0030): here stands what was done.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.accounts.roles import role_in_words
from clinic.mine.plan import WHO, how_often
from clinic.mine.treatments import Plainly, plainly
from clinic.person.coming import Coming, coming_of
from clinic.person.look import Look
from clinic.person.measuring import Measure, measures_of
from concordant.plan.at_home import plans_on
from concordant.plan.interventions import BY_ID
from concordant.progress.rows import say
from concordant.record.case import Treatment

MEANS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "first": _("The first time: later checks are compared with this."),
        "between": "",
        "better": _("Better than at the start, by more than this test can be off."),
        "within": _("No clear change since the start: the difference is smaller than this test can be off."),
        "worse": _("Worse than at the start, by more than this test can be off. Talk with your therapist about it."),
        "not_compared": _("It cannot be compared with the start for sure."),
        "not_judged": _("Nobody knows yet how much this can be off, so we only show it."),
        "once": _("Measured once so far."),
    }
)
CANCELLED: Mapping[str, str | Promise] = MappingProxyType(
    {"cancelled": _("This visit was cancelled."), "missed": _("This visit was missed.")}
)
AFTERWARDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "better": _("You felt better after it."),
        "same": _("You felt the same after it."),
        "worse": _("You felt worse after it."),
    }
)


@dataclass(frozen=True)
class Given:
    plainly: Plainly
    afterwards: str | Promise


@dataclass(frozen=True)
class Seen:
    """What one discipline did on a day."""

    who: str | Promise
    by: str
    """The name of whoever signed it."""
    minutes: int | None
    not_held: str | Promise
    """Why there was no visit: missed or cancelled; empty where it took place."""
    given: tuple[Given, ...]


@dataclass(frozen=True)
class Measured:
    asked: str
    of: str
    value: str
    means: str | Promise


@dataclass(frozen=True)
class VisitToTell:
    on: date
    seen: tuple[Seen, ...]
    measured: tuple[Measured, ...]


@dataclass(frozen=True)
class ToCome:
    coming: Coming
    a_week: tuple[tuple[str | Promise, str], ...]
    """How often each discipline plans to see the person."""


@dataclass(frozen=True)
class MyVisits:
    visits: tuple[VisitToTell, ...]
    to_come: ToCome


def my_visits(look: Look) -> MyVisits:
    """Newest first."""
    seen: dict[date, list[Seen]] = defaultdict(list)
    for row in look.case.treatments:
        if row.date <= look.moment.day:
            seen[row.date].append(_seen(look, row))
    measured: dict[date, list[Measured]] = defaultdict(list)
    for one in measures_of(look):
        for on, each in _measured(one):
            measured[on].append(each)
    days = sorted({*seen, *measured}, reverse=True)
    visits = tuple(VisitToTell(day, tuple(seen.get(day, ())), tuple(measured.get(day, ()))) for day in days)
    return MyVisits(visits, _to_come(look))


def _seen(look: Look, row: Treatment) -> Seen:
    entry = look.entry_at(row.place)
    responses = {one.intervention: one.response for one in row.done}
    given = dict.fromkeys((*row.interventions, *(one.intervention for one in row.done)))
    return Seen(
        who=WHO.get(row.discipline) or role_in_words(row.discipline).replace("_", " ").capitalize(),
        by=entry.author.display_name if entry and entry.kind != "case file" else "",
        minutes=row.minutes,
        not_held="" if row.took_place else CANCELLED.get(row.status, row.status.replace("_", " ")),
        given=tuple(
            Given(plainly(one, BY_ID[one].name if one in BY_ID else ""), AFTERWARDS.get(responses.get(one, ""), ""))
            for one in given
        ),
    )


def _measured(one: Measure) -> Iterator[tuple[date, Measured]]:
    """Each value on its day. A verdict is of the newest value against the first; what lay between has none."""
    if one.fact.segmental or one.course.row.days is not None:
        return  # single joints say nothing without training; headache days have their own page
    taken = one.course.taken
    for number, each in enumerate(taken):
        newest = number == len(taken) - 1
        key = one.verdict if newest else "first" if number == 0 else "between"
        yield each.on, Measured(one.asked, one.of, say(one.course.row, each.value), MEANS[key])


def _to_come(look: Look) -> ToCome:
    rates = {}
    for plan in reversed(plans_on(look.record.plans, look.moment.day)):
        rates.update({who: rate for who, rate in plan.visits_per_week.items() if rate > 0 and who in WHO})
    return ToCome(coming_of(look), tuple((WHO[who], how_often(rate)) for who, rate in rates.items()))
