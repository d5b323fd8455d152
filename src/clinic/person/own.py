"""The person's own page, in plain words: their progress, their days, and every number that was taken."""

from typing import Any

from clinic.person.look import Look
from clinic.person.measuring import Measure, measures_of
from clinic.person.my_progress import my_progress
from concordant.facts import Room
from concordant.safety.flag import Action

WINDOW = 28
_NOW = (Action.EMERGENCY, Action.SAME_DAY)


def own_page(look: Look) -> dict[str, Any]:
    return {
        "progress": my_progress(look),
        "recent": recent_days(look),
        "measures": tuple(one for one in measures_of(look) if is_for_the_person(one)),
        "see_a_doctor": look.assessment.safety.action in _NOW,
    }


def is_for_the_person(one: Measure) -> bool:
    """What a person did or answered, and what says something without training: no single segments."""
    return not one.fact.segmental and (one.again or one.fact.room is Room.OUTCOMES)


def recent_days(look: Look) -> dict[str, int] | None:
    """The last 28 days that are over, or that are written down; none where nothing was answered."""
    diary = look.record.diary
    if not diary:
        return None
    count = diary.count(diary.last_counted_day(), WINDOW, None)
    if not count.observed:
        return None
    return {"headache": count.positive, "free": count.negative, "missing": count.missing, "window": WINDOW}
