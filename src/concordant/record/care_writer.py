"""What was decided and done, back into the plain values of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from concordant.record import care
from concordant.record import case as c


def given(table: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {key: value for key, value in table.items() if value not in (None, "", [], {}, ())}


def day_text(day: date | None) -> str | None:
    """ISO 8601."""
    return day.isoformat() if day else None


def moment_text(moment: datetime | None) -> str | None:
    """ISO 8601."""
    return moment.isoformat() if moment else None


def treatment(one: c.Treatment) -> dict[str, Any]:
    """A row of ``treatments``."""
    of_done = {each.intervention for each in one.done}
    note = one.note
    return given(
        {
            "date": day_text(one.date),
            "discipline": one.discipline,
            "interventions": [each for each in one.interventions if each not in of_done],
            "status": one.status,
            "minutes": one.minutes,
            "done": [_done(each) for each in one.done],
            "note": given(
                {
                    "subjective": note.subjective,
                    "objective": note.objective,
                    "analysis": note.analysis,
                    "plan": note.plan,
                }
            )
            if note
            else None,
            "recorded": moment_text(one.recorded),
        }
    )


def assessment(one: care.SignedAssessment) -> dict[str, Any]:
    """A row of ``assessments``."""
    conclusions = [{"headache": each.headache, "code": each.code, "status": each.status} for each in one.conclusions]
    return given(
        {
            "date": day_text(one.date),
            "by": one.by,
            "conclusions": conclusions,
            "remark": one.remark,
            "recorded": moment_text(one.recorded),
        }
    )


def plan(one: care.SignedPlan) -> dict[str, Any]:
    """A row of ``plans``."""
    heading = {"date": day_text(one.date), "by": one.by, "headache": one.headache, "phase": one.phase}
    more = {
        "left_out": [{"intervention": each.intervention, "reason": each.reason} for each in one.left_out],
        "goals": [_goal(each) for each in one.goals],
        "visits_per_week": {key: _short(value) for key, value in one.visits_per_week.items()},
        "retest": day_text(one.retest),
        "remark": one.remark,
        "recorded": moment_text(one.recorded),
    }
    items = [_prescribed(each) for each in one.items]
    return given({**heading, "profile": one.profile}) | {"items": items} | given(more)


def home_row(one: care.HomeRow) -> dict[str, Any]:
    """A row of ``home``."""
    return {"date": day_text(one.date), "intervention": one.intervention, "done": one.done} | given(
        {
            "sets": one.sets,
            "reps": one.reps,
            "hold_s": None if one.hold_s is None else _short(one.hold_s),
            "load": one.load,
            "effort": one.effort,
            "pain_before_nrs": one.pain_before_nrs,
            "pain_after_nrs": one.pain_after_nrs,
            "by": one.by,
            "recorded": moment_text(one.recorded),
        }
    )


def dose(one: Mapping[str, care.DoseValue]) -> dict[str, Any]:
    """An amount that is one number is written as one."""
    found: dict[str, Any] = {}
    for key, value in one.items():
        if key in care.AMOUNTS and isinstance(value, tuple):
            low, high = (_short(float(end)) for end in value)
            found[key] = low if low == high else [low, high]
        elif isinstance(value, tuple):
            found[key] = list(value)
        else:
            found[key] = value if isinstance(value, str) else _short(value)
    return found


def _done(one: care.Done) -> dict[str, Any]:
    how = {"structure": one.structure, "side": one.side, "dose": one.dose, "reproduced": one.reproduced}
    return given({"intervention": one.intervention, **how, "response": one.response, "words": one.words})


def _prescribed(one: care.Prescribed) -> dict[str, Any]:
    how = {"dose": dose(one.dose), "choice": one.choice, "reason": one.reason, "signed_for": list(one.signed_for)}
    return given({"intervention": one.intervention, **how})


def _goal(one: care.Goal) -> dict[str, Any]:
    limits = {"at_most": one.at_most, "at_least": one.at_least}
    return given(
        {"says": one.says, "fact": one.fact}
        | {key: None if limit is None else _short(limit) for key, limit in limits.items()}
    )


def _short(number: float) -> float:
    """A whole number without its point."""
    return int(number) if number == int(number) else number
