"""Writes the reference pages from what the code declares, so that they cannot say anything else."""

from itertools import groupby
from pathlib import Path

from concordant.facts import DICTIONARY
from concordant.facts.fact import Fact, Room, Sides
from concordant.facts.kinds import Kind

REFERENCE = Path(__file__).parent / "reference"
COLUMNS = ("Fact", "For clinicians", "What it means", "Value", "Unit", "Belongs to", "From")


def line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def row(fact: Fact[Kind]) -> str:
    where = fact.scope.value
    if fact.sides is not Sides.NONE:
        where += ", each side"
    if fact.segmental:
        where += ", each segment"
    return line(
        f"`{fact.name}`",
        fact.label,
        fact.meaning,
        fact.kind.allowed,
        fact.unit,
        where,
        fact.derived_from or fact.supplied_by.words,
    )


HEAD = line(*COLUMNS) + line(*["---"] * len(COLUMNS))


def facts_page() -> str:
    page = f"# Facts\n\nAll {len(DICTIONARY)} facts that can be known. Written by `make docs`.\n"
    by_room = sorted(DICTIONARY.values(), key=lambda fact: list(Room).index(fact.room))
    for room, facts in groupby(by_room, key=lambda fact: fact.room):
        page += f"\n## {room.value.capitalize()}\n\n{HEAD}{''.join(map(row, facts))}"
    return page


REFERENCE.mkdir(exist_ok=True)
(REFERENCE / "facts.md").write_text(facts_page(), encoding="utf-8")
