"""The letter that asks for a review of acute medicines taken on too many days (treatment 1.5)."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.diagnosis import DiagnosisReading, Status
from concordant.facts.diary.counts import any_acute_med_days_per_30d
from concordant.facts.values import UNKNOWN
from concordant.letters.days import days_of_headaches, highest, medicines_by_class, value_of
from concordant.letters.first import first
from concordant.letters.found import found, in_words
from concordant.letters.kind import Kind
from concordant.letters.letter import Paragraph, Points, Section
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.plans import plans
from concordant.letters.progress import last_visit
from concordant.letters.request import Request
from concordant.letters.uncertain import uncertain
from concordant.letters.words import later, on
from concordant.plan.interventions.referral import moh_referral
from concordant.safety.snnoop10 import FEWEST_LIMIT_DAYS

OVERUSE = "8.2"
UNKNOWN_DAYS = "On how many days acute medicines were taken is not on record."
FEW_DAYS = "Acute medicines: at most {days:g} days in 30, fewer than the {limit} from which on we write this letter."
TAKEN = "Acute headache medicines were taken on {days} of the last 30 days."
MEETS = "That meets the criteria of {name} (ICHD-3 {code})."
NOT_SETTLED = (
    "Whether that is medication-overuse headache (ICHD-3 8.2) is not settled by what we recorded; what is open stands "
    "below."
)
DOES_NOT_MEET = "What we recorded does not meet all criteria of medication-overuse headache (ICHD-3 8.2)."
REVIEW = "Please review the acute medicines of this patient: whether any is to be stopped or tapered, and how."
PREVENT = "Please consider whether preventive treatment is wanted meanwhile."
REPLY = "Please tell us what you decide, so that our advice agrees with yours."
MEANWHILE = "What we do meanwhile"
ADVISED = "We have spoken with the patient about what many days of medicine can do to a headache ({day})."
NEVER_STOPPED = (
    "We do not advise anybody to stop or taper opioids, benzodiazepines or barbiturates: that needs a prescriber."
)
SLOWLY = "While the medicines are taken on so many days, care of the neck is kept to one visit a week."
NECK = (
    "Whether care of the neck helps is judged anew from 28 days of diary once there are fewer such days, as neck "
    "pain is common in medication overuse."
)
DIARY = "We ask the patient to go on with the diary and look at it again about {day}."
EVIDENCE = "{effect} ({source})"
DAYS_TO_REVIEW = moh_referral.dose.review_days


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    days = value_of(assessment, any_acute_med_days_per_30d)
    if days is UNKNOWN:
        yield UNKNOWN_DAYS
    elif highest(days) < FEWEST_LIMIT_DAYS:
        yield FEW_DAYS.format(days=highest(days), limit=int(FEWEST_LIMIT_DAYS))


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    said = _standing(assessment)
    taken = value_of(assessment, any_acute_med_days_per_30d)
    days = TAKEN.format(days=any_acute_med_days_per_30d.kind.in_english(taken))
    yield first(assessment, f"{days} {said}", asks=(REVIEW, PREVENT, REPLY), subject=(OVERUSE, "medicine"))
    yield from own_words(request)
    beside = Points(tuple(dict.fromkeys(in_words(one) for one in _of_overuse(assessment, Status.UNDETERMINED))))
    tables = (medicines_by_class(assessment), days_of_headaches(assessment))
    yield found(assessment, *((beside,) if beside.items else ()), *tables)
    yield Section(MEANWHILE, (Points(tuple(_meanwhile(assessment))), Paragraph(_evidence(), fixed=True)))
    yield uncertain(assessment, changes=False)


def _standing(assessment: Assessment) -> str:
    """Of the headache for which most is met."""
    for one in _of_overuse(assessment, Status.DEFINITE):
        return MEETS.format(name=one.diagnosis.name, code=one.diagnosis.code)
    return NOT_SETTLED if any(_of_overuse(assessment, Status.UNDETERMINED)) else DOES_NOT_MEET


def _of_overuse(assessment: Assessment, status: Status) -> Iterator[DiagnosisReading]:
    return (one for one in assessment.diagnoses if one.diagnosis.code == OVERUSE and one.status is status)


def _meanwhile(assessment: Assessment) -> Iterator[str]:
    advised = [one.date for one in assessment.record.treatments if moh_referral.id in one.interventions]
    if advised:
        yield ADVISED.format(day=on(advised[-1]))
    yield NEVER_STOPPED
    visits = [one.visits_per_week.get("physiotherapist") for one in plans(assessment)]
    if visits and all(count is not None and count <= 1 for count in visits):
        yield SLOWLY
    yield NECK
    assert DAYS_TO_REVIEW is not None, "the reference gives it"
    yield DIARY.format(day=on(later(assessment.as_of, int(DAYS_TO_REVIEW.low))))


def _evidence() -> str:
    behind = moh_referral.evidence
    return EVIDENCE.format(effect=behind.effect, source=f"doi:{behind.sources[0]}; {behind.certainty}")


MEDICATION_OVERUSE = Kind(
    id="medication_overuse",
    name="Referral for medication overuse",
    title="Acute headache medicines on many days: request for review",
    to=To.FAMILY_DOCTOR,
    consent=Consent.PHYSICIAN,
    basis=Basis.ASSESSMENT,
    needs=(f"Acute medicines on {int(FEWEST_LIMIT_DAYS)} days in 30 or more.",),
    says=_says,
    lacks=_lacks,
    identifies=last_visit,
)
