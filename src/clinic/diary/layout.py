"""The order of the daily questions: what every day needs first, the rest folded away (outcomes 1.3)."""

from django.utils.translation import gettext_lazy as _

from clinic.forms.layout import Section, facts_to_ask
from concordant.facts import DICTIONARY, Dictionary, Scope

FIRST = ("headache_today",)
OF_HEADACHE = (
    "intensity_nrs",
    "intensity_usual_nrs",
    "headache_hours",
    "headache_side_today",
    "started_in_neck_today",
    "worse_with_neck_movement_today",
    "worse_with_routine_activity_today",
    "pulsating_today",
    "nausea_today",
    "vomiting_today",
    "photophobia_today",
    "phonophobia_today",
    "aura_today",
)
EVERY_DAY = (
    "neck_pain_nrs",
    "acute_medication",
    "missed_work_or_study_today",
    "missed_home_today",
    "missed_social_today",
    "exercises_done",
    "red_flag_today",
)
NOT_SAID = _("not said")
"""Nobody asks here: who writes the day says it or does not."""
NOTE_LENGTH = 1000
"""Characters: a few sentences about a day."""
OPTIONAL = ("sleep_hours", "sleep_quality_nrs", "stress_nrs")


def day(dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """The sections of one day."""
    facts = {fact.name: fact for fact in facts_to_ask(Scope.DAY, dictionary=dictionary)}

    def some(names: tuple[str, ...]) -> tuple[object, ...]:
        return tuple(facts.pop(name) for name in names if name in facts)

    return (
        Section("first", _("Headache"), some(FIRST)),  # type: ignore[arg-type]
        Section("headache", _("If there was a headache"), some(OF_HEADACHE)),  # type: ignore[arg-type]
        Section("every", _("Every day"), some(EVERY_DAY)),  # type: ignore[arg-type]
        Section("sleep", _("Sleep and stress, if you like"), some(OPTIONAL)),  # type: ignore[arg-type]
        Section("more", _("More, if your clinician asked for it"), tuple(facts.values()), is_open=False),
    )
