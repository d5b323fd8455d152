"""What to watch for after care, in the person's words. The general signs are usual advice; no trial tests them."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Criterion, Knowledge, Truth, evaluate, in_a_headache, yes
from concordant.criteria.reading import UNBOUND
from concordant.facts.history.pattern import stress_triggers_headache
from concordant.facts.history.person import work_posture_provokes
from concordant.language import said
from concordant.teaching.offered import MEDICINE_DAYS, SLEEP


@dataclass(frozen=True, slots=True)
class EarlySign:
    """Something that may come before more headaches; of a person only where what was found says so."""

    words: str
    when: Criterion | None = None
    """None for what is for everybody."""


EARLY_SIGNS = (
    EarlySign("You have more headache days than in your last weeks of care."),
    EarlySign("Long spells of work in one position.", yes(work_posture_provokes)),
    EarlySign("A time of more stress.", in_a_headache(yes(stress_triggers_headache))),
    EarlySign("A run of poor nights.", SLEEP.when),
    EarlySign("More days with headache medicine.", MEDICINE_DAYS.when),
)


def early_signs(knowledge: Knowledge) -> tuple[str, ...]:
    """Those of this person, in the language of the moment. An unknown fact adds none."""
    return tuple(
        said(one.words)
        for one in EARLY_SIGNS
        if one.when is None or evaluate(one.when, knowledge, UNBOUND, None).truth is Truth.MET
    )
