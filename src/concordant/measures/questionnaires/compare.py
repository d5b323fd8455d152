"""Whether two scores may be compared at all (outcomes 2.6 rule 2). Nothing is said here about how much has changed."""

from __future__ import annotations

from concordant.measures.questionnaires.activities import FEWEST, PSFS, same_activities
from concordant.measures.questionnaires.score import Score, Status


def may_compare(before: Score, after: Score) -> tuple[str, ...]:
    """The reasons against, in words; empty: they may be compared."""
    if before.measure != after.measure:
        return (f"they are two measures: {before.measure} and {after.measure}",)
    reasons = [*_differences(before, after), *_gap(before, after)]
    for one in (before, after):
        if one.status is Status.INVALID or one.total is None:
            reasons.append(f"the score of {one.date} has no total: {one.why}")
    if not before.questionnaire.has_total:
        reasons.append("it is read item by item")
    if before.measure == PSFS.id and before.items and after.items and same_activities(before, after) is None:
        reasons.append(f"fewer than {FEWEST} activities were rated both times")
    return tuple(reasons)


def _differences(before: Score, after: Score) -> list[str]:
    several = len(before.questionnaire.versions) > 1 or before.questionnaire.any_version
    reasons: list[str] = []
    if several and not (before.version and after.version):
        reasons.append("the version is not known of both")
    for what in ("version", "recall", "anchor", "language"):
        first, second = getattr(before, what), getattr(after, what)
        if first and second and first != second:
            reasons.append(f"the {_WORDS.get(what, what)} differs: {first} and {second}")
    return reasons


_WORDS = {"recall": "time asked about", "anchor": "rating asked for"}


def _gap(before: Score, after: Score) -> list[str]:
    days = (after.date - before.date).days
    if days <= 0:
        return ["the second is not later than the first"]
    least = before.questionnaire.shortest_gap_days
    if days < least:
        return [f"only {days} days lie between them; at least {least} are needed, as both ask about the same time"]
    return []
