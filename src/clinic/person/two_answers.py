"""Days of which two devices said different things: what both said, until the person says which is right."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clinic.audit.actor import Actor
from clinic.person.look import Look
from clinic.sync.state import ASKED_DAYS, asked_at, disputes
from clinic.sync.words import in_words
from concordant.plan.interventions import BY_ID


@dataclass(frozen=True)
class TwoAnswers:
    day: date
    exercise: str
    """Empty where it is the day of the diary."""
    asked_at: datetime
    """Since when it is asked: when the second answer came."""
    answers: tuple[tuple[datetime, str], ...]
    """When it was written, and what it says."""


def two_answers_of(look: Look, by: Actor) -> tuple[TwoAnswers, ...]:
    """Of the chart as it stands today: on which earlier day somebody was asked is not looked back to."""
    if not look.moment.is_today:
        return ()
    found = disputes(by, look.chart.person, look.moment.day - timedelta(days=ASKED_DAYS))
    return tuple(
        TwoAnswers(
            day=one.day,
            exercise=BY_ID[one.item].name if one.item in BY_ID else one.item,
            asked_at=asked_at(one),
            answers=tuple((head.written, in_words(head.says)) for head in one.standing.heads),
        )
        for one in found
    )
