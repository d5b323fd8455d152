"""My plan: what was signed, in plain words, and what is known about it. What is only proposed has no place here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clinic.evidence.advised import DIRECTIONS
from clinic.evidence.published import of_rows
from clinic.mine.phases import PhaseToTell, phase_to_tell
from clinic.mine.treatments import Plainly, plainly
from clinic.person.look import Look
from concordant.evidence.library import Advice, advice
from concordant.plan.at_home import HALF, is_half, plans_on, signed_dose
from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.dose_in_words import in_one_line
from concordant.plan.interventions.intervention import Discipline, Intervention, Section
from concordant.record.care import Prescribed, SignedPlan
from concordant.safety.flag import Action

_NOW = (Action.EMERGENCY, Action.SAME_DAY)
HOME, BY_HAND, MASSAGE, TALK = "home", "physiotherapy", "massage", "talk"
GROUPS: Mapping[str, str | Promise] = MappingProxyType(
    {
        BY_HAND: gettext_lazy("With your physiotherapist"),
        MASSAGE: gettext_lazy("With your massage therapist"),
        HOME: gettext_lazy("What you do, shown here and done at home"),
        TALK: gettext_lazy("What we talk about, and who else may help"),
    }
)
WHO: Mapping[str, str | Promise] = MappingProxyType(
    {"physiotherapist": gettext_lazy("Physiotherapy"), "rmt": gettext_lazy("Massage therapy")}
)

CERTAINTY: Mapping[str, str | Promise] = MappingProxyType(
    {
        "high": gettext_lazy("The review was sure of this (high certainty)."),
        "moderate": gettext_lazy("The review was fairly sure of this (moderate certainty)."),
        "low": gettext_lazy("The review was not very sure of this (low certainty)."),
        "very low": gettext_lazy("The review was not at all sure of this (very low certainty)."),
        "": gettext_lazy("How sure the review was is not known."),
    }
)
"""As the review rated it, by GRADE; whole sentences, as the word for a level is not the same for everything."""


@dataclass(frozen=True)
class Treatment:
    plainly: Plainly
    how_much: str
    """The signed dose; empty where the plan gives none that a person counts."""
    half: str


@dataclass(frozen=True)
class Known:
    """What is known about one piece of what the plan holds."""

    advice: Advice
    direction: str | Promise
    in_numbers: tuple[tuple[str, str, str | Promise], ...]
    """Of what, the sentence with its interval, and how certain a review called it."""


@dataclass(frozen=True)
class Goal:
    says: str


@dataclass(frozen=True)
class PlanToTell:
    """The plan of one headache."""

    headache: str
    """Its name, where there are several plans to tell apart."""
    signed_on: date
    signed_by: str
    phase: PhaseToTell
    groups: tuple[tuple[str | Promise, tuple[Treatment, ...]], ...]
    visits: tuple[tuple[str | Promise, str], ...]
    goals: tuple[Goal, ...]
    retest: date | None


@dataclass(frozen=True)
class MyPlan:
    plans: tuple[PlanToTell, ...]
    known: tuple[Known, ...]
    see_a_doctor: bool


def my_plan(look: Look) -> MyPlan:
    standing = plans_on(look.record.plans, look.moment.day)
    return MyPlan(
        plans=tuple(_told(look, one, several=len(standing) > 1) for one in standing),
        known=tuple(_known(standing)),
        see_a_doctor=look.assessment.safety.action in _NOW,
    )


def _told(look: Look, plan: SignedPlan, *, several: bool) -> PlanToTell:
    entry = look.entry_at(plan.place)
    by_group: dict[str, list[Treatment]] = {key: [] for key in GROUPS}
    for item in plan.items:
        by_group[_group(BY_ID[item.intervention])].append(_treatment(item))
    headache = look.record.headaches[plan.headache]
    return PlanToTell(
        headache=(headache.name or plan.headache) if several else "",
        signed_on=plan.date,
        signed_by=entry.author.display_name if entry else "",
        phase=phase_to_tell(plan.phase),
        groups=tuple((GROUPS[key], tuple(rows)) for key, rows in by_group.items() if rows),
        visits=tuple(_visits(plan)),
        goals=tuple(Goal(one.says) for one in plan.goals),
        retest=plan.retest,
    )


def _group(one: Intervention) -> str:
    if one.active:
        return HOME
    if one.section in (Section.EDUCATION, Section.REFERRAL):
        return TALK
    return MASSAGE if one.disciplines[0] is Discipline.RMT else BY_HAND


def _treatment(item: Prescribed) -> Treatment:
    # How often hands are laid on is the visits' to say; grades and holds of hands are no news to the person.
    active = BY_ID[item.intervention].active
    return Treatment(
        plainly(item.intervention, BY_ID[item.intervention].name),
        in_one_line(signed_dose(item)) if active else "",
        HALF if active and is_half(item) else "",
    )


def _visits(plan: SignedPlan) -> Iterator[tuple[str | Promise, str]]:
    for discipline, rate in plan.visits_per_week.items():
        if rate > 0 and discipline in WHO:
            yield WHO[discipline], how_often(rate)


def how_often(a_week: float) -> str:
    """Visits as one counts them: a week, or every so many weeks."""
    if a_week < 1:
        weeks = number_format(round(1 / a_week, 1)).removesuffix(",0").removesuffix(".0")
        return _("one visit every %(weeks)s weeks") % {"weeks": weeks}
    number = int(a_week) if a_week == int(a_week) else 2
    shown = number_format(a_week if a_week != int(a_week) else int(a_week))
    return ngettext("%(number)s visit a week", "%(number)s visits a week", number) % {"number": shown}


def _known(plans: Iterable[SignedPlan]) -> Iterator[Known]:
    """Each piece of advice that something of the plans is part of, once, in the order of the plans."""
    items = (item for plan in plans for item in plan.items)
    ids = dict.fromkeys(each for item in items for each in BY_ID[item.intervention].evidence.advice)
    for one in map(advice, ids):
        published = of_rows(one.rests_on)
        numbers = tuple(
            (each.title, each.plain, CERTAINTY.get(each.certainty, CERTAINTY[""])) for each in published if each.plain
        )
        yield Known(one, DIRECTIONS[one.direction], numbers)
