"""Who pays for whom, how much of it is left, and what is still to be asked: all that a front desk reads of charts.

A front desk opens no charts. What is read here is the claim, the visits that count against it, and which forms are due;
nothing that was found or concluded. What was read is kept until the chart grows, the claim or the clinic's terms are
said anew, or the day ends.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.core.cache import caches

from clinic.accounts.models import Clinic
from clinic.calendar.disciplines import Discipline
from clinic.chart.models import Person
from clinic.chart.told import INTAKE
from clinic.claims.disciplines import BOOKED
from clinic.claims.expected import Expected, expected
from clinic.claims.models import Claim
from clinic.claims.payable import INSURERS
from clinic.claims.said import record_of, record_under
from clinic.claims.terms import Terms, newest_terms, terms_of
from clinic.claims.warned import of_visit
from clinic.claims.work import Work, seals_of, work_of
from clinic.forms.days import today
from concordant import __version__
from concordant.coverage import Coverage, coverage_of
from concordant.facts import DICTIONARY
from concordant.facts.coverage.claim import claim_number, payer_kind
from concordant.facts.plan.consent import consent_given
from concordant.facts.values import UNKNOWN
from concordant.payers import LEAST_MASSAGE
from concordant.progress.next_retest import next_retest
from concordant.record.problems import CaseFileError
from concordant.record.record import Record

TREATS: Mapping[str, str] = MappingProxyType({Discipline.PHYSIO.value: "physiotherapist", Discipline.RMT.value: "rmt"})
"""The word of a booking -> the word of a treatment."""


@dataclass(frozen=True)
class Budget:
    """Of one discipline."""

    discipline: str
    light: str
    """``green``, ``amber`` or ``red``."""
    limit: int | None
    used_here: int
    used_elsewhere: int | None
    left: int | None
    until: date | None

    @property
    def used(self) -> int:
        return self.used_here + (self.used_elsewhere or 0)


@dataclass(frozen=True)
class Paying:
    """Of one person. Plain values: they outlive the record in a cache."""

    payer: str = ""
    """In words; empty where nobody has said."""
    budgets: tuple[Budget, ...] = ()
    lights: tuple[tuple[str, str], ...] = ()
    shares: tuple[tuple[str, int | None, Expected], ...] = ()
    """What a visit on the day would cost the person, by discipline and length in minutes; None: any other length."""
    warned: tuple[tuple[str, bool, tuple[str, ...]], ...] = ()
    """What to look at before a visit on the day is booked, by discipline and whether it is a short one."""
    missing: tuple[str, ...] = ()
    """What to ask, in words."""
    lacks: tuple[str, ...] = ()
    """What the insurer will ask for: ``claim_number``, ``identity``, ``health_number``."""
    due: tuple[tuple[str, date | None], ...] = ()
    problems: tuple[str, ...] = ()
    has_intake: bool = False
    has_consent: bool = False
    forms_due: int = 0
    """Questionnaires of a retest that are not filled in."""
    is_new: bool = True
    """Nobody has treated them here."""
    unreadable: bool = False

    def budget(self, discipline: str) -> Budget | None:
        return next((one for one in self.budgets if one.discipline == discipline), None)

    def light(self, discipline: str) -> str:
        return dict(self.lights).get(discipline, "")

    def share(self, discipline: str, minutes: int) -> Expected | None:
        by_length = {length: one for word, length, one in self.shares if word == discipline}
        return by_length.get(minutes, by_length.get(None))

    def warnings(self, discipline: str, minutes: int) -> tuple[str, ...]:
        is_short = minutes < LEAST_MASSAGE
        return next((says for word, short, says in self.warned if (word, short) == (discipline, is_short)), ())


def paying_for(clinic: Clinic, people: Iterable[Person], on: date | None = None) -> dict[int, Paying]:
    """By the ids of people of this clinic. Two statements, and some more where something is new. The event that says
    whose charts were drawn upon is for the caller to write."""
    day = on or today()
    by_id = {one.pk: one for one in people}
    terms = newest_terms(clinic.pk)
    seals = seals_of(Person.objects.filter(pk__in=by_id))
    cache = caches["verdicts"]
    keys = {pk: _key(clinic, pk, (*seal, *terms), day) for pk, seal in seals.items() if any(seal)}
    kept = cache.get_many(keys.values())
    found = {pk: kept[key] for pk, key in keys.items() if key in kept}
    if anew := [by_id[pk] for pk in keys if pk not in found]:
        for one in anew:
            one.clinic = clinic
        stand = terms_of(clinic.pk)
        fresh = {pk: _read(work, stand, day) for pk, work in work_of(anew).items()}
        cache.set_many({keys[pk]: one for pk, one in fresh.items()})
        found |= fresh
    return {pk: found.get(pk, Paying()) for pk in by_id}


def _key(clinic: Clinic, person: int, said: Iterable[object], day: date) -> str:
    newest = ".".join(map(str, said))
    return f"paying:{__version__}:{clinic.pk}:{person}:{newest}:{today().isoformat()}:{day.isoformat()}"


def _read(work: Work, terms: Terms, day: date) -> Paying:
    """One chart that cannot be read must not close the page for all others."""
    try:
        record = record_of(work, today())
        of_day = record if work.under(day) == work.under(today()) else record_of(work, today(), day)
    except CaseFileError:
        return Paying(unreadable=True)
    cover = coverage_of(record, today(), terms.for_library())
    then = cover if of_day is record else coverage_of(of_day, today(), terms.for_library())
    # The claim of today has its own visits alone; the person has come as often as they have.
    whole = record_under(work, None, today())
    return Paying(
        payer=payer_kind.kind.say(cover.payer) if cover.payer else "",
        budgets=tuple(_budgets(cover)),
        lights=tuple((word, cover.light(TREATS[word]).value) for word in TREATS),
        shares=tuple(_shares(work, then, terms, day)),
        warned=tuple(_warned(then, day)),
        missing=tuple(_label(name) for name in cover.missing),
        lacks=tuple(_lacks(work.claim_on(today()), cover, record)),
        due=tuple((one.what, one.by) for one in cover.due),
        problems=cover.problems,
        has_intake=any(entry.kind == INTAKE for entry in work.chart.entries),
        has_consent=whole.value(consent_given.name) is not UNKNOWN,
        forms_due=_forms_due(whole),
        is_new=not any(one.took_place for one in whole.treatments),
    )


def _budgets(cover: Coverage) -> Iterable[Budget]:
    for word, treats in TREATS.items():
        one = cover.disciplines.get(treats)
        if one is not None and one.limit is not None:
            light = cover.light(treats).value
            yield Budget(word, light, one.limit, one.used_here, one.used_elsewhere, one.left, one.until)


def _shares(work: Work, cover: Coverage, terms: Terms, day: date) -> Iterable[tuple[str, int | None, Expected]]:
    """For every length that has a price of its own, and for any other."""
    for word, discipline in BOOKED.items():
        for minutes in {None, *(one.minutes for one in terms.prices if one.discipline == discipline)}:
            yield word, minutes, expected(work, cover, terms, discipline, day, minutes)


def _warned(cover: Coverage, day: date) -> Iterable[tuple[str, bool, tuple[str, ...]]]:
    for word, treats in TREATS.items():
        for is_short in (False, True):
            minutes = LEAST_MASSAGE - 1 if is_short else LEAST_MASSAGE
            yield word, is_short, of_visit(cover.payer, cover.proposed(treats, day, minutes=minutes))


def _lacks(claim: Claim | None, cover: Coverage, record: Record) -> Iterable[str]:
    """What an insurer knows people by, and the desk has not written down. Whether it is there, never what it is."""
    if cover.payer not in INSURERS:
        return
    if record.value(claim_number.name) is UNKNOWN:
        yield "claim_number"
    if claim is None or not (claim.legal_given_name and claim.legal_family_name and claim.born_on):
        yield "identity"
    if claim is None or not claim.health_number:
        yield "health_number"


def _label(name: str) -> str:
    fact = DICTIONARY.get(name.partition("[")[0])
    return fact.label if fact is not None else name.replace("_", " ")


def _forms_due(record: Record) -> int:
    retest = next_retest(record)
    if retest is None or retest.asked is None or retest.late_since is None:
        return 0
    since = retest.asked.since
    answered = {one.fact for one in record.outcomes if one.date >= since}
    return sum(fact.name not in answered for fact in retest.asked.facts)
