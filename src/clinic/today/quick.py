"""The questions of a day under a thumb: few words, big targets, one tap for an answer.

The names and values are those of the form that needs no scripts; only how they look is another. The whole question
stands behind the short words for whoever listens to the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.facts import DICTIONARY, Fact, Kind
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

Words = str | Promise

SCALE_MOST = 10
HOURS = ("0.5", "1", "2", "4", "8", "12", "24")
"""Offered with one tap; any other number can be typed."""
LEFT_OUT = {"nausea_today": ("present",)}
"""For answers that were written elsewhere: "how much was not asked". Here it is asked."""


@dataclass(frozen=True, slots=True)
class Quick:
    """One question."""

    name: str
    words: Words
    offers_none: Words = ""
    """For what can be ticked: how "none of these" is said."""

    @property
    def fact(self) -> Fact[Kind]:
        return DICTIONARY[self.name]

    @property
    def shape(self) -> str:
        """Which of the templates it is drawn by."""
        match self.fact.kind:
            case Flag():
                return "yes_no"
            case Choice():
                return "one"
            case Choices():
                return "any"
            case Quantity(whole=True):
                return "scale"
            case _:
                return "hours"

    @property
    def options(self) -> list[tuple[str, str]]:
        """Word and how it is said."""
        kind = self.fact.kind
        if isinstance(kind, Choice):
            return [(word, kind.options[word]) for word in kind.words if word not in LEFT_OUT.get(self.name, ())]
        return list(kind.options.items()) if isinstance(kind, Choices) else []

    @property
    def scale(self) -> range:
        """The whole numbers of a scale. On a day with a headache the worst was not 0."""
        return range(1 if self.name == "intensity_nrs" else 0, SCALE_MOST + 1)

    @property
    def ends(self) -> tuple[Words, Words]:
        """What the lowest and the highest number stand for."""
        return ENDS.get(self.name, PAIN)


PAIN = (_("no pain"), _("worst you can imagine"))
ENDS: dict[str, tuple[Words, Words]] = {
    "intensity_nrs": (_("very mild"), _("worst you can imagine")),
    "sleep_quality_nrs": (_("very bad"), _("very good")),
    "stress_nrs": (_("none"), _("the most")),
}

OF_HEADACHE = (
    Quick("intensity_nrs", _("How strong at its worst?")),
    Quick("intensity_usual_nrs", _("And for most of the day?")),
    Quick("headache_hours", _("How many hours?")),
    Quick("headache_side_today", _("Which side?")),
)
CAME_WITH_IT = (
    Quick("started_in_neck_today", _("Started in the neck")),
    Quick("worse_with_neck_movement_today", _("Worse when the neck moved or was held")),
    Quick("worse_with_routine_activity_today", _("Worse when walking or on stairs")),
    Quick("pulsating_today", _("Throbbing")),
    Quick("photophobia_today", _("Light was unpleasant")),
    Quick("phonophobia_today", _("Sound was unpleasant")),
    Quick("vomiting_today", _("Threw up")),
    Quick("aura_today", _("Aura: sight, feeling or speech changed for a while")),
)
SICK = (Quick("nausea_today", _("Sick to the stomach?")),)
EVERY_DAY = (
    Quick("neck_pain_nrs", _("Neck pain at its worst?")),
    Quick("acute_medication", _("Headache drugs taken?"), _("None")),
    Quick("red_flag_today", _("Any of these today?"), _("None of these")),
)
LOST = (
    Quick("missed_work_or_study_today", _("Work or study")),
    Quick("missed_home_today", _("Things at home")),
    Quick("missed_social_today", _("Friends or family")),
)
EXERCISES = (Quick("exercises_done", _("Home exercises done?")),)
IF_YOU_LIKE = (
    Quick("sleep_hours", _("Hours of sleep in the night before")),
    Quick("sleep_quality_nrs", _("How well did you sleep?")),
    Quick("stress_nrs", _("How much stress?")),
)
PARTS = {
    "of_headache": OF_HEADACHE,
    "came_with_it": CAME_WITH_IT,
    "sick": SICK,
    "every_day": EVERY_DAY,
    "lost": LOST,
    "exercises": EXERCISES,
    "if_you_like": IF_YOU_LIKE,
}


def every() -> Iterator[Quick]:
    """All of them."""
    for part in PARTS.values():
        yield from part
