"""Until when a chart has to be kept (operations 3.4, docs/decisions/0030)."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.letters.models import SignedLetter
from clinic.person.look import Look, look_at
from clinic.person.moment import moment_of
from concordant.criteria import RuleConflict
from concordant.criteria.nodes import Term
from concordant.facts.history.person import age_years, birth_date
from concordant.record.problems import CaseFileError


@dataclass(frozen=True)
class KeptUntil:
    """``max(last entry, birthday of majority)`` and so many years."""

    day: date
    last_entry: date
    is_at_least: bool
    """Nothing tells how old the person is: if they are not of age, it is later."""


def kept_until(chart: Chart) -> KeptUntil:
    """As the chart stands now. Whatever is still added to it moves the day."""
    today = moment_of("", chart.person.clinic.zone)
    last = _last_entry(chart, today.day)
    try:
        of_age = _of_age(look_at(chart, today))
    except (CaseFileError, RuleConflict):
        of_age = None  # a chart that cannot be read tells no age, and its account may be closed all the same
    start = max(last, of_age) if of_age else last
    return KeptUntil(years_later(start, settings.KEEP_CHART_YEARS), last, of_age is None)


def years_later(day: date, years: int) -> date:
    """The same day; of 29 February, in a year without it, the day after: nothing goes too early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _last_entry(chart: Chart, otherwise: date) -> date:
    moments = [
        model.objects.filter(person=chart.person).order_by("-id").values_list("recorded_at", flat=True).first()
        for model in (Entry, SignedLetter)
    ]
    zone = chart.person.clinic.zone
    return max((one.astimezone(zone).date() for one in moments if one is not None), default=otherwise)


def _of_age(look: Look) -> date | None:
    """The birthday, or the latest that it can be where only an age is known; None where nothing is."""
    born = look.record.read(Term(birth_date)).value
    if isinstance(born, date):
        return years_later(born, settings.AGE_OF_MAJORITY)
    age = look.record.read(Term(age_years)).value
    if isinstance(age, int | float) and not isinstance(age, bool):
        return years_later(look.moment.day, settings.AGE_OF_MAJORITY - int(age))
    return None
