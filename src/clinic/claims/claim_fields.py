"""The fields of what the person and the insurer told of a claim: one for every fact that coverage can ask for.

A field is named by its fact, the discipline where it has one, and the place of the plan from the second on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from clinic.claims.claim_facts import PLANS, TOLD_ON, Plan
from clinic.claims.disciplines import Discipline
from clinic.claims.forms import DayInput
from concordant.facts import Fact
from concordant.facts.coverage import claim as facts
from concordant.facts.kinds import Choice, Choices, Day, Flag, Table

MOST_VISITS = 200
MOST_DOLLARS = 1_000_000
OF_DISCIPLINE = (facts.visits_elsewhere_count, facts.initial_visit_billed)
OF_PLAN = (
    facts.treatment_plan_status,
    facts.treatment_plan_visits,
    facts.treatment_plan_start_date,
    facts.treatment_plan_end_date,
)
OF_EXTENDED = (facts.extended_percent_paid, facts.extended_left_this_year)
OF_MSP = (facts.msp_supplementary, facts.msp_visits_elsewhere_this_year)
OF_CLAIM = (facts.physician_referral_on_file, facts.education_duties_done)
BY_THE_YEAR = (facts.extended_left_this_year, facts.msp_visits_elsewhere_this_year)
"""They hold as of the day on which they were told."""


@dataclass(frozen=True)
class Slot:
    """One field and where its answer is kept."""

    fact: Fact[Any]
    discipline: Discipline | None = None
    plan: int | None = None
    """Place among the plans of the discipline."""

    @property
    def name(self) -> str:
        parts = [self.fact.name, self.discipline or "", str(self.plan) if self.plan else ""]
        return ":".join(one for one in parts if one)

    @property
    def label(self) -> str:
        """In the words in which a page calls it missing."""
        if self.discipline is None:
            return self.fact.label
        if self.plan:
            told = {"name": self.discipline.label, "number": self.plan + 1, "what": self.fact.label}
            return _("%(name)s, request %(number)s: %(what)s") % told
        return f"{self.discipline.label}: {self.fact.label}"

    @property
    def field(self) -> forms.Field:
        kind = self.fact.kind.values if isinstance(self.fact.kind, Table) else self.fact.kind
        more: dict[str, Any] = {"label": self.label, "required": False}
        if isinstance(kind, Flag):
            return forms.ChoiceField(choices=[("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))], **more)
        if isinstance(kind, Choices):
            ticks = [(one, kind.options[one]) for one in kind.words]
            return forms.MultipleChoiceField(choices=ticks, widget=forms.CheckboxSelectMultiple, **more)
        if isinstance(kind, Choice):
            words = [(one, kind.in_english(one)) for one in kind.words]
            return forms.ChoiceField(choices=[("", _("None on record")), *words], **more)
        if isinstance(kind, Day):
            return DayInput(**more)
        most = 100 if self.fact is facts.extended_percent_paid else MOST_VISITS
        most = MOST_DOLLARS if self.fact is facts.extended_left_this_year else most
        return forms.IntegerField(min_value=0, max_value=most, **more)


def slots(plans: Mapping[str, Sequence[Plan]]) -> Iterator[Slot]:
    """Every field; of plans those on record and one more."""
    for discipline in Discipline:
        yield from (Slot(one, discipline) for one in OF_DISCIPLINE)
        for place in range(len(plans.get(discipline, ())) + 1):
            yield from (Slot(one, discipline, place) for one in OF_PLAN)
    yield from (Slot(one) for one in (*OF_CLAIM, *OF_MSP))
    yield from (Slot(one, discipline) for discipline in Discipline for one in OF_EXTENDED)


def shown(slot: Slot, said: Mapping[str, Any], plans: Mapping[str, Sequence[Plan]]) -> Any:
    """The value that a field begins with."""
    if slot.plan is not None:
        own = plans.get(slot.discipline or "", ())
        value = own[slot.plan].get(slot.fact.name) if slot.plan < len(own) else None
    else:
        value = said.get(slot.fact.name)
        value = value.get(slot.discipline) if slot.discipline and isinstance(value, Mapping) else value
    return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


def kept(answers: Mapping[Slot, Any]) -> dict[str, Any]:
    """What is kept with the claim: of an emptied field nothing."""
    found: dict[str, Any] = {}
    plans: dict[tuple[str, int], Plan] = {}
    for slot, answer in answers.items():
        if answer in (None, "", []):
            continue
        value = _plain(slot, answer)
        if slot.plan is not None:
            plans.setdefault((slot.discipline or "", slot.plan), {})[slot.fact.name] = value
        elif slot.discipline:
            found.setdefault(slot.fact.name, {})[slot.discipline.value] = value
        else:
            found[slot.fact.name] = value
    for (discipline, _place), plan in sorted(plans.items()):
        found.setdefault(PLANS, {}).setdefault(str(discipline), []).append(plan)
    return found


def dated(
    found: Mapping[str, Any], before: Mapping[str, Any], told_on: Mapping[str, date], today: date
) -> dict[str, str]:
    """Since when what runs by the year is known: the day that was typed; else the one that stood where the answer is
    the same, and today where it is new."""
    days: dict[str, str] = {}
    for name in (one.name for one in BY_THE_YEAR if one.name in found):
        stood = before.get(TOLD_ON, {}).get(name) if before.get(name) == found[name] else None
        days[name] = told_on[name].isoformat() if name in told_on else stood or today.isoformat()
    return days


def _plain(slot: Slot, answer: Any) -> Any:
    kind = slot.fact.kind.values if isinstance(slot.fact.kind, Table) else slot.fact.kind
    if isinstance(kind, Flag):
        return answer == "yes"
    return answer.isoformat() if isinstance(answer, date) else answer
