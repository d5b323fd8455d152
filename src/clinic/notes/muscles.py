"""Massage for one person at a glance: which muscles and why, what to mind, and whether it may be given today.

Plain values: they outlive the assessment in a cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from clinic.notes.day import STOPS_EVERYTHING, against, standing_plans
from clinic.notes.dose import in_a_session
from clinic.notes.hand_over import HandOver, handed_over
from clinic.person.look import Look
from clinic.person.words_of_safety import ACTIONS
from concordant.criteria import Evaluator, Trace, Truth
from concordant.criteria.deciding import deciding_leaves
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.criteria.saying import label, limits, value_in_words
from concordant.facts import DICTIONARY, Fact, Kind, Scope
from concordant.facts.fact import SIDES
from concordant.facts.history.person import metal_allergy
from concordant.facts.plan.consent import adverse_reaction_prior, consent_refused
from concordant.facts.plan.episode import discharge_date
from concordant.measures import MEASURES
from concordant.plan import BOOK, results_of
from concordant.plan.interventions import BY_ID, Intervention
from concordant.plan.plan import Against
from concordant.plan.results import WithResults
from concordant.plan.visits.pairing import BEFORE_RETEST_HOURS
from concordant.progress.discharge import STOP_RULES
from concordant.progress.next_retest import next_retest
from concordant.record.care import Prescribed, SignedPlan
from concordant.record.interventions import SOFT_TISSUE
from concordant.record.record import Record
from concordant.safety.matrix import NOT_ASKED_AGAIN, NOT_SCREENED

NONE_BEFORE_RETEST = timedelta(hours=BEFORE_RETEST_HOURS)


@dataclass(frozen=True)
class Muscle:
    """One soft-tissue item of a signed plan."""

    name: str
    target: str
    dose: str
    why: tuple[str, ...]
    """The facts that decided, in words; or the reason of the clinician who added it."""
    stops: tuple[str, ...]
    """Why it is not given today, or ends."""
    change: tuple[str, ...]
    """What has to be done otherwise, as somebody has signed for it."""
    not_signed_for: tuple[str, ...]
    """What has come to stand against it since."""


@dataclass(frozen=True)
class Flagged:
    action: str
    action_name: str
    name: str
    do: str


@dataclass(frozen=True)
class Massage:
    """What a massage therapist has to know of one person today."""

    muscles: tuple[Muscle, ...]
    flags: tuple[Flagged, ...]
    stop: str
    """Why nobody lays hands on today; empty where one may."""
    ask_first: bool
    """New warning signs were not asked for at the newest visit: that comes before hands are laid on."""
    refused: tuple[str, ...]
    """Techniques that the person declines."""
    reactions: tuple[str, ...]
    """Techniques after which they were unwell before."""
    allergies: tuple[str, ...]
    retest: date | None
    retest_is_near: bool
    """No massage before it is measured."""
    last_physio: date | None
    last_rmt: date | None
    limits: tuple[str, ...]
    """Limits of hands-on care that are reached."""
    hand_over: HandOver | None

    @property
    def urgency(self) -> tuple[bool, bool, date]:
        """For sorting: those who must not be treated first, then those who have waited longest."""
        return not self.stop, not self.retest_is_near, self.last_rmt or date.min


def massage_of(look: Look) -> Massage | None:
    """None for whom no signed plan holds soft-tissue work, or whose care has ended."""
    plans = [plan for plan in standing_plans(look) if any(item.intervention in SOFT_TISSUE for item in plan.items)]
    left = look.record.read(Term(discharge_date)).value
    if not plans or (isinstance(left, date) and left <= look.moment.day):
        return None
    today, record, safety = look.moment.day, look.record, look.assessment.safety
    retest = _retest(look, plans)
    stopping = [one for one in safety.open if one.action in STOPS_EVERYTHING]
    stop = ""
    if stopping:
        stop = _("No hands-on work today: %s.") % "; ".join(one.flag.name for one in stopping)
    elif any(one.row.id == NOT_SCREENED.id for one in safety.rows):
        stop = _("No hands-on work before the safety screen is done.")
    return Massage(
        muscles=tuple(_muscles(look, plans)),
        flags=tuple(
            Flagged(one.action.value, str(ACTIONS[one.action]), one.flag.name, one.do)
            for one in safety.open
            if one.action
        ),
        stop=stop,
        ask_first=any(one.row.id == NOT_ASKED_AGAIN.id for one in safety.rows),
        refused=_techniques(look, consent_refused),
        reactions=_techniques(look, adverse_reaction_prior),
        allergies=(metal_allergy.label,) if record.read(Term(metal_allergy)).value is True else (),
        retest=retest,
        retest_is_near=retest is not None
        and timedelta(0) <= retest - today <= NONE_BEFORE_RETEST
        and not _measured(look, today),
        last_physio=_last(look, "physiotherapist"),
        last_rmt=_last(look, "rmt"),
        limits=tuple(rule.says for rule in STOP_RULES if _evaluator(look, plans[0]).rule(rule.key).truth is Truth.MET),
        hand_over=handed_over(look, "physiotherapist", today),
    )


def _retest(look: Look, plans: Iterable[SignedPlan]) -> date | None:
    """The next planned day from today on: that of a plan, else of the course of care."""
    today = look.moment.day
    dates = [plan.retest for plan in plans if plan.retest is not None and plan.retest >= today]
    planned = next_retest(look.record)
    return min(dates) if dates else planned.on if planned is not None else None


def _measured(look: Look, today: date) -> bool:
    """After the measuring of a retest day hands may be laid on."""
    return any(
        one.date == today and any(finding.fact in MEASURES for finding in one.findings)
        for one in look.record.visits.values()
    )


def _last(look: Look, discipline: str) -> date | None:
    return max((one.date for one in look.record.treatments if one.discipline == discipline), default=None)


def _techniques(look: Look, fact: Fact[Kind]) -> tuple[str, ...]:
    said = look.record.read(Term(fact)).value
    ids = [str(key) for key, is_so in said.items() if is_so is True] if isinstance(said, dict) else []
    return tuple(BY_ID[one].name if one in BY_ID else one for one in ids)


def _evaluator(look: Look, plan: SignedPlan) -> Evaluator:
    record, assessment = look.record, look.assessment
    results = results_of(record, assessment.safety, assessment.diagnoses, plan.headache)
    return Evaluator(WithResults(record, results), BOOK)


def _muscles(look: Look, plans: Iterable[SignedPlan]) -> Iterator[Muscle]:
    seen: set[str] = set()
    for plan in plans:
        items = [one for one in plan.items if one.intervention in SOFT_TISSUE and one.intervention not in seen]
        seen |= {one.intervention for one in items}
        evaluator = _evaluator(look, plan)
        standing = against(look.assessment, [one.intervention for one in items], plan.headache)
        for item in items:
            yield _muscle(item, look.record, evaluator, plan, standing[item.intervention])


def _muscle(
    item: Prescribed, record: Record, evaluator: Evaluator, plan: SignedPlan, standing: tuple[Against, ...]
) -> Muscle:
    one = BY_ID[item.intervention]
    indication = evaluator.rule(one.indication_key, plan.headache) if one.indication else None
    why = []
    if indication is not None and indication.truth is Truth.MET:
        why = [f"{told}{_sides(fact, record, plan)}" for fact, told in _told(indication)]
    if item.reason:
        why.append(item.reason)
    blocking = [each.row.finding for each in standing if each.blocks]
    signed = [mark for mark in one.marks if mark.row.id in item.signed_for]
    answered_for = (*item.signed_for, NOT_ASKED_AGAIN.id)
    open_rows = [each for each in standing if not each.blocks and each.row.id not in answered_for]
    return Muscle(
        name=one.name,
        target=one.target,
        dose=in_a_session(item.dose),
        why=tuple(why),
        stops=tuple(
            dict.fromkeys((*(_("Blocked: %s.") % each for each in blocking), *_ends(one, evaluator, plan, indication)))
        ),
        change=tuple(dict.fromkeys(f"{mark.row.finding}: {mark.change}" for mark in signed)),
        not_signed_for=tuple(dict.fromkeys(f"{each.row.finding}: {each.change}" for each in open_rows)),
    )


def _ends(one: Intervention, evaluator: Evaluator, plan: SignedPlan, indication: Trace | None) -> Iterator[str]:
    stop = evaluator.rule(one.stop_key, plan.headache) if one.stop else None
    if stop is not None and stop.truth is Truth.MET:
        yield _("Its stop rule is reached: %s.") % "; ".join(_facts(stop))
    elif indication is not None and indication.truth is Truth.NOT_MET:
        yield _("What it was signed for is not found any more: %s.") % "; ".join(_facts(indication))


def _facts(trace: Trace) -> Iterator[str]:
    yield from dict.fromkeys(told for _fact, told in _told(trace))


def _told(trace: Trace) -> Iterator[tuple[str, str]]:
    """Name and words of each fact that decided."""
    for leaf in deciding_leaves(trace):
        for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True):
            yield term.fact.name, f"{label(term)}: {value_in_words(term, reading.value, limits(leaf.criterion))}"


def _sides(concordant: str, record: Record, plan: SignedPlan) -> str:
    """Where an active, familiar trigger point was found: the rule asks for any side, hands need to know which."""
    point, familiar = (concordant.replace("_concordant", end) for end in ("", "_familiar_headache"))
    if point == concordant or point not in DICTIONARY or familiar not in DICTIONARY:
        return ""
    where = UNBOUND.bound(Scope.HEADACHE, plan.headache)

    def read(name: str, side: str) -> object:
        return record.read(Term(DICTIONARY[name], side), where).value

    found = [side for side in SIDES if read(point, side) == "active" and read(familiar, side) is True]
    return f" ({', '.join(found)})" if found else ""
