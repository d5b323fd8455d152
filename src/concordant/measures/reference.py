"""The page of all physical tests, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from concordant.facts.units import UNITS
from concordant.facts.values import plain
from concordant.measures.catalogue import PROCEDURES
from concordant.measures.groups import Group
from concordant.measures.limits import CutOff
from concordant.measures.measure import Better, Measure
from concordant.measures.procedure import Body, Lock, Procedure
from concordant.measures.repeats import RealChange, SignGone

COLUMNS = (
    "Facts",
    "Better",
    "Step",
    "Trials",
    "Instruments",
    "Positions",
    "Error of a reading",
    "Reduced",
    "Real change",
    "Norm",
)


def catalogue_rows() -> Iterator[tuple[Procedure, tuple[tuple[str, ...], ...]]]:
    """Every test in the order of the session, with one row of cells for each of its measures."""
    for procedure in PROCEDURES:
        yield procedure, tuple(_row(measure) for measure in procedure.measures)


def measures_page(written: str) -> str:
    """The whole page; ``written`` says how it came about."""
    page = f"# Physical tests\n\n{written}\n"
    page += "In the order of the session. What each number means for the diagnosis stands in [the rules](rules.md).\n"
    page += "The norms of active range are recalled, and need to be checked before they are relied on.\n"
    for procedure, rows in catalogue_rows():
        page += f"\n## {procedure.step}. {procedure.name}\n\n{_facts_of(procedure)}"
        if rows:
            page += f"\n{_line(COLUMNS)}{_line(tuple('---' for _ in COLUMNS))}{''.join(map(_line, _joined(rows)))}"
        if procedure.findings:
            page += f"\nNoted with it: {', '.join(f'`{fact.name}`' for fact in procedure.findings)}.\n"
    return page


def _joined(rows: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    """Measures that differ in nothing but their fact, in one line."""
    for same, group in groupby(rows, key=lambda row: row[1:]):
        yield ", ".join(row[0] for row in group), *same


def _facts_of(procedure: Procedure) -> str:
    told = f"{procedure.how}\n\n"
    told += f"- Section: {procedure.section}. Source: {procedure.source}\n"
    if procedure.body is not Body.AT_THE_DESK:
        told += f"- Position: {procedure.body.name.lower()}. Time: {plain(procedure.minutes)} min\n"
    if procedure.only_if:
        told += f"- Only if: {procedure.only_if}\n"
    told += f"- Not with: {procedure.contraindications or 'the reference names nothing'}\n"
    return told + "".join(f"- Closed where {lock.value}\n" for lock in Lock if lock in procedure.locked_by)


def _row(measure: Measure) -> tuple[str, ...]:
    return (
        f"`{measure.fact.name}`",
        "" if measure.better is Better.NEITHER else measure.better.value,
        "" if measure.step is None else measure.say(measure.step),
        _trials(measure),
        ", ".join(measure.instruments),
        ", ".join(measure.positions),
        f"±{measure.say(round(measure.error.band, 1))}: {measure.error.source}" if measure.error else "not known",
        _cut_off(measure, measure.cut_off),
        _change(measure),
        _norm(measure),
    )


def _trials(measure: Measure) -> str:
    spread = measure.trials.spread
    if spread is None:
        return measure.trials.words
    limit = f"{plain(spread.limit)} %" if spread.percent else measure.say(spread.limit)
    return f"{measure.trials.words}; another where they spread by more than {limit}: {spread.source}"


def _cut_off(measure: Measure, cut_off: CutOff | None) -> str:
    if cut_off is None:
        return "no cut-off"
    if len(cut_off.limits) > 4:
        return str(cut_off.source)
    less = "below" if measure.better is Better.UP else "above"
    told = (
        f"{'at or ' if limit.inclusive else ''}{less} {measure.say(limit.at)}{_group(limit.group)}"
        for limit in cut_off.limits
    )
    return f"{'; '.join(told)}: {cut_off.source}"


def _change(measure: Measure) -> str:
    rule = measure.change
    if rule is None:
        return "not known"
    if isinstance(rule, SignGone):
        return f"there, then gone; {rule.source}"
    same, other = (_amount(measure, rule, rule.between_raters(same)[0]) for same in (True, False))
    raters = "one rater only" if measure.same_rater_only else f"{other} between raters"
    return f"{same}, {raters}: {rule.source} ({rule.known.value})"


def _amount(measure: Measure, rule: RealChange, amount: float) -> str:
    return f"{plain(amount)}{UNITS['%'].after}" if rule.percent else measure.say(amount)


def _norm(measure: Measure) -> str:
    if not measure.norms:
        return measure.no_norm
    if len(measure.norms) > 6:
        return f"{len(measure.norms)} groups by age: {measure.norms[0].population}; {measure.norms[0].source}"
    told = (
        f"{norm.centre_is} {measure.say(norm.centre)}{f' (SD {plain(norm.sd)})' if norm.sd else ''}{_group(norm.group)}"
        for norm in measure.norms
    )
    return f"{'; '.join(told)}: {measure.norms[0].population}; {measure.norms[0].source}"


def _group(group: Group) -> str:
    words = [{"female": "women", "male": "men"}.get(group.sex or "", ""), group.side or ""]
    if not group.any_age:
        below = "" if group.age_below == float("inf") else f" to below {plain(group.age_below)}"
        words.append(f"{plain(group.age_from)}{below or ' and over'} years")
    told = ", ".join(word for word in words if word)
    return f" ({told})" if told else ""


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"
