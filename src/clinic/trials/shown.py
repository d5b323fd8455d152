"""What was read of a trial and what it would move, as the pages show it: in a table, in a picture, in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.evidence.asked import TESTS
from clinic.evidence.said import p_of, said, span
from concordant.evidence import Refused
from concordant.evidence.conversions import normal_interval
from concordant.evidence.forest import Forest, ForestRow, Summary, svg
from concordant.evidence.forest.words import interval
from concordant.evidence.library import Role, TrialRow, ValueKind, contrast_of
from concordant.evidence.library.advice import Advice
from concordant.evidence.living import Moved, NotEntered, Proposed, Standing, not_entered, sentence, what_moves
from concordant.evidence.pooling import Model, Pool, Test, cautions

LONGEST_LABEL = 28
"""Letters that fit beside the plot; the table has the whole name."""


@dataclass(frozen=True)
class Read:
    """One result as it was read."""

    number: int
    outcome: str
    scale: str
    when: str
    better: str
    kind: str
    groups: tuple[str, str]
    """Both arms; empty where the paper gives the difference."""
    difference: str
    """With its 95 % interval, and what it is a difference of."""
    how: str


@dataclass(frozen=True)
class Line:
    """One trial of the picture."""

    name: str
    doi: str
    figure: str
    weight: str
    is_new: bool


@dataclass(frozen=True)
class Shift:
    """One question before and after."""

    moved: Moved
    advice: tuple[Advice, ...]
    before: str
    after: str
    """The pooled figure with its interval; before empty where no trial answered."""
    picture: SafeString
    lines: tuple[Line, ...]
    numbers: tuple[tuple[str, str, str], ...]
    """Name, before, after."""
    said_before: str
    said_after: str
    wider: bool
    """Whether the interval grew because the trials' own differences count from two on."""
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Looked:
    """One trial, looked at."""

    trial: Proposed
    results: tuple[Read, ...]
    shifts: tuple[Shift, ...]
    displaced: tuple[tuple[TrialRow, str], ...]
    """Results that would answer a question, had the trial no nearer one."""
    not_entered: tuple[NotEntered, ...]


def looked_at(trial: Proposed, rows: tuple[TrialRow, ...], model: Model, test: Test) -> Looked:
    """What the trial would move if it joined these rows."""
    moved = what_moves(trial, rows, model=model, test=test)
    outside = not_entered(trial)
    return Looked(trial, results_of(trial), tuple(map(_shift, moved)), _displaced(trial, moved, outside), outside)


def results_of(trial: Proposed) -> tuple[Read, ...]:
    """The table of what was read."""
    by_result: dict[int, list[TrialRow]] = {}
    for row in trial.rows:
        by_result.setdefault(row.row, []).append(row)
    return tuple(_read(rows) for rows in by_result.values())


def told(error: Refused) -> str:
    """A refusal of a trial's file: which result, which name, what is wrong, what would be allowed."""
    where = [_("Result %d") % error.row] if error.row is not None else []
    where += [error.column] if error.column and error.column != f"result {error.row}" else []
    words = f"{', '.join(where)}: {error.says}" if where else f"{error.says[:1].upper()}{error.says[1:]}"
    if error.value not in (None, ""):
        found = said(error.value) if isinstance(error.value, float) else str(error.value)
        words = _("%(words)s (found: %(found)s)") % {"words": words, "found": found[:80]}
    if error.allowed:
        words = _("%(words)s; allowed: %(allowed)s") % {"words": words, "allowed": error.allowed}
    return f"{words}."


def _read(rows: list[TrialRow]) -> Read:
    first = rows[0]
    found = contrast_of(*rows)
    better = _("lower is better") if first.better == "lower" else _("higher is better")
    figure = f"{said(found.yi)} ({span(*normal_interval(found.yi, found.se))})"
    groups = ("", "") if first.role is Role.CONTRAST else (_group(rows[0]), _group(rows[1]))
    return Read(
        first.row, first.outcome, first.scale, _("week %g") % (first.time_weeks or 0), better, first.change_or_final,
        groups, f"{found.measure} {figure}", found.says,
    )  # fmt: skip


def _group(row: TrialRow) -> str:
    if row.value_kind is ValueKind.COUNT:
        return _("%(some)d of %(all)d") % {"some": row.events or 0, "all": row.n or 0}
    assert row.mean is not None
    assert row.sd is not None
    return _("mean %(mean)s, SD %(sd)s, %(n)d people") % {"mean": said(row.mean), "sd": said(row.sd), "n": row.n or 0}


