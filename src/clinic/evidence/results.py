"""One pool as the page shows it: picture, and every number of it in tables."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic.evidence.chosen import Trials
from clinic.evidence.said import p_of, said, span
from concordant.evidence import Refused
from concordant.evidence.forest import Forest, ForestRow, Summary, svg
from concordant.evidence.library import of_pool, plain
from concordant.evidence.not_defined import NotDefined
from concordant.evidence.pooling import Model, Pool, Test, cautions, one_of, q_profile
from concordant.evidence.pooling import pool as pooled
from concordant.evidence.sensitivity import leave_one_out
from concordant.evidence.small_study import egger, trim_and_fill

Z = 1.959963984540054
FEWEST_FOR_PREDICTION, FEWEST_FOR_SMALL_STUDY_TESTS = 3, 10


@dataclass(frozen=True)
class TrialLine:
    """One trial as it is drawn."""

    label: str
    effect: str
    interval: str
    weight: str
    note: str


@dataclass(frozen=True)
class Without:
    """The pool without one trial."""

    label: str
    effect: str
    interval: str
    tau2: str
    i2: str


@dataclass(frozen=True)
class Result:
    """Everything about one pool."""

    picture: SafeString
    unit: str
    says: str
    plain: str
    trials: tuple[TrialLine, ...]
    numbers: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]
    without: tuple[Without, ...]
    small_study: tuple[tuple[str, str], ...]
    k: int


def result_of(it: Trials, model: Model, test: Test) -> Result:
    """Raises Refused, with the trial, for effects that cannot be pooled."""
    found: Pool = pooled(it.yi, it.vi, model=model, test=test)
    warned = tuple(each.says for each in cautions(it.yi, it.vi, found))
    return Result(
        picture=_picture(it, found),
        unit=it.unit,
        says=it.says,
        plain=_plain(it, found),
        trials=_trials(it, found),
        numbers=_numbers(it, found),
        cautions=(*it.cautions, *warned),
        without=_without(it, model, test),
        small_study=_small_study(it, model),
        k=int(found.k),
    )


def _weights(it: Trials, found: Pool) -> Any:
    weight = 1 / (it.vi + found.tau2)
    return 100 * weight / weight.sum()


def _picture(it: Trials, found: Pool) -> SafeString:
    half = Z * np.sqrt(it.vi)
    rows = tuple(
        ForestRow(label[:60], float(y), float(y - h), float(y + h), float(w))
        for label, y, h, w in zip(it.labels, it.yi, half, _weights(it, found), strict=True)
    )
    summaries = ()
    if math.isfinite(found.ci_low) and math.isfinite(found.ci_high):
        name = _("Pooled: %(model)s, %(test)s") % {"model": found.model, "test": found.test}
        summaries = (Summary(name, found.estimate, found.ci_low, found.ci_high, _predicted(found)),)
    lower, higher = {
        "lower": (_("lower is better"), _("worse")),
        "higher": (_("worse"), _("higher is better")),
    }.get(it.better, ("", ""))
    plot = Forest(rows, summaries, it.unit, lower, higher, it.ratio)
    # Names of trials are escaped where the picture is made.
    return mark_safe(svg(plot, name="forest", title=_("Forest plot of %d trials") % len(rows)))  # noqa: S308


def _predicted(found: Pool) -> tuple[float, float] | None:
    low, high = found.prediction_interval_t_k_minus_2
    if found.k < FEWEST_FOR_PREDICTION or not (math.isfinite(low) and math.isfinite(high)):
        return None
    return float(low), float(high)


def _why_none(found: Pool) -> str:
    if found.model in ("FE", "EE"):
        return _("none: this model takes one effect for all trials")
    if found.k < FEWEST_FOR_PREDICTION:
        return _("none: fewer than three trials, so that where a further one would lie cannot be known")
    return _("not defined")


def _plain(it: Trials, found: Pool) -> str:
    if not it.against or it.measure != "MD":
        return ""
    try:
        return plain(of_pool(found, it.scale, it.against, prediction=_predicted(found)))
    except Refused:
        return ""


def _trials(it: Trials, found: Pool) -> tuple[TrialLine, ...]:
    notes = it.notes or ("",) * len(it.labels)
    return tuple(
        TrialLine(
            label, said(y, ratio=it.ratio), span(y - Z * math.sqrt(v), y + Z * math.sqrt(v), ratio=it.ratio),
            f"{w:.1f} %", note,
        )
        for label, y, v, w, note in zip(it.labels, it.yi, it.vi, _weights(it, found), notes, strict=True)
    )  # fmt: skip


def _numbers(it: Trials, found: Pool) -> tuple[tuple[str, str], ...]:
    spread = q_profile(it.yi, it.vi)
    predicted = _predicted(found)
    normal = found.test == "z"
    fixed = found.model in ("FE", "EE")
    scale = _(" (of logarithms)") if it.ratio else ""
    alone = _("not defined: one trial") if found.k == 1 else ""
    told = [
        (_("Trials (k)"), str(found.k)),
        (_("Pooled effect"), said(found.estimate, ratio=it.ratio)),
        (_("95 % interval"), span(found.ci_low, found.ci_high, ratio=it.ratio)),
        (_("Standard error") + scale, said(found.se)),
        (
            _("z") if normal else _("t, %s degrees of freedom") % said(found.df),
            said(found.statistic),
        ),
        (_("p"), p_of(found.p)),
        (
            _("Prediction interval: where the effect of a further trial is expected (t with k − 2)"),
            span(*predicted, ratio=it.ratio) if predicted else _why_none(found),
        ),
        (
            _("Prediction interval as metafor 3.8 gives it"),
            span(*found.prediction_interval_metafor, ratio=it.ratio) if found.k > 1 and not fixed else _why_none(found),
        ),
        (_("tau², variance between trials") + scale, _("0: assumed by this model") if fixed else said(found.tau2)),
        (_("tau², 95 % interval (Q-profile)") + scale, alone or _ends(spread.tau2)),
        (_("I² from tau² (as metafor), share of the spread beyond chance"), _percent(found.I2_metafor)),
        (_("I² from Q (Higgins)"), _percent(found.I2_from_Q)),
        (_("I², 95 % interval (Q-profile)"), alone or _("%s %%") % _ends(spread.I2_percent)),
        (_("H² from tau² (as metafor)"), said(found.H2_metafor)),
        (
            _("Q, test of whether the trials agree"),
            alone
            or _("%(q)s on %(df)d degrees of freedom, p %(p)s")
            % {"q": said(found.Q), "df": found.Q_df, "p": p_of(found.Q_p)},
        ),
    ]
    return tuple(told)


def _ends(ends: Any) -> str:
    return span(float(ends[0]), float(ends[1]))


def _percent(value: float) -> str:
    return _("%s %%") % said(round(value, 1)) if math.isfinite(value) else _("not defined")


def _without(it: Trials, model: Model, test: Test) -> tuple[Without, ...]:
    if len(it.labels) < 2:
        return ()
    each = leave_one_out(it.yi, it.vi, model=model, test=test)
    return tuple(
        Without(
            label, said(one.estimate, ratio=it.ratio), span(one.ci_low, one.ci_high, ratio=it.ratio), said(one.tau2),
            _percent(one.I2_metafor),
        )
        for label, one in ((label, one_of(each, place)) for place, label in enumerate(it.labels))
    )  # fmt: skip


def _small_study(it: Trials, model: Model) -> tuple[tuple[str, str], ...]:
    """Empty below ten trials, where these tests are not run."""
    if len(it.labels) < FEWEST_FOR_SMALL_STUDY_TESTS:
        return ()
    told = []
    slope = egger(it.yi, it.vi)
    if isinstance(slope, NotDefined):
        told.append((_("Egger’s test"), str(slope)))
    else:
        told.append((
            _("Egger’s test: slope of the effect on its standard error"),
            _("%(slope)s, t %(t)s, p %(p)s")
            % {"slope": said(slope.slope_sei), "t": said(slope.statistic), "p": p_of(slope.p)},
        ))  # fmt: skip
    filled = trim_and_fill(it.yi, it.vi, model=model)
    if isinstance(filled, NotDefined):
        told.append((_("Trim and fill"), str(filled)))
    else:
        side = _("left") if filled.side == "left" else _("right")
        whole = filled.pool
        told += [
            (
                _("Trim and fill (L0): trials that the funnel seems to lack"),
                _("%(count)d on the %(side)s") % {"count": filled.k0, "side": side},
            ),
            (
                _("Pool with these filled in, to compare and not to report"),
                f"{said(whole.estimate, ratio=it.ratio)} ({span(whole.ci_low, whole.ci_high, ratio=it.ratio)})",
            ),
        ]
    return tuple(told)
