"""What the chart says on the day of a visit: the signed plans, what stands against a treatment, and what was asked."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.forms.known import a_draft, chart_with
from clinic.person.case import case_of
from clinic.person.look import Look, look_at
from clinic.person.moment import moment_of
from concordant.assessment import Assessment, assess
from concordant.criteria.nodes import Term
from concordant.facts.plan.consent import (
    consent_given,
    rmt_unavailable,
    therapist_manipulation_authorised,
    therapist_needling_authorised,
)
from concordant.facts.safety.history import new_red_flag_sign
from concordant.plan import results_of
from concordant.plan.interventions import Intervention
from concordant.plan.plan import Against
from concordant.plan.planner import standing_against
from concordant.record.care import Prescribed, SignedPlan
from concordant.safety import Action, FlagReading
from concordant.safety.matrix import NOT_ASKED_AGAIN, NOT_SCREENED

STOPS_EVERYTHING = (Action.EMERGENCY, Action.SAME_DAY)


@dataclass
class Day:
    """One chart on one day, as it is known now without the note that is being written."""

    chart: Chart
    by: Actor
    on: date
    answer: bool | None = None
    """The answer to the question of every visit that stands in the form, where the chart has none of this day."""
    _found: dict[str, tuple[Against, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls, chart: Chart, by: Actor, on: date, *, without: uuid.UUID | None = None, replaced: int | None = None
    ) -> Day:
        """``without``: the key of the form, which may have been signed already; ``replaced``: the entry that it says
        anew."""
        own = [one for one in chart.entries if one.idempotency_key == without or one.pk == replaced]
        if own:
            chart = Chart(chart.person, tuple(one for one in chart.entries if one not in own))
        return cls(chart, by, on)

    @cached_property
    def look(self) -> Look:
        return look_at(self.chart, moment_of(self.on.isoformat(), self.chart.person.clinic.zone))

    @cached_property
    def assessment(self) -> Assessment:
        """With the answer of the form: it may raise a flag, and it is what was asked again."""
        if self.answer is None:
            return self.look.assessment
        content = question_of(self.on, self.answer)
        draft = a_draft(self.by, on=self.on, content=content)
        # Said on the day of care, however much later it is written down.
        noon = datetime.combine(self.on, time(12), self.chart.person.clinic.zone)
        draft.recorded_at = min(clock.now(), noon)
        return assess(case_of(chart_with(self.chart, draft)), self.on)

    # --- the question of every visit -------------------------------------------------------------------------

    @cached_property
    def answered(self) -> bool | None:
        """What this day's entries answer; True if any says yes."""
        said = [
            finding.value
            for visit in self.look.record.visits.values()
            if visit.date == self.on
            for finding in visit.findings
            if finding.fact == new_red_flag_sign.name and isinstance(finding.value, bool)
        ]
        return any(said) if said else None

    # --- the plan --------------------------------------------------------------------------------------------

    @cached_property
    def plans(self) -> list[SignedPlan]:
        """Those that stand, one a headache."""
        return standing_plans(self.look)

    @cached_property
    def prescribed(self) -> dict[str, tuple[SignedPlan, Prescribed]]:
        """Each treatment once, of the first plan that has it."""
        found: dict[str, tuple[SignedPlan, Prescribed]] = {}
        for plan in self.plans:
            for item in plan.items:
                found.setdefault(item.intervention, (plan, item))
        return found

    @property
    def rmt_is_unavailable(self) -> bool:
        return self.look.record.read(Term(rmt_unavailable)).value is True

    # --- safety ----------------------------------------------------------------------------------------------

    @property
    def stopping(self) -> tuple[FlagReading, ...]:
        """Open flags on a day without treatment."""
        return tuple(one for one in self.assessment.safety.open if one.action in STOPS_EVERYTHING)

    def blocked(self, intervention: Intervention) -> tuple[str, ...]:
        """Findings that forbid it on this day, in words; what is not known not to be there counts where the matrix
        says so."""
        if intervention.technique is not None and any(
            one.row.id == NOT_SCREENED.id for one in self.assessment.safety.rows
        ):
            return (NOT_SCREENED.finding,)
        return tuple(dict.fromkeys(one.row.finding for one in self._against(intervention) if one.blocks))

    def limits(self, intervention: Intervention) -> tuple[str, ...]:
        """What has to be changed, as somebody has signed for it. That the question is to be asked says the form."""
        found = (one for one in self._against(intervention) if one.change and one.row.id != NOT_ASKED_AGAIN.id)
        return tuple(dict.fromkeys(f"{one.row.finding}: {one.change}" for one in found))

    def _against(self, intervention: Intervention) -> tuple[Against, ...]:
        if intervention.id not in self._found:
            found = against(self.assessment, [intervention.id], self._headache(intervention))
            self._found[intervention.id] = found.get(intervention.id, ())
        return self._found[intervention.id]

    def _headache(self, intervention: Intervention) -> str:
        plan = self.prescribed.get(intervention.id)
        return plan[0].headache if plan else next(iter(self.assessment.headaches), "")

    def lacks(self, intervention: Intervention) -> tuple[str, ...]:
        """Authority or consent that is not on record and without which it is never given (operations 3.6)."""
        record = self.look.record
        needed = {
            "needling": (therapist_needling_authorised, "dry_needling"),
            "thrust": (therapist_manipulation_authorised, "neck_thrust"),
        }
        if intervention.technique not in needed:
            return ()
        authority, procedure = needed[intervention.technique]
        missing = []
        if record.read(Term(authority)).value is not True:
            missing.append(authority.label)
        if intervention.technique == "thrust" and not intervention.id.startswith("cervical"):
            return tuple(missing)
        given = record.read(Term(consent_given, key=procedure)).value
        if not (isinstance(given, date) and given <= self.on):
            missing.append(f"{consent_given.label}: {consent_given.kind.keys[procedure]}")
        return tuple(missing)


def against(assessment: Assessment, interventions: Iterable[str], headache: str) -> dict[str, tuple[Against, ...]]:
    """What stands against treatments of a headache."""
    record, safety = assessment.record, assessment.safety
    results = results_of(record, safety, assessment.diagnoses, headache) if headache else {}
    return standing_against(record, safety, headache, results, interventions)


def standing_plans(look: Look) -> list[SignedPlan]:
    """The newest plan of each headache."""
    found = (look.record.plan_of(one) for one in look.record.headaches)
    return [one for one in found if one is not None]


def question_of(on: date, answer: bool) -> dict[str, object]:
    """The answer as a fragment of a case file."""
    return {"visits": [{"date": on.isoformat(), "facts": {new_red_flag_sign.name: answer}}]}


def last_time(look: Look, on: date) -> date | None:
    """The newest day before this one on which the person was seen."""
    seen = [one.date for one in look.record.treatments] + [one.date for one in look.record.visits.values()]
    return max((day for day in seen if day < on), default=None)
