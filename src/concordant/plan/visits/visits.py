"""How often to come from today on: the rate of the phase, then week by week as far as may be laid out (treatment 6.1).

What is indicated comes first, then what the payer leaves. The budget cuts visits, never safety or education.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.criteria import Knowledge, Truth, evaluate, one_of, yes
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Binding
from concordant.facts import UNKNOWN, Fact, Scope
from concordant.facts.examination.flexion_rotation import frt_rotation_deg
from concordant.facts.examination.general import irritability
from concordant.facts.examination.motor_control import ccft_activation_mmhg
from concordant.facts.examination.palpation import palpation_familiar_headache
from concordant.facts.kinds import Quantity
from concordant.facts.plan.consent import rmt_unavailable
from concordant.facts.plan.episode import hands_on_sessions_done, physiotherapy_visits_done
from concordant.facts.values import Span
from concordant.plan.interventions.intervention import Discipline
from concordant.plan.phases import Phase
from concordant.plan.plan import Plan
from concordant.plan.profile import Profile
from concordant.plan.visits.allowance import Allowance, Given, allowance
from concordant.plan.visits.pairing import RMT_BEFORE_PHYSIO, Pairing
from concordant.plan.visits.retest import Retest
from concordant.plan.visits.tables import COURSE, COURSE_WEEKS, HANDS, RATES, RESERVE, Rate
from concordant.progress.discharge import MOST_SESSIONS, SESSIONS
from concordant.settings import whole

OVERUSE_A_WEEK = whole(
    "plan_physio_a_week_with_overuse",
    1,
    low=0,
    high=3,
    says="While medication overuse is looked after, physiotherapy is at most so many times a week.",
    source="treatment 3.3 (assumption)",
)
IRRITABLE_WEEKS = whole(
    "plan_irritable_massage_weeks",
    2,
    unit="weeks",
    low=1,
    high=6,
    says="With high irritability massage is once a week for so many weeks.",
    source="treatment 3.3; the ten visits of worked example 2 (assumption)",
)
RESERVE_UNTIL_WEEK = whole(
    "plan_reserve_until_week",
    8,
    unit="weeks",
    low=1,
    high=12,
    says="The reserve of visits is kept until so many weeks of treatment are over.",
    source="treatment 3.5 (assumption)",
)
CHECK_AT_VISITS = (3, 4)
"""The quick check of the first response (treatment 3.5, 6.1)."""
CHECKED = (frt_rotation_deg.name, palpation_familiar_headache.name, ccft_activation_mmhg.name)
"""What the quick check looks at."""

_P, _R = HANDS
_OVERUSE = "moh_referral"
_WEEK = timedelta(days=7)
RETEST_EVERY = timedelta(days=28)
"""At weeks 4, 8 and 12: the windows of the diary (treatment 3.5)."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a day of the plan on."""

    starts: date
    visits: Mapping[Discipline, int]
    checked: bool = False
    """The quick check falls into it."""
    retest: bool = False
    opens_at_retest: bool = False
    """Booked only when the retest before it allows (treatment 3.5)."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A number of hands-on sessions beyond which more is needed (retest 9)."""

    after_sessions: int
    left: int
    """Sessions until then."""
    week: date | None
    """The week in which the laid-out visits would reach beyond it; None where they do not."""
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """A proposal for one headache; a clinician and the person decide."""

    rates: Mapping[Discipline, Rate]
    """The most by phase and profile (treatment 3.3); a discipline that is not needed is not there."""
    limits: tuple[str, ...]
    """What lowers them now."""
    per_week: Mapping[Discipline, float]
    """How many a week from now on, with those limits, for a plan to be signed; every second week is one half."""
    weeks: tuple[Week, ...]
    """From today, as far as visits are known to be left."""
    allowance: Allowance
    held: int
    """Physiotherapy visits that are kept back for a flare or a week of return to work."""
    pairing: Pairing | None
    """How two disciplines belong together; None where there is one."""
    gates: tuple[Gate, ...]
    ask: tuple[str, ...]
    """Facts without which nothing, or less, is laid out."""

    def total(self, discipline: Discipline) -> int:
        """Visits laid out."""
        return sum(week.visits.get(discipline, 0) for week in self.weeks)


