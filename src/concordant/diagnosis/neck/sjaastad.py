"""Sjaastad 2003: features indicative of cervical abnormality, a sum of 0 to 5 points (diagnosis 2.3).

Funct Neurol 2003;18:195-203: mean 0.42 in 246 headache-free people, 0.79 in the whole series of 1,834. It is no
diagnostic cut-off and nothing here makes one of it. How the two graded signs are graded was not read, so a sign that
is there gives anything up to its maximum, and the score is an interval.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Knowledge
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND
from concordant.facts import Scope
from concordant.facts.examination.judgement import crom_reduced, pressure_provokes_headache, sjaastad_cf_score
from concordant.facts.examination.signs import facet_tenderness, neck_muscle_tenderness, skin_roll_positive
from concordant.facts.fact import Fact
from concordant.facts.kinds import Flag
from concordant.facts.values import Span

NAME = "Sjaastad 2003, features indicative of cervical abnormality"
SOURCE = "Sjaastad 2003, Funct Neurol 2003;18:195-203; no diagnostic cut-off"
EXTREME = 0.5
"""Points for the extreme positivity of any one sign; no fact says whether there was one."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and its points."""

    fact: Fact[Flag]
    most: float
    graded: bool = False


SIGNS = (
    Sign(crom_reduced, 1.0, graded=True),
    Sign(pressure_provokes_headache, 1.5, graded=True),
    Sign(facet_tenderness, 0.5),
    Sign(neck_muscle_tenderness, 0.5),
    Sign(skin_roll_positive, 1.0),
)


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one headache, with the points of each sign."""

    points: Span
    """Of 5; from the least to the most that the signs allow."""
    parts: dict[str, Span]
    missing: tuple[str, ...]


def cervical_features(knowledge: Knowledge, headache: str) -> Score:
    """The score from the newest findings; a score that the examiner entered stands over the sum."""
    where = UNBOUND.bound(Scope.HEADACHE, headache)
    parts: dict[str, Span] = {}
    missing: list[str] = []
    for sign in SIGNS:
        reading = knowledge.read(term_of(sign.fact), where)
        if not reading.known:
            missing += reading.missing
        parts[sign.fact.name] = _points(sign, reading.value)
    entered = knowledge.read(term_of(sjaastad_cf_score), where).value
    if isinstance(entered, int | float) and not isinstance(entered, bool):
        return Score(Span(entered, entered), parts, ())
    # No sign, no extreme one; of a sign that is there or not looked for nobody has said how strong it was.
    extreme = EXTREME if any(part.high > 0 for part in parts.values()) else 0.0
    low = sum(part.low for part in parts.values())
    high = sum(part.high for part in parts.values()) + extreme
    return Score(Span(low, high), parts, tuple(dict.fromkeys(missing)))


def _points(sign: Sign, value: object) -> Span:
    if value is False:
        return Span(0, 0)
    return Span(sign.most, sign.most) if value is True and not sign.graded else Span(0, sign.most)
