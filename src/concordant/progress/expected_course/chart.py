"""The chart: headache days per week over weeks in care, published limits behind, visits and retests as letters.

A declaration in Vega-Lite, checked against its grammar when it is built, once in a process: a person's numbers are put
in as named data, the axis of time as parameters. `svg` draws it without a browser.

No label has a limit of width: each would be measured against it, and measuring words is what drawing costs most.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from concordant.progress.expected_course.chart_data import ChartData
from concordant.progress.expected_course.palette import LIMIT, OWN, TEXT

if TYPE_CHECKING:
    import altair as alt

Rows: TypeAlias = "list[dict[str, Any]]"

WIDTH, HEIGHT = 560, 240
"""Of the plot itself, in pixels of the screen; the picture scales."""

LETTERS = {"visit": "V", "retest": "R", "injury": "A"}
"""A for accident."""

_LETTERS_AT = -0.45
_FLOOR = -0.7
"""The letters stand below the axis of days, and the axis of time below them."""


MOST_TICKS = 8
"""On the axis of time after 0: more labels cost more, and tell nothing."""


@cache
def template() -> alt.LayerChart:
    """The chart without anybody's numbers: its data have the names of `datasets`, its parameters those of `axis`."""
    import altair as alt

    x = alt.X(
        "x:Q",
        title="Weeks in care",
        scale=alt.Scale(domain=[alt.ExprRef("first_week"), alt.ExprRef("last_week")], nice=False),
        axis=alt.Axis(values=alt.ExprRef("ticks"), grid=False, format="d"),
    )
    y = alt.Y(
        "y:Q",
        title="Headache days per week",
        scale=alt.Scale(domain=[_FLOOR, 7], nice=False),
        axis=alt.Axis(values=list(range(8)), grid=False, format="d"),
    )

    def layer(name: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=name)).encode(x=x, y=y)

    layers = [
        layer("zones").mark_rect(fill=LIMIT, fillOpacity=0.15).encode(x2="x2:Q", y2="y2:Q"),
        layer("on_track").mark_rule(color=LIMIT, strokeWidth=2).encode(x2="x2:Q"),
        layer("behind").mark_rule(color=LIMIT, strokeWidth=2, strokeDash=[6, 4]).encode(x2="x2:Q"),
        layer("start").mark_rule(color=TEXT, strokeWidth=1).encode(y2="y2:Q"),
        layer("levels").mark_rule(color=OWN, strokeWidth=3).encode(x2="x2:Q"),
        layer("open").mark_rule(color=OWN, strokeWidth=1.5, strokeDash=[2, 2]).encode(y2="y2:Q"),
        layer("full_weeks").mark_circle(color=OWN, size=55, opacity=1),
        layer("open_weeks").mark_point(color=OWN, size=55, strokeWidth=2, opacity=1),
        layer("names")
        .mark_text(color=TEXT, align=alt.ExprRef("names_align"), dx=alt.ExprRef("names_dx"), dy=-6, fontSize=11)
        .encode(text="text:N"),
        layer("letters").mark_text(color=TEXT, fontSize=11, fontWeight="bold").encode(text="text:N"),
    ]
    whole: alt.LayerChart = alt.layer(*layers, width=WIDTH, height=HEIGHT, background="transparent").configure(
        # The picture has a title and a description of its own: a name on every mark would only be heard twice.
        aria=False,
        font="system-ui, sans-serif",
        view=alt.ViewConfig(stroke=None),
        mark=alt.MarkConfig(invalid=None),
        axis=alt.AxisConfig(
            labelColor=TEXT, titleColor=TEXT, domainColor=TEXT, tickColor=TEXT, labelFontSize=12, titleFontSize=13,
            labelLimit=0, titleLimit=0, labelOverlap=False,
        ),
    )  # fmt: skip
    return whole.add_params(*(alt.param(name=name, value=value) for name, value in axis(_ANY).items()))


def declaration(data: ChartData) -> dict[str, Any]:
    """The whole chart of one person in Vega-Lite, its numbers included."""
    whole: dict[str, Any] = template().to_dict()
    params = [{**one, "value": axis(data)[one["name"]]} for one in whole["params"]]
    return {**whole, "params": params, "datasets": datasets(data)}


def axis(data: ChartData) -> dict[str, Any]:
    """The axis of time, and on which side of their end the names of the limits have room."""
    ends = data.steps[-1].week if data.steps else data.last_week
    return {
        "first_week": data.first_week,
        "last_week": data.last_week,
        "ticks": _ticks(data.first_week, data.last_week),
        "names_align": "left" if ends < data.last_week else "right",
        "names_dx": 3 if ends < data.last_week else -3,
    }


_ANY = ChartData(-4, 12, 1, (), (), (), (), "")


def _ticks(first_week: int, last_week: int) -> list[int]:
    """Every four weeks; on a longer axis every quarter, half or whole year, and no label so near to that of 0."""
    each = next((weeks for weeks in (4, 13, 26) if last_week <= MOST_TICKS * weeks), 52)
    return [*((first_week,) if each < 26 else ()), *range(0, last_week + 1, each)]


def datasets(data: ChartData) -> dict[str, Rows]:
    """One person's numbers, by the name of the layer that shows them. Days are per week, places weeks in care."""
    told = [one for one in data.points if one.days is not None]
    return {
        "zones": [{**_over(one.week), "y": one.on_track, "y2": one.behind} for one in data.steps],
        "on_track": [{**_over(one.week), "y": one.on_track} for one in data.steps],
        "behind": [{**_over(one.week), "y": one.behind} for one in data.steps],
        "start": [{"x": 0, "y": 0, "y2": 7}],
        "levels": [{**_over(one.week), "y": one.days} for one in data.levels],
        "open": [{"x": one.place, "y": one.low, "y2": one.high} for one in data.points if one.low < one.high],
        "full_weeks": [{"x": one.place, "y": one.days} for one in told if one.answered == one.of],
        "open_weeks": [{"x": one.place, "y": one.days} for one in told if one.answered < one.of],
        "names": _names(data),
        "letters": [{"x": one.place, "y": _LETTERS_AT, "text": LETTERS[one.kind]} for one in data.marks],
    }


def _over(week: int) -> dict[str, int]:
    """The four weeks that end then."""
    return {"x": week - 4, "x2": week}


def _names(data: ChartData) -> Rows:
    return [
        {"x": one.week, "y": height, "text": text}
        for one in data.steps[-1:]
        for height, text in ((one.on_track, "on track below"), (one.behind, "behind above"))
    ]
