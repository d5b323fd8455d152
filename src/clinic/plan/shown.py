"""All that the page of a plan shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.told import Told, questions, told
from clinic.person.tracing import Line, Tracer
from clinic.person.where_asked import Question
from clinic.plan.concluding import Concluded, concluded
from clinic.plan.course import MOST_VISITS, Check, Step, checks_of, needs_of, steps_of
from clinic.plan.goals import SignedGoal, signed_goals
from clinic.plan.row import Row, row_of, treatment
from clinic.plan.sent import Sent
from clinic.plan.words import DISCIPLINES, PHASES, PROFILES, Words
from concordant.criteria import Trace, Truth
from concordant.criteria.deciding import deciding_leaves
from concordant.plan import Intervention, Item, Phase, Proposal
from concordant.plan.interventions import INTERVENTIONS
from concordant.plan.interventions.intervention import Discipline
from concordant.plan.plan import Against
from concordant.plan.signing import Obstacle
from concordant.plan.visits import HANDS, RATES


@dataclass(frozen=True)
class Group:
    """Treatments of one kind."""

    key: str
    title: str | Promise
    says: str | Promise
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class NotNow:
    """A treatment that is not offered, and why."""

    name: str
    why: str
    line: Line | None = None
    ask: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Shown:
    """The whole page."""

    proposal: Proposal
    steps: tuple[Step, ...]
    checks: tuple[Check, ...]
    """What ends the phase that is proposed; empty on hold and in self-management."""
    needs: int
    """So many of the checks end it; 0 where all do."""
    profile: Words
    profile_because: tuple[Told, ...]
    groups: tuple[Group, ...]
    more: tuple[Row, ...]
    """Added by a clinician, or signed and not proposed any more."""
    blocked: tuple[NotNow, ...]
    stopped: tuple[NotNow, ...]
    waiting: tuple[NotNow, ...]
    not_indicated: tuple[NotNow, ...]
    requested: tuple[NotNow, ...]
    catalogue: tuple[Intervention, ...]
    """What may be added."""
    concluded: tuple[Concluded, ...]
    obstacles: tuple[Obstacle, ...]
    """About the whole plan."""
    visits: tuple[tuple[str, Words, str, str], ...]
    """Discipline, its name, what the table says, what stands in the form."""
    retest: date | None
    targets: frozenset[str]
    """The ticked ones."""
    signed_goals: tuple[SignedGoal, ...]

    @property
    def phase(self) -> Words:
        return PHASES[self.proposal.plan.phase.phase.value]

    @property
    def is_held(self) -> bool:
        return self.proposal.plan.phase.phase is Phase.HOLD

    @property
    def loud(self) -> tuple[Row, ...]:
        """Signed treatments that must not go on as they are."""
        return tuple(one for one in self.rows if one.is_loud)

    @property
    def has_row_problems(self) -> bool:
        return any(one.is_open for one in self.rows)

    @property
    def weeks(self) -> Iterator[dict[str, object]]:
        """The visits of each week in the order of the disciplines."""
        order = [Discipline(key) for key, *_more in self.visits]
        for week in self.proposal.visits.weeks:
            yield {
                "starts": week.starts,
                "visits": [week.visits.get(one, 0) for one in order],
                "checked": week.checked,
                "retest": week.retest,
                "opens_at_retest": week.opens_at_retest,
            }

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows) + self.more


def shown(
    look: Look, proposal: Proposal, sent: Sent | None = None, obstacles: tuple[Obstacle, ...] = (), query: str = ""
) -> Shown:
    """As of the day of the look."""
    tell = _Teller(look, proposal, sent, obstacles, query)
    plan = proposal.plan
    groups = tuple(tell.groups())
    listed = {row.id for group in groups for row in group.rows}
    return Shown(
        proposal=proposal,
        steps=steps_of(plan.phase.phase.value),
        checks=tuple(checks_of(look, proposal, plan.phase.phase.value, query)),
        needs=needs_of(proposal, plan.phase.phase.value),
        profile=PROFILES[plan.profile.profile.value],
        profile_because=tuple(each for one in plan.profile.because for each in tell.because(one)),
        groups=groups,
        more=tuple(tell.more(listed)),
        blocked=tuple(NotNow(one.intervention.name, against_in_words(one.by)) for one in plan.blocked),
        stopped=tuple(tell.stopped()),
        waiting=tuple(tell.waiting()),
        not_indicated=tuple(NotNow(one.intervention.name, "", tell.line(one.trace)) for one in plan.not_indicated),
        requested=tuple(tell.requested()),
        catalogue=tuple(one for one in INTERVENTIONS if one.id not in listed),
        concluded=tuple(concluded(look, sent)),
        obstacles=tuple(one for one in obstacles if one.intervention is None),
        visits=tuple(tell.visits()),
        retest=tell.retest(),
        targets=tell.targets(),
        signed_goals=signed_goals(proposal),
    )


def against_in_words(found: Iterable[Against]) -> str:
    """Rows that stand against a treatment."""
    return "; ".join(one.row.finding if not one.ask else f"{one.row.finding} ({_('not known')})" for one in found)


class _Teller:
    """Puts one proposal into words."""

    def __init__(
        self, look: Look, proposal: Proposal, sent: Sent | None, obstacles: tuple[Obstacle, ...], query: str
    ) -> None:
        self._look = look
        self._proposal = proposal
        self._sent = sent
        self._obstacles = obstacles
        self._tracer = Tracer(look, proposal.headache, query=query, most=MOST_VISITS, whole=True)

    def line(self, trace: Trace) -> Line:
        return self._tracer.line(trace)

    def because(self, trace: Trace) -> Iterator[Told]:
        for leaf in deciding_leaves(trace):
            for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True):
                yield told(term, reading, self._look, self._proposal.headache)

    def groups(self) -> Iterator[Group]:
        plan = self._proposal.plan
        soft_of_rmt = [one for one in plan.soft_tissue if one.intervention.massage]
        needles = [one for one in plan.soft_tissue if one not in soft_of_rmt]
        first = _("With hands, each visit. Retest the flexion-rotation test and the segment after each set.")
        yield self._group("hands", _("Physiotherapist: hands-on"), first, (*plan.hands_on, *needles))
        yield self._group("soft", _("Massage therapist: soft tissue"), _("Before physiotherapy."), soft_of_rmt)
        yield self._group("home", _("Exercise, supervised and at home"), _("What the person does."), plan.home_now)
        yield self._group("talk", _("Education, lifestyle and letters"), self._topics(), plan.other)
        later = (*plan.hands_on_later, *plan.home_later, *plan.not_combined)
        more = _("Indicated, and more than fits now. Tick what is to come in.")
        yield self._group("later", _("For later"), more, later, later=True)

    def _topics(self) -> str:
        """What is talked about at which visit."""
        visits = [", ".join(one.intervention.name for one in visit) for visit in self._proposal.topics.visits]
        if not visits:
            return str(_("No new topic."))
        told = [_("Next visit: %s.") % visits[0], *(_("After that: %s.") % one for one in visits[1:])]
        return " ".join(map(str, told))

    def _group(
        self, key: str, title: str | Promise, says: str | Promise, items: Iterable[Item], *, later: bool = False
    ) -> Group:
        return Group(key, title, says, tuple(self.row(one.intervention, one, later=later) for one in items))

    def row(self, intervention: Intervention, item: Item | None, *, later: bool = False) -> Row:
        """With the reasons of what is proposed."""
        plain = row_of(self._proposal, intervention, item, self._sent, self._obstacles, later=later)
        if item is None or item.indication is None:
            return plain
        because = tuple(dict.fromkeys(self.because(item.indication)))
        return replace(plain, because=because, line=self.line(item.indication))

    def more(self, listed: set[str]) -> Iterator[Row]:
        """What is signed or was sent, and is not proposed."""
        signed = [one.intervention for one in self._proposal.signed.items] if self._proposal.signed else []
        sent = [one.id for one in INTERVENTIONS if self._sent and self._sent.includes(one.id)]
        added = list(self._sent.added) if self._sent else []
        for identity in dict.fromkeys((*signed, *sent, *added)):
            if identity not in listed:
                yield self.row(treatment(identity), None)

    def stopped(self) -> Iterator[NotNow]:
        plan = self._proposal.plan
        for one in plan.stopped:
            yield NotNow(one.intervention.name, "", self.line(one.trace))
        for intervention, rule, trace in plan.ended_by_limit:
            yield NotNow(intervention.name, rule.says, self.line(trace))

    def waiting(self) -> Iterator[NotNow]:
        for one in self._proposal.waiting:
            held = "; ".join(each.note for each in one.held_by)
            ask = questions(one.ask, self._look, self._proposal.headache)
            yield NotNow(one.intervention.name, held, None, ask)

    def requested(self) -> Iterator[NotNow]:
        for one in self._proposal.plan.requested:
            told = [str(_("indicated") if one.indication is Truth.MET else _("not indicated now"))]
            if not one.in_phase:
                told.append(str(_("not in this phase")))
            if one.blocked_by:
                told.append(str(_("must not be given: %s") % against_in_words(one.blocked_by)))
            yield NotNow(one.intervention.name, "; ".join(told))

    def visits(self) -> Iterator[tuple[str, Words, str, str]]:
        """Also of massage that is not proposed: a clinician may add a soft-tissue treatment, and say how often."""
        plan, visits, signed = self._proposal.plan, self._proposal.visits, self._proposal.signed
        for one in HANDS:
            key, rate = one.value, RATES[plan.phase.phase, plan.profile.profile, one]
            if one not in visits.rates and not rate.most:
                continue
            now, says = "", rate.says
            if one in visits.rates:
                now = f"{visits.per_week[one]:g}"
            else:
                says = str(_("None proposed, as no soft-tissue treatment is. Where you add one, at most: %s.") % says)
            if signed and signed.phase == plan.phase.phase.value and key in signed.visits_per_week:
                now = f"{signed.visits_per_week[key]:g}"
            text = self._sent.text(f"visits:{key}") if self._sent else now
            yield key, DISCIPLINES[key], says, text

    def retest(self) -> date | None:
        if self._sent:
            try:
                return date.fromisoformat(self._sent.text("retest"))
            except ValueError:
                return None
        # One that is due is no appointment to come.
        return None if self._proposal.retest.is_due else self._proposal.retest.on

    def targets(self) -> frozenset[str]:
        names = {one.fact for one in self._proposal.goals.targets}
        return frozenset(one for one in names if self._sent is None or f"target:{one}" in self._sent.data)
