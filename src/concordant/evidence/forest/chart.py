"""The plot as a declaration in Vega-Lite; the numbers of one plot are named data, the places parameters.

Colours are not needed to read it: trials are squares, the pooled effect is a diamond, the prediction interval dashed.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from concordant.evidence.forest.plot import Forest
from concordant.evidence.forest.words import interval
from concordant.picture import writable

if TYPE_CHECKING:
    import altair as alt

WIDTH, ROW = 300, 26
"""Of the plot itself and of one row, in pixels of the screen; the picture scales."""
LABELS, FIGURES = 260, 18
"""Where the names begin, left of the plot, and the figures, right of it."""
TEXT, MARK = "currentColor", "#2a6f97"
DIAMOND = 0.32
"""Half its height, in rows."""
LONGEST_NAME = 36
"""Letters of a name that fit left of the plot, whatever font the reader has; the words and the table have all of it."""
ROOM = {"left": 5, "top": 5, "right": 60, "bottom": 5}
"""Around the picture, in pixels: fonts that are wider than the one it was laid out with still fit on the right."""
UNDER = 1.35
"""Rows from the axis to its title."""
LEAST, MOST = 18.0, 170.0
"""Areas of a square: the weights lie between."""


NAMED = ("nothing", "trials", "diamonds", "predicted", "names", "better", "worse", "unit")


def height(plot: Forest) -> float:
    """Of the plot, in pixels: a row for each trial and summary, and one for each prediction interval."""
    return ROW * _last(plot)


def data(plot: Forest) -> dict[str, list[dict[str, Any]]]:
    """The named data of the template."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMED}
    heaviest = max((row.weight or 0 for row in plot.rows), default=0) or 1
    for place, row in enumerate(plot.rows, start=1):
        area = LEAST + (MOST - LEAST) * (1 if row.weight is None else row.weight / heaviest)
        found["trials"].append({"x": row.estimate, "low": row.low, "high": row.high, "y": place, "area": area})
        found["names"].append({"y": place, "name": _short(row.label), "figures": interval(row, ratio=plot.ratio)})
    place = len(plot.rows) + 1
    for number, one in enumerate(plot.summaries):
        corners = ((one.low, 0), (one.estimate, DIAMOND), (one.high, 0), (one.estimate, -DIAMOND))
        found["diamonds"] += [
            {"x": x, "y": place + rise, "order": order, "which": number} for order, (x, rise) in enumerate(corners)
        ]
        found["names"].append({"y": place, "name": _short(one.label), "figures": interval(one, ratio=plot.ratio)})
        place += 1
        if one.predicted:
            low, high = one.predicted
            found["predicted"].append({"low": low, "high": high, "y": place})
            figures = interval(one.predicted, ratio=plot.ratio)
            found["names"].append({"y": place, "name": "A further trial is expected", "figures": figures})
            place += 1
    # Below the axis, which is below the last row.
    lowest = _last(plot) + UNDER + 0.8
    found["nothing"] = [{"x": 0}]
    found["unit"] = [{"y": _last(plot) + UNDER, "text": writable(plot.unit)}]
    found["better"] = [{"x": 0, "y": lowest, "text": f"← {writable(plot.better)}" if plot.better else ""}]
    found["worse"] = [{"x": 0, "y": lowest, "text": f"{writable(plot.worse)} →" if plot.worse else ""}]
    return found


def parameters(plot: Forest) -> dict[str, Any]:
    """Where the axis begins and ends, and where it is marked."""
    low, high = plot.span
    room = 0.04 * ((high - low) or 1)
    return {"first": low - room, "last": high + room, "rows": _last(plot), "ticks": _ticks(low, high, ratio=plot.ratio)}


def _short(name: str) -> str:
    name = writable(name)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _last(plot: Forest) -> int:
    return len(plot.rows) + len(plot.summaries) + sum(one.predicted is not None for one in plot.summaries) + 1


def _ticks(low: float, high: float, *, ratio: bool) -> list[float]:
    """At most seven round numbers; of ratios their logarithms, so that half and double stand equally far from one."""
    if ratio:
        powers = range(math.ceil(low / math.log(2)), math.floor(high / math.log(2)) + 1)
        every = max(1, math.ceil(len(powers) / 7))
        return [power * math.log(2) for power in powers if power % every == 0]
    step = 10.0 ** math.floor(math.log10((high - low) or 1))
    while (high - low) / step > 6:
        step *= 2 if round(step / 10 ** math.floor(math.log10(step))) in (1, 5) else 2.5
    return [round(count * step, 10) for count in range(math.ceil(low / step), math.floor(high / step) + 1)]


@cache
def template(*, ratio: bool) -> alt.LayerChart:
    """The plot without any numbers: its data have the names of `data`, its parameters those of `parameters`."""
    import altair as alt

    said = "format(exp(datum.value), '.2~f')" if ratio else "replace(format(datum.value, '.2~f'), '-', '−')"
    x_scale = alt.Scale(domain=[alt.ExprRef("first"), alt.ExprRef("last")], nice=False, zero=False)
    x_axis = alt.Axis(values=alt.ExprRef("ticks"), grid=False, labelExpr=said, title=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[alt.ExprRef("rows"), 0.4], nice=False, zero=False), axis=None)

    def layer(name: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=name))

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=x_scale, axis=x_axis)

    def words(name: str, field: str, align: Literal["left", "center", "right"], dx: float = 0) -> alt.Chart:
        written: alt.Chart = layer(name).mark_text(color=TEXT, align=align, fontSize=12, dx=dx).encode(y=y, text=field)
        return written

    layers = [
        layer("nothing").mark_rule(color=TEXT, strokeWidth=1).encode(x=along("x")),
        layer("trials").mark_rule(color=TEXT, strokeWidth=1.5).encode(x=along("low"), x2="high:Q", y=y),
        layer("trials")
        .mark_square(color=MARK, opacity=1)
        .encode(x=along("x"), y=y, size=alt.Size("area:Q", scale=None, legend=None)),
        layer("diamonds")
        .mark_line(interpolate="linear-closed", fill=MARK, stroke=MARK, strokeWidth=1)
        .encode(x=along("x"), y=y, order="order:Q", detail="which:N"),
        layer("predicted")
        .mark_rule(color=MARK, strokeWidth=2.5, strokeDash=[5, 3])
        .encode(x=along("low"), x2="high:Q", y=y),
        words("names", "name:N", "left").encode(x=alt.value(-LABELS)),
        words("names", "figures:N", "left").encode(x=alt.value(WIDTH + FIGURES)),
        words("unit", "text:N", "center").encode(x=alt.value(WIDTH / 2)),
        words("better", "text:N", "right", dx=-8).encode(x=along("x")),
        words("worse", "text:N", "left", dx=8).encode(x=along("x")),
    ]
    whole: alt.LayerChart = (
        alt.layer(*layers, width=WIDTH, height=ROW, background="transparent", padding=ROOM)
        .configure(
            # The picture has a title and a description of its own: a name on every mark would only be heard twice.
            aria=False,
            font="system-ui, sans-serif",
            view=alt.ViewConfig(stroke=None),
            axis=alt.AxisConfig(
                labelColor=TEXT, domainColor=TEXT, tickColor=TEXT, labelFontSize=12, labelLimit=0, labelOverlap=False
            ),
            text=alt.MarkConfig(limit=0),
        )
        .add_params(
            alt.param(name="first", value=-1), alt.param(name="last", value=1),
            alt.param(name="rows", value=2), alt.param(name="ticks", value=[0]),
        )
    )  # fmt: skip
    return whole
