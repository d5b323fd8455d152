"""The request to an insurer for more visits: used so far, function with its error, the plan, the number.

Only what the insurer needs (operations 1.7): the headache that is claimed for, function, the plan. No other headache,
no mood, no medicine, no note, no warning sign; while one is open nothing is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.facts.coverage import claim
from concordant.facts.values import UNKNOWN, Value
from concordant.letters.changed import UNJUDGED, VERDICTS, not_judged, table_of
from concordant.letters.first import is_red
from concordant.letters.found import signed_conclusions
from concordant.letters.function import of_function, work
from concordant.letters.kind import Kind
from concordant.letters.letter import Paragraph, Part, Points, Section, Table
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.plan_changes import plan_changes
from concordant.letters.plans import goal_in_words, phase_in_words, plans
from concordant.letters.request import MoreVisits, Request
from concordant.letters.treated import adherence
from concordant.letters.uncertain import NO_PROOF
from concordant.letters.words import listed
from concordant.payers import CLAIMED
from concordant.plan.interventions.catalogue import BY_ID
from concordant.plan.interventions.intervention import Intervention
from concordant.plan.phases import AIM, Phase
from concordant.progress_report import sentence
from concordant.record.care import SignedPlan
from concordant.record.dose_line import dose_line

CLAIMED_FOR = ("5.", "11.2")
"""Headache after an injury, and of the neck. A migraine or an overuse of medicines is not the insurer's."""

NO_PAYER = "Who pays is not on record."
PAYS_ALONE = "The person pays alone, so there is no insurer to ask."
NO_CLAIM = "The claim has no number on record."
NO_ACCIDENT = "The claim has no accident date on record."
NO_NUMBER = "How many more visits are asked for, and of whom, is missing."
NO_WEEKS = "Within how many weeks the visits are asked for is missing."
NO_REASON = "The reason for the number of visits is missing."
NOT_A_COUNT = "{discipline}: {count} is no number of visits; allowed: 1 or more."
NO_SUCH = "{discipline} is no discipline of a claim; there are: {known}."
NO_WEEK_COUNT = "{weeks} is no number of weeks; allowed: 1 or more."
NO_FUNCTION = "No measure of function was taken at first and again, so nothing shows what changed."
NO_PLAN = "No plan of care is signed."
HELD = "A warning sign is open, so care of the neck is held and no further visits are asked for."

ASKED, FUNCTION, AS_PLANNED, UNTIL = "What we ask for", "Function at first and now", "The plan", "Until care ends"
HEADER = ("Care", "Visits here so far", "Elsewhere", "Asked for now", "Within")
WEEKS, WEEK = "{weeks} weeks", "1 week"
NOT_ASKED_FOR, NOT_KNOWN = "none", "not known"
REASON = "Reason: {reason}"
WINDOW = "Visits without approval end on {day}."
CONDITION = "Condition: {told}"
NO_CONCLUSION = "Condition: headache; no diagnosis of it is signed for this claim."
PHASE = "Phase of care: {phase}. Its aim: {aim}."
ACTIVE = "Active treatment, taught here and done at home:"
OTHER = "Beside it: {names}."
GOALS = "Goals that are left:"
LACKS = "Care ends when these are reached as well: {lacking}."
MAY_END = "What we ask for before care ends is reached; the visits are to keep it."
MEDICINE_LETTER = "D"
"""The criterion of discharge that is about medicines is not told."""


def _lacks(assessment: Assessment, request: Request) -> Iterator[str]:
    payer = _read(assessment, Term(claim.payer_kind))
    if payer is UNKNOWN:
        yield NO_PAYER
    elif payer == "private":
        yield PAYS_ALONE
    else:
        if _read(assessment, Term(claim.claim_number)) is UNKNOWN:
            yield NO_CLAIM
        if payer in ("icbc", "worksafebc") and _read(assessment, Term(claim.claim_accident_date)) is UNKNOWN:
            yield NO_ACCIDENT
    yield from _of_more(request.more or MoreVisits())
    if not any(one.verdict in VERDICTS for one in of_function(assessment)):
        yield NO_FUNCTION
    if not plans(assessment):
        yield NO_PLAN
    if any(map(is_red, assessment.safety.open)):
        yield HELD


def _of_more(more: MoreVisits) -> Iterator[str]:
    if not more.visits:
        yield NO_NUMBER
    for discipline, count in more.visits.items():
        if discipline not in claim.DISCIPLINES:
            yield NO_SUCH.format(discipline=discipline, known=", ".join(claim.DISCIPLINES))
        if count < 1:
            yield NOT_A_COUNT.format(discipline=discipline, count=count)
    if more.weeks is None:
        yield NO_WEEKS
    elif more.weeks < 1:
        yield NO_WEEK_COUNT.format(weeks=more.weeks)
    if not more.reason.strip():
        yield NO_REASON


