"""Age and sex."""

from __future__ import annotations

from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.history.pattern import age_at_headache_onset, headache_onset_date
from concordant.facts.history.person import age_years, birth_date, sex, sex_female
from concordant.facts.plan.episode import episode_start_date
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes


def years_between(born: date, day: date) -> int:
    """Completed years; someone born on 29 February completes them on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@computes(age_years)
def age_today(reader: Reader, where: Binding, term: Term) -> Reading:
    """Completed years today; a stated age grows by the time since it was stated."""
    inputs = Inputs(reader, where)
    born = inputs.day(birth_date)
    if born is not None and born > reader.as_of:
        return inputs.unknown("born later than this day", birth_date)
    if born is not None:
        return inputs.result(years_between(born, reader.as_of))
    stated = reader.history(age_years, where)
    started = stated[-1].on if stated else None
    if stated and started is None:
        begun = reader.read(term_of(episode_start_date), where).value
        started = begun if isinstance(begun, date) else None
    if not stated or started is None or not isinstance(stated[-1].value, int):
        return inputs.unknown("", birth_date)
    since = (reader.as_of - started).days
    if since <= 0:
        return inputs.unknown("", birth_date)
    inputs.note("age_years", stated[-1].value, f"{stated[-1].value} years on {started}")
    whole = since // 365
    return inputs.result(Span(stated[-1].value + whole, stated[-1].value + whole + (1 if since % 365 else 0)))


@computes(age_at_headache_onset)
def age_then(reader: Reader, where: Binding, term: Term) -> Reading:
    """Completed years on the day this headache began."""
    inputs = Inputs(reader, where)
    onset = inputs.day(headache_onset_date)
    if onset is None:
        return inputs.unknown()
    born = reader.read(term_of(birth_date), where).value
    if isinstance(born, date):
        inputs.note("birth_date", born, str(born))
        if born > onset:
            return inputs.unknown("the headache began before the date of birth", birth_date)
        return inputs.result(years_between(born, onset))
    age = inputs.number(age_years)
    if age is None:
        return inputs.unknown()
    years = (reader.as_of - onset).days / 365.2425
    # A completed age is known to within a year, so the age at onset is known to within one as well.
    return inputs.result(Span(max(0, int(age.low - years)), max(0, int(age.high + 1 - years))))


@computes(sex_female)
def female(reader: Reader, where: Binding, term: Term) -> Reading:
    """Recorded sex is female."""
    inputs = Inputs(reader, where)
    recorded = inputs.get(sex)
    return inputs.result(recorded == "female") if isinstance(recorded, str) else inputs.unknown()
