"""What was measured: the newest value of every physical test and questionnaire, against its cut-off or band."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding
from concordant.facts.fact import SEGMENTS
from concordant.facts.history.person import age_years, sex
from concordant.measures import MEASURES, Measure, deficit
from concordant.measures.questionnaires import OF_FACT
from concordant.record.derive.measured import measurement
from concordant.record.derive.scores import filled_in
from concordant.record.record import Record


def measures(record: Record) -> list[dict[str, Any]]:
    """Tests in the order of the session, then questionnaires; each once for each side and segment."""
    return [*_tests(record), *_questionnaires(record)]


def _tests(record: Record) -> Iterator[dict[str, Any]]:
    for name, measure in MEASURES.items():
        if name in record.findings():
            for side in measure.sides:
                for segment in SEGMENTS if measure.fact.segmental else (None,):
                    yield from _newest(record, measure, side, segment)


def _newest(record: Record, measure: Measure, side: str | None, segment: str | None) -> Iterator[dict[str, Any]]:
    for visit in reversed(record.visits):
        found = measurement(record, Binding(visit=visit), measure, side, segment)
        if found is not None and found.value is not None:
            age, whose = record.read(term_of(age_years)).value, record.read(term_of(sex)).value
            against = deficit(
                measure,
                found.value,
                side=side,
                age=age if isinstance(age, int | float) else None,
                sex=whose if isinstance(whose, str) else None,
            )
            yield {
                "measure": measure.fact.name,
                "side": side,
                "segment": segment,
                "date": record.day_of(visit).isoformat(),
                "value": found.value,
                "unit": measure.fact.unit,
                "reference": against.words,
                "deficit": against.answer,
            }
            return


def _questionnaires(record: Record) -> Iterator[dict[str, Any]]:
    for questionnaire in OF_FACT.values():
        found = list(filled_in(record, questionnaire).values())
        if found:
            band = found[-1].band
            yield {
                "measure": questionnaire.id,
                "side": None,
                "segment": None,
                "date": found[-1].date.isoformat(),
                "value": found[-1].total,
                "unit": questionnaire.fact.unit,
                "reference": band.words if band else found[-1].why,
                "deficit": None,
            }
