"""Other published criteria for cervicogenic headache, told beside ICHD-3 and deciding nothing (diagnosis 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from concordant.criteria import Criterion, Evaluator, Knowledge, Trace, Truth, smallest_missing
from concordant.diagnosis.neck import antonaci, chisg, sjaastad
from concordant.facts.values import Span

BESIDE_RULES: dict[str, Criterion] = chisg.CHISG_RULES | {antonaci.KEY: antonaci.antonaci_probable}


@dataclass(frozen=True, slots=True)
class BesideReading:
    """One set of criteria, or one score, for one headache."""

    name: str
    headache: str
    source: str
    verdict: Truth | None = None
    """None for a score, which has no cut-off."""
    trace: Trace | None = None
    criteria: Mapping[str, Truth] = field(default_factory=dict)
    points: Span | None = None
    parts: Mapping[str, Span] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    note: str = ""


def read_beside(evaluator: Evaluator, knowledge: Knowledge, headache: str) -> tuple[BesideReading, ...]:
    """CHISG clinical and research, Antonaci and the score of Sjaastad for one headache."""
    every = evaluator.rule(chisg.EVERY, headache).letters()
    return (
        _criteria(evaluator, chisg.CLINICAL, headache, chisg.SOURCE, every, chisg.BILATERAL),
        _criteria(evaluator, chisg.RESEARCH, headache, chisg.SOURCE, every, chisg.BILATERAL),
        _criteria(evaluator, antonaci.KEY, headache, antonaci.SOURCE, {}, "Five of seven: probable."),
        _score(knowledge, headache),
    )


def _criteria(
    evaluator: Evaluator, key: str, headache: str, source: str, more: Mapping[str, Truth], note: str
) -> BesideReading:
    trace = evaluator.rule(key, headache)
    sets = smallest_missing(trace)
    return BesideReading(
        name=key,
        headache=headache,
        source=source,
        verdict=trace.truth,
        trace=trace,
        criteria={**more, **trace.letters()},
        missing=sets[0] if sets else (),
        note=note,
    )


def _score(knowledge: Knowledge, headache: str) -> BesideReading:
    score = sjaastad.cervical_features(knowledge, headache)
    return BesideReading(
        name=sjaastad.NAME,
        headache=headache,
        source=sjaastad.SOURCE,
        points=score.points,
        parts=score.parts,
        missing=score.missing,
    )
