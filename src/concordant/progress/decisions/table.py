"""The decision table (retest 9). All of it is product rule; the words of action are those of retest 1.5.

What the table leaves open is filled with the more careful neighbour and says so in ``source``.
"""

from __future__ import annotations

from concordant.change.assumptions import BEYOND_CHANCE
from concordant.criteria import Criterion, all_of, at_or_above, below, not_, one_of, yes
from concordant.facts.outcomes.change import any_headache_fall_probability_56d
from concordant.facts.outcomes.ratings import goal_met, worsening_duration
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.progress.decisions.decision import SOURCE, Action, Cell, Decision, Row
from concordant.progress.decisions.time_points import TimePoint
from concordant.progress.discharge import may_be_discharged
from concordant.progress.response import RESPONSE, Status
from concordant.settings import whole

INTERPRETABLE_ADHERENCE = whole(
    "adherence_interpretable_percent",
    50,
    unit="%",
    low=1,
    high=100,
    says="Below this share of the home programme a lack of response says nothing of the treatment.",
    source="retest 9; prognosis 6",
)

_W2, _W4, _W8, _W12 = TimePoint

adherent = at_or_above(adherence_percent_28d, INTERPRETABLE_ADHERENCE)
_not_adherent = below(adherence_percent_28d, INTERPRETABLE_ADHERENCE)
_real_over_56_days = at_or_above(any_headache_fall_probability_56d, BEYOND_CHANCE)
_ends_well = all_of(yes(goal_met), may_be_discharged)


def _cell(action: Action, says: str) -> tuple[Cell, ...]:
    return (Cell(action, says),)


def _worse(*duration: str) -> Criterion:
    return all_of(RESPONSE[Status.WORSE], one_of(worsening_duration, *duration))


_REFER_WORSE = _cell(Action.REFER, "Refer to the physician or a headache service.")
_RE_EXAMINE_WORSE = _cell(
    Action.RE_EXAMINE, "Re-examine before the next session and go through the red-flag screen again."
)
_DIAGNOSIS_WORSE = _cell(Action.RE_EXAMINE, "Re-examine the diagnosis and tell the family physician.")
_END_NOT_ADHERENT = _cell(
    Action.REFER, "End this course: discharge with a home plan, or refer. The home programme was not tried."
)
_END_ADHERENT = _cell(Action.REFER, "Stop hands-on care and refer. Do not repeat the same course.")

