"""Each diagnosis of each headache with its letters, its words and its trace; and other published criteria beside."""

from __future__ import annotations

from typing import Any

from concordant.answer.trace import trace, word
from concordant.diagnosis import DiagnosisReading
from concordant.diagnosis.beside import BesideReading
from concordant.diagnosis.explaining import Explanation, explain


def diagnosis(one: DiagnosisReading) -> dict[str, Any]:
    """One diagnosis of one headache."""
    return {
        "code": one.diagnosis.code,
        "name": one.diagnosis.name,
        "headache": one.headache,
        "status": one.status.value,
        "criteria": {letter: word(truth) for letter, truth in sorted(one.criteria.items(), key=_by_letter)},
        "missing": list(one.missing),
        "because": list(one.because),
        "subforms": [
            {"code": each.subform.code, "name": each.subform.name, "truth": word(each.truth)} for each in one.subforms
        ],
        "note": one.note,
        "label": one.label,
        "remarks": [{"letter": remark.letter, "says": remark.words} for remark in one.remarks],
        "source": one.diagnosis.source,
        "explanation": _explanation(explain(one)),
        "trace": trace(one.trace),
    }


def _explanation(one: Explanation) -> dict[str, Any]:
    """Why, why not and what would change it, for the clinician and for the person."""
    return {
        "clinician": one.clinician,
        "patient": one.patient,
        "why_not": one.why_not,
        "what_would_change": [{"facts": list(each.facts), "says": each.says} for each in one.changes],
    }


def beside(one: BesideReading) -> dict[str, Any]:
    """Another set of criteria for one headache, or a score, which has points from least to most and no verdict."""
    told: dict[str, Any] = {
        "name": one.name,
        "headache": one.headache,
        "verdict": None if one.verdict is None else word(one.verdict),
        "criteria": {letter: word(truth) for letter, truth in sorted(one.criteria.items())},
        "missing": list(one.missing),
        "note": one.note,
        "source": one.source,
    }
    if one.points is not None:
        told["points"] = [one.points.low, one.points.high]
        told["parts"] = {name: [part.low, part.high] for name, part in one.parts.items()}
    return told


def _by_letter(item: tuple[str, object]) -> tuple[int, str]:
    return len(item[0]) > 2, item[0]
