"""What a claim leaves as of the day: its rules, the window, visits without approval (operations 1.1 to 1.3).

What was used elsewhere and nobody has told of is never read as none: the visits left are then known within bounds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.coverage.claim import (
    DISCIPLINES,
    claim_accident_date,
    claim_rule_set,
    payer_kind,
    preauthorised_visits_left,
    preauthorised_weeks_left,
    preauthorised_window_end_date,
    treatment_plan_due_date,
    usable_physiotherapy_visits,
    visits_elsewhere_count,
)
from concordant.facts.values import Span
from concordant.payers import (
    TREATS,
    RuleSet,
    days_used,
    few_left_since,
    most_visits,
    plan_due,
    rule_set,
    weeks_left,
    window_end,
)
from concordant.payers.window import MOST_A_WEEK
from concordant.record.derive.computing import Inputs, Reader, computes, span_of

NO_RULES = "only a claim with ICBC has such rules, by the day of its accident"
NO_WINDOW = "a window without approval has only a claim with ICBC for an accident from 2019-04-01 on, not one to come"
_PHYSIOTHERAPY = "physiotherapy"


def _accident(reader: Reader, inputs: Inputs) -> date | None:
    """The day of the accident of a claim with ICBC; None where it is not known or cannot be true."""
    payer, accident = inputs.get(payer_kind), inputs.day(claim_accident_date)
    if payer != "icbc":
        return None
    if accident is not None and accident > reader.as_of:
        inputs.missing.append(claim_accident_date.name)
        return None
    return accident


def _with_window(reader: Reader, inputs: Inputs) -> date | None:
    accident = _accident(reader, inputs)
    return None if accident is None or rule_set(accident) is RuleSet.PART_7 else accident


@computes(claim_rule_set)
def which_rules(reader: Reader, where: Binding, term: Term) -> Reading:
    """By the day of the accident, never by that of treatment."""
    inputs = Inputs(reader, where)
    accident = _accident(reader, inputs)
    return inputs.unknown(NO_RULES) if accident is None else inputs.result(rule_set(accident).value)


@computes(preauthorised_window_end_date)
def last_day(reader: Reader, where: Binding, term: Term) -> Reading:
    """The last day of the 12 weeks after the accident; the day itself still counts."""
    inputs = Inputs(reader, where)
    accident = _with_window(reader, inputs)
    return inputs.unknown(NO_WINDOW) if accident is None else inputs.result(window_end(accident))


@computes(preauthorised_weeks_left)
def weeks(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days from today to the last day of the window, both counted, divided by 7, rounded up; none once it is over."""
    inputs = Inputs(reader, where)
    accident = _with_window(reader, inputs)
    return inputs.unknown(NO_WINDOW) if accident is None else inputs.result(weeks_left(accident, reader.as_of))


@computes(preauthorised_visits_left)
def visits(reader: Reader, where: Binding, term: Term) -> Reading:
    """By discipline: the count, less the days here and the visits elsewhere; none once the window is over."""
    inputs = Inputs(reader, where)
    accident = _with_window(reader, inputs)
    if accident is None:
        return inputs.unknown(NO_WINDOW)
    told = inputs.get(visits_elsewhere_count)
    elsewhere: Mapping[str, object] = told if isinstance(told, Mapping) else {}
    over = reader.as_of > window_end(accident)
    found: dict[str, object] = {}
    for discipline in DISCIPLINES:
        most = most_visits(discipline, accident)
        if most is not None:
            here = days_used(_days(reader, discipline), accident)
            found[discipline] = 0 if over else _left(most - here, span_of(elsewhere.get(discipline)))
    if not found:
        return inputs.unknown(NO_WINDOW)
    bounded = any(isinstance(one, Span) for one in found.values())
    return inputs.result(found, "within bounds: visits elsewhere are not known" if bounded else "", partial=bounded)


def _left(most: int, elsewhere: Span | None) -> object:
    """What is left of so many; a whole number, or bounds."""
    highest = max(most, 0) if elsewhere is None else max(most - math.floor(elsewhere.low), 0)
    lowest = 0 if elsewhere is None else max(most - math.ceil(elsewhere.high), 0)
    return highest if lowest == highest else Span(lowest, highest)


def _days(reader: Reader, discipline: str) -> list[date]:
    return [one.date for one in reader.treatments if one.discipline == TREATS[discipline]]


@computes(usable_physiotherapy_visits)
def usable(reader: Reader, where: Binding, term: Term) -> Reading:
    """At most twice for each week, and once a day."""
    inputs = Inputs(reader, where)
    left = inputs.number(Term(preauthorised_visits_left, key=_PHYSIOTHERAPY))
    time = inputs.number(preauthorised_weeks_left)
    last = inputs.day(preauthorised_window_end_date)
    if left is None or time is None or last is None:
        return inputs.unknown()
    # Of a discipline one visit a day is paid (R09), so the last day of the window has room for one.
    most = min(MOST_A_WEEK * math.ceil(time.high), max((last - reader.as_of).days + 1, 0))
    return inputs.result(Span(min(left.low, most), min(left.high, most)))


@computes(treatment_plan_due_date)
def due(reader: Reader, where: Binding, term: Term) -> Reading:
    """Before the window ends, or sooner: when few visits are left, or will be at the signed rate."""
    inputs = Inputs(reader, where)
    accident = _with_window(reader, inputs)
    last = inputs.day(preauthorised_window_end_date)
    if accident is None or last is None:
        return inputs.unknown(NO_WINDOW)
    elsewhere = reader.read(term_of(visits_elsewhere_count), where).value
    found = []
    for discipline in DISCIPLINES:
        days = sorted({one for one in _days(reader, discipline) if accident <= one <= last})
        most = most_visits(discipline, accident)
        if discipline != _PHYSIOTHERAPY and not days:
            continue
        told = span_of(elsewhere.get(discipline)) if isinstance(elsewhere, Mapping) else None
        pot = most - math.ceil(told.high) if most is not None and told is not None else None
        found.append(
            plan_due(
                last,
                left=None if pot is None else max(pot - len(days), 0),
                few_since=None if pot is None else few_left_since(days, pot),
                as_of=reader.as_of,
                per_week=signed_rate(reader, TREATS[discipline]),
            )
        )
    return inputs.result(min(found))


def signed_rate(reader: Reader, discipline: str) -> float | None:
    """Visits a week of the newest plans of all headaches: the most that any of them asks for."""
    newest = {one.headache: one for one in reader.plans}
    rates = [one.visits_per_week.get(discipline) for one in newest.values()]
    known = [one for one in rates if one is not None]
    return max(known, default=None)
