"""The letter that asks a physician to treat migraine or another primary headache beside our care of the neck."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.diagnosis import Family
from concordant.facts.diary.counts import migraine_criteria_days_per_30d
from concordant.facts.plan.episode import primary_headache_treated
from concordant.letters.days import days_of_headaches, lowest, value_of
from concordant.letters.first import first
from concordant.letters.found import found, headache_within
from concordant.letters.kind import Kind
from concordant.letters.letter import Points, Section
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.plans import planned, plans
from concordant.letters.progress import last_visit
from concordant.letters.request import Request
from concordant.letters.uncertain import uncertain
from concordant.letters.words import listed
from concordant.plan.interventions.catalogue import BY_ID
from concordant.plan.interventions.referral import MIGRAINE_DAYS

NO_PRIMARY = "No primary headache is definite by what is recorded, so there is none to treat together."
MEETS = "What we recorded meets the criteria of {names}."
NAMED = "{name} (ICHD-3 {code}, {headache})"
BESIDE = "We care for the neck beside it."
APART = "The headaches are told apart below, with the days of each."
TREAT = "Please decide on the medical treatment of this headache: acute medicine, and whether to prevent it."
PREVENT = (
    "There were {days} migraine days in the last 30. From {limit} on, prevention is usually discussed; please consider "
    "it."
)
NOT_OURS = (
    "We neither prescribe nor change medicines. Please tell us what you start, so that we read the diary rightly."
)
TREATED = "Our chart says that treatment of it has begun; please tell us if that is not so."
TOGETHER = "How we work beside you"


def primary_headaches(assessment: Assessment) -> tuple[DiagnosisReading, ...]:
    """Definite ones, of every headache."""
    return tuple(
        one
        for one in assessment.diagnoses
        if one.status is Status.DEFINITE and one.diagnosis.family in (Family.PRIMARY, Family.PROBABLE)
    )


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    if not primary_headaches(assessment):
        yield NO_PRIMARY


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    names = [
        NAMED.format(
            name=one.diagnosis.name, code=one.diagnosis.code, headache=headache_within(assessment, one.headache)
        )
        for one in primary_headaches(assessment)
    ]
    subject = (*(one.diagnosis.code for one in primary_headaches(assessment)), "migraine")
    told = (MEETS.format(names=listed(names)), *_neck(assessment))
    yield first(assessment, *told, asks=(TREAT, *_prevention(assessment)), subject=subject)
    yield from own_words(request)
    yield found(assessment, days_of_headaches(assessment))
    yield Section(TOGETHER, (Points(tuple(_beside(assessment))),))
    yield planned(assessment)
    yield uncertain(assessment, changes=False)


def _neck(assessment: Assessment) -> Iterator[str]:
    """What we do ourselves is said only where a signed plan has it."""
    items = (BY_ID[one.intervention] for plan in plans(assessment) for one in plan.items)
    if any(one.active or one.hands_on for one in items):
        yield BESIDE
    if len(assessment.headaches) > 1:
        yield APART


def _prevention(assessment: Assessment) -> Iterator[str]:
    value = value_of(assessment, migraine_criteria_days_per_30d)
    # Days of which the diary does not say enough are not counted.
    if lowest(value) >= MIGRAINE_DAYS:
        days = migraine_criteria_days_per_30d.kind.in_english(value)
        yield PREVENT.format(days=days, limit=f"{float(MIGRAINE_DAYS):g}")


def _beside(assessment: Assessment) -> Iterator[str]:
    yield NOT_OURS
    if value_of(assessment, primary_headache_treated) is True:
        yield TREATED


CO_MANAGEMENT = Kind(
    id="co_management",
    name="Co-management of migraine or another primary headache",
    title="Migraine or another primary headache: request for treatment",
    to=To.FAMILY_DOCTOR,
    consent=Consent.PHYSICIAN,
    basis=Basis.ASSESSMENT,
    needs=("A primary headache that is definite.",),
    says=_says,
    lacks=_lacks,
    identifies=last_visit,
)
