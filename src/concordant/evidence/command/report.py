"""The answers for people at a terminal."""

from __future__ import annotations

import textwrap
from typing import Any

from concordant.evidence.command.source import Source
from concordant.evidence.conversions import normal_interval
from concordant.evidence.forest import Forest, ForestRow, Summary, number
from concordant.evidence.library.claims import caution, claims
from concordant.evidence.living import Moved, Proposed, Standing, not_entered, sentence

WIDTH = 92
PARTS = {
    "mantel_haenszel": "Mantel-Haenszel",
    "peto": "Peto",
    "small_study": "Do small studies show more?",
    "trim_and_fill": "Trim and fill",
    "meta_regression": "Regression",
    "subgroups": "Groups",
}
MEASURED = {"OR": "odds ratio", "RR": "risk ratio", "IRR": "rate ratio", "ROM": "ratio of means", "HR": "hazard ratio"}
"""What the axis of a plot says of a ratio; other measures stand by their short names."""


def of_pool(source: Source, found: dict[str, Any]) -> str:
    """One pool."""
    ratio = source.is_ratio
    lines = [
        f"{source.name}: {found['k']} {'trial' if found['k'] == 1 else 'trials'}, {found['model']}, {found['test']}"
    ]
    if source.says:
        lines.append(f"  {source.says}")
    for one in found["trials"]:
        shown = _interval(one["yi"], *normal_interval(one["yi"], one["vi"] ** 0.5), ratio=ratio)
        lines.append(f"  {one['label'][:40]:<40}  {shown:<26} {one['weight_percent']:5.1f} %")
    lines.append(f"  {'Pooled':<40}  {_interval(found['estimate'], found['ci_low'], found['ci_high'], ratio=ratio)}")
    lines += _spread(found)
    if "prediction_interval_metafor" in found:
        lines += _predicted(found, ratio=ratio)
    for one in found.get("leave_one_out", ()):
        label = found["trials"][one["omitted"] - 1]["label"]
        shown = _interval(one["estimate"], one["ci_low"], one["ci_high"], ratio=ratio)
        lines.append(f"  {f'without {label}'[:40]:<40}  {shown}  tau² {one['tau2']:.4g}")
    for name, title in PARTS.items():
        if name in found:
            lines += [f"  {title}", *_fields(found[name])]
    lines += [f"  ! {one}" for one in found["cautions"]]
    return "\n".join(lines)


def forest_of(source: Source, found: dict[str, Any]) -> Forest:
    """The plot of one pool."""
    rows = []
    for one in found["trials"]:
        low, high = normal_interval(one["yi"], one["vi"] ** 0.5)
        rows.append(ForestRow(one["label"], one["yi"], low, high, one["weight_percent"]))
    predicted = found.get("prediction_interval_metafor")
    ends = tuple(predicted) if predicted and None not in predicted else None
    ends_known = found["ci_low"] is not None and found["ci_high"] is not None
    summaries: tuple[Summary, ...] = ()
    if ends_known:
        label = f"Pooled, {found['model']}"
        summaries = (Summary(label, found["estimate"], found["ci_low"], found["ci_high"], ends),)
    unit = MEASURED.get(source.measure, source.measure)
    return Forest(tuple(rows), summaries, source.unit or unit or "effect", ratio=source.is_ratio)


def of_moved(proposed: Proposed, found: tuple[Moved, ...]) -> str:
    """What a further trial would change."""
    lines = [f"{proposed.name} ({proposed.trial_id}), {len(proposed.rows)} rows. Nothing is stored."]
    for one in found:
        lines += ["", one.before.question.asks, f"  before: {_stood(one.before)}", f"  after:  {_stood(one.after)}"]
        lines += _wrapped(f"for the person: {sentence(one.after)}")
        lines += [f"  moves: {each.advice}" for each in one.advice]
    lines += [f"  does not enter: {one.says}" for one in not_entered(proposed)]
    return "\n".join(lines)


def _stood(one: Standing) -> str:
    if one.pool is None:
        return "no trial answers it"
    names = ", ".join(each.name for each in one.entered)
    ends = (float(each) for each in (one.pool.estimate, one.pool.ci_low, one.pool.ci_high))
    return f"{_interval(*ends, ratio=False)} {one.question.unit}; {names}"


def of_claims() -> str:
    """The four figures."""
    lines = []
    for one in claims():
        lines += [one.row.id, *(line for said in one.sentences for line in _wrapped(said)), ""]
    return "\n".join([*lines, *_wrapped(caution())])


def _interval(estimate: float, low: float | None, high: float | None, *, ratio: bool) -> str:
    if low is None or high is None:
        return f"{number(estimate, ratio=ratio)} (no interval)"
    return f"{number(estimate, ratio=ratio)} ({number(low, ratio=ratio)} to {number(high, ratio=ratio)})"


def _spread(found: dict[str, Any]) -> list[str]:
    low, high = found["q_profile_ci_95"]["tau2"]
    wide = "" if low is None or high is None else f" (Q-profile {low:.4g} to {high:.4g})"
    shares = f"{found['I2_metafor']:.1f} % (from tau²), {found['I2_from_Q']:.1f} % (from Q)"
    told = f"  tau² {found['tau2']:.4g}{wide}; I² {shares}"
    p = "" if found["Q_p"] is None else f", p {found['Q_p']:.3g}"
    return [told, f"  Q {found['Q']:.4g} with {found['Q_df']} degrees of freedom{p}"]


def _predicted(found: dict[str, Any], *, ratio: bool) -> list[str]:
    lines = []
    named = (("prediction_interval_metafor", "as metafor"), ("prediction_interval_t_k_minus_2", "t with k-2"))
    for name, title in named:
        low, high = found[name]
        ends = "not defined" if low is None else f"{number(low, ratio=ratio)} to {number(high, ratio=ratio)}"
        lines.append(f"  A further trial is expected between ({title}): {ends}")
    return lines


def _fields(found: dict[str, Any], indent: str = "    ") -> list[str]:
    """Names and numbers, one a line; what holds parts has them below it."""
    lines = []
    for name, value in found.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}", *_fields(value, indent + "  ")]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for each in value:
                first, *_ = each.values()
                lines += [f"{indent}{first}", *_fields(dict(list(each.items())[1:]), indent + "  ")]
        elif isinstance(value, list):
            lines.append(f"{indent}{name} {', '.join(map(_shown, value)) or 'none'}")
        else:
            lines.append(f"{indent}{name} {_shown(value)}")
    return lines


def _shown(value: Any) -> str:
    if value is None:
        return "not defined"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
