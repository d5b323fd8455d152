"""The page of rules and fees, written from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterable

from concordant.payers.fees import FeeRow, fee_table
from concordant.payers.money import written
from concordant.payers.preauthorised import preauthorised
from concordant.payers.rules import Rule, rules

HEAD = (
    "What payers in British Columbia pay, as far as it was seen. `read`: seen in a page or paper; `recalled`: from\n"
    "memory; `derived`: arithmetic on read figures; `not found`: nobody here knows it. Amounts are Canadian dollars\n"
    "before tax. A fee follows the day of treatment, a set of rules the day of the accident. How to use it:\n"
    "[what a payer covers](../how-to/what-a-payer-covers.md).\n"
)


def payers_page(written_by: str) -> str:
    """The page."""
    rows = fee_table().rows
    dated = sorted(
        (row for row in rows if row.effective_from is not None),
        key=lambda row: (row.discipline, row.item, row.effective_from),
    )
    undated = [row for row in rows if row.effective_from is None]
    return (
        f"# What payers pay\n\n{written_by}\n{HEAD}\n## Visits without approval\n\n{_counts()}\n"
        f"## Rules\n\n{_rules(rules().values())}\n"
        "## Fees\n\nThe newest row that is in force on the day of treatment decides. A row without an amount replaces\n"
        f"the older one: the fee is not known until somebody asks.\n\n{_fees(dated)}\n"
        "## Amounts without a first day\n\nThese do not say from when they hold, so they are never looked up.\n\n"
        f"{_fees(undated)}"
    )


def _counts() -> str:
    page = "| Discipline | Visits | Weeks | Accidents from | How known | Source |\n"
    page += "| --- | --- | --- | --- | --- | --- |\n"
    for one in preauthorised().values():
        count = "-" if one.count is None else str(one.count)
        page += f"| {_name(one.discipline)} | {count} | {one.weeks} | {one.accidents_from} "
        page += f"| {one.how_known} | {one.source} |\n"
    return page


def _rules(found: Iterable[Rule]) -> str:
    page = "| Rule | Says | From | To | How known | Confidence | Source | Here |\n"
    page += "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
    for one in found:
        page += (
            f"| {one.id} | {one.says} | {one.valid_from or ''} | {one.valid_to or ''} | {one.how_known} | "
            f"{one.confidence} | {one.source} | {one.here} |\n"
        )
    return page


def _fees(rows: Iterable[FeeRow]) -> str:
    page = "| Discipline | Item | From | To | Amount | How known | Confidence | Source | Note |\n"
    page += "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    for row in rows:
        amount = "not known" if row.amount is None else written(row.amount)
        page += f"| {_name(row.discipline)} | {row.item} | {row.effective_from or ''} | {row.effective_to or ''} "
        page += f"| {amount} | {row.how_known} | {row.confidence} | {row.source} | {row.note} |\n"
    return page


def _name(discipline: str) -> str:
    return discipline.replace("_", " ")
