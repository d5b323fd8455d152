"""The clock of retests: it starts with treatment, not with the episode (outcomes 1.7; retest 9).

The time points of the decision table follow courses of treatment in trials, and the windows of outcomes 1.7 are counted
from the first treatment. The expected course reads the same day.
"""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Scope
from concordant.facts.outcomes.change import rated_better_at_one_month
from concordant.facts.outcomes.questionnaires import groc_score
from concordant.facts.plan.episode import weeks_in_treatment
from concordant.measures.questionnaires.global_change import SOMEWHAT
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.trajectory import POINT_DAYS
from concordant.record.derive.treatment_start import start_of_treatment

ONE_MONTH_DAYS = 28
"""The first week with limits of the expected course."""


@computes(weeks_in_treatment)
def weeks(reader: Reader, where: Binding, term: Term) -> Reading:
    """From the first treatment, or the first visit where no treatment is recorded, to today."""
    inputs = Inputs(reader, where)
    start = start_of_treatment(reader)
    if start is None or start > reader.as_of:
        return inputs.unknown("no day on which treatment began", weeks_in_treatment)
    inputs.note("treatment began", start, str(start))
    return inputs.result((reader.as_of - start).days / 7)


@computes(rated_better_at_one_month)
def better_early(reader: Reader, where: Binding, term: Term) -> Reading:
    """The newest global rating within a week of four weeks of treatment says better."""
    inputs = Inputs(reader, where)
    start = start_of_treatment(reader)
    if start is None:
        return inputs.unknown("no day on which treatment began", rated_better_at_one_month)
    for visit, one in reversed(reader.visits.items()):
        if abs((one.date - start).days - ONE_MONTH_DAYS) <= POINT_DAYS:
            points = reader.read(term_of(groc_score), where.bound(Scope.VISIT, visit)).value
            if isinstance(points, int | float):
                inputs.note(groc_score.name, points, f"{points:+g} on {one.date}")
                return inputs.result(points >= SOMEWHAT)
    return inputs.unknown("not rated at about four weeks of treatment", groc_score)