def _identifies(assessment: Assessment, _request: Request) -> Iterator[tuple[str, str]]:
    told = (("Claim", claim.claim_number), ("Accident", claim.claim_accident_date))
    for name, fact in told:
        value = _read(assessment, Term(fact))
        if value is not UNKNOWN:
            yield name, fact.kind.in_english(value)


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    assert request.more is not None, "else it was refused"
    yield _asked(assessment, request.more)
    yield from own_words(request)
    yield _function(assessment)
    for plan in plans(assessment):
        yield _planned(assessment, plan)
    yield _until(assessment)


def _asked(assessment: Assessment, more: MoreVisits) -> Section:
    weeks = WEEK if more.weeks == 1 else WEEKS.format(weeks=more.weeks)
    elsewhere = _read(assessment, Term(claim.visits_elsewhere_count))
    used = [CLAIMED.get(one.discipline) for one in assessment.record.treatments]
    rows = []
    for discipline, words in claim.DISCIPLINES.items():
        count = more.visits.get(discipline)
        if discipline not in used and count is None:
            continue
        told = elsewhere.get(discipline, UNKNOWN) if isinstance(elsewhere, Mapping) else UNKNOWN
        rows.append(
            (
                words,
                str(used.count(discipline)),
                NOT_KNOWN if told is UNKNOWN else str(told),
                NOT_ASKED_FOR if count is None else str(count),
                "" if count is None else weeks,
            )
        )
    parts: list[Part] = [Table(HEADER, tuple(rows)), Paragraph(REASON.format(reason=more.reason.strip()))]
    window = _read(assessment, Term(claim.preauthorised_window_end_date))
    if window is not UNKNOWN:
        parts.append(Paragraph(WINDOW.format(day=claim.preauthorised_window_end_date.kind.in_english(window))))
    return Section(ASKED, tuple(parts))


def _function(assessment: Assessment) -> Section:
    judged = [one for one in of_function(assessment) if one.verdict in VERDICTS]
    days = tuple(Paragraph(sentence(one), fixed=True) for one in judged if one.days is not None)
    return Section(
        FUNCTION,
        (
            *days,
            table_of(judged, assessment.record),
            *_unjudged(assessment),
            *map(Paragraph, (work(assessment), NO_PROOF)),
        ),
    )


def _unjudged(assessment: Assessment) -> Iterator[Part]:
    told = not_judged(of_function(assessment))
    if told:
        yield Paragraph(UNJUDGED.format(names=listed(told)))


def _planned(assessment: Assessment, plan: SignedPlan) -> Section:
    concluded = list(signed_conclusions(assessment, plan.headache, CLAIMED_FOR))
    parts: list[Part] = [Paragraph(CONDITION.format(told=one)) for one in concluded]
    if not concluded:
        parts.append(Paragraph(NO_CONCLUSION))
    phase = Phase(plan.phase)
    parts.append(Paragraph(PHASE.format(phase=phase_in_words(phase), aim=AIM[phase])))
    parts += [Paragraph(one) for one in plan_changes(assessment.record, plan, _is_told)]
    active = [one for one in plan.items if BY_ID[one.intervention].active]
    if active:
        told = (": ".join(filter(None, (BY_ID[one.intervention].name, dose_line(one.dose)))) for one in active)
        parts += [Paragraph(ACTIVE), Points(tuple(told), fixed=True)]
    beside = [BY_ID[one.intervention].name for one in plan.items if BY_ID[one.intervention].hands_on]
    if beside:
        parts.append(Paragraph(OTHER.format(names=listed(beside, len(beside)))))
    goals = tuple(goal_in_words(assessment, one) for one in plan.goals)
    if goals:
        parts += [Paragraph(GOALS), Points(goals)]
    return Section(AS_PLANNED, tuple(parts))


def _is_told(one: Intervention) -> bool:
    """Exercise and hands-on work. That somebody is sent to a counsellor or overuses a medicine is not."""
    return one.active or one.hands_on


def _until(assessment: Assessment) -> Section:
    lacking = [
        one.says for one in assessment.progress.lacking if one.letter != MEDICINE_LETTER and one.truth is not Truth.MET
    ]
    ends = LACKS.format(lacking="; ".join(lacking)) if lacking else MAY_END
    return Section(UNTIL, (Paragraph(ends), Paragraph(adherence(assessment))))


def _read(assessment: Assessment, term: Term) -> Value:
    return assessment.record.read(term, UNBOUND).value


EXTENSION = Kind(
    id="extension",
    name="Treatment plan to an insurer",
    title="Treatment plan: request for further visits",
    to=To.INSURER,
    consent=Consent.PAYER,
    basis=Basis.ASSESSMENT,
    needs=(
        "An insurer, with the number of the claim and the day of the accident.",
        "How many more visits of whom, within how many weeks, and why.",
        "A measure of function, taken at first and again.",
        "A signed plan, and no warning sign that holds care.",
    ),
    says=_says,
    lacks=_lacks,
    identifies=_identifies,
)
