"""Who pays for whom, how much of it is left, and what is still to be asked: all that a front desk reads of charts.

A front desk opens no charts. What is read here is the claim, the visits that count against it, and which forms are due;
nothing that was found or concluded. What was read is kept until the chart grows or the day ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from django.core.cache import caches
from django.db.models import OuterRef, Subquery

from clinic.accounts.models import Clinic
from clinic.calendar.disciplines import Discipline
from clinic.chart.actions import Chart
from clinic.chart.models import Entry, Person
from clinic.chart.told import INTAKE
from clinic.forms.days import today
from clinic.person.case import case_of
from concordant import __version__
from concordant.coverage import Coverage, coverage_of
from concordant.facts import DICTIONARY
from concordant.facts.coverage.claim import payer_kind
from concordant.facts.plan.consent import consent_given
from concordant.facts.values import UNKNOWN
from concordant.progress.next_retest import next_retest
from concordant.record.problems import CaseFileError
from concordant.record.record import Record

TREATS: Mapping[str, str] = MappingProxyType({Discipline.PHYSIO.value: "physiotherapist", Discipline.RMT.value: "rmt"})
"""The word of a booking -> the word of a treatment."""


@dataclass(frozen=True)
class Share:
    """What a visit on the day would cost the person."""

    is_covered: bool | None
    """None: not known."""
    patient_share: Decimal | None
    to_collect: Decimal | None


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
    shares: tuple[tuple[str, Share], ...] = ()
    missing: tuple[str, ...] = ()
    """What to ask, in words."""
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

    def share(self, discipline: str) -> Share | None:
        return dict(self.shares).get(discipline)


def newest_seal(person: str = "pk") -> Subquery:
    """To annotate people with, or whatever names one: the chart is the same as long as this is."""
    return Subquery(Entry.objects.filter(person=OuterRef(person)).order_by("-id").values("sha256")[:1])


def paying_for(clinic: Clinic, people: Mapping[Person, str | None], on: date | None = None) -> dict[int, Paying]:
    """By the ids of people, who come with the seal of their newest entry. One statement where something is new, else
    none. The event that says whose charts were drawn upon is for the caller to write."""
    day = on or today()
    cache = caches["verdicts"]
    keys = {one.pk: _key(clinic, one, newest, day) for one, newest in people.items() if newest is not None}
    kept = cache.get_many(keys.values())
    found = {pk: kept[key] for pk, key in keys.items() if key in kept}
    anew = [one for one in people if one.pk in keys and one.pk not in found]
    if anew:
        entries: dict[int, list[Entry]] = defaultdict(list)
        for entry in Entry.objects.filter(person__in=anew).order_by("id"):
            entries[entry.person_id].append(entry)
        fresh = {one.pk: _read(one, clinic, entries[one.pk], day) for one in anew}
        cache.set_many({keys[pk]: one for pk, one in fresh.items()})
        found |= fresh
    return {one.pk: found.get(one.pk, Paying()) for one in people}


def _key(clinic: Clinic, person: Person, newest: str, day: date) -> str:
    return f"paying:{__version__}:{clinic.pk}:{person.pk}:{newest}:{today().isoformat()}:{day.isoformat()}"


def _read(person: Person, clinic: Clinic, entries: Sequence[Entry], day: date) -> Paying:
    """One chart that cannot be read must not close the page for all others."""
    person.clinic = clinic
    chart = Chart(person, tuple(entries))
    try:
        record = Record(case_of(chart), today())
    except CaseFileError:
        return Paying(unreadable=True)
    cover = coverage_of(record, today())
    return Paying(
        payer=payer_kind.kind.say(cover.payer) if cover.payer else "",
        budgets=tuple(_budgets(cover)),
        lights=tuple((word, cover.light(TREATS[word]).value) for word in TREATS),
        shares=tuple((word, _share(cover, TREATS[word], day)) for word in TREATS),
        missing=tuple(_label(name) for name in cover.missing),
        due=tuple((one.what, one.by) for one in cover.due),
        problems=cover.problems,
        has_intake=any(entry.kind == INTAKE for entry in entries),
        has_consent=record.value(consent_given.name) is not UNKNOWN,
        forms_due=_forms_due(record),
        is_new=not any(one.took_place for one in record.treatments),
    )


def _budgets(cover: Coverage) -> Iterable[Budget]:
    for word, treats in TREATS.items():
        one = cover.disciplines.get(treats)
        if one is not None and one.limit is not None:
            light = cover.light(treats).value
            yield Budget(word, light, one.limit, one.used_here, one.used_elsewhere, one.left, one.until)


def _share(cover: Coverage, treats: str, day: date) -> Share:
    found = cover.proposed(treats, day)
    return Share(found.payable, found.patient_share, found.to_collect)


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
