"""The home programme of the signed plans: what it holds on a day (treatment 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from concordant.criteria import Truth
from concordant.language import said
from concordant.plan.interventions import Intervention
from concordant.plan.interventions.catalogue import BY_ID
from concordant.plan.interventions.cautions import HALF_DOSES, Weight
from concordant.plan.interventions.dose import Amount, Dose
from concordant.plan.interventions.intervention import Discipline
from concordant.record.care import AMOUNTS, Prescribed, SignedPlan
from concordant.record.interventions import HOME
from concordant.safety import Safety
from concordant.safety.matrix import Row
from concordant.teaching import EXERCISES, Exercise


@dataclass(frozen=True, slots=True)
class HomeItem:
    """One treatment that a signed plan gives a person to do alone."""

    prescribed: Prescribed
    plan: SignedPlan

    @property
    def id(self) -> str:
        """Of the treatment."""
        return self.prescribed.intervention

    @property
    def intervention(self) -> Intervention:
        """From the catalogue."""
        return BY_ID[self.id]

    @property
    def name(self) -> str:
        """Of the treatment, in the language of the moment."""
        return said(self.intervention.name)

    @property
    def dose(self) -> Dose:
        """As it was signed."""
        return signed_dose(self.prescribed)

    @property
    def notes(self) -> tuple[str, ...]:
        """What else the plan says of how it is done, in the language of the moment."""
        return tuple(map(said, self.dose.notes))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises that carry it out; it may have several, or none that is drawn."""
        return tuple(one for one in EXERCISES if one.intervention == self.id)

    @property
    def active(self) -> bool:
        """Something to do and to tick; else advice that goes on at home (sleep, relaxation)."""
        return self.id in HOME


def signed_dose(prescribed: Prescribed) -> Dose:
    """The dose of a signed item. What it does not say was not prescribed."""
    # The reader of the case file has checked each: an amount has its two ends.
    said: dict[str, Any] = dict(prescribed.dose)
    said |= {key: Amount(*said[key]) for key in AMOUNTS if key in said}
    return Dose(**said)


HALF = "For now, do half of this."


def is_half(prescribed: Prescribed) -> bool:
    """Whether half the dose was signed for, and the whole one stands in the plan as it was proposed."""
    return prescribed.choice == "accepted" and not HALF_DOSES.isdisjoint(prescribed.signed_for)


def plans_on(plans: Iterable[SignedPlan], day: date) -> tuple[SignedPlan, ...]:
    """The plan of each headache that stands on a day, newest first. ``plans``: in the order of signing."""
    newest = {one.headache: one for one in sorted(plans, key=lambda one: one.date) if one.date <= day}
    return tuple(sorted(newest.values(), key=lambda one: one.date, reverse=True))


def home_items(plans: Iterable[SignedPlan], day: date) -> tuple[HomeItem, ...]:
    """What is to be done at home on a day, in the order of the plan; what two plans hold, as the newer says."""
    found: dict[str, HomeItem] = {}
    for plan in plans_on(plans, day):
        for one in plan.items:
            if Discipline.HOME in BY_ID[one.intervention].disciplines:
                found.setdefault(one.intervention, HomeItem(one, plan))
    return tuple(found.values())


def stands_against(item: HomeItem, safety: Safety) -> tuple[Row, ...]:
    """What is known now and forbids it, and for which nobody has answered in the signed plan."""
    there = {one.row.id for one in safety.rows if one.truth is Truth.MET} - set(item.prescribed.signed_for)
    return tuple(
        mark.row
        for mark in item.intervention.marks
        if mark.from_safety and mark.weight is not Weight.SIGN_OFF and mark.row.id in there
    )
