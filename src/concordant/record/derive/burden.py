"""The burden of a headache: days times intensity. It orders the list of diagnoses (ICHD-3 G4, diagnosis 3.2 step 7)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import headache_burden, headache_days_per_30d
from concordant.facts.diary.day import intensity_nrs
from concordant.facts.history.pattern import pain_severity
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.diary import MONTH

NRS_OF = {"mild": Span(1, 3), "moderate": Span(4, 6), "severe": Span(7, 9), "very_severe": Span(10, 10)}
"""The points of 10 that each word of ``pain_severity`` stands for, as its declaration says."""


@computes(headache_burden)
def burden(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days in 30 x mean worst intensity of those days; without a diary the points that the severity stands for."""
    inputs = Inputs(reader, where)
    days = inputs.number(headache_days_per_30d)
    strength = _diary(reader, where, inputs) or _stated(reader, where, inputs)
    if days is None or strength is None:
        return inputs.unknown("", *(() if strength else (pain_severity,)))
    return inputs.result(Span(days.low * strength.low, min(300.0, days.high * strength.high)))


def _diary(reader: Reader, where: Binding, inputs: Inputs) -> Span | None:
    answers = reader.diary.answers(where.headache)
    last = reader.diary.last_counted_day()
    worst = []
    for day, present in answers.items():
        if present and 0 <= (last - day).days < MONTH:
            rows = reader.diary.by_day[day]
            mine = [row for row in rows if row.headache == where.headache] or rows
            points = [row.facts.get(intensity_nrs.name) for row in mine]
            worst += [max(known)] if (known := [one for one in points if isinstance(one, int | float)]) else []
    if not worst:
        return None
    mean = sum(worst) / len(worst)
    inputs.note(intensity_nrs.name, mean, f"mean {mean:.1f} of 10 on {len(worst)} days")
    return Span(mean, mean)


def _stated(reader: Reader, where: Binding, inputs: Inputs) -> Span | None:
    word = reader.read(term_of(pain_severity), where).value
    if not isinstance(word, str) or word not in NRS_OF:
        return None
    inputs.note(pain_severity.name, word, word)
    return NRS_OF[word]
