"""One pool as the page shows it: picture, and every number of it in tables."""

import math
from dataclasses import dataclass
from typing import Any, SupportsFloat

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.evidence.asked import MODELS, TESTS
from clinic.evidence.believed import Prior, believed
from clinic.evidence.chosen import Trials
from clinic.evidence.said import p_of, said, span
from concordant.evidence import Refused
from concordant.evidence.conversions import normal_interval
from concordant.evidence.forest import Forest, ForestRow, Summary, svg
from concordant.evidence.library import of_pool, plain
from concordant.evidence.not_defined import NotDefined
from concordant.evidence.pooling import Model, Pool, Test, cautions, one_of, q_profile
from concordant.evidence.pooling import pool as pooled
from concordant.evidence.pooling.cautions import FEWEST_FOR_PREDICTION, FEWEST_FOR_SMALL_STUDY_TESTS
from concordant.evidence.sensitivity import leave_one_out
from concordant.evidence.small_study import egger, trim_and_fill

FIXED = ("FE", "EE")
"""Models that take one effect for all trials."""


@dataclass(frozen=True)
class TrialLine:
    """One trial as it is drawn."""

    label: str
    effect: str
    interval: str
    weight: str
    note: str
    doi: str


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
    believed: tuple[tuple[str, str], ...]
    """With a prior; empty where none was stated."""
    k: int

    @property
    def is_several(self) -> bool:
        """Of one trial there is little more to tell than itself."""
        return self.k > 1


def result_of(it: Trials, model: Model, test: Test, *, name: str = "forest", prior: Prior | None = None) -> Result:
    """One pool; ``name`` makes its ids the only ones of their kind on a page.

    Raises Refused, with the trial, for effects that cannot be pooled.
    """
    found: Pool = pooled(it.yi, it.vi, model=model, test=test)
    warned = tuple(each.says for each in cautions(it.yi, it.vi, found))
    return Result(
        picture=_picture(it, found, name),
        unit=it.unit,
        says=it.says,
        plain=_plain(it, found),
        trials=_trials(it, found),
        numbers=_numbers(it, found),
        cautions=(*it.cautions, *warned),
        without=_without(it, model, test),
        small_study=_small_study(it, model),
        believed=believed(it, prior) if prior else (),
        k=int(found.k),
    )


def _weights(it: Trials, found: Pool) -> Any:
    weight = 1 / (it.vi + found.tau2)
    return 100 * weight / weight.sum()


def _picture(it: Trials, found: Pool, name: str) -> SafeString:
    rows = tuple(
        ForestRow(label, y, *normal_interval(y, math.sqrt(v)), w)
        for label, y, v, w in zip(it.labels, it.yi.tolist(), it.vi.tolist(), _weights(it, found).tolist(), strict=True)
    )
    middle, low, high = (float(each) for each in (found.estimate, found.ci_low, found.ci_high))
    # Of one trial Knapp-Hartung gives no interval, and so there is no diamond.
    label = (_("Pooled (%s)") if len(rows) > 1 else _("One trial (%s)")) % found.model
    whole = (Summary(label, middle, low, high, _predicted(found)),) if math.isfinite(low) else ()
    lower, higher = {
        "lower": (_("better"), _("worse")),
        "higher": (_("worse"), _("better")),
    }.get(it.better, ("", ""))
    plot = Forest(rows, whole, it.unit, lower, higher, it.ratio)
    told = ngettext("Forest plot of %(k)d trial: %(unit)s", "Forest plot of %(k)d trials: %(unit)s", len(rows))
    title = told % {"k": len(rows), "unit": it.unit}
    # Names of trials are escaped where the picture is made.
    return mark_safe(svg(plot, name=name, title=title))  # noqa: S308


def _predicted(found: Pool) -> tuple[float, float] | None:
    low, high = found.prediction_interval_t_k_minus_2
    few = found.k < FEWEST_FOR_PREDICTION or found.model in FIXED
    if few or not (math.isfinite(low) and math.isfinite(high)):
        return None
    return float(low), float(high)


def _why_none(found: Pool) -> str:
    if found.model in FIXED:
        return _("none: this model takes one effect for all trials")
    if found.k < FEWEST_FOR_PREDICTION:
        return _("none: fewer than three trials, so that where a further one would lie cannot be known")
    return _("not defined")


def _plain(it: Trials, found: Pool) -> str:
    if not it.against or not it.plain_scale:
        return ""
    try:
        told = of_pool(found, it.plain_scale, it.against, outcome=it.plain_outcome, prediction=_predicted(found))
        return plain(told)
    except Refused:
        return ""


def _trials(it: Trials, found: Pool) -> tuple[TrialLine, ...]:
    notes, dois = (each or ("",) * len(it.labels) for each in (it.notes, it.dois))
    return tuple(
        TrialLine(
            label, said(y, ratio=it.ratio), span(*normal_interval(y, math.sqrt(v)), ratio=it.ratio),
            f"{w:.1f} %", note, doi,
        )
        for label, y, v, w, note, doi in zip(it.labels, it.yi, it.vi, _weights(it, found), notes, dois, strict=True)
    )  # fmt: skip


def _numbers(it: Trials, found: Pool) -> tuple[tuple[str, str], ...]:
    spread = q_profile(it.yi, it.vi)
    predicted = _predicted(found)
    normal = found.test == "z"
    fixed = found.model in FIXED
    scale = _(" (of logarithms)") if it.ratio else ""
    alone = _("not defined: one trial") if found.k == 1 else ""
    told = [
        (_("Model"), str(MODELS[found.model])),
        (_("Test and interval"), str(TESTS[found.test])),
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


def _percent(value: SupportsFloat) -> str:
    return _("%s %%") % said(round(float(value), 1)) if math.isfinite(value) else _("not defined")


def _without(it: Trials, model: Model, test: Test) -> tuple[Without, ...]:
    if len(it.labels) < 2:
        return ()
    # Of two the one that is left stands by its own interval, as a single trial does everywhere here.
    each = leave_one_out(it.yi, it.vi, model=model, test="z" if len(it.labels) == 2 else test)
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
                _("Pool with these filled in (normal interval), to compare and not to report"),
                f"{said(whole.estimate, ratio=it.ratio)} ({span(whole.ci_low, whole.ci_high, ratio=it.ratio)})",
            ),
        ]
    return tuple(told)
