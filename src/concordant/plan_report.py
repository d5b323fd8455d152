"""A proposed plan as text for a terminal: what must not be overlooked first, then who does what, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.diagnosis.explaining.reasons import label_of
from concordant.facts import UNKNOWN
from concordant.plan import Difference, Item, Kind, Phase, Plan, Proposal
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.phases import AIM
from concordant.plan.plan import Against
from concordant.plan.signing import HELD_BY, said
from concordant.plan.visits import HANDS
from concordant.record.dose_line import dose_line

WIDTH = 96
LIMITS = (
    "A proposal from what is known on this day. It supports a clinician, who signs, changes or leaves every part of "
    "it, and never replaces one."
)
_GROUPS = (
    ("hands_on", "Joint techniques, by the physiotherapist"),
    ("soft_tissue", "Soft tissue"),
    ("home_now", "Exercise, also at home"),
    ("hands_on_later", "Joint techniques for a later visit"),
    ("home_later", "Exercise that waits until there is room"),
    ("not_combined", "Joint techniques that wait, as this clinic puts exercise first"),
)
_DRIVEN = {
    True: "the neck drives it",
    False: "the neck does not drive it",
    UNKNOWN: "whether the neck drives it is open",
}


def plan_report(assessment: Assessment) -> str:
    """The plans of one person, as known on a day: first that of the heaviest headache that the neck drives."""
    lines = [f"{assessment.record.case.person.id}, as known on {_day(assessment.as_of)}"]
    if not assessment.headaches:
        lines += ["", "No headache is described, so nothing is planned."]
    for number, one in enumerate(assessment.proposals):
        lines += ["", *_proposal(one, assessment.record.headaches[one.headache].name)]
        if number == 0 and len(assessment.headaches) > 1:
            lines += _wrapped("It comes first as the heaviest of those that the neck is the likeliest to drive.")
    lines += ["", *textwrap.wrap(LIMITS, WIDTH)]
    return "\n".join(lines) + "\n"


def _proposal(one: Proposal, name: str) -> Iterator[str]:
    found = one.plan
    called = f"{one.headache} ({name})" if name else one.headache
    yield f"Headache {called}: {_DRIVEN[one.neck_driven]}"
    phase = found.phase.phase
    yield from _wrapped(f"Phase: {phase.value.replace('_', ' ').upper()}, for {AIM[phase]}")
    if phase is Phase.HOLD:
        yield from _hold(one)
        if one.difference is not None:
            yield from _difference(one.difference)
        return
    yield from _phase(found)
    if one.difference is not None:
        yield from _difference(one.difference)
    for problem in found.problems:
        yield from _wrapped(f"Problem: {problem}")
    for group, title in _GROUPS:
        items: tuple[Item, ...] = getattr(found, group)
        if items:
            yield title
            for item in items:
                yield from _item(item)
    yield from _topics(one)
    yield from _not_given(found)
    yield from _first(one)
    yield from _visits(one)
    yield from _goals(one)
    yield from _known(one)


def _hold(one: Proposal) -> Iterator[str]:
    flags = [flag.flag.name for flag in one.signing.safety.open if flag.action in HELD_BY]
    if flags:
        yield from _wrapped(f"No treatment today. Act first on: {'; '.join(flags)} (concordant assess)")
    if one.plan.not_screened:
        yield from _wrapped(f"No plan before the safety screen is done. Ask: {_labels(one.plan.not_screened)}")


def _phase(found: Plan) -> Iterator[str]:
    rule = found.rule_of_phase
    if rule is not None:
        facts = [term.fact.name for node in rule.criterion.walk() for term in node.terms]
        yield from _wrapped(f"it is left by: {_labels(facts)}")
    if found.phase.may_go_back is Truth.MET:
        yield from _wrapped("A relapse: a clinician may set an earlier phase.")
    because = [fact.name for each in found.profile.because for fact in each.criterion.facts()]
    why = f", because of {_labels(because)}" if because else ""
    yield from _wrapped(f"Profile: {found.profile.profile.value} care{why}")
    if found.profile.ask:
        yield from _wrapped(f"it may change with: {_labels(found.profile.ask)}")


def _difference(one: Difference) -> Iterator[str]:
    if one.same:
        yield from _wrapped(f"As signed on {_day(one.signed.date)}.")
        return
    yield f"Against the plan signed on {_day(one.signed.date)}"
    for word, pair in (("Phase", one.phase), ("Profile", one.profile)):
        if pair is not None:
            yield from _wrapped(
                f"{word}: {pair[0].replace('_', ' ')} was signed, {pair[1].replace('_', ' ')} is proposed"
            )
    for each in one.items:
        name = each.intervention.name if each.intervention else each.id
        mark = "!! " if each.loud else ""
        if each.kind is not Kind.KEPT or each.loud or each.by_clinician:
            yield from _wrapped(f"{mark}{name}: {each.says}")
        if each.step is not None:
            word = "go on" if each.step.forward else "go back"
            yield from _wrapped(f"{name}: {word}: {each.step.then} (from {_labels(each.step.because)})")
        for part in each.dose:
            told = f"{part.part.replace('_', ' ')} {_of(part.signed)} was signed, {_of(part.proposed)} is proposed"
            yield from _wrapped(f"{name}: {told}")


def _of(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return " to ".join(f"{each:g}" if isinstance(each, float) else str(each) for each in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _item(one: Item) -> Iterator[str]:
    dose = dose_line(plain_dose(one.intervention.dose))
    yield from _wrapped(f"{one.intervention.name}{f': {dose}' if dose else ''}")
    if one.because:
        yield from _wrapped(f"because: {_labels(one.because)}", deeper=True)
    for each in one.sign_off:
        yield from _wrapped(f"needs a named signature: {said(each)}", deeper=True)
    if one.intervention.evidence.certainty:
        yield from _wrapped(f"certainty: {one.intervention.evidence.certainty}", deeper=True)


def _topics(one: Proposal) -> Iterator[str]:
    topics = one.topics
    if topics.visits or topics.always or topics.going_on:
        yield "Education"
    for item in topics.always:
        yield from _wrapped(f"at every visit: {item.intervention.name}")
    for number, visit in enumerate(topics.visits):
        when = "next visit" if number == 0 else f"{number} visit{'s' if number > 1 else ''} later"
        yield from _wrapped(f"{when}: {'; '.join(item.intervention.name for item in visit)}")
    if topics.going_on:
        yield from _wrapped(f"going on: {'; '.join(item.intervention.name for item in topics.going_on)}")
    if topics.letters:
        yield from _wrapped(f"letters: {'; '.join(item.intervention.name for item in topics.letters)}")


def _not_given(found: Plan) -> Iterator[str]:
    if found.blocked or found.stopped or found.ended_by_limit or found.requested:
        yield "Not given"
    for blocked in found.blocked:
        yield from _wrapped(f"{blocked.intervention.name}: blocked by {_rows(blocked.by)}")
    for stopped in found.stopped:
        yield from _wrapped(f"{stopped.intervention.name}: its stop rule is met")
    for treatment, rule, _ in found.ended_by_limit:
        yield from _wrapped(f"{treatment.name}: {rule.says}")
    for answer in found.requested:
        reasons = [f"indication {answer.indication.value}"]
        reasons += [] if answer.in_phase else ["not part of this phase"]
        reasons += [f"blocked by {_rows(answer.blocked_by)}"] if answer.blocked_by else []
        yield from _wrapped(f"{answer.intervention.name}, which was asked for: {'; '.join(reasons)}")


def _rows(against: Iterable[Against]) -> str:
    return "; ".join(map(said, against))


def _first(one: Proposal) -> Iterator[str]:
    if one.waiting:
        yield "Needs a fact first"
    for waits in one.waiting:
        if waits.held_by:
            notes = "; ".join(each.note for each in waits.held_by)
            yield from _wrapped(f"{waits.intervention.name}: held, as entries contradict each other: {notes}")
        else:
            yield from _wrapped(f"{waits.intervention.name} ({waits.rule}): {_labels(waits.ask)}")


def _visits(one: Proposal) -> Iterator[str]:
    visits = one.visits
    yield "Visits"
    for discipline, rate in visits.rates.items():
        yield from _wrapped(f"{_WHO[discipline.value]}: {rate.says}")
    for limit in visits.limits:
        yield from _wrapped(limit)
    yield from _wrapped(visits.allowance.says)
    if visits.weeks:
        for discipline in HANDS:
            if discipline in visits.rates:
                counts = " ".join(str(week.visits.get(discipline, 0)) for week in visits.weeks)
                yield from _wrapped(f"{_WHO[discipline.value]} by week: {counts}, {visits.total(discipline)} in all")
        if any(week.opens_at_retest for week in visits.weeks):
            yield from _wrapped("Weeks after the retest are booked only when it allows.")
    if visits.held:
        yield from _wrapped(f"{visits.held} physiotherapy visits are kept for a flare or a week of return to work.")
    for gate in visits.gates:
        if gate.week is not None:
            yield from _wrapped(gate.says)
    if visits.pairing is not None:
        yield from _wrapped(visits.pairing.rules[0])
    if visits.ask:
        yield from _wrapped(f"ask: {_labels(visits.ask)}")
    yield from _wrapped(f"Retest: {_day(one.retest.on) if one.retest.on else 'no day'}. {one.retest.says}")


_WHO = {"physiotherapist": "Physiotherapy", "rmt": "Massage therapy"}


def _goals(one: Proposal) -> Iterator[str]:
    goals = one.goals
    yield "Goals"
    yield from _wrapped(
        f"in their own words: {goals.own_words}" if goals.own_words else "in their own words: not asked"
    )
    for reading in one.signed_goals:
        stands = {Truth.MET: "reached", Truth.NOT_MET: "not reached", Truth.UNKNOWN: "not known"}[reading.reached]
        yield from _wrapped(f"signed: {reading.goal.says}: {stands}")
    for target in goals.targets:
        yield from _wrapped(f"{target.says}. {target.error}")
    if goals.ask:
        yield from _wrapped(f"to be asked or measured: {_labels(goals.ask)}")


def _known(one: Proposal) -> Iterator[str]:
    yield "To be known of it"
    for each in one.disagreements:
        yield from _wrapped(f"Guidelines differ: {each.question}")
        for side, sides in (("for", each.for_it), ("against", each.against_it)):
            for told in sides:
                yield from _wrapped(f"{side}: {told.says} ({told.source})", deeper=True)
        changed = f" Setting {each.setting}." if each.setting else ""
        yield from _wrapped(f"here: {each.chosen}{changed} May be changed by: {each.who_may_change}", deeper=True)
    for note in one.notes:
        yield from _wrapped(note)
    yield from _wrapped("Never offered here")
    for left in one.excluded:
        yield from _wrapped(f"{left.name}: {left.fair_sentence}", deeper=True)


def _labels(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(map(label_of, names)))


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _wrapped(text: str, *, deeper: bool = False) -> list[str]:
    first = "      " if deeper else "  "
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=f"{first}  ", break_long_words=False)
