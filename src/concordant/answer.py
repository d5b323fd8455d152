"""An assessment as the JSON of the case file's contract.

The keys measures, progress, decision, plan and coverage join as their rooms are furnished; a key that is there is
complete.
"""

from __future__ import annotations

from typing import Any

from concordant.assessment import Assessment
from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.saying import value_in_words
from concordant.criteria.words import phrase, provenance
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.beside import BesideReading
from concordant.diagnosis.explaining import for_clinician, for_patient, what_would_change, why_not
from concordant.diagnosis.next_test.suggestion import Suggestion
from concordant.diagnosis.probability.judge import Probability, Weight
from concordant.facts import DICTIONARY, UNKNOWN, Value
from concordant.record.contradictions.contradiction import Contradiction
from concordant.safety import FlagReading, InjuryReading, Safety
from concordant.safety.matrix import TechniqueReading
from concordant.safety.results import facts_of_injury


def answer(assessment: Assessment, *, every: bool = False) -> dict[str, Any]:
    """The answer; excluded diagnoses only with ``every``."""
    shown = [one for one in assessment.diagnoses if every or one.status is not Status.EXCLUDED]
    return {
        "as_of": assessment.as_of.isoformat(),
        "safety": safety(assessment.safety),
        "contradictions": [contradiction(one) for one in assessment.contradictions],
        "diagnoses": [diagnosis(one) for one in shown],
        "probability": [probability(assessment.probability(one)) for one in assessment.record.headaches],
        "next_tests": [next_test(step) for one in assessment.record.headaches for step in assessment.next_tests(one)],
        "beside": [beside(one) for one in assessment.beside],
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
        "disputed": one.disputed,
    }


def contradiction(one: Contradiction) -> dict[str, Any]:
    """Entries that cannot all be true, and the facts that are not read until it is settled."""
    return {
        "id": one.id,
        "says": one.says,
        "entries": [
            {
                "fact": entry.term.name,
                "value": value_in_words(entry.term, entry.value),
                "on": entry.said.on.isoformat() if entry.said.on else None,
                "by": entry.said.by,
                "place": entry.said.place,
            }
            for entry in one.entries
        ],
        "unknown": list(one.unknown),
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
        "subforms": [
            {"code": each.subform.code, "name": each.subform.name, "truth": _word(each.truth)} for each in one.subforms
        ],
        "note": one.note,
        "label": one.label,
        "remarks": [{"letter": remark.letter, "says": remark.words} for remark in one.remarks],
        "source": one.diagnosis.source,
        "explanation": explanation(one),
        "trace": trace(one.trace),
    }


def beside(one: BesideReading) -> dict[str, Any]:
    """Another set of criteria for one headache, or a score, which has points from least to most and no verdict."""
    told: dict[str, Any] = {
        "name": one.name,
        "headache": one.headache,
        "verdict": None if one.verdict is None else _word(one.verdict),
        "criteria": {letter: _word(truth) for letter, truth in sorted(one.criteria.items())},
        "missing": list(one.missing),
        "note": one.note,
        "source": one.source,
    }
    if one.points is not None:
        told["points"] = [one.points.low, one.points.high]
        told["parts"] = {name: [part.low, part.high] for name, part in one.parts.items()}
    return told


def explanation(one: DiagnosisReading) -> dict[str, Any]:
    """Why, why not and what would change it, for the clinician and for the person."""
    return {
        "clinician": for_clinician(one),
        "patient": for_patient(one),
        "why_not": why_not(one),
        "what_would_change": [{"facts": list(each.facts), "says": each.says} for each in what_would_change(one)],
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


def probability(one: Probability) -> dict[str, Any]:
    """How sure it is of one headache. The three numbers are null where it is withheld."""
    estimate = one.estimate
    return {
        "code": one.code,
        "headache": one.headache,
        "prior": round(one.prior.mean, 4),
        "mean": None if estimate is None else round(estimate.mean, 4),
        "low": None if estimate is None else round(estimate.low, 4),
        "high": None if estimate is None else round(estimate.high, 4),
        "tests_used": [sign.fact for sign in one.used],
        "rivals": list(one.rivals),
        "setting": {
            "key": one.setting.key,
            "chosen_by": one.chosen_by,
            "low": round(one.prior.low, 4),
            "high": round(one.prior.high, 4),
            "sources": [study.source for study in one.setting.shares],
        },
        "weights": [_weight(weight) for weight in one.weights],
        "left_out": [{"test": test, "why": why} for test, why in one.left_out.items()],
        "sampling_error": None if estimate is None else round(estimate.sampling_error, 5),
        "says": list(one.says),
    }


def _weight(one: Weight) -> dict[str, Any]:
    return {
        "fact": one.sign.fact,
        "test": one.sign.name,
        "result": "positive" if one.positive else "negative",
        "ratio": round(one.ratio, 3),
        "low": round(one.low, 3),
        "high": round(one.high, 3),
        "against": {rival: round(ratio, 3) for rival, ratio in one.against.items()},
        "rows": list(one.sign.rows),
        "sources": list(one.sign.sources),
    }


def next_test(one: Suggestion) -> dict[str, Any]:
    """One next step."""
    return {
        "fact": one.fact,
        "why": one.why,
        "bits": round(one.bits, 4),
        "headache": one.headache,
        "kind": one.kind.value,
        "how": one.how,
        "minutes": None if one.minutes is None else float(one.minutes),
        "settles": list(one.settles),
        "verdict_share": round(one.verdict_share, 3),
        "if_positive": None if one.if_positive is None else round(one.if_positive, 4),
        "if_negative": None if one.if_negative is None else round(one.if_negative, 4),
        "conditions": [condition.says for condition in one.conditions],
    }
