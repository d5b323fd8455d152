"""What became of function and of headache intensity at one retest, by questionnaire (retest 1.4, 1.5, 8)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Fact
from concordant.facts.kinds import Choice
from concordant.facts.outcomes.change import (
    function_change_class,
    headache_intensity_verdict,
    ndi_verdict,
    psfs_verdict,
)
from concordant.facts.rounding import rounded
from concordant.measures.questionnaires import Questionnaire
from concordant.measures.questionnaires.activities import PSFS
from concordant.measures.questionnaires.neck_disability import NDI
from concordant.measures.questionnaires.pain_ratings import HEADACHE_AVERAGE
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.scores import ScoreChange, score_change
from concordant.record.derive.verdicts import short_word_of, word_of


def _verdict(verdict: Fact[Choice], questionnaire: Questionnaire) -> None:
    @computes(verdict)
    def short_word(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        found = score_change(reader, where, questionnaire)
        if isinstance(found, str):
            return inputs.unknown(found, questionnaire.fact)
        word = None if found.category is None else short_word_of(found.category)
        if word is None:
            return inputs.unknown(found.note or "the change cannot be assessed")
        return _reading(inputs, found, word)


_verdict(ndi_verdict, NDI)
_verdict(psfs_verdict, PSFS)
_verdict(headache_intensity_verdict, HEADACHE_AVERAGE)


@computes(function_change_class)
def function(reader: Reader, where: Binding, term: Term) -> Reading:
    """The neck disability index where there are two of it, else the activities."""
    inputs = Inputs(reader, where)
    reasons = []
    for questionnaire in (NDI, PSFS):
        found = score_change(reader, where, questionnaire)
        if not isinstance(found, str) and found.category is not None:
            return _reading(inputs, found, word_of(found.category))
        reasons.append(f"{questionnaire.name}: {found if isinstance(found, str) else found.note}")
    return inputs.unknown("; ".join(reasons), NDI.fact, PSFS.fact)


def _reading(inputs: Inputs, found: ScoreChange, word: str) -> Reading:
    name = found.after.questionnaire.fact.name
    for one, total in ((found.before, found.first), (found.after, found.latest)):
        if total is not None:
            inputs.note(name, total, f"{rounded(total)} on {one.date}")
    return inputs.result(word, found.note)
