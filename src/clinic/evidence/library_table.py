"""The trials as they were read, with what may be doubted of each row."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.evidence.said import p_of, said, span
from concordant.evidence.library import HowKnown, TrialRow, ValueKind, trials

A_PAGE = 40
"""Rows on one page."""
MARKS: dict[HowKnown, str | Promise] = {
    HowKnown.SECOND_HAND: gettext_lazy("second-hand"),
    HowKnown.INFERRED: gettext_lazy("part inferred"),
    HowKnown.RECALLED: gettext_lazy("recalled: number not shown"),
    HowKnown.PART_RECALLED: gettext_lazy("number of people recalled: not shown"),
    HowKnown.NOT_SEEN: gettext_lazy("not seen"),
}
CONTROL_FIRST = "control minus experimental"
FILTERS = {"outcome": "outcome", "comparison": "comparison", "trial": "trial_id"}
"""Name in the address, and the column that it asks of."""


@dataclass(frozen=True)
class RowShown:
    """One row of the library."""

    row: TrialRow
    name: str
    arm: str
    """Which arm, or which of two is taken from which."""
    value: str
    when: str
    mark: str | Promise
    note: str


@dataclass(frozen=True)
class Filter:
    """One choice above the table, and what was chosen."""

    name: str
    label: str | Promise
    chosen: str
    options: tuple[tuple[str, str], ...]


def asked_of(query: QueryDict) -> dict[str, str]:
    return {name: query.get(name, "").replace("\x00", "").strip()[:200] for name in FILTERS}


def found(asked: dict[str, str]) -> tuple[TrialRow, ...]:
    """The rows that fit; words of a choice are taken whole."""
    return tuple(
        each
        for each in trials()
        if all(not asked[name] or getattr(each, column) == asked[name] for name, column in FILTERS.items())
    )


def filters(asked: dict[str, str]) -> tuple[Filter, ...]:
    every = trials()
    names = {each.trial_id: name_of(each) for each in every}
    return (
        _filter("outcome", _("Outcome"), asked, ((each.outcome, each.outcome) for each in every)),
        _filter("comparison", _("Comparison"), asked, ((each.comparison, each.comparison) for each in every)),
        _filter("trial", _("Trial"), asked, names.items()),
    )


def shown(rows: Iterable[TrialRow]) -> tuple[RowShown, ...]:
    return tuple(
        RowShown(
            each, name_of(each), arm_of(each), value_of(each), when_of(each),
            MARKS.get(each.known, ""),
            # What is known from memory alone is not told in words either.
            "" if each.known is HowKnown.RECALLED else each.note,
        )
        for each in rows
    )  # fmt: skip


def name_of(row: TrialRow) -> str:
    return f"{row.first_author} {row.year or ''}".strip()


def arm_of(row: TrialRow) -> str:
    """The arm, or which of two is taken from which: of a contrast that stands the other way round it is said twice."""
    return "; ".join(filter(None, (row.arm, row.contrast if row.contrast == CONTROL_FIRST else "")))


def when_of(row: TrialRow) -> str:
    return row.time_label or ("" if row.time_weeks is None else _("week %g") % row.time_weeks)


def value_of(row: TrialRow) -> str:
    """The result as it was read; nothing that is only recalled."""
    if row.known is HowKnown.RECALLED:
        return ""
    parts = []
    if row.events is not None:
        parts.append(_("%(some)d of %(all)s") % {"some": row.events, "all": row.n if row.n is not None else "?"})
    if row.mean is not None:
        kind = "" if row.value_kind is ValueKind.MEAN_SD else f"{row.value_kind.value.replace('_', ' ')} "
        parts.append(f"{kind}{said(row.mean)}")
    parts += [f"{name} {said(value)}" for name, value in (("SD", row.sd), ("SE", row.se)) if value is not None]
    if row.ci_low is not None and row.ci_high is not None:
        parts.append(span(row.ci_low, row.ci_high))
    if row.p is not None and math.isfinite(row.p):
        parts.append(f"p {p_of(row.p)}")
    elif row.p_printed:
        parts.append(f"p {row.p_printed}")
    return ", ".join(parts)


def _filter(name: str, label: str, asked: dict[str, str], pairs: Iterable[tuple[str, str]]) -> Filter:
    options = sorted(dict(pairs).items(), key=lambda each: each[1].lower())
    chosen = asked[name]
    if chosen and chosen not in dict(options):
        # What was asked for stays to be seen, though there is no such thing.
        options.insert(0, (chosen, _("%s (not in the library)") % chosen))
    return Filter(name, label, chosen, tuple(options))
