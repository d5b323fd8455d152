"""The reference page of a dictionary, as Markdown."""

from __future__ import annotations

from itertools import groupby

from concordant.facts.dictionary import Dictionary
from concordant.facts.fact import Fact, Room, Sides
from concordant.facts.kinds import Kind

COLUMNS = ("Fact", "For clinicians", "What it means", "Value", "Unit", "Belongs to", "From", "To the person", "Codes")


def reference_page(dictionary: Dictionary) -> str:
    """Every fact in one row, by room."""
    page = f"# Facts\n\nAll {len(dictionary)} facts that can be known. Written by `make docs`.\n"
    page += "A section such as *diagnosis 1.2* is one of the [clinical reference](../clinical/README.md).\n"
    by_room = sorted(dictionary.values(), key=lambda fact: list(Room).index(fact.room))
    for room, facts in groupby(by_room, key=lambda fact: fact.room):
        page += f"\n## {room.value.capitalize()}\n\n{_HEAD}{''.join(map(reference_row, facts))}"
    return page


def reference_row(fact: Fact[Kind]) -> str:
    """One fact as a row of the table."""
    where = fact.scope.value
    if fact.sides is not Sides.NONE:
        where += ", each side"
    if fact.segmental:
        where += ", each segment"
    if fact.per_headache:
        where += ", of one headache"
    return _line(
        f"`{fact.name}`",
        fact.label,
        f"{fact.meaning} ({fact.section})",
        fact.kind.allowed,
        fact.unit,
        where,
        f"{fact.supplied_by.words}: {fact.derived_from}" if fact.derived_from else fact.supplied_by.words,
        fact.ask,
        "; ".join(f"{code.system} {code.code} ({code.how_known})" for code in fact.codes),
    )


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"


_HEAD = _line(*COLUMNS) + _line(*["---"] * len(COLUMNS))
