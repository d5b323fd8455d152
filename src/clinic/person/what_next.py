"""What next: the steps of the library in its order, safety first, each with its time, its reason and its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.percent import with_interval
from clinic.person.where_asked import Question, question
from concordant.diagnosis.next_test.suggestion import Kind, Suggestion

SHOWN = 3
"""So many stand open; the rest is folded."""
KINDS: Mapping[Kind, str | Promise] = MappingProxyType(
    {
        Kind.SAFETY: _("Safety first"),
        Kind.QUESTION: _("Ask"),
        Kind.EXAMINATION: _("Test"),
        Kind.JUDGEMENT: _("Decide"),
        Kind.REFERRAL: _("Question for a physician"),
    }
)


@dataclass(frozen=True)
class Step:
    """One next step."""

    kind: str
    kind_name: str | Promise
    ask: Question
    is_done_here: bool
    """Not so of what a physician is asked: then what to do is told first, and the form takes the answer."""
    how: str
    why: str
    minutes: str
    if_positive: str
    if_negative: str
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class WhatNext:
    """The steps for one headache."""

    first: tuple[Step, ...]
    more: tuple[Step, ...]


def what_next_of(look: Look, headache: str) -> WhatNext:
    steps = tuple(_step(one, look) for one in look.assessment.next_tests(headache))
    return WhatNext(steps[:SHOWN], steps[SHOWN:])


def _step(one: Suggestion, look: Look) -> Step:
    return Step(
        kind=one.kind.value,
        kind_name=KINDS[one.kind],
        ask=question(one.fact, look, one.headache),
        is_done_here=one.minutes is not None,
        how=one.how,
        why=one.why,
        minutes="" if one.minutes is None else f"{float(one.minutes):g}",
        if_positive=_after(one.if_positive, one.range_if_positive),
        if_negative=_after(one.if_negative, one.range_if_negative),
        conditions=tuple(each.says for each in one.conditions),
    )


def _after(mean: float | None, between: tuple[float, float] | None) -> str:
    return "" if mean is None or between is None else with_interval(mean, *between)
