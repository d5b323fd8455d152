"""An assessment as the JSON of the case file's contract."""

from __future__ import annotations

from typing import Any

from concordant.answer.contradictions import contradiction
from concordant.answer.coverage import coverage
from concordant.answer.diagnoses import beside, diagnosis
from concordant.answer.measures import measures
from concordant.answer.next_tests import next_test
from concordant.answer.plan import plan
from concordant.answer.probability import probability
from concordant.answer.progress import decision, row
from concordant.answer.safety import safety
from concordant.answer.sources import source
from concordant.assessment import Assessment
from concordant.coverage import Coverage, coverage_of
from concordant.diagnosis import Status

__all__ = ["answer", "coverage_answer", "plan_answer", "progress_answer"]


def answer(assessment: Assessment, *, every: bool = False) -> dict[str, Any]:
    """The answer, safety first; excluded diagnoses only with ``every``."""
    shown = [one for one in assessment.diagnoses if every or one.status is not Status.EXCLUDED]
    headaches = list(assessment.record.headaches)
    return {
        "as_of": assessment.as_of.isoformat(),
        "safety": safety(assessment.safety),
        "contradictions": [contradiction(one) for one in assessment.contradictions],
        "diagnoses": [diagnosis(one) for one in shown],
        "sources": [source(one, headache) for headache in headaches for one in assessment.sources(headache)],
        "probability": [probability(assessment.probability(one)) for one in headaches],
        "next_tests": [next_test(step) for one in headaches for step in assessment.next_tests(one)],
        "measures": measures(assessment.record),
        **progress_answer(assessment),
        **plan_answer(assessment, every=every),
        **coverage_answer(coverage_of(assessment.record, assessment.as_of)),
        "beside": [beside(one) for one in assessment.beside],
    }


def progress_answer(assessment: Assessment) -> dict[str, Any]:
    """The two keys of a retest."""
    found = assessment.progress
    retest = assessment.record.day_of(found.visit).isoformat() if found.visit is not None else None
    return {"progress": [row(one) for one in assessment.changes], "decision": decision(found, retest)}


def plan_answer(assessment: Assessment, *, every: bool = False) -> dict[str, Any]:
    """The plan of the headache that comes first, and those of the others; ``plan`` is null where there is none."""
    found = [plan(one, every=every) for one in assessment.proposals]
    return {"plan": found[0] if found else None, "other_plans": found[1:]}


def coverage_answer(found: Coverage) -> dict[str, Any]:
    """What the payer covers, and what is due."""
    return {"coverage": coverage(found)}
