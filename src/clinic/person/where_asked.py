"""Where in the clinic a fact is asked, so that what is missing leads to the form that takes it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse

from clinic.person.look import Look
from concordant.diagnosis.explaining.reasons import label_of
from concordant.facts import DICTIONARY, Fact, Scope, Supplier
from concordant.facts.fact import Room
from concordant.facts.history.pattern import temporal_relation_neck
from concordant.facts.safety.results import red_flag_cleared


@dataclass(frozen=True)
class Question:
    """Something still to be asked, and the form that asks it."""

    fact: str
    label: str
    url: str


def question(name: str, look: Look, headache: str = "") -> Question:
    """Of a fact by its name, with or without side, segment or key: `frt_rotation_deg[left]`."""
    return Question(name, label_of(name), url_of(DICTIONARY[name.partition("[")[0]], look, headache))


def url_of(fact: Fact, look: Look, headache: str = "") -> str:
    """The form that asks a fact; of a headache or an injury, its own form where it is plain which one is meant."""
    form, person = form_of(fact), look.chart.person.pk
    if form == "history:headache":
        one = headache or _only(look.record.headaches)
        return reverse(form, args=[person, one]) if one else reverse("history:headaches", args=[person])
    if form == "history:injury":
        one = _only(look.record.injuries)
        return reverse(form, args=[person, one]) if one else reverse("history:injuries", args=[person])
    return reverse(form, args=[person])


def form_of(fact: Fact) -> str:
    """By name. What is computed has no field of its own: it comes out of what is entered at that place."""
    if fact is red_flag_cleared:
        return "safety:cleared"
    if fact.scope is Scope.DAY or _counted_from_days(fact):
        return "diary:day"
    if fact.scope is Scope.INJURY:
        return "history:injury"
    if fact.room is Room.SAFETY:
        return "safety:screen"
    if fact.room is Room.EXAMINATION or fact is temporal_relation_neck:
        return "examine:visit"
    if fact.scope is Scope.HEADACHE:
        return "history:headache"
    if fact.scope is Scope.EPISODE and fact.room is not Room.OUTCOMES:
        return "history:episode"
    if fact.scope is Scope.PERSON:
        return "history:person"
    # A score is entered as it came out; a change comes out of a retest, and what else happened is asked there.
    of_outcomes = fact.room is Room.OUTCOMES and fact.scope is not Scope.COURSE
    return "outcomes:enter" if of_outcomes else "examine:visit"


def _counted_from_days(fact: Fact) -> bool:
    computed = fact.supplied_by is Supplier.COMPUTED
    return computed and ("headache_today" in fact.derived_from or fact.room is Room.DIARY)


def _only(ids: Collection[str]) -> str:
    """The only one there is."""
    return next(iter(ids)) if len(ids) == 1 else ""
