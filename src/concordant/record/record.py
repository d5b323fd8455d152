"""What is known about one person on a day: the answers that rules get.

A value is what was entered, or what is computed from entries, or unknown. Nothing that is dated after
``as_of`` is read, so any earlier view can be had again by asking for its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any, TypeAlias

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Binding, Instances, Origin, Reading, Said
from concordant.criteria.saying import value_in_words
from concordant.criteria.silence import never_said, of_one_key
from concordant.criteria.words import who_and_when
from concordant.facts import DICTIONARY, UNKNOWN, Dictionary, Fact, Scope, Sides, Supplier, Value
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.history.injury import injury_date
from concordant.facts.values import Span
from concordant.record.care import HomeRow, SignedAssessment, SignedPlan
from concordant.record.case import Case, Facts, Finding, Headache, Injury, Outcome, Stated, Treatment, Visit
from concordant.record.contradictions.contradiction import Contradiction, Withheld
from concordant.record.contradictions.find import SPOKEN_OF, contradictions_of
from concordant.record.derive import Mode, derivation, entered_for
from concordant.record.diary import Diary
from concordant.record.moments import local_day

TIMELESS = ("birth_date", "sex")
"""True of the person on any day, also before the episode in which it was said."""


_Found: TypeAlias = tuple[str, Finding, Said]
"""The visit at which something was found, what, and who said it."""

# Under names of their own: to look up an attribute of an enumeration takes several times as long (Python 3.11).
_VISIT, _INJURY, _HEADACHE = Scope.VISIT, Scope.INJURY, Scope.HEADACHE
_PROPOSAL, _CONTRADICTED = Mode.PROPOSAL, Origin.CONTRADICTED
_OF_PERSON = (Scope.PERSON, Scope.EPISODE)
_OF_HEADACHE = (Scope.HEADACHE, Scope.INJURY)
_AT_VISITS = (Scope.VISIT, Scope.COURSE)
_SILENT = (Origin.MISSING, Origin.NO_ENTRY)


class Record:
    """One person as of a day. Implements :class:`concordant.criteria.reading.Knowledge`."""

    def __init__(
        self, case: Case, as_of: date, dictionary: Dictionary = DICTIONARY, *, withholding: bool = True
    ) -> None:
        """``withholding``: what is contradicted is read as unknown; without it every entry is believed."""
        self.withholding = withholding
        self.case = case
        self.as_of = as_of
        self.dictionary = dictionary
        self._later: Diary | None = None
        self.headaches = {one.id: one for one in case.headaches}
        self._every_injury = {one.id: one for one in case.injuries}
        self.injuries = {one.id: one for one in case.injuries if self._has_happened(one.facts)}
        self.visits = {str(number): visit for number, visit in enumerate(self._visits_so_far())}
        self._facts = {**case.facts, **_from_person(case), **_from_episode(case)}
        self._read: dict[tuple[Term, Binding], Reading] = {}
        self._visits_with: dict[tuple[Fact[Any], Binding], frozenset[str]] = {}

    def as_it_was(self, day: date) -> Record:
        """The same person on an earlier day. What is common to both diaries is not worked out again."""
        earlier = Record(self.case, day, self.dictionary)
        earlier._later = self.diary if self.withholding else None
        return earlier

    # --- what there is ----------------------------------------------------------------------------------

    def _has_happened(self, facts: Facts) -> bool:
        dates = [(stated, stated.value) for stated in facts.get("injury_date", ())]
        return all(
            not isinstance(day, date) or day <= self.as_of or self._told_in_advance(stated, day)
            for stated, day in dates
        )

    def _told_in_advance(self, stated: Stated, day: date) -> bool:
        """A slip of the pen, not an injury to come: it is kept, and its date is contradicted."""
        return stated.on is not None and stated.on < day and self._holds(stated)

    def _visits_so_far(self) -> list[Visit]:
        took_place = (one for one in self.case.visits if one.status in ("", "attended"))
        return sorted((one for one in took_place if self._known(one.date, one.recorded)), key=lambda one: one.date)

    def _known(self, day: date, recorded: datetime | None) -> bool:
        """True by today and, where the file says when it was written down, written down by today."""
        return day <= self.as_of and (recorded is None or local_day(recorded) <= self.as_of)

    @cached_property
    def seen(self) -> tuple[Visit, ...]:
        """The visits at which somebody of the clinic was there, oldest first; answers given at home are no visit."""
        return tuple(one for one in self.visits.values() if not one.is_told)

    @cached_property
    def diary(self) -> Diary:
        """The diary so far."""
        if self._later is not None:
            return self._later.until(self.as_of)
        return Diary(self.case.diary, self.as_of, tuple(self.headaches), withholding=self.withholding)

    @cached_property
    def treatments(self) -> list[Treatment]:
        """The treatments that took place, oldest first."""
        took_place = (one for one in self.case.treatments if one.took_place)
        return sorted((one for one in took_place if self._known(one.date, one.recorded)), key=lambda one: one.date)

    @cached_property
    def plans(self) -> list[SignedPlan]:
        """The plans that were signed, oldest first; the newest of a headache stands."""
        known = (one for one in self.case.plans if self._known(one.date, one.recorded))
        return sorted(known, key=lambda one: one.date)

    def plan_of(self, headache: str) -> SignedPlan | None:
        """The plan of a headache that stands."""
        return next((one for one in reversed(self.plans) if one.headache == headache), None)

    @cached_property
    def assessments(self) -> list[SignedAssessment]:
        """The assessments that were signed, oldest first."""
        known = (one for one in self.case.assessments if self._known(one.date, one.recorded))
        return sorted(known, key=lambda one: one.date)

    @cached_property
    def home(self) -> list[HomeRow]:
        """What was done at home, as the person says, oldest first."""
        known = (one for one in self.case.home if self._known(one.date, one.recorded))
        return sorted(known, key=lambda one: one.date)

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """The questionnaires so far, oldest first; those of one day in the order of the file."""
        known = (one for one in self.case.outcomes if self._known(one.date, one.recorded))
        return sorted(known, key=lambda one: one.date)

    @cached_property
    def _entered_anywhere(self) -> frozenset[str]:
        described: tuple[Headache | Injury, ...] = (*self.case.headaches, *self.case.injuries)
        return frozenset().union(self._facts, self._found, *(one.facts for one in described))

    @cached_property
    def _found(self) -> dict[str, list[_Found]]:
        found: dict[str, list[_Found]] = defaultdict(list)
        for key, visit in self.visits.items():
            by_visit = Said(visit.date, visit.by, visit.place)
            for finding in visit.findings:
                said = Said(visit.date, visit.by, finding.place) if finding.place else by_visit
                found[finding.fact].append((key, finding, said))
        of_outcomes: set[str] = set()
        for outcome in self.case.outcomes:
            if self._known(outcome.date, outcome.recorded):
                key = self._visit_on(outcome.date)
                said = Said(outcome.date, outcome.by, outcome.place)
                for name, value in outcome.told():
                    found[name].append((key, Finding(name, value, place=outcome.place), said))
                    of_outcomes.add(name)
        # Visits come oldest first already.
        for name in of_outcomes:
            found[name].sort(key=lambda entry: entry[2].on or date.min)
        return found

    @cached_property
    def _found_at(self) -> dict[str, dict[str, list[_Found]]]:
        at: dict[str, dict[str, list[_Found]]] = {}
        for name, entries in self._found.items():
            for entry in entries:
                at.setdefault(entry[0], {}).setdefault(name, []).append(entry)
        return at

    def _visit_on(self, day: date) -> str:
        return next((key for key, visit in self.visits.items() if visit.date == day), "")

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        """Whether none of these was ever entered. What contradicts a silence (a block that was not done) breaks it."""
        return names.isdisjoint(self._spoken_of)

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        return self._entered_anywhere.union(self._withheld)

    def instances(self, scope: Scope) -> Instances:
        """All headaches, injuries or visits; visits oldest first."""
        return self._instances[scope]

    @cached_property
    def _instances(self) -> dict[Scope, Instances]:
        return {
            Scope.INJURY: Instances(tuple(self.injuries), none_stated=self.case.no_injury),
            Scope.HEADACHE: Instances(tuple(self.headaches)),
            Scope.VISIT: Instances(tuple(self.visits)),
        }

    def day_of(self, visit: str) -> date:
        """The date of a visit."""
        return self.visits[visit].date

    def visits_with(self, fact: Fact[Any], where: Binding = UNBOUND) -> frozenset[str]:
        """The visits at which a fact of a visit or course was entered, or can be computed."""
        where = where if where.visit is None else where.at_no_visit()
        found = self._visits_with.get((fact, where))
        if found is None:
            found = frozenset(self._telling(fact, where))
            self._visits_with[fact, where] = found
        return found

    def _telling(self, fact: Fact[Any], where: Binding) -> Iterable[str]:
        if fact.scope not in _AT_VISITS:
            return ()
        if derivation(fact) is not None or fact.name in self._withheld:
            visits: Iterable[str] = self.visits
        else:
            visits = [visit for visit, _, _ in self._found.get(fact.name, ()) if visit]
            if not fact.per_headache and where.injury is None:
                # What is only entered, and asked of the whole visit, tells wherever it was entered.
                return visits
        terms = _every_term(fact)
        return (visit for visit in visits if self._tells(terms, where.bound(_VISIT, visit)))

    def _tells(self, terms: tuple[Term, ...], there: Binding) -> bool:
        return any(self.read(term, there).origin not in _SILENT for term in terms)

    def newest_entry(self, facts: tuple[Fact[Any], ...]) -> date | None:
        """The newest day on which any of these facts, or what they are computed from, was entered.

        A dated event (a second crash) counts from its own day, a row of the diary where it says something.
        """
        names = {name for fact in facts for name in entered_for(fact, self.dictionary)}
        days = [said.on for name in names for _, _, said in self._found.get(name, [])]
        owners = [self._facts, *(one.facts for one in self.headaches.values())]
        owners += [one.facts for one in self.injuries.values()]
        for stated in (one for owner in owners for name in names for one in owner.get(name, ())):
            if self._holds(stated):
                days.append(stated.on or self.case.episode.started)
                days.append(stated.value if isinstance(stated.value, date) else None)
        days.append(self.diary.newest_day_with(names))
        return max((day for day in days if day is not None and day <= self.as_of), default=None)

    # --- contradictions ---------------------------------------------------------------------------------

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Entries that cannot all be true."""
        return contradictions_of(self)

    def as_believed(self) -> Iterator[Record]:
        """The same person with every entry believed, whichever of two of the same day is read."""
        yield Record(self.case, self.as_of, self.dictionary, withholding=False)
        turned = replace(
            self.case,
            visits=tuple(replace(one, findings=one.findings[::-1]) for one in reversed(self.case.visits)),
            outcomes=self.case.outcomes[::-1],
        )
        yield Record(turned, self.as_of, self.dictionary, withholding=False)

    @cached_property
    def _withheld(self) -> dict[str, list[tuple[Withheld, Contradiction]]]:
        withheld: dict[str, list[tuple[Withheld, Contradiction]]] = {}
        for found in self.contradictions if self.withholding else ():
            for one in found.withheld:
                withheld.setdefault(one.term.fact.name, []).append((one, found))
        return withheld

    @cached_property
    def _doubtful(self) -> frozenset[str]:
        """The facts that a contradiction can keep from being read: of others none need be looked for."""
        return SPOKEN_OF.union(name for name, found in self._found.items() if len(found) > 1)

    def _contradicted(self, term: Term, where: Binding) -> Reading | None:
        against = self._withheld.get(term.fact.name)
        if against is None:
            return None
        found = [why for one, why in against if one.covers(term, where)]
        if not found:
            return None
        ask = tuple(dict.fromkeys(name for why in found for name in why.ask))
        return Reading(UNKNOWN, _CONTRADICTED, note="; ".join(dict.fromkeys(why.note for why in found)), missing=ask)

    def entered_names(self, where: Binding) -> frozenset[str]:
        """The names of the facts that were stated of the person and of what is bound."""
        names = frozenset(self._facts)
        for owner in (self.headaches.get(where.headache or ""), self._every_injury.get(where.injury or "")):
            names |= frozenset(owner.facts) if owner is not None else frozenset()
        return names

    def findings(self) -> Mapping[str, list[_Found]]:
        """What was found at visits, by fact, oldest first: visit, finding, and who said it."""
        return self._found

    # --- reading ----------------------------------------------------------------------------------------

    def value(self, name: str, where: Binding = UNBOUND, **choice: str) -> Value:
        """The value of a fact by name; UNKNOWN where it is not known."""
        return self.read(Term(self.dictionary[name], **choice), where).value

    def read(self, term: Term, where: Binding = UNBOUND) -> Reading:
        """The reading of a term for the headache, injury and visit that are bound.

        A fact of the person is the same for every headache and visit, one of a headache for every visit.
        """
        scope = term.fact.scope
        if scope in _OF_PERSON:
            where = UNBOUND
        elif where.visit is not None and scope in _OF_HEADACHE:
            where = where.at_no_visit()
        key = (term, where)
        reading = self._read.get(key)
        if reading is None:
            if term.fact.name in self._doubtful:
                reading = self._contradicted(term, where)
            if reading is None:
                reading = self._of_key(term, where) if term.key is not None else self._whole(term, where)
            self._read[key] = reading
        return reading

    def _of_key(self, term: Term, where: Binding) -> Reading:
        return of_one_key(term, self.read(term_of(term.fact, term.side, term.segment), where))

    def _whole(self, term: Term, where: Binding) -> Reading:
        fact = term.fact
        rule = derivation(fact)
        somewhere = fact.name in self._entered_anywhere
        if rule is None:
            return (self._entered(term, where) if somewhere else None) or self._nothing(fact)
        if where.visit is None and fact.scope in _AT_VISITS and not rule.of_one_fact:
            return self._newest(term, where)
        entered = self._entered(term, where) if somewhere else None
        if entered is not None and entered.known and rule.mode is _PROPOSAL:
            return entered
        computed = rule.compute(self, where, term)
        if rule.mode is _PROPOSAL:
            return computed if computed.known else entered or self._nothing(fact, computed)
        if computed.origin is _CONTRADICTED:
            return computed
        if entered is not None and entered.known and not (computed.known and rule.outranks(computed)):
            return entered
        return _over(term, computed, entered) if computed.known else self._nothing(fact, computed)

    def _newest(self, term: Term, where: Binding) -> Reading:
        """Of computed facts of a visit: the value of the newest visit that has one."""
        last: Reading | None = None
        injured = self._day_of_injury(where)
        for visit in reversed(self.visits):
            if injured is not None and self.day_of(visit) < injured:
                break
            reading = self.read(term, where.bound(_VISIT, visit))
            if reading.known or reading.origin is _CONTRADICTED:
                return reading
            last = last or reading
        return last or self._nothing(term.fact)

    def _nothing(self, fact: Fact[Any], computed: Reading | None = None) -> Reading:
        if computed is None or fact.absent is not None:
            return never_said(fact)
        if computed.missing:
            return computed
        return Reading(UNKNOWN, Origin.MISSING, note=computed.note, missing=(fact.name,))

    # --- entries ----------------------------------------------------------------------------------------

    def _entered(self, term: Term, where: Binding) -> Reading | None:
        fact = term.fact
        if fact.scope in _AT_VISITS:
            return self._finding(term, where)
        stated = self._stated(fact, where)
        if stated is None:
            return None
        said = Said(stated.on or self.case.episode.started, stated.by or fact.supplied_by.words, stated.place)
        return self._as_entered(fact, stated.value, said)

    def _as_entered(self, fact: Fact[Any], value: Value, said: Said) -> Reading:
        if value is UNKNOWN:
            return Reading(UNKNOWN, Origin.STATED, said, note="said to be unknown", missing=(fact.name,))
        origin = Origin.STATED_RESULT if fact.supplied_by is Supplier.COMPUTED else Origin.STATED
        return Reading(value, origin, said)

    def history(self, fact: Fact[Any], where: Binding) -> tuple[Stated, ...]:
        """Everything that was stated of a fact up to today, oldest first."""
        owner: Facts = self._facts
        if fact.scope is _HEADACHE:
            owner = self.headaches[where.headache].facts if where.headache in self.headaches else {}
        elif fact.scope is _INJURY:
            owner = self._every_injury[where.injury].facts if where.injury in self._every_injury else {}
        said = owner.get(fact.name, ())
        return said if fact.name in TIMELESS else tuple(stated for stated in said if self._holds(stated))

    def _holds(self, stated: Stated) -> bool:
        since = stated.on or self.case.episode.started
        return since is None or self._known(since, stated.recorded)

    def _stated(self, fact: Fact[Any], where: Binding) -> Stated | None:
        said = self.history(fact, where)
        return said[-1] if said else None

    def _finding(self, term: Term, where: Binding) -> Reading | None:
        fact = term.fact
        unassigned: Reading | None = None
        found = self._found if where.visit is None else self._found_at.get(where.visit, {})
        entries = found.get(fact.name)
        if entries is None:
            return None
        injured = self._day_of_injury(where)
        for visit, finding, said in reversed(entries):
            if finding.side != term.side or finding.segment != term.segment:
                continue
            if injured is not None and said.on is not None and said.on < injured:
                continue
            if fact.per_headache and not self._of_headache(finding, where):
                if finding.headache is None and unassigned is None:
                    note = "entered without saying of which headache"
                    unassigned = Reading(UNKNOWN, Origin.MISSING, said, note=note, missing=(fact.name,))
                continue
            told = self._as_entered(fact, finding.value, said)
            if where.visit is None and fact.name in self._doubtful:
                return self._contradicted(term, where.bound(_VISIT, visit)) or told
            return told
        return unassigned

    def _day_of_injury(self, where: Binding) -> date | None:
        """The day of the injury that is asked about: of it the findings of earlier days say nothing."""
        injury = self._stated(injury_date, where) if where.injury is not None else None
        return injury.value if injury is not None and isinstance(injury.value, date) else None

    def _of_headache(self, finding: Finding, where: Binding) -> bool:
        """A finding that names no headache belongs to the only one there is, else to none."""
        if finding.headache is not None:
            return where.headache is None or finding.headache == where.headache
        return len(self.headaches) <= 1


