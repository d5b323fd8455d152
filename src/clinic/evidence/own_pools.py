"""The clinic's own pools behind one piece of advice: what the trials say to the questions that stand behind it."""

import math
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from clinic.evidence.chosen import Trials
from clinic.evidence.library_table import MARKS, name_of, when_of
from clinic.evidence.results import Result, result_of
from concordant.evidence.library import Prompt, TrialRow, prompts, risk_of_bias_of, trials, weight_at_risk
from concordant.evidence.living import QUESTIONS, Question, Standing, standing
from concordant.evidence.living.questions import DAYS, INTENSITY
from concordant.evidence.pooling import Model, Test
from concordant.language import said

SAYABLE = {DAYS: ("days with CGH per 4 weeks", ""), INTENSITY: ("0-10", "headache intensity")}
"""By unit of a question: the scale that has words for a person, and what its points are of."""


@dataclass(frozen=True)
class LeftOutShown:
    """One row that came near and does not enter."""

    name: str
    what: str
    when: str
    why: str


@dataclass(frozen=True)
class OwnPool:
    """One question and its answer."""

    question: Question
    result: Result | None
    """None where no trial answers it."""
    prompts: tuple[Prompt, ...]
    """What to look at before judging its certainty."""
    left_out: tuple[LeftOutShown, ...]


def own_pools(
    advice_id: str, model: Model, test: Test, rows: tuple[TrialRow, ...] | None = None
) -> tuple[OwnPool, ...]:
    """Every question that stands behind the advice, answered by these rows (those of the library where none are
    given)."""
    return tuple(
        _shown(standing(asked, rows, model=model, test=test), model, test)
        for asked in QUESTIONS
        if advice_id in asked.advice
    )


def _shown(one: Standing, model: Model, test: Test) -> OwnPool:
    left_out = tuple(
        LeftOutShown(name_of(each.row), each.row.comparison, when_of(each.row), each.why) for each in one.left_out
    )
    if not one.entered:
        return OwnPool(one.question, None, (), left_out)
    scale, outcome = SAYABLE[one.question.unit]
    entered = Trials(
        labels=tuple(f"{each.name}, {when_of(each.row)}" for each in one.entered),
        yi=np.array([each.estimate for each in one.entered]),
        vi=np.array([each.se**2 for each in one.entered]),
        measure="MD",
        scale=one.question.unit,
        says=_("Differences in %(unit)s, the treated minus those compared with: less than 0 is better.")
        % {"unit": said(one.question.unit)},
        notes=tuple(_note(each.row) for each in one.entered),
        dois=tuple(each.doi for each in one.entered),
        better="lower",
        against=one.question.against,
        plain_scale=scale,
        plain_outcome=outcome,
    )
    # One trial stands by its own interval, as in `standing`.
    found = result_of(entered, model, "z" if len(one.entered) == 1 else test, name=f"forest-{one.question.id}")
    return OwnPool(one.question, found, _prompts(one), left_out)


def _prompts(one: Standing) -> tuple[Prompt, ...]:
    """The five domains of GRADE; what is not known stays so."""
    pool = one.pool
    assert pool is not None
    weights = {each.row.trial_id: 1 / (each.se**2 + float(pool.tau2)) for each in one.entered}
    bias = weight_at_risk(weights)
    low, high = pool.prediction_interval_t_k_minus_2
    return prompts(
        ci=(float(pool.ci_low), float(pool.ci_high)),
        i2=float(pool.I2_metafor) if pool.k > 1 else None,
        prediction=(float(low), float(high)) if math.isfinite(low) else None,
        percent_weight_at_high_risk=None if bias.not_rated else bias.high,
        k=pool.k,
    )


def _note(row: TrialRow) -> str:
    bias = [_("risk of bias %(rating)s (%(by)s)") % {"rating": each.rating, "by": each.rated_by}
            for each in risk_of_bias_of(row.trial_id)]  # fmt: skip
    kept = "" if row in trials() else _("kept by this clinic, not in the reviewed library")
    return "; ".join(filter(None, (row.comparison, kept, str(MARKS.get(row.known, "")), *bias, row.note)))
