"""Coverage as text for a terminal: what is missing first, then what is left, what is due, and every visit."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from concordant.coverage import Budget, Coverage, Due, VisitCover
from concordant.facts import DICTIONARY
from concordant.facts.coverage.claim import DISCIPLINES, claim_rule_set, payer_kind
from concordant.payers import CLAIMED
from concordant.payers.money import written

WIDTH = 96
LIMITS = (
    "Worked out from published rules as far as they were seen; the payer decides. Amounts are before tax. What is not "
    "known is said so and never guessed."
)
_DUE = {
    "treatment_plan": "treatment plan, {who}",
    "education_duties": "education at the first visit",
    "initial_report_CL489E": "initial report CL489E, {who}",
    "physician_note": "physician's note, {who}",
}


def coverage_report(found: Coverage, person: str) -> str:
    """What the payer of one person covers, as known on a day."""
    lines = [f"{person}, coverage as known on {_day(found.as_of)}", ""]
    lines += _head(found)
    for problem in found.problems:
        lines += _wrapped(f"!! {problem}")
    if found.missing:
        lines += _wrapped(f"Ask: {_labels(found.missing)}")
    used = [name for name, one in found.disciplines.items() if _is_told(name, one)]
    if used:
        lines += ["", "Left"]
    for name in used:
        lines += _wrapped(f"{_who(name)}: {_left(found.disciplines[name])} ({found.light(name).value})")
    if found.due:
        lines += ["", "Due"]
    for due in found.due:
        lines += _wrapped(_due(due))
    lines += ["", "Visits"]
    for visit in found.visits:
        lines += _visit(visit)
    if not found.visits:
        lines.append("  none on record")
    return "\n".join([*lines, "", *textwrap.wrap(LIMITS, WIDTH)]) + "\n"


def _head(found: Coverage) -> Iterator[str]:
    payer = "not known" if found.payer is None else payer_kind.kind.in_english(found.payer)
    rules = f", {claim_rule_set.kind.in_english(found.rule_set.value)}" if found.rule_set is not None else ""
    yield f"Payer: {payer}{rules}"


def _is_told(name: str, one: Budget) -> bool:
    return name in ("physiotherapist", "rmt") or bool(one.used_here or one.used_elsewhere or one.plan)


def _left(one: Budget) -> str:
    used = f"{one.used_here} used here"
    used += f", {one.used_elsewhere} elsewhere" if one.used_elsewhere is not None else ", elsewhere not known"
    if one.left is not None:
        left = f"{one.left} of {one.limit} left" if one.limit is not None else f"{one.left} left"
    else:
        left = "not known what is left" + (f", at most {one.left_at_most}" if one.left_at_most is not None else "")
    return f"{left}; {used}" + (f"; until {_day(one.until)}" if one.until is not None else "")


def _due(one: Due) -> str:
    what = _DUE[one.what].format(who=_who(one.discipline or ""))
    by = f"by {_day(one.by)}" if one.by is not None else "no deadline was found"
    lacks = f"; not ticked: {', '.join(each.replace('_', ' ') for each in one.lacks)}" if one.lacks else ""
    return f"{what}: {by} ({', '.join(one.because)}){lacks}"


def _visit(one: VisitCover) -> Iterator[str]:
    status = "" if one.status == "attended" else f", {one.status}"
    item = f", {one.item.value}" if one.item is not None else ""
    yield from _wrapped(
        f"{_day(one.date)}, {_who(one.discipline)}{item}{status}: {one.entitlement.value} ({', '.join(one.because)})"
    )
    shares = [f"payer {_money(one.payer_share)}", f"person {_money(one.patient_share)}"]
    if one.route is not None:
        shares.append(f"route: {one.route.value.replace('_', ' ')}")
    yield from _wrapped(", ".join(shares), deeper=True)
    if one.fee is None and one.payable is not False:
        yield from _wrapped(one.fee_why, deeper=True)
    for warning in one.warnings:
        yield from _wrapped(warning, deeper=True)
    if one.missing:
        yield from _wrapped(f"ask: {_labels(one.missing)}", deeper=True)


def _who(discipline: str) -> str:
    return DISCIPLINES[CLAIMED[discipline]] if discipline in CLAIMED else ""


def _money(value: Decimal | None) -> str:
    return "not known" if value is None else f"${written(value)}"


def _labels(names: Iterable[str]) -> str:
    return ", ".join(DICTIONARY[name].label for name in names)


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _wrapped(text: str, *, deeper: bool = False) -> list[str]:
    first = "      " if deeper else "  "
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=f"{first}  ", break_long_words=False)