@cache
def _every_term(fact: Fact[Any]) -> tuple[Term, ...]:
    """Every side and segment of a fact."""
    sides = SIDES if fact.sides is not Sides.NONE else (None,)
    segments = SEGMENTS if fact.segmental else (None,)
    return tuple(term_of(fact, side, segment) for side in sides for segment in segments)


def _over(term: Term, computed: Reading, entered: Reading | None) -> Reading:
    """The reading that stands, with the value over which it stands (diagnosis 0.2: keep it and show the conflict)."""
    if entered is None or not entered.known or _agree(computed.value, entered.value):
        return computed
    other = f"stands over what was stated: {value_in_words(term, entered.value)}"
    if entered.said is not None and (source := who_and_when(entered.said)):
        other += f" ({source})"
    return replace(computed, note=f"{computed.note}; {other}" if computed.note else other)


def _agree(computed: Value, stated: Value) -> bool:
    if isinstance(computed, Span) and isinstance(stated, int | float):
        return computed.low <= stated <= computed.high
    return computed == stated


def _from_person(case: Case) -> Facts:
    person = case.person
    given = {"birth_date": person.born, "age_years": person.age_years, "sex": person.sex}
    return {
        name: (Stated(UNKNOWN if value == "unknown" else value, place=person.place),)
        for name, value in given.items()
        if value is not None
    }


def _from_episode(case: Case) -> Facts:
    episode, payer = case.episode, case.episode.payer
    given: dict[str, Value | None] = {"episode_start_date": episode.started, "goal": episode.goal}
    if payer is not None:
        given |= {
            "payer_kind": payer.kind,
            "claim_accident_date": payer.accident_date,
            "claim_number": payer.claim,
        }
    return {name: (Stated(value, place=episode.place),) for name, value in given.items() if value is not None}
