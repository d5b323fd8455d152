"""A record becomes a proposed plan for one headache (treatment 6.1, steps 1 to 8).

Safety comes before contra-indications, those before stop rules, those before the person's refusal, the indication, and
what the person prefers. What is not known adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from concordant.criteria import Criterion, Evaluator, Knowledge, Trace, Truth, evaluate
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND
from concordant.facts import UNKNOWN, Scope, Value
from concordant.facts.plan.consent import accepts_needles, prefers_manipulation
from concordant.facts.plan.episode import current_phase
from concordant.plan.book import BOOK
from concordant.plan.disagreement import HANDS_ON_WITH_EXERCISE
from concordant.plan.interventions import BY_ID, INTERVENTIONS, Intervention, Mark, Section, Weight
from concordant.plan.interventions.cautions import sensitised
from concordant.plan.order import (
    HANDS_ON_A_VISIT,
    HOME_ITEMS,
    HOME_ITEMS_FEW,
    HOME_ITEMS_PARTLY_DONE,
    hardly_done,
    in_order,
    mostly_done,
    one_per_segment_first,
    very_irritable,
)
from concordant.plan.phases import COURSE, EXITS, HELD, MAY_GO_BACK, Phase
from concordant.plan.plan import (
    NO_ACTIVE_ITEM,
    Against,
    Answer,
    Blocked,
    Item,
    LeftOut,
    Open,
    PhaseReading,
    Plan,
    ProfileReading,
)
from concordant.plan.profile import FACTORS, Profile
from concordant.plan.results import WithResults
from concordant.progress.discharge import STOP_RULES
from concordant.safety import Letter, Safety
from concordant.safety.matrix import NOT_ASKED_AGAIN, NOT_SCREENED

WISHES = {
    prefers_manipulation: ("cervical_manipulation", "thoracic_manipulation"),
    accepts_needles: ("dry_needling",),
}
"""Facts by which somebody asks for a technique; each technique gets its answer."""


def plan_for(
    knowledge: Knowledge,
    safety: Safety,
    headache: str,
    results: Mapping[str, Value],
    *,
    phase: Phase | None = None,
) -> Plan:
    """The proposal for one headache as of the day of the record.

    ``results`` are facts that other rooms work out (:func:`concordant.plan.results.results_of`); those of safety stand
    over all. ``phase`` is one that a clinician has set, also an earlier one. An open emergency holds it all the same.
    """
    return _Planner(WithResults(knowledge, {**results, **safety.facts}), safety, headache).plan(phase)


def standing_against(
    knowledge: Knowledge, safety: Safety, headache: str, results: Mapping[str, Value], interventions: Iterable[str]
) -> dict[str, tuple[Against, ...]]:
    """What stands against these treatments now, of whatever phase they are; those that there are not are left out."""
    planner = _Planner(WithResults(knowledge, {**results, **safety.facts}), safety, headache)
    return {one: planner.against(BY_ID[one]) for one in interventions if one in BY_ID}


class _Planner:
    def __init__(self, knowledge: Knowledge, safety: Safety, headache: str) -> None:
        self._knowledge = knowledge
        self._safety = safety
        self._headache = headache
        self._where = UNBOUND.bound(Scope.HEADACHE, headache)
        self._evaluator = Evaluator(knowledge, BOOK)
        self._rows = {one.row.id: one for one in safety.rows}

    def plan(self, set_phase: Phase | None) -> Plan:
        profile = self._profile()
        if self._rule(HELD).truth is not Truth.NOT_MET or NOT_SCREENED.id in self._rows:
            on_hold = PhaseReading(Phase.HOLD, self._reached(), (), Truth.UNKNOWN)
            return Plan(
                headache=self._headache,
                phase=on_hold,
                profile=profile,
                not_screened=self._safety.not_screened,
            )
        phase = self._phase() if set_phase is None else self._as_set(set_phase)
        return self._of_phase(phase, profile)

    def against(self, one: Intervention) -> tuple[Against, ...]:
        """What stands against it."""
        return self._against(one)[0]

    # --- phase and profile ------------------------------------------------------------------------------

    def _reached(self) -> Phase | None:
        value = self._knowledge.read(term_of(current_phase), self._where).value
        return None if value is UNKNOWN else Phase(value)

    def _phase(self) -> PhaseReading:
        reached = self._reached()
        start = max(reached.place if reached else 0, COURSE[0].place)
        exits: list[tuple[Phase, Trace]] = []
        for phase in COURSE:
            if phase.place < start:
                continue
            if phase not in EXITS:
                break
            exits.append((phase, self._rule(phase.key)))
            if exits[-1][1].truth is not Truth.MET:
                break
        return PhaseReading(phase, reached, tuple(exits), self._rule(MAY_GO_BACK).truth)

    def _as_set(self, phase: Phase) -> PhaseReading:
        return PhaseReading(phase, self._reached(), (), self._rule(MAY_GO_BACK).truth, set_by_clinician=True)

    def _profile(self) -> ProfileReading:
        factors = tuple(
            trace
            for trace in (evaluate(factor, self._knowledge, self._where) for factor in FACTORS)
            if trace.truth is Truth.MET
        )
        for profile in (Profile.COMPLEX, Profile.LOW):
            if self._rule(profile.key).truth is Truth.MET:
                return ProfileReading(profile, factors)
        open_ = (facts_to_ask(self._rule(profile.key)) for profile in (Profile.COMPLEX, Profile.LOW))
        return ProfileReading(Profile.STANDARD, factors, tuple(dict.fromkeys(name for ask in open_ for name in ask)))

    # --- one treatment after the other ------------------------------------------------------------------

    def _of_phase(self, phase: PhaseReading, profile: ProfileReading) -> Plan:
        items: list[Item] = []
        blocked: list[Blocked] = []
        stopped: list[LeftOut] = []
        ended = []
        left_out: list[LeftOut] = []
        unknown: list[Open] = []
        limits = [(rule, self._rule(rule.key)) for rule in STOP_RULES]
        for one in (each for each in INTERVENTIONS if phase.phase in each.phases):
            indication = self._rule(one.indication_key) if one.indication else None
            if indication is not None and indication.truth is Truth.NOT_MET:
                left_out.append(LeftOut(one, indication))
                continue
            stop = self._rule(one.stop_key) if one.stop else None
            if indication is not None and indication.truth is Truth.UNKNOWN:
                if stop is not None and stop.truth is Truth.MET:
                    stopped.append(LeftOut(one, stop))
                else:
                    unknown.append(Open(one, facts_to_ask(indication), "indication"))
                continue
            against, ask = self._against(one)
            blocking = tuple(found for found in against if found.blocks)
            reached = next(((rule, trace) for rule, trace in limits if trace.truth is Truth.MET), None)
            near = next((trace for _, trace in limits if trace.truth is Truth.UNKNOWN), None)
            if blocking:
                blocked.append(Blocked(one, blocking))
            elif stop is not None and stop.truth is Truth.MET:
                stopped.append(LeftOut(one, stop))
            elif (spent := self._spent(one)) is not None:
                stopped.append(LeftOut(one, spent))
            elif one.hands_on and reached is not None:
                ended.append((one, *reached))
            elif stop is not None and stop.truth is Truth.UNKNOWN:
                unknown.append(Open(one, facts_to_ask(stop), "stop rule"))
            elif one.hands_on and near is not None:
                unknown.append(Open(one, facts_to_ask(near), "limit of hands-on sessions"))
            else:
                items.append(self._item(one, indication, against, ask))
        hands = one_per_segment_first(
            [one for one in items if one.intervention.section is Section.JOINT and one.intervention.hands_on]
        )
        not_combined: tuple[Item, ...] = ()
        if not HANDS_ON_WITH_EXERCISE:
            hands, not_combined = (), hands
        soft = tuple(one for one in items if one.intervention.section is Section.SOFT_TISSUE)
        home = in_order(
            [one for one in items if one.intervention.active],
            phase.phase,
            sensitised=self._now(sensitised) is Truth.MET,
        )
        most = self._most_home_items()
        other = tuple(one for one in items if one.intervention.section in (Section.EDUCATION, Section.REFERRAL))
        answered = {one.id for one in items} | {one.intervention.id for one in blocked}
        return Plan(
            headache=self._headache,
            phase=phase,
            profile=profile,
            hands_on=hands[:HANDS_ON_A_VISIT],
            hands_on_later=hands[HANDS_ON_A_VISIT:],
            not_combined=not_combined,
            soft_tissue=soft,
            home_now=home[:most],
            home_later=home[most:],
            other=other,
            blocked=tuple(blocked),
            stopped=tuple(stopped),
            ended_by_limit=tuple(ended),
            not_indicated=tuple(left_out),
            still_unknown=tuple(unknown),
            requested=self._answers(phase.phase, answered),
            problems=(NO_ACTIVE_ITEM,) if (hands or soft) and not home else (),
        )

    def _item(
        self, one: Intervention, indication: Trace | None, against: tuple[Against, ...], ask: tuple[str, ...]
    ) -> Item:
        return Item(
            one,
            indication,
            sign_off=against,
            ask=ask,
            progress=self._rule(f"progress {one.id}") if one.progress else None,
            regress=self._rule(f"regress {one.id}") if one.regress else None,
        )

    def _spent(self, one: Intervention) -> Trace | None:
        """The rule by which the sessions of its dose are surely used up. What may have been given does not end it."""
        trace = self._rule(one.spent_key) if one.dose.sessions_max is not None else None
        return trace if trace is not None and trace.truth is Truth.MET else None

    def _against(self, one: Intervention) -> tuple[tuple[Against, ...], tuple[str, ...]]:
        """What stands against it, and the facts that would say whether more does."""
        found: list[Against] = []
        asked: list[str] = []
        for mark in one.marks:
            truth, ask = self._row(mark)
            if truth is Truth.NOT_MET:
                continue
            counts = truth is Truth.MET or mark.from_safety or mark.weight is Weight.KNOWN_ABSENT
            if counts:
                blocks = mark.weight is not Weight.SIGN_OFF
                found.append(Against(mark.row, truth, blocks, "" if blocks else mark.change, ask))
            asked.extend(ask)
        if one.technique is not None and NOT_ASKED_AGAIN.id in self._rows:
            blocks = NOT_ASKED_AGAIN.letters[one.technique] is Letter.STOP
            found.append(Against(NOT_ASKED_AGAIN, Truth.MET, blocks, NOT_ASKED_AGAIN.limit(one.technique)))
        return tuple(found), tuple(dict.fromkeys(asked))

    def _row(self, mark: Mark) -> tuple[Truth, tuple[str, ...]]:
        if mark.from_safety:
            reading = self._rows.get(mark.row.id)
            return (Truth.NOT_MET, ()) if reading is None else (reading.truth, reading.ask)
        trace = self._rule(mark.key)
        return trace.truth, facts_to_ask(trace)

    def _most_home_items(self) -> int:
        if Truth.MET in (self._now(hardly_done), self._now(very_irritable)):
            return HOME_ITEMS_FEW
        return HOME_ITEMS_PARTLY_DONE if self._now(mostly_done) is Truth.NOT_MET else HOME_ITEMS

    def _answers(self, phase: Phase, answered: set[str]) -> tuple[Answer, ...]:
        wished = {
            identity
            for wish, identities in WISHES.items()
            if self._knowledge.read(term_of(wish), self._where).value is True
            for identity in identities
        }
        found = []
        for one in INTERVENTIONS:
            if one.id in wished - answered:
                against, _ = self._against(one)
                blocking = tuple(each for each in against if each.blocks)
                found.append(Answer(one, self._rule(one.indication_key).truth, phase in one.phases, blocking))
        return tuple(found)

    def _now(self, criterion: Criterion) -> Truth:
        return evaluate(criterion, self._knowledge, self._where).truth

    def _rule(self, key: str) -> Trace:
        return self._evaluator.rule(key, self._headache)
