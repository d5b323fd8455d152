"""The proposed plan of care of one headache, as the contract writes it. A clinician signs, changes or leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from concordant.answer.contradictions import contradiction
from concordant.answer.safety import written
from concordant.answer.trace import trace, word
from concordant.facts.plan.status import neck_driven
from concordant.plan import Difference, Item, ItemDifference, Plan, Proposal, StepNow, Topics, Visits, Waiting
from concordant.plan.against_signed import steps_open
from concordant.plan.disagreement import Disagreement
from concordant.plan.goals import Goals
from concordant.plan.interventions import Excluded
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.plan import Against
from concordant.plan.visits import RMT_BEFORE_PHYSIO
from concordant.plan.visits.tables import SOURCE


def plan(one: Proposal, *, every: bool = False) -> dict[str, Any]:
    """The key ``plan``; full traces with ``every``."""
    found = one.plan
    return {
        "headache": one.headache,
        "neck_driven": written(neck_driven.name, one.neck_driven),
        "phase": found.phase.phase.value,
        "phase_reached": found.phase.reached.value if found.phase.reached else None,
        "phase_exits": [
            {"phase": phase.value, "truth": word(exit_.truth), **({"trace": trace(exit_)} if every else {})}
            for phase, exit_ in found.phase.exits
        ],
        "may_go_back": word(found.phase.may_go_back),
        "profile": found.profile.profile.value,
        "profile_because": sorted({name.name for each in found.profile.because for name in each.criterion.facts()}),
        "profile_ask": list(found.profile.ask),
        "interventions": [_item(item, group, every=every) for group, item in _items(found)],
        "excluded": [_excluded(each) for each in one.excluded],
        "retest": one.retest.on.isoformat() if one.retest.on else None,
        "retest_note": one.retest.says,
        "goals": _goals(one.goals),
        "visits": _visits(one.visits),
        "topics": _topics(one.topics),
        "needs_sign_off": {
            item.id: [_against(each) for each in item.sign_off] for _, item in _items(found) if item.sign_off
        },
        "blocked": {each.intervention.id: [_against(by) for by in each.by] for each in found.blocked},
        "still_unknown": [_waiting(each) for each in one.waiting],
        "requested": {
            each.intervention.id: {
                "indicated": word(each.indication),
                "in_phase": each.in_phase,
                "blocked_by": [_against(by) for by in each.blocked_by],
            }
            for each in found.requested
        },
        "stopped_by_rule": [each.intervention.id for each in found.stopped],
        "ended_by_limit": [{"id": each.id, "says": rule.says} for each, rule, _ in found.ended_by_limit],
        "not_indicated": [each.intervention.id for each in found.not_indicated],
        "problems": list(found.problems),
        "not_screened": list(found.not_screened),
        "disagreements": [_disagreement(each) for each in one.disagreements],
        "notes": list(one.notes),
        "signed": one.signed.date.isoformat() if one.signed else None,
        "signed_goals": [
            {"says": each.goal.says, "fact": each.goal.fact, "now": each.now, "reached": word(each.reached)}
            for each in one.signed_goals
        ],
        "difference": None if one.difference is None else difference(one.difference),
    }


def _items(found: Plan) -> Iterator[tuple[str, Item]]:
    for group in ("hands_on", "soft_tissue", "home_now", "other", "hands_on_later", "home_later", "not_combined"):
        yield from ((group, item) for item in getattr(found, group))


def _item(one: Item, group: str, *, every: bool) -> dict[str, Any]:
    treatment = one.intervention
    return {
        "id": one.id,
        "name": treatment.name,
        "discipline": treatment.disciplines[0].value,
        "disciplines": [each.value for each in treatment.disciplines],
        "group": group,
        "because": list(one.because),
        "dose": {name: _json(value) for name, value in plain_dose(treatment.dose).items()},
        "evidence": list(treatment.evidence.sources),
        "effect": treatment.evidence.effect,
        "certainty": treatment.evidence.certainty,
        "how_known": treatment.evidence.how_known,
        "ask": list(one.ask),
        **({"trace": trace(one.indication)} if every and one.indication else {}),
    }


def _json(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _excluded(one: Excluded) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "says": one.fair_sentence,
        "evidence": list(one.evidence.sources),
        "certainty": one.evidence.certainty,
        "how_known": one.evidence.how_known,
    }


def _goals(one: Goals) -> dict[str, Any]:
    return {
        "own_words": one.own_words or None,
        "met": word(one.met),
        "targets": [
            {
                "fact": each.fact,
                "says": each.says,
                "now": each.now,
                "at_most": each.at_most,
                "at_least": each.at_least,
                "reached": each.reached,
                "error": each.error,
                "source": each.source,
            }
            for each in one.targets
        ],
        "ask": list(one.ask),
    }


def _visits(one: Visits) -> dict[str, Any]:
    pairing = one.pairing
    return {
        "per_week": {each.value: rate.says for each, rate in one.rates.items()},
        "limits": list(one.limits),
        "weeks": [
            {
                "starts": week.starts.isoformat(),
                "visits": {each.value: count for each, count in week.visits.items()},
                "quick_check": week.checked,
                "retest": week.retest,
                "opens_at_retest": week.opens_at_retest,
            }
            for week in one.weeks
        ],
        "total": {each.value: one.total(each) for each in one.rates},
        "payer": one.allowance.payer,
        "left": {each.value: count for each, count in one.allowance.left.items()},
        "left_says": one.allowance.says,
        "held": one.held,
        "gates": [
            {
                "after_sessions": gate.after_sessions,
                "left": gate.left,
                "week": gate.week.isoformat() if gate.week else None,
                "says": gate.says,
            }
            for gate in one.gates
        ],
        "pairing": None if pairing is None else {"rules": list(pairing.rules), "note": RMT_BEFORE_PHYSIO.reasoning},
        "ask": list(one.ask),
        "source": SOURCE,
    }


def _topics(one: Topics) -> dict[str, Any]:
    return {
        "always": [each.id for each in one.always],
        "visits": [[each.id for each in visit] for visit in one.visits],
        "going_on": [each.id for each in one.going_on],
        "letters": [each.id for each in one.letters],
    }


def _against(one: Against) -> dict[str, Any]:
    return {
        "row": one.row.id,
        "finding": one.row.finding,
        "truth": word(one.truth),
        "blocks": one.blocks,
        "change": one.change or None,
        "ask": list(one.ask),
    }


def _waiting(one: Waiting) -> dict[str, Any]:
    return {
        "id": one.intervention.id,
        "rule": one.rule,
        "ask": list(one.ask),
        "held_by": [contradiction(each) for each in one.held_by],
    }


def _disagreement(one: Disagreement) -> dict[str, Any]:
    return {
        "id": one.id,
        "question": one.question,
        "for": [{"says": each.says, "source": each.source, "how_known": each.how_known} for each in one.for_it],
        "against": [{"says": each.says, "source": each.source, "how_known": each.how_known} for each in one.against_it],
        "chosen": one.chosen,
        "setting": one.setting or None,
        "who_may_change": one.who_may_change,
    }


def difference(one: Difference) -> dict[str, Any]:
    """Against the plan that was signed."""
    return {
        "signed_on": one.signed.date.isoformat(),
        "same": one.same,
        "phase": _pair(one.phase),
        "profile": _pair(one.profile),
        "items": [_changed(each) for each in one.items],
    }


def _pair(pair: tuple[str, str] | None) -> dict[str, str] | None:
    return None if pair is None else {"signed": pair[0], "proposed": pair[1]}


def _changed(one: ItemDifference) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "loud": one.loud,
        "says": one.says,
        "against": [_against(each) for each in one.against],
        "held_by": [contradiction(each) for each in one.held_by],
        "step": None if one.step is None else _step(one.step),
        "step_would_tell": [] if one.item is None or one.step is not None else list(steps_open(one.item)),
        "dose": [
            {"part": each.part, "signed": _json(each.signed), "proposed": _json(each.proposed)} for each in one.dose
        ],
        "ask": list(one.ask),
    }


def _step(one: StepNow) -> dict[str, Any]:
    return {"step": "progress" if one.forward else "regress", "then": one.then, "because": list(one.because)}
