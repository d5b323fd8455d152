"""The chart in words and as a table: every number that the picture shows, from the same data."""

from __future__ import annotations

from concordant.progress.expected_course.chart_data import ChartData, Level, Point, Step

BANDS = {"on_track": "on track", "watch": "to be watched", "behind": "behind the expected course"}
KINDS = {"visit": "Visit", "retest": "Retest", "injury": "Accident"}

HEADER = ("Weeks in care", "What", "Headache days per week", "From", "To", "Remark")
"""Of the table. From and to: bounds by missing days, or the limits for on track and for behind."""


def shown(number: float) -> str:
    """A number as the words and the table give it: two decimals at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def title(data: ChartData) -> str:
    """What the chart is, in one line."""
    return f"Headache days per week, weeks {data.first_week} to {data.last_week} of care"


def sentences(data: ChartData) -> tuple[str, ...]:
    """The chart in words, in the order of time: windows of 28 days, weeks, limits, events."""
    return (
        f"{title(data)}. Treatment began on the first day of week 1.",
        *map(_of_level, data.levels),
        *map(_of_point, data.points),
        *(map(_of_step, data.steps) if data.steps else (f"No limits are shown: {data.problem}.",)),
        *(f"{KINDS[one.kind]} on {one.day} (week {shown(one.place)})." for one in data.marks),
    )


def table(data: ChartData) -> tuple[tuple[str, ...], ...]:
    """The rows below `HEADER`; an empty cell is a number that is not known or does not apply."""
    rows = [
        (_period(one), "mean of 28 days", shown(one.days), shown(one.low), shown(one.high), _judged(one))
        for one in data.levels
    ]
    rows += [
        (
            _weeks(one),
            "one week" if one.first == one.last else f"{one.of // 7} weeks",
            "" if one.days is None else shown(one.days),
            shown(one.low),
            shown(one.high),
            f"{one.answered} of {one.of} days answered",
        )
        for one in data.points
    ]
    rows += [
        (
            f"{one.week - 4} to {one.week}",
            "published limits",
            "",
            shown(one.on_track),
            shown(one.behind),
            f"{shown(one.share_on_track)} and {shown(one.share_behind)} of baseline",
        )
        for one in data.steps
    ]
    rows += [(shown(one.place), KINDS[one.kind].lower(), "", "", "", str(one.day)) for one in data.marks]
    return tuple(rows)


def points_are(data: ChartData) -> str:
    """What one circle stands for; the newest may stand for fewer weeks."""
    return "one week" if data.weeks_each == 1 else f"{data.weeks_each} weeks"


def description(data: ChartData) -> str:
    """The sentences in one piece, for the description inside the picture."""
    return " ".join(sentences(data))


def brief(data: ChartData) -> str:
    """What the chart shows without its circles, where a table beside it holds them: windows and limits."""
    limits = map(_of_step, data.steps) if data.steps else (f"No limits are shown: {data.problem}.",)
    return " ".join((f"{title(data)}.", *map(_of_level, data.levels), *limits))


def _of_level(one: Level) -> str:
    where = "Baseline, the 28 days before treatment" if one.week == 0 else f"The 28 days up to week {one.week}"
    judged = f"; {_judged(one)}" if one.band else ""
    return f"{where}: {shown(one.days)} headache days per week{_bounds(one.low, one.high)}{judged}."


def _of_point(one: Point) -> str:
    where = _weeks(one).capitalize()
    if one.days is None:
        return f"{where}: no day answered, so {shown(one.low)} to {shown(one.high)} headache days per week."
    return (
        f"{where}: {shown(one.days)} headache days per week, {one.answered} of {one.of} days answered"
        f"{_bounds(one.low, one.high)}."
    )


def _of_step(one: Step) -> str:
    return (
        f"Published limits for week {one.week}: on track at or below {shown(one.on_track)} days per week "
        f"({shown(one.share_on_track)} of baseline), behind above {shown(one.behind)} ({shown(one.share_behind)})."
    )


def _bounds(low: float, high: float) -> str:
    return f" ({shown(low)} to {shown(high)} with missing days counted as free and as headache days)" * (low < high)


def _judged(one: Level) -> str:
    if not one.band:
        return ""
    holds = "whatever the missing days were" if one.robust else "which missing days could change"
    return f"{BANDS[one.band]}, {holds}"


def _period(one: Level) -> str:
    return f"{one.week - 4} to {one.week}"


def _weeks(one: Point) -> str:
    """Before care the week next to it is week 1; the earlier one stands first, as in time."""
    name = f"week {abs(one.first)}" if one.first == one.last else f"weeks {abs(one.first)} to {abs(one.last)}"
    return f"{name} of care" if one.first > 0 else f"{name} before care"
