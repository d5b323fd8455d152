"""An assessment as the JSON of the case file's contract.

The keys measures, progress, decision, plan, coverage, probability and next_tests join as their rooms are
furnished; a key that is there is complete.
"""

from __future__ import annotations

from typing import Any

from concordant.assessment import Assessment
from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.saying import value_in_words
from concordant.criteria.words import phrase, provenance
from concordant.diagnosis import DiagnosisReading, Status
from concordant.facts import DICTIONARY, UNKNOWN, Value
from concordant.safety import FlagReading, InjuryReading, Safety
from concordant.safety.matrix import TechniqueReading
from concordant.safety.results import facts_of_injury


def answer(assessment: Assessment, *, every: bool = False) -> dict[str, Any]:
    """The answer; excluded diagnoses only with ``every``."""
    shown = [one for one in assessment.diagnoses if every or one.status is not Status.EXCLUDED]
    return {
        "as_of": assessment.as_of.isoformat(),
        "safety": safety(assessment.safety),
        "diagnoses": [diagnosis(one) for one in shown],
    }


def safety(found: Safety) -> dict[str, Any]:
    """The safety part: open flags strongest first, and what was not asked."""
    return {
        "manual_therapy": found.manual_therapy,
        "flags": [_flag(one) for one in found.open],
        "forbids": list(found.forbids),
        "cleared": [one.flag.id for one in found.flags if one.cleared],
        "not_screened": list(found.not_screened),
        "not_known": list(found.not_known),
        "techniques": {name: _technique(one) for name, one in found.techniques.items()},
        "injuries": [_injury(one) for one in found.injuries],
        "facts": {name: _written(name, value) for name, value in found.facts.items()},
    }


def _flag(one: FlagReading) -> dict[str, Any]:
    assert one.action is not None
    return {
        "id": one.flag.id,
        "name": one.flag.name,
        "action": one.action.value,
        "do": one.do,
        "by": one.by.isoformat() if one.by else None,
        "until": one.until,
        "because": list(one.because),
        "forbids": list(one.forbids),
        "source": one.flag.source,
    }


def _written(name: str, value: Value) -> Any:
    """As a case file would write it; null for what is not known."""
    return None if value is UNKNOWN else DICTIONARY[name].kind.write(value)


def _technique(one: TechniqueReading) -> dict[str, Any]:
    return {"letter": one.letter.value, "because": list(one.because), "limit": one.limit, "until": one.until}


def _injury(one: InjuryReading) -> dict[str, Any]:
    return {
        "injury": one.injury,
        **{name: str(value) for name, value in facts_of_injury(one).items()},
        "result": one.result.value,
        "step": one.step,
        "notes": list(one.notes),
        "ask": list(one.ask),
        "due": one.is_due,
    }


def diagnosis(one: DiagnosisReading) -> dict[str, Any]:
    """One diagnosis of one headache."""
    return {
        "code": one.diagnosis.code,
        "name": one.diagnosis.name,
        "headache": one.headache,
        "status": one.status.value,
        "criteria": {letter: _word(truth) for letter, truth in sorted(one.criteria.items(), key=_by_letter)},
        "missing": list(one.missing),
        "because": list(one.because),
        "note": one.note,
        "source": one.diagnosis.source,
        "trace": trace(one.trace),
    }


def _word(truth: Truth) -> str:
    return {Truth.MET: "met", Truth.NOT_MET: "not_met", Truth.UNKNOWN: "unknown"}[truth]


def _by_letter(item: tuple[str, object]) -> tuple[int, str]:
    return len(item[0]) > 2, item[0]


def trace(found: Trace) -> dict[str, Any]:
    """A trace as a tree; a rule referred to stands by its key, its own trace beside its own diagnosis."""
    told: dict[str, Any] = {"asks": phrase(found.criterion), "truth": _word(found.truth)}
    if found.letter:
        told = {"letter": found.letter, **told}
    if found.instance:
        told["of"] = found.instance
    if found.readings:
        told["read"] = [
            {
                "fact": term.name,
                "value": value_in_words(term, reading.value),
                "from": provenance(reading),
                "missing": list(reading.missing),
            }
            for term, reading in zip(found.criterion.terms, found.readings, strict=True)
        ]
    if found.parts and not isinstance(found.criterion, nodes.Verdict):
        told["parts"] = [trace(part) for part in found.parts]
    return told
