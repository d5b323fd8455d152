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
    """One set of criteria, or one score, for one headache: one of ``trace`` and ``score`` is there."""

    name: str
    headache: str
    source: str
    trace: Trace | None = None
    every: Trace | None = field(default=None, repr=False)
    """Of CHISG: all of its criteria, to show each."""
    score: sjaastad.Score | None = None
    note: str = ""

    @property
    def verdict(self) -> Truth | None:
        """None for a score, which has no cut-off."""
        return self.trace.truth if self.trace is not None else None

    @property
    def criteria(self) -> Mapping[str, Truth]:
        """The lettered criteria."""
        return {letter: truth for one in (self.every, self.trace) if one for letter, truth in one.letters().items()}

    @property
    def points(self) -> Span | None:
        """The sum of a score."""
        return self.score.points if self.score is not None else None

    @property
    def parts(self) -> Mapping[str, Span]:
        """What each sign adds to a score."""
        return self.score.parts if self.score is not None else {}

    @property
    def missing(self) -> tuple[str, ...]:
        """Of criteria a smallest set of facts that would settle them, of a score what was not asked."""
        if self.score is not None:
            return self.score.missing
        return next(iter(smallest_missing(self.trace)), ()) if self.trace is not None else ()


def read_beside(evaluator: Evaluator, knowledge: Knowledge, headache: str) -> tuple[BesideReading, ...]:
    """CHISG clinical and research, Antonaci and the score of Sjaastad for one headache."""
    clinical, research, every = (evaluator.rule(key, headache) for key in (chisg.CLINICAL, chisg.RESEARCH, chisg.EVERY))
    probable = evaluator.rule(antonaci.KEY, headache)
    score = sjaastad.cervical_features(knowledge, headache)
    return (
        BesideReading(chisg.CLINICAL, headache, chisg.SOURCE, clinical, every, note=chisg.BILATERAL),
        BesideReading(chisg.RESEARCH, headache, chisg.SOURCE, research, every, note=chisg.BILATERAL),
        BesideReading(antonaci.KEY, headache, antonaci.SOURCE, probable, note="Five of seven: probable."),
        BesideReading(sjaastad.NAME, headache, sjaastad.SOURCE, score=score),
    )
