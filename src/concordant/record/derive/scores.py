"""Questionnaires of one person: every form that was filled in, and its change at a retest (outcomes 2; retest 1).

The baseline is the last form on or before the day on which treatment began, else the first there is. A form counts at
a retest only if it was filled in on that very day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.change.assumptions import NPRS_PERCENT, PCS_PERCENT
from concordant.change.category import Category
from concordant.change.scores.category import category
from concordant.change.scores.limits import Limits
from concordant.change.scores.scale import Scale
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding
from concordant.facts.outcomes.questionnaires import pcs_score
from concordant.facts.outcomes.ratings import nprs_headache_average_7d, nprs_headache_worst_7d
from concordant.facts.values import Value
from concordant.measures.questionnaires import (
    Better,
    NotScorable,
    Questionnaire,
    Score,
    Threshold,
    Version,
    may_compare,
    score,
)
from concordant.measures.questionnaires.activities import PSFS, same_activities
from concordant.record.derive.computing import Reader
from concordant.record.derive.treatment_start import start_of_treatment

PERCENT = {
    nprs_headache_average_7d.name: NPRS_PERCENT,
    nprs_headache_worst_7d.name: NPRS_PERCENT,
    pcs_score.name: PCS_PERCENT,
}
"""Where an important fall is a share of the first rating too, as the settings have it (retest 1.3)."""


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Two forms and what became of the score; the totals are those that are compared."""

    before: Score
    after: Score
    first: float | None
    latest: float | None
    category: Category | None
    """None where no limit is published: nothing is said."""
    threshold: float | None
    """What a gain has to reach to be real and important, in points."""
    source: str
    note: str = ""


def filled_in(reader: Reader, questionnaire: Questionnaire) -> dict[date, Score]:
    """By day, oldest first; a form without a total is among them, a contradicted score is not."""
    found: dict[date, Score] = {}
    for day, value in _values(reader, questionnaire):
        try:
            found[day] = score(questionnaire, on=day, total=value)
        except NotScorable:
            found.pop(day, None)
    for outcome in reader.outcomes:
        blank = outcome.date not in found
        if outcome.fact != questionnaire.fact.name or not (blank or found[outcome.date].total == outcome.value):
            continue
        items, total = (outcome.items, None) if outcome.items else (None, outcome.value)
        # A contradicted score was left out above, and comes back by no other door.
        if blank and not outcome.items:
            continue
        try:
            one = score(questionnaire, items, on=outcome.date, version=outcome.version, total=total)
        except NotScorable:
            continue
        if not blank or one.total is None:
            found[outcome.date] = one
    return dict(sorted(found.items()))


def _values(reader: Reader, questionnaire: Questionnaire) -> Iterator[tuple[date, Value]]:
    """Each day with one number. Several numbers of one day are no number, wherever they stand."""
    by_day: dict[date, set[Value]] = {}
    for visit, finding, said in reader.findings().get(questionnaire.fact.name, ()):
        if said.on is None:
            continue
        value = finding.value
        if visit:
            value = reader.read(term_of(questionnaire.fact), Binding(visit=visit)).value
        if isinstance(value, int | float) and not isinstance(value, bool):
            by_day.setdefault(said.on, set()).add(value)
    yield from ((day, values.pop()) for day, values in by_day.items() if len(values) == 1)


def baseline_of(found: dict[date, Score], start: date | None, retest: date) -> Score | None:
    """The form from which a change at the retest is counted; None where there is none before it."""
    earlier = [day for day in found if day < retest]
    until = [day for day in earlier if start is not None and day <= start]
    chosen = until[-1] if until else earlier[0] if earlier else None
    return None if chosen is None else found[chosen]


def score_change(reader: Reader, where: Binding, questionnaire: Questionnaire) -> ScoreChange | str:
    """The change at the bound retest, or why there is none."""
    if where.visit is None:
        return "no retest"
    return score_change_on(reader, reader.visits[where.visit].date, questionnaire)


def score_change_on(reader: Reader, day: date, questionnaire: Questionnaire) -> ScoreChange | str:
    """The change at the form of a day, or why there is none."""
    found = filled_in(reader, questionnaire)
    after = found.get(day)
    if after is None:
        return "not filled in at this retest"
    before = baseline_of(found, start_of_treatment(reader), day)
    if before is None:
        return "no earlier one to compare with"
    return change_of(before, after)


def totals_of(before: Score, after: Score) -> tuple[float | None, float | None, str]:
    """The two totals that are compared, and a remark; of activities those of what both forms rate."""
    if after.questionnaire is PSFS:
        both = same_activities(before, after)
        if both is not None:
            return *both, ""
        if not (before.items and after.items):
            return before.total, after.total, "whether the same activities were rated is not known"
    return before.total, after.total, ""


def change_of(before: Score, after: Score) -> ScoreChange:
    """Of two forms, the earlier first."""
    questionnaire, limit = after.questionnaire, after.questionnaire.change
    first, latest, note = totals_of(before, after)
    if limit is None:
        return ScoreChange(before, after, first, latest, None, None, "", "no limit of a real change is published")
    if questionnaire.rates_a_change:
        return ScoreChange(before, after, first, latest, None, None, "", "the rating is itself of a change")
    against = may_compare(before, after)
    if against or first is None or latest is None:
        return _told(before, after, (first, latest), Category.NOT_ASSESSABLE, "; ".join(against))
    version = questionnaire.version(after.version) or questionnaire.versions[0]
    found = category(first, latest, _scale(questionnaire, version, limit), _limits(questionnaire, limit))
    if found is Category.NOT_ASSESSABLE:
        note = "the first score leaves no room for a gain that could be told from error"
    return _told(before, after, (first, latest), found, note or limit.note)


def _told(
    before: Score, after: Score, totals: tuple[float | None, float | None], found: Category, note: str
) -> ScoreChange:
    limit = after.questionnaire.change
    assert limit is not None
    source = "; ".join(one.row for one in (limit.mdc, limit.mcid) if one is not None)
    return ScoreChange(before, after, *totals, found, limit.points, source, note)


def _scale(questionnaire: Questionnaire, version: Version, limit: Threshold) -> Scale:
    assert version.low is not None
    assert version.high is not None
    return Scale(version.low, version.high, limit.step, questionnaire.better is Better.LOWER)


def _limits(questionnaire: Questionnaire, limit: Threshold) -> Limits:
    """With one limit published, it is asked for both questions (outcomes 2.3: the larger of those that there are)."""
    mdc = limit.mdc or limit.mcid
    assert mdc is not None
    percent = PERCENT.get(questionnaire.fact.name, limit.percent.value if limit.percent else None)
    return Limits(mdc.value, limit.mcid.value if limit.mcid else None, percent if limit.mcid else None)