def _displaced(
    trial: Proposed, moved: tuple[Moved, ...], outside: tuple[NotEntered, ...]
) -> tuple[tuple[TrialRow, str], ...]:
    seen = {one.row.row for one in outside}
    seen |= {one.row.row for each in moved for one in each.after.entered if one.row.trial_id == trial.trial_id}
    found = {}
    for each in moved:
        for one in each.after.left_out:
            if (
                one.row.trial_id == trial.trial_id
                and one.row.row not in seen
                and not each.after.question.why_not(one.row)
            ):
                found[one.row.row] = (one.row, one.why)
    return tuple(found.values())


def _shift(moved: Moved) -> Shift:
    before, after = moved.before.pool, moved.after.pool
    assert after is not None  # a trial entered
    new = {one.row.trial_id for one in moved.after.entered} - {one.row.trial_id for one in moved.before.entered}
    weights = [1 / (one.se**2 + float(after.tau2)) for one in moved.after.entered]
    shares = [100 * one / sum(weights) for one in weights]
    lines = tuple(
        Line(
            one.name, one.doi, _figure(one.estimate, *normal_interval(one.estimate, one.se)),
            _("%.1f %%") % share, one.row.trial_id in new,
        )
        for one, share in zip(moved.after.entered, shares, strict=True)
    )  # fmt: skip
    effects = [one.estimate for one in moved.after.entered]
    return Shift(
        moved, moved.advice, _of(before) if before else "", _of(after), _picture(moved, new, shares), lines,
        _numbers(before, after), sentence(moved.before), sentence(moved.after), _is_wider(before, after),
        tuple(one.says for one in cautions(effects, [one.se**2 for one in moved.after.entered], after)),
    )  # fmt: skip


def _is_wider(before: Pool | None, after: Pool) -> bool:
    if before is None or before.k > 1 or after.test == "z":
        return False
    return bool(after.ci_high - after.ci_low > before.ci_high - before.ci_low)


def _of(pool: Pool) -> str:
    return _figure(float(pool.estimate), float(pool.ci_low), float(pool.ci_high))


def _figure(estimate: float, low: float, high: float) -> str:
    """Two decimals, as in the picture."""
    return interval(ForestRow("", estimate, low, high), ratio=False)


def _picture(moved: Moved, new: set[str], shares: list[float]) -> SafeString:
    rows = tuple(
        ForestRow(
            _label(one.name, is_new=one.row.trial_id in new),
            one.estimate, *normal_interval(one.estimate, one.se), share,
        )
        for one, share in zip(moved.after.entered, shares, strict=True)
    )  # fmt: skip
    asked = moved.before.question
    summaries = tuple(
        _summary(name, one) for name, one in ((_("Before"), moved.before), (_("After"), moved.after)) if one.pool
    )
    unit = _("%s, difference") % asked.unit
    plot = Forest(rows, summaries, unit, _("less with the treatment"), _("more with the treatment"))
    # Names of trials are escaped where the picture is made.
    return mark_safe(svg(plot, name=f"moves-{asked.id}", title=_("Before and after: %s") % asked.asks))  # noqa: S308


def _label(name: str, *, is_new: bool) -> str:
    short = name if len(name) <= LONGEST_LABEL else f"{name[:LONGEST_LABEL]}…"
    return _("%s (new)") % short if is_new else short


def _summary(name: str, one: Standing) -> Summary:
    assert one.pool is not None
    count = ngettext("%(name)s (%(k)d trial)", "%(name)s (%(k)d trials)", one.pool.k) % {"name": name, "k": one.pool.k}
    return Summary(count, float(one.pool.estimate), float(one.pool.ci_low), float(one.pool.ci_high))


def _numbers(before: Pool | None, after: Pool) -> tuple[tuple[str, str, str], ...]:
    first, second = (_told(one) if one else None for one in (before, after))
    assert second is not None
    return tuple((name, first[name] if first else "–", value) for name, value in second.items())


def _told(pool: Pool) -> dict[str, str]:
    alone = _("not defined: one trial")
    return {
        _("Trials"): str(pool.k),
        _("Pooled effect"): said(float(pool.estimate)),
        _("95 % interval"): span(float(pool.ci_low), float(pool.ci_high)),
        _("Interval by"): str(TESTS[pool.test]),
        _("Standard error"): said(float(pool.se)),
        _("p"): p_of(float(pool.p)),
        _("tau², variance between trials"): alone if pool.k == 1 else said(float(pool.tau2)),
        _("I² from tau², share of the spread beyond chance"): alone
        if pool.k == 1
        else f"{float(pool.I2_metafor):.0f} %",
    }
