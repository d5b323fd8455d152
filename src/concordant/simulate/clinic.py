"""The demo clinic: about forty invented people, one or two at each stage of care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.simulate.seeded import seeded
from concordant.simulate.stages import (
    after_a_crash,
    before_examination,
    first_days,
    first_weeks,
    other_headaches,
    red_flags,
    retests,
    two_headaches,
)
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story.draft import CaseFile, Draft

EVERYONE: tuple[Someone, ...] = (
    *before_examination.PEOPLE,
    *red_flags.PEOPLE,
    *first_weeks.PEOPLE,
    *retests.PEOPLE,
    *after_a_crash.PEOPLE,
    *other_headaches.PEOPLE,
    *two_headaches.PEOPLE,
    *first_days.PEOPLE,
)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """An invented person with a chart. Any likeness to a real person is chance."""

    chart_number: str
    given_name: str
    family_name: str
    stage: str
    """What the person shows, in a few words."""
    case: CaseFile
    """A case file in plain values (text, numbers, lists, tables), as read_plain takes it and JSON carries it."""


def demo_clinic(seed: int, today: date) -> tuple[DemoPerson, ...]:
    """Everyone as of the morning of ``today``; nothing is dated or recorded on or after it."""
    return tuple(_person(someone, seed, today) for someone in EVERYONE)


def _person(someone: Someone, seed: int, today: date) -> DemoPerson:
    rng = seeded("demo clinic", seed, someone.chart_number)
    draft = Draft(rng, today, f"demo-{someone.chart_number}", someone.sex, someone.age)
    someone.happens(draft)
    return DemoPerson(someone.chart_number, someone.given_name, someone.family_name, someone.stage, draft.finish())
