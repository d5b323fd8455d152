"""The steps that come before every other: flags to be answered, and safety questions that nobody asked."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.diagnosis.next_test import minutes
from concordant.diagnosis.next_test.gates import Gates
from concordant.diagnosis.next_test.suggestion import Kind, Suggestion
from concordant.facts import DICTIONARY
from concordant.facts.examination.active_range import arom_rotation_deg
from concordant.facts.safety.history import new_red_flag_sign
from concordant.facts.safety.results import red_flag_cleared
from concordant.facts.safety.trauma import spine_imaging_cleared
from concordant.safety import FlagReading
from concordant.safety.imaging import ccr_imaging

LISTED = 3
"""So many safety questions are listed at once; all stand under safety."""


def answer_flags(gate: Gates, headache: str) -> tuple[Suggestion, ...]:
    """The open flags after which nothing else is asked or tested."""
    return tuple(
        _answer(flag, headache, gate, "Nothing else is asked or tested before it is answered.")
        for flag in gate.stopping
    )


def safety_questions(gate: Gates, headache: str) -> Iterator[Suggestion]:
    """Urgent flags, then what the screen still asks; the head is turned last, once nothing else is open."""
    for flag in gate.urgent:
        yield _answer(flag, headache, gate, "No test of the neck before it is answered.")
    asked = _asked(gate)
    turning = [fact for fact in asked if _name(fact) == arom_rotation_deg.name]
    others = [fact for fact in asked if fact not in turning]
    if turning and not others:
        yield _turn(headache)
    for fact in others[:LISTED]:
        yield Suggestion(fact, Kind.SAFETY, headache, DICTIONARY[_name(fact)].ask, asked[fact], minutes.SAFETY_CHECK)


def _asked(gate: Gates) -> dict[str, str]:
    """By fact in the order of asking: why."""
    asked: dict[str, str] = {}

    def ask(facts: tuple[str, ...], why: str) -> None:
        for fact in facts:
            asked.setdefault(fact, why)

    for one in gate.injuries:
        ask(one.ask, f"Canadian C-spine rule: no neck test before it is answered. {one.reading.step}.")
    ask(gate.unasked, "A red flag is not asked, so not clear; no neck test before it is.")
    ask(gate.unknown, "While it is not known, what it would block is blocked.")
    if not gate.asked_again:
        ask((new_red_flag_sign.name,), "Any new warning sign since the last visit? Asked at every visit.")
    return asked


def _answer(flag: FlagReading, headache: str, gate: Gates, until: str) -> Suggestion:
    after_injury = flag.flag is ccr_imaging
    steps = "".join(f" {one.reading.step}." for one in gate.injuries) if after_injury else ""
    fact = spine_imaging_cleared if after_injury else red_flag_cleared
    why = f"A red flag is open: {flag.flag.name}.{steps} {until}"
    return Suggestion(fact.name, Kind.SAFETY, headache, flag.do, why, None)


def _turn(headache: str) -> Suggestion:
    return Suggestion(
        arom_rotation_deg.name,
        Kind.SAFETY,
        headache,
        "The person turns the head actively to each side, 45 degrees or more; no hands on.",
        "Last step of the Canadian C-spine rule: no high-risk factor, and a low-risk factor that allows it.",
        minutes.SAFETY_CHECK,
    )


def _name(fact: str) -> str:
    return fact.partition("[")[0]
