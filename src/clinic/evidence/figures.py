"""The four figures of the clinic's article: in plain words, in a picture, and with what stands behind each."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.evidence.said import printed_figure
from concordant.evidence import Refused
from concordant.evidence.conversions import normal_interval
from concordant.evidence.forest import Forest, ForestRow, Summary, svg
from concordant.evidence.forest.words import interval
from concordant.evidence.library import (
    Advice,
    Answer,
    Claim,
    Needed,
    PooledRow,
    advice_on,
    claims,
    of_row,
    plain,
    trials,
)
from concordant.language import said

TITLES: dict[str, str | Promise] = {
    "demont2023-sham-frequency": gettext_lazy("Hands-on treatment or sham treatment: how many headaches, soon after"),
    "demont2023-nothing-frequency": gettext_lazy("Hands-on treatment or no treatment: how many headaches, soon after"),
    "demont2023-nothing-intensity": gettext_lazy(
        "Hands-on treatment or no treatment: how strong the headache is, soon after"
    ),
    "demont2023-exercise-intensity-12-months": gettext_lazy(
        "Neck exercise or no treatment: how strong the headache is a year later"
    ),
}
"""By figure."""


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
    title: str | Promise
    """In words of every day."""
    named: str
    """As the review names it."""
    figure: str
    plain: str
    answer: str
    """yes, partly or no: whether it can be computed again."""
    answer_said: str
    sentences: tuple[str, ...]
    """What stands behind it; what it waits for is a list of its own."""
    waits_for: tuple[Needed, ...]
    drawn: Drawn | None
    advice: tuple[Advice, ...]
    doi: str
    of_hands_on: bool
    """Trials at low risk of bias were looked at apart for hands-on treatment alone."""


def figures() -> tuple[FigureShown, ...]:
    return tuple(map(_shown, claims()))


def plainly(row: PooledRow) -> str:
    """A published figure for the person it is about; empty where there is none, or no plain unit."""
    try:
        return plain(of_row(row))
    except Refused:
        return ""


def title_of(row: PooledRow) -> str:
    told = ", ".join(filter(None, map(said, (row.comparison, row.outcome, row.time))))
    return f"{told[:1].upper()}{told[1:]}"


def figure_of(row: PooledRow) -> str:
    shown = printed_figure(row.estimate, row.ci_low, row.ci_high)
    if not shown:
        return ""
    unit = row.estimate_kind if row.scale == row.estimate_kind else f"{row.estimate_kind}, {said(row.scale)}"
    return f"{shown} {unit}"


def _shown(one: Claim) -> FigureShown:
    return FigureShown(
        id=one.row.id,
        title=TITLES[one.row.id],
        named=title_of(one.row),
        figure=f"{printed_figure(one.row.estimate, one.row.ci_low, one.row.ci_high)} {_unit(one.row.scale)}",
        plain=plainly(one.row),
        answer=one.recomputed.answer.value,
        answer_said=_answered(one),
        # The last sentence lists what it waits for.
        sentences=one.sentences[:-1] if one.waits_for else one.sentences,
        waits_for=one.waits_for,
        drawn=_drawn(one),
        advice=advice_on(one.row.id),
        doi=one.row.doi,
        of_hands_on="manual therapy" in one.row.comparison,
    )


def _answered(one: Claim) -> str:
    """A number that the review itself prints of its one trial is computed again, and confirms nothing."""
    if one.recomputed.answer is Answer.NO:
        return _("Cannot be computed again")
    if one.recomputed.answer is Answer.PARTLY:
        return _("Partly checked")
    behind = {number for each in one.recomputed.from_rows for number in each.rows}
    if any(each.row in behind and each.source_review == one.row.review for each in one.rows_seen):
        return _("Computed again from the review’s own number of one trial: it confirms nothing")
    return _("Computed again")


def _unit(scale: str) -> str:
    return _("points of %s") % scale if scale[:1].isdigit() else said(scale)


def _drawn(one: Claim) -> Drawn | None:
    """The trials that were seen as rows, the printed figure as the summary; nothing where no trial was seen."""
    rows = tuple(_rows(one))
    if not rows:
        return None
    printed = one.printed
    summary = Summary(_("Printed: %s") % one.row.review, printed.estimate, printed.ci_low, printed.ci_high)
    unit = _("%s, difference") % (_("days or episodes a week") if one.check else _unit(one.row.scale))
    better, worse = map(said, one.row.comparison.split(" v ")) if " v " in one.row.comparison else ("", "")
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
            _named(each.rows[0]), each.yi, *normal_interval(each.yi, each.se),
            note=_("that the review pooled this trial is inferred"),
        )
        for each in one.recomputed.from_rows
    ]  # fmt: skip


def _named(number: int) -> str:
    row = next(each for each in trials() if each.row == number)
    when = "" if row.time_weeks is None else _(", week %g") % row.time_weeks
    return f"{row.first_author} {row.year or ''}".strip() + when
