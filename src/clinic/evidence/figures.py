"""The four figures of the clinic's article: in plain words, in a picture, and with what stands behind each."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic.evidence.said import printed_figure
from concordant.evidence import Refused
from concordant.evidence.forest import Forest, ForestRow, Summary, svg
from concordant.evidence.forest.words import interval
from concordant.evidence.library import Claim, PooledRow, advice_on, claims, of_row, plain, trials
from concordant.evidence.library.advice import Advice

Z = 1.959963984540054
"""Of a 95 % interval."""


@dataclass(frozen=True)
class Drawn:
    """A forest plot and the same numbers as a table."""

    picture: SafeString
    unit: str
    rows: tuple[tuple[str, str, str], ...]
    """Name, effect with interval, remark."""


@dataclass(frozen=True)
class FigureShown:
    """One figure."""

    id: str
    title: str
    figure: str
    plain: str
    answer: str
    """yes, partly or no: whether it can be computed again."""
    sentences: tuple[str, ...]
    drawn: Drawn | None
    advice: tuple[Advice, ...]
    rows: tuple[int, ...]
    """Rows of the library that can be pooled again under another model."""
    doi: str


def figures() -> tuple[FigureShown, ...]:
    return tuple(map(_shown, claims()))


def plainly(row: PooledRow) -> str:
    """A published figure for the person it is about; empty where there is none, or no plain unit."""
    try:
        return plain(of_row(row))
    except Refused:
        return ""


def title_of(row: PooledRow) -> str:
    told = ", ".join(filter(None, (row.comparison, row.outcome, row.time)))
    return f"{told[:1].upper()}{told[1:]}"


def figure_of(row: PooledRow) -> str:
    shown = printed_figure(row.estimate, row.ci_low, row.ci_high)
    if not shown:
        return ""
    unit = row.estimate_kind if row.scale == row.estimate_kind else f"{row.estimate_kind}, {row.scale}"
    return f"{shown} {unit}"


def _shown(one: Claim) -> FigureShown:
    return FigureShown(
        id=one.row.id,
        title=title_of(one.row),
        figure=f"{printed_figure(one.row.estimate, one.row.ci_low, one.row.ci_high)} {_unit(one.row.scale)}",
        plain=plainly(one.row),
        answer=one.recomputed.answer.value,
        sentences=one.sentences,
        drawn=_drawn(one),
        advice=advice_on(one.row.id),
        rows=tuple(each.rows[0] for each in one.recomputed.from_rows),
        doi=one.row.doi,
    )


def _unit(scale: str) -> str:
    return _("points of %s") % scale if scale[:1].isdigit() else scale


def _drawn(one: Claim) -> Drawn | None:
    """The trials that were seen as rows, the printed figure as the summary; nothing where no trial was seen."""
    rows = tuple(_rows(one))
    if not rows:
        return None
    printed = one.printed
    summary = Summary(_("Printed: %s") % one.row.review, printed.estimate, printed.ci_low, printed.ci_high)
    unit = _("%s, difference") % (_("days or episodes a week") if one.check else _unit(one.row.scale))
    better, worse = one.row.comparison.split(" v ") if " v " in one.row.comparison else ("", "")
    plot = Forest(rows, (summary,), unit, _("favours %s") % better if better else "", _("favours %s") % worse)
    # Names and numbers of the library, escaped where the picture is made.
    picture = mark_safe(svg(plot, name=f"forest-{one.row.id}", title=title_of(one.row)))  # noqa: S308
    told = [(row.label, interval(row, ratio=False), row.note) for row in rows]
    told.append((summary.label, interval(summary, ratio=False), _("as the review prints it")))
    return Drawn(picture, unit, tuple(told))


def _rows(one: Claim) -> list[ForestRow]:
    if one.check is not None:
        check = one.check
        note = _("in days a week, not episodes; consistent with the figure at most, it does not confirm it")
        return [ForestRow(_named(check.known.rows[0]), check.estimate, check.ci_low, check.ci_high, note=note)]
    if one.recomputed.value is None:
        return []
    return [
        ForestRow(
            _named(each.rows[0]), each.yi, each.yi - Z * each.se, each.yi + Z * each.se,
            note=_("that the review pooled this trial is inferred"),
        )
        for each in one.recomputed.from_rows
    ]  # fmt: skip


def _named(number: int) -> str:
    row = next(each for each in trials() if each.row == number)
    when = "" if row.time_weeks is None else _(", week %g") % row.time_weeks
    return f"{row.first_author} {row.year or ''}".strip() + when