def visits_of(
    plan: Plan,
    knowledge: Knowledge,
    retest: Retest,
    *,
    weeks_done: int,
    weeks_in_phase: int = 0,
    given: Given | None = None,
    massage_signed: bool = False,
) -> Visits:
    """How often to come.

    ``weeks_done``: whole weeks since the first visit; ``weeks_in_phase``: since the phase was signed. ``given`` counts
    visits of a discipline from a day on, for a plan that the payer has approved. ``massage_signed``: the plan that
    stands has a soft-tissue treatment that goes on, whether or not it is proposed.
    """
    where = UNBOUND.bound(Scope.HEADACHE, plan.headache)
    return _Layout(plan, knowledge, where, retest, weeks_done, weeks_in_phase, massage_signed).visits(given)


class _Layout:
    def __init__(
        self,
        plan: Plan,
        knowledge: Knowledge,
        where: Binding,
        retest: Retest,
        weeks_done: int,
        weeks_in_phase: int,
        massage_signed: bool,
    ) -> None:
        self._plan = plan
        self._knowledge = knowledge
        self._where = where
        self._retest = retest
        self._weeks_done = weeks_done
        self._weeks_in_phase = weeks_in_phase
        self._massage_signed = massage_signed
        self._limits: list[str] = []
        self._ask: dict[str, None] = {}

    def visits(self, given: Given | None) -> Visits:
        left = allowance(self._knowledge, self._where, weeks_done=self._weeks_done, given=given)
        needed = self._needed()
        overused = _P in needed and self._overuse()
        gentle = _R in needed and self._gentle()
        number = min(left.weeks, max(COURSE_WEEKS - self._weeks_done, 0))
        by_week = [{one: self._of_week(one, week) for one in needed} for week in range(number)]
        for week, counts in enumerate(by_week):
            if overused:
                counts[_P] = min(counts[_P], OVERUSE_A_WEEK)
            if gentle and week < IRRITABLE_WEEKS:
                counts[_R] = min(counts[_R], 1)
        held = self._held(left)
        for one in needed:
            if one in left.left:
                _cut(by_week, one, left.left[one] - (held if one is _P else 0))
        if left.weeks and not number:
            self._limits.append(f"The {COURSE_WEEKS} weeks of a course are over: a clinician decides whether to go on.")
        weeks = self._weeks(by_week)
        self._ask.update(dict.fromkeys(left.ask))
        return Visits(
            rates={one: RATES[self._phase, self._profile, one] for one in needed},
            limits=tuple(self._limits),
            per_week={one: self._per_week(one, overused=overused, gentle=gentle) for one in needed},
            weeks=weeks,
            allowance=left,
            held=held if _P in needed else 0,
            pairing=RMT_BEFORE_PHYSIO if set(HANDS) <= set(needed) else None,
            gates=self._gates(weeks),
            ask=tuple(self._ask),
        )

    @property
    def _phase(self) -> Phase:
        return self._plan.phase.phase

    @property
    def _profile(self) -> Profile:
        return self._plan.profile.profile

    def _needed(self) -> tuple[Discipline, ...]:
        """Physiotherapy in every phase of treatment; massage only with a soft-tissue item that it may give, be it
        proposed or signed."""
        if self._phase is Phase.HOLD:
            return ()
        proposed = any(one.intervention.massage for one in self._plan.soft_tissue)
        if not (proposed or self._massage_signed) or not RATES[self._phase, self._profile, _R].most:
            return (_P,)
        if evaluate(yes(rmt_unavailable), self._knowledge, self._where).truth is Truth.MET:
            self._limits.append("No massage therapist is to be had: soft tissue is treated in the physiotherapy visit.")
            return (_P,)
        return HANDS

    def _overuse(self) -> bool:
        """The letter about medication is offered, or may have to be: what is not known adds no visit."""
        if any(one.id == _OVERUSE for one in self._plan.offered):
            self._limits.append(
                f"Medication overuse is looked after: physiotherapy at most {OVERUSE_A_WEEK} a week meanwhile."
            )
            return True
        waiting = next((one for one in self._plan.still_unknown if one.intervention.id == _OVERUSE), None)
        if waiting is None:
            return False
        self._limits.append(
            f"Whether medication is overused is not known: physiotherapy at most {OVERUSE_A_WEEK} a week until it is."
        )
        self._ask.update(dict.fromkeys(waiting.ask))
        return True

    def _gentle(self) -> bool:
        """Irritability is high, or not known."""
        truth = evaluate(one_of(irritability, "high"), self._knowledge, self._where).truth
        if truth is Truth.NOT_MET:
            return False
        if truth is Truth.UNKNOWN:
            self._ask[irritability.name] = None
        why = "Irritability is high" if truth is Truth.MET else "Irritability is not known"
        self._limits.append(f"{why}: massage once a week for {IRRITABLE_WEEKS} weeks, gentle and shorter at first.")
        return True

    def _per_week(self, one: Discipline, *, overused: bool, gentle: bool) -> float:
        most = RATES[self._phase, self._profile, one].a_week(self._weeks_in_phase)
        most = min(most, max(COURSE[self._profile, one]))
        if one is _P and overused:
            return min(most, OVERUSE_A_WEEK)
        return min(most, 1) if one is _R and gentle else most

    def _of_week(self, one: Discipline, week: int) -> int:
        course = COURSE[self._profile, one][self._weeks_done + week]
        return min(course, RATES[self._phase, self._profile, one].at(self._weeks_in_phase + week))

    def _held(self, left: Allowance) -> int:
        """The reserve, in the share of the whole entitlement that can still be used."""
        whole_of = left.of_window.get(_P)
        if whole_of is None or self._weeks_done >= RESERVE_UNTIL_WEEK:
            return 0
        return left.left[_P] * RESERVE[self._profile] // whole_of

    def _weeks(self, by_week: list[dict[Discipline, int]]) -> tuple[Week, ...]:
        found: list[Week] = []
        done = self._counted(physiotherapy_visits_done, low=True)
        for number, counts in enumerate(by_week):
            starts = self._knowledge.as_of + number * _WEEK
            before, done = done, done + counts.get(_P, 0)
            found.append(
                Week(
                    starts,
                    counts,
                    checked=before < CHECK_AT_VISITS[0] <= done,
                    retest=self._retest_in(starts),
                    opens_at_retest=self._retest.on is not None and starts > self._retest.on,
                )
            )
        return tuple(found)

    def _retest_in(self, starts: date) -> bool:
        on = self._retest.on
        while on is not None and on < starts:
            on += RETEST_EVERY
        return on is not None and on < starts + _WEEK

    def _gates(self, weeks: tuple[Week, ...]) -> tuple[Gate, ...]:
        """Where the laid-out visits would be more than may be given without a response or a review."""
        with_hands = [one for one in HANDS if self._hands_of(one)]
        if not with_hands:
            return ()
        done = self._counted(hands_on_sessions_done, low=False)
        found = []
        for after, then in (
            (int(SESSIONS), "only with a response, or with a new target that is written down"),
            (int(MOST_SESSIONS), "only after a review in the team"),
        ):
            sum_, reached = done, None
            for week in weeks:
                sum_ += sum(week.visits.get(one, 0) for one in with_hands)
                if sum_ > after:
                    reached = week.starts
                    break
            says = f"After {after} hands-on sessions more {then} ({done} are done)."
            found.append(Gate(after, max(after - done, 0), reached, says))
        return tuple(found)

    def _hands_of(self, discipline: Discipline) -> bool:
        items = (*self._plan.hands_on, *self._plan.soft_tissue)
        return any(discipline in one.intervention.disciplines for one in items)

    def _counted(self, fact: Fact[Quantity], *, low: bool) -> int:
        value = self._knowledge.read(term_of(fact), self._where).value
        if isinstance(value, Span):
            return int(value.low if low else value.high)
        return 0 if value is UNKNOWN or not isinstance(value, int | float) else int(value)


def _cut(by_week: list[dict[Discipline, int]], one: Discipline, most: int) -> None:
    """Take visits from the latest weeks until no more than so many are left."""
    over = sum(counts[one] for counts in by_week) - max(most, 0)
    for counts in reversed(by_week):
        if over <= 0:
            return
        less = min(counts[one], over)
        counts[one] -= less
        over -= less
