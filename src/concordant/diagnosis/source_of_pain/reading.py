"""The source of pain of one headache, as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Criterion, Evaluator, Trace, Truth, any_of
from concordant.diagnosis.source_of_pain.joints import JOINTS
from concordant.diagnosis.source_of_pain.load_and_disc import LOAD_AND_DISC
from concordant.diagnosis.source_of_pain.muscles import IN_MUSCLES
from concordant.diagnosis.source_of_pain.structure import Rival, Sign, Structure

STRUCTURES: tuple[Structure, ...] = (*JOINTS, *IN_MUSCLES, *LOAD_AND_DISC)

LIMITS = (
    "Shows where the neck reproduces the headache. It is no diagnosis: reproduction is common in migraine and "
    "tension-type headache as well, and only a controlled block settles which structure hurts."
)


def source_rules() -> dict[str, Criterion]:
    """The rule of every structure by key, and beside it a rule that holds all its signs for the trace."""
    rules: dict[str, Criterion] = {}
    for structure in STRUCTURES:
        rules[structure.key] = structure.criterion
        rules[_signs_key(structure)] = any_of(*(sign.criterion for sign in _signs(structure)))
    return rules


def _signs(structure: Structure) -> tuple[Sign, ...]:
    return (*structure.pointing_to, *structure.pointing_away, *structure.beside)


def _signs_key(structure: Structure) -> str:
    return f"{structure.key}: signs"


@dataclass(frozen=True, slots=True)
class SignReading:
    """One sign as it was found."""

    sign: Sign
    trace: Trace

    @property
    def truth(self) -> Truth:
        """Seen, not seen, or not looked for."""
        return self.trace.truth


@dataclass(frozen=True, slots=True)
class RivalReading:
    """Another explanation, and what its own rule says."""

    rival: Rival
    truth: Truth | None
    """Of the rival's rule; None where no rule can tell."""


@dataclass(frozen=True, slots=True)
class StructureReading:
    """One structure as a source of one headache."""

    structure: Structure
    truth: Truth
    """Met: something points to it. Not met: what was looked for speaks against it."""
    trace: Trace
    signs: tuple[SignReading, ...]
    rivals: tuple[RivalReading, ...]
    """Those that their own rule has not excluded."""

    @property
    def seen(self) -> tuple[SignReading, ...]:
        """The signs that were found."""
        return tuple(one for one in self.signs if one.truth is Truth.MET)


def sources_of_pain(evaluator: Evaluator, headache: str) -> tuple[StructureReading, ...]:
    """Every structure: those that something points to first, those with more signs seen before others."""
    readings = [_reading(structure, evaluator, headache) for structure in STRUCTURES]
    order = [Truth.MET, Truth.UNKNOWN, Truth.NOT_MET]
    return tuple(sorted(readings, key=lambda one: (order.index(one.truth), -len(one.seen))))


def _reading(structure: Structure, evaluator: Evaluator, headache: str) -> StructureReading:
    trace = evaluator.rule(structure.key, headache)
    found = evaluator.rule(_signs_key(structure), headache).parts
    rivals = [RivalReading(rival, _alive(rival, evaluator, headache)) for rival in structure.rivals]
    return StructureReading(
        structure,
        trace.truth,
        trace,
        tuple(SignReading(sign, part) for sign, part in zip(_signs(structure), found, strict=True)),
        tuple(one for one in rivals if one.truth is not Truth.NOT_MET),
    )


def _alive(rival: Rival, evaluator: Evaluator, headache: str) -> Truth | None:
    return evaluator.rule(rival.rule, headache).truth if rival.rule else None
