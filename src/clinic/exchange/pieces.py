"""A case file taken apart: one fragment for each dated piece, so that each is true on its own day."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.chart.actions import Fragment
from concordant.record.case import Case
from concordant.record.merge import Fragment as Said
from concordant.record.split import DATED, split

START, FACTS = "start", "facts"

WORDS: dict[str, str | Promise] = {
    START: _("What holds from the start"),
    FACTS: _("Dated facts"),
    "visits": _("Visits"),
    "outcomes": _("Questionnaires and ratings"),
    "diary": _("Days of the diary"),
    "treatments": _("Treatments"),
    "assessments": _("Signed assessments"),
    "plans": _("Signed plans"),
    "home": _("Exercises at home"),
}


@dataclass(frozen=True)
class Piece:
    """What one fragment brings: for the list that is shown before anything is signed."""

    section: str
    """Of the case file."""
    fragment: Fragment


def pieces_of(case: Case, today: date) -> list[Piece]:
    """What is undated first, as of the start; then each dated piece in the order of its day."""
    start = case.first_day() or today
    return [Piece(_section(one, start), Fragment(one.on, dict(one.content))) for one in split(case, undated=today)]


def _section(fragment: Said, start: date) -> str:
    section = next(iter(fragment.content))
    if section in DATED:
        return section
    return START if fragment.on == start else FACTS