TABLE: tuple[Row, ...] = (
    Row(
        "red",
        RESPONSE[Status.RED],
        {None: _cell(Action.REFER, "Stop and refer urgently, as the open red flags say. The table does not apply.")},
    ),
    Row(
        "worse, settled within 48 h",
        _worse("within_48_hours"),
        {
            _W2: _cell(Action.ADJUST, "Lower the dose, explain the flare, and hold there."),
            _W4: _cell(Action.ADJUST, "Drop the technique that provokes it."),
            _W8: _DIAGNOSIS_WORSE,
            _W12: _REFER_WORSE,
        },
    ),
    Row(
        "worse for longer than 48 h",
        _worse("days"),
        {_W2: _RE_EXAMINE_WORSE, _W4: _RE_EXAMINE_WORSE, _W8: _DIAGNOSIS_WORSE, _W12: _REFER_WORSE},
        source=f"{SOURCE} has no row between 48 h and one week: that of the start of a lasting worsening is read, "
        "and at weeks 8 and 12 that of one that settles",
    ),
    Row(
        "worse for over a week",
        _worse("over_a_week"),
        {
            _W2: _RE_EXAMINE_WORSE,
            _W4: _cell(Action.REFER, "Refer back to the family physician or a headache service."),
            _W8: _REFER_WORSE,
            _W12: _REFER_WORSE,
        },
    ),
    Row(
        "no_change, home programme not done",
        all_of(RESPONSE[Status.NO_CHANGE], _not_adherent),
        {
            _W2: _cell(Action.HOLD, "Talk about the home programme; simplify it to 2 or 3 exercises."),
            _W4: _cell(Action.HOLD, "Hold the hands-on dose, make the home programme work, retest in 2 to 4 weeks."),
            _W8: _cell(
                Action.HOLD,
                "Hold the hands-on dose and make the home programme work, as at week 4. Where it is still not done, "
                "offer another pathway.",
            ),
            _W12: _END_NOT_ADHERENT,
        },
    ),
    Row(
        "no_change, home programme done",
        all_of(RESPONSE[Status.NO_CHANGE], adherent),
        {
            _W2: _cell(Action.HOLD, "Continue; check the technique and the level that is treated."),
            _W4: _cell(
                Action.ADJUST,
                "Change the technique or the level; add what is missing (exercise, soft tissue work, sleep, stress).",
            ),
            _W8: _cell(
                Action.RE_EXAMINE,
                "Re-evaluate the diagnosis: migraine, tension-type, medication overuse, jaw, after trauma. "
                "Review it in the team; refer if there is no new target.",
            ),
            _W12: _END_ADHERENT,
        },
    ),
    Row(
        "unknown",
        RESPONSE[Status.UNKNOWN],
        {
            _W2: _cell(Action.HOLD, "Repair the diary."),
            _W4: _cell(Action.HOLD, "Retest in 2 weeks. Do not progress on feeling alone."),
            _W8: _cell(Action.HOLD, "Retest in 2 weeks. Do not progress on feeling alone."),
            _W12: _cell(Action.HOLD, "Decide with an interview, and label the decision as of low confidence."),
        },
    ),
    Row(
        "possible",
        RESPONSE[Status.POSSIBLE],
        {
            _W2: _cell(Action.HOLD, "Continue."),
            _W4: _cell(Action.HOLD, "Hold, and retest in 2 to 4 weeks."),
            _W8: _cell(Action.HOLD, "Hold the manual dose; progress the exercise."),
        },
    ),
    Row(
        "possible, real over 56 days",
        all_of(RESPONSE[Status.POSSIBLE], _real_over_56_days),
        {_W12: _cell(Action.HOLD, "The fall over 56 days is beyond chance: hold the manual dose; progress exercise.")},
        source=f"{SOURCE} says only that this is not read as no change: the cell of week 8 goes on",
    ),
    Row(
        "possible, not real over 56 days, home programme not done",
        all_of(RESPONSE[Status.POSSIBLE], not_(_real_over_56_days), _not_adherent),
        {_W12: _END_NOT_ADHERENT},
        source=f"{SOURCE}: read as no change",
    ),
    Row(
        "possible, not real over 56 days, home programme done",
        all_of(RESPONSE[Status.POSSIBLE], not_(_real_over_56_days), adherent),
        {_W12: _END_ADHERENT},
        source=f"{SOURCE}: read as no change",
    ),
    Row(
        "discordant",
        RESPONSE[Status.DISCORDANT],
        {
            _W2: _cell(Action.HOLD, "Ask which of the two matters to the person."),
            _W4: _cell(Action.ADJUST, "Adjust to the domain that got worse."),
            _W8: _cell(Action.RE_EXAMINE, "Review it in the team."),
            _W12: _cell(Action.RE_EXAMINE, "Review it in the team."),
        },
    ),
    Row(
        "responding",
        RESPONSE[Status.RESPONDING],
        {
            _W2: _cell(Action.PROGRESS, "Progress the stage of exercise."),
            _W4: _cell(Action.PROGRESS, "Progress, and begin to space the visits."),
            _W8: _cell(Action.PROGRESS, "Space the visits to every 2 weeks; write the self-management plan."),
            _W12: (
                Cell(Action.DISCHARGE, "Discharge.", _ends_well, "goal met"),
                Cell(Action.PROGRESS, "One more block of 4 weeks, with a new target.", not_(_ends_well), "else"),
            ),
        },
        source=f"{SOURCE}, 1.5: discharge when its criteria hold",
    ),
    Row(
        "responding_strong",
        RESPONSE[Status.RESPONDING_STRONG],
        {
            _W2: _cell(Action.PROGRESS, "Progress."),
            _W4: _cell(Action.PROGRESS, "Progress, and halve the rate of visits."),
            _W8: _cell(Action.PROGRESS, "Plan the discharge."),
            _W12: (
                Cell(
                    Action.DISCHARGE,
                    "Discharge. Watch the diary for relapse; review 3, 6 and 12 months later.",
                    may_be_discharged,
                    "criteria hold",
                ),
                Cell(
                    Action.PROGRESS,
                    "Plan the discharge: settle what it still lacks.",
                    not_(may_be_discharged),
                    "else",
                ),
            ),
        },
        source=f"{SOURCE}, 1.5: discharge when its criteria hold",
    ),
)
"""Rows in the order of the reference."""

DECISIONS: tuple[Decision, ...] = tuple(decision for row in TABLE for decision in row.decisions())
"""Every cell of the table."""
