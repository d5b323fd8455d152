"""When in the day: something that happens anyhow, to which an exercise is tied (treatment 5.2).

No trial was read that tests these cues; each is a suggestion, and the person picks their own.
"""

from __future__ import annotations

from concordant.language import said

EVERY_SO_OFTEN = "Set an alarm, or do it each time you get up from your chair."
ON_SOME_DAYS = "Pick your days now. Keep to the same time, as after work."
ONCE = "Do it right after something you do each day, like your breakfast."
TWICE = "Do it when you brush your teeth, in the morning and at night."
MORE = "Do it with each of your meals."


def cue(*, per_day: float | None, per_week: float | None, every_minutes: float | None) -> str:
    """For so many times a day or a week, in the language of the moment; empty where the dose does not say."""
    if every_minutes:
        return said(EVERY_SO_OFTEN)
    if per_day:
        return said(ONCE if per_day < 2 else TWICE if per_day < 3 else MORE)
    return said(ON_SOME_DAYS if per_week else "")
