"""Facts that are results of the safety rules. They are read by asking the rule, never computed beside it.

Rules of the book ask the rule itself (``verdict("flag uci urgent")``); whoever needs the fact by its name, such as a
planner, a page or an export, finds it here (decision 12).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from concordant.criteria import Trace, Truth
from concordant.criteria.truth import count, disjunction
from concordant.facts import UNKNOWN, Fact, Value
from concordant.facts.safety.results import (
    ccr_result,
    flag_fracture,
    flag_instability,
    flag_myelopathy_2of5,
    flag_myelopathy_3of5,
    flag_vascular,
    flag_vascular_v1,
    myelopathy_positive_count,
    nexus_result,
    red_flags_screened,
    safety_action,
    vascular_level,
)
from concordant.facts.values import Span
from concordant.safety.cord import myelopathy_2of5, myelopathy_3of5
from concordant.safety.flag import Action, Flag
from concordant.safety.imaging import InjuryReading, ccr_imaging
from concordant.safety.instability import instability
from concordant.safety.other_causes import fracture
from concordant.safety.vascular import pain_with_risk, pain_without_risk, risk_only, signs

if TYPE_CHECKING:
    from concordant.safety.assess import FlagReading

OF_THE_PERSON: tuple[Fact[Any], ...] = (
    red_flags_screened,
    safety_action,
    vascular_level,
    flag_vascular,
    flag_vascular_v1,
    flag_fracture,
    flag_instability,
    flag_myelopathy_3of5,
    flag_myelopathy_2of5,
    myelopathy_positive_count,
)
OF_AN_INJURY: tuple[Fact[Any], ...] = (ccr_result, nexus_result)

_LEVELS = (("v3", signs), ("v2", pain_with_risk), ("v2b", pain_without_risk), ("v1", risk_only))


def facts_of(flags: Sequence[FlagReading], *, screened: bool) -> dict[str, Value]:
    """Every result that belongs to the person, by the name of its fact."""
    by_id = {one.flag.id: one for one in flags}

    def raised(*of: Flag, but: tuple[Action, ...] = ()) -> Value:
        found = disjunction(Truth.NOT_MET if by_id[each.id].action in but else by_id[each.id].truth for each in of)
        return _value(found)

    found: dict[Fact[Any], Value] = {
        red_flags_screened: screened,
        safety_action: _action(flags, screened),
        vascular_level: _vascular({key: by_id[flag.id].truth for key, flag in _LEVELS}),
        flag_vascular: raised(signs, pain_with_risk, pain_without_risk),
        flag_vascular_v1: raised(risk_only),
        flag_fracture: raised(ccr_imaging, fracture),
        # A risk condition alone is no suspicion of instability, but a caution (diagnosis 4.5).
        flag_instability: raised(instability, but=(Action.CAUTION,)),
        flag_myelopathy_3of5: raised(myelopathy_3of5),
        flag_myelopathy_2of5: raised(myelopathy_2of5),
        myelopathy_positive_count: _positives(by_id[myelopathy_3of5.id].trace),
    }
    return {fact.name: found[fact] for fact in OF_THE_PERSON}


def facts_of_injury(one: InjuryReading) -> dict[str, Value]:
    """The results of both rules for one injury. NEXUS has no case in which it does not apply."""
    return {ccr_result.name: one.c_spine.value, nexus_result.name: one.nexus.value}


def _value(truth: Truth) -> Value:
    if truth is Truth.UNKNOWN:
        return UNKNOWN
    return truth is Truth.MET


def _action(flags: Sequence[FlagReading], screened: bool) -> Value:
    """The strongest open action; before the screen is done only an emergency is known to be the strongest."""
    actions = [one.action for one in flags if one.action is not None]
    strongest = min(actions, key=lambda each: each.strength, default=None)
    if strongest is not Action.EMERGENCY and not screened:
        return UNKNOWN
    return str(strongest.value) if strongest else "none"


def _vascular(levels: Mapping[str, Truth]) -> Value:
    for name, truth in levels.items():
        if truth is Truth.MET:
            return name
        if truth is Truth.UNKNOWN:
            return UNKNOWN
    return "v0"


def _positives(level: Trace) -> Value:
    """How many of the five are positive, with those not looked for as bounds."""
    cluster = level.parts[0]
    met, unknown, _ = count(part.truth for part in cluster.parts)
    if unknown:
        return Span(met, met + unknown)
    return met
