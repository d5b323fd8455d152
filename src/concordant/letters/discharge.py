"""The letter at the end of care: the result, what was done, what goes on at home, and when to come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.facts.outcomes.change import relapse_threshold_days_per_28d
from concordant.facts.plan.episode import discharge_date, relapse_plan_written
from concordant.facts.values import Value
from concordant.letters.changed import changed
from concordant.letters.first import first, status
from concordant.letters.found import found
from concordant.letters.kind import Kind
from concordant.letters.letter import Paragraph, Part, Points, Section
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.plans import plans
from concordant.letters.progress import last_visit, retest_lacking
from concordant.letters.request import Request
from concordant.letters.treated import adherence, sessions, treated
from concordant.letters.uncertain import uncertain
from concordant.letters.words import on
from concordant.plan.interventions.catalogue import BY_ID
from concordant.record.dose_line import dose_line

NO_DISCHARGE = "The day of discharge is not on record."
ENDED = "Our care for headache ended on {day}."
LACKS = "Of our own criteria for ending care these are not met, or not known: {lacking}."
NOT_MET, OPEN = "{says} (not met)", "{says} (not known)"
DONE = "What was done"
RESULT = "What came of it"
AFTERWARDS = "Afterwards"
GOES_ON = "At home the patient goes on with:"
NOTHING_SIGNED = "No home programme for the time after is on record."
RELAPSE_PLAN = "A written plan for flares and relapse was handed over."
NO_RELAPSE_PLAN = "That a written plan for relapse was handed over is not on record."
RETURNS = "We ask the patient to come back when there are about {days} headache days in 28 or more, or when worried."
RETURN_UNKNOWN = "From how many headache days on it would be a relapse could not be worked out."
AT_ONCE = "A new kind of headache, or one with new neurological signs, is no relapse: it needs a physician at once."


def _read(assessment: Assessment, term: Term) -> Value:
    return assessment.record.read(term, UNBOUND).value


def _discharged(assessment: Assessment) -> date | None:
    day = _read(assessment, Term(discharge_date))
    return day if isinstance(day, date) and day <= assessment.as_of else None


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    if _discharged(assessment) is None:
        yield NO_DISCHARGE
    yield from retest_lacking(assessment)


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    day = _discharged(assessment)
    assert day is not None, "else it was refused"
    yield first(assessment, ENDED.format(day=on(day)), status(assessment), *_against(assessment))
    yield from own_words(request)
    yield changed(assessment, RESULT)
    yield _done(assessment)
    yield _afterwards(assessment)
    yield found(assessment)
    yield uncertain(assessment)


def _against(assessment: Assessment) -> Iterator[str]:
    """Care may end otherwise than the rules propose, and the letter says so."""
    lacking = [
        (NOT_MET if one.truth is Truth.NOT_MET else OPEN).format(says=one.says) for one in assessment.progress.lacking
    ]
    if lacking:
        yield LACKS.format(lacking="; ".join(lacking))


def _done(assessment: Assessment) -> Section:
    parts: list[Part] = [Paragraph(one) for one in (sessions(assessment),) if one]
    table = treated(assessment)
    if table is not None:
        parts.append(table)
    return Section(DONE, (*parts, Paragraph(adherence(assessment))))


def _afterwards(assessment: Assessment) -> Section:
    at_home = [
        ": ".join(filter(None, (BY_ID[item.intervention].name, dose_line(item.dose))))
        for plan in plans(assessment)
        for item in plan.items
        if BY_ID[item.intervention].active
    ]
    parts: list[Part] = [Paragraph(GOES_ON), Points(tuple(dict.fromkeys(at_home)), fixed=True)] if at_home else []
    if not at_home:
        parts.append(Paragraph(NOTHING_SIGNED))
    written = _read(assessment, Term(relapse_plan_written)) is True
    parts.append(Paragraph(RELAPSE_PLAN if written else NO_RELAPSE_PLAN))
    limit = _read(assessment, Term(relapse_threshold_days_per_28d))
    returns = RETURNS.format(days=ceil(limit)) if isinstance(limit, int | float) else RETURN_UNKNOWN
    parts.append(Paragraph(returns))
    parts.append(Paragraph(AT_ONCE))
    return Section(AFTERWARDS, tuple(parts))


DISCHARGE = Kind(
    id="discharge",
    name="Discharge letter",
    title="End of care for headache",
    to=To.FAMILY_DOCTOR,
    consent=Consent.PHYSICIAN,
    basis=Basis.ASSESSMENT,
    needs=("The day of discharge.", "A retest after the first visit, or an open warning sign."),
    says=_says,
    lacks=_lacks,
    identifies=last_visit,
)
