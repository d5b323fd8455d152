"""The answers of a questionnaire in a case file: checked by its declaration, the total worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from concordant.document import Located
from concordant.facts import UNKNOWN, Fact, NotAllowed, Value
from concordant.facts.kinds import Words
from concordant.language import said
from concordant.measures.questionnaires import OF_FACT, NotScorable, Questionnaire, Score, score
from concordant.record.document import Node
from concordant.record.node_reader import NodeReader, join
from concordant.record.problems import shown

_VERSION = Words(longest=80)


@dataclass(frozen=True, slots=True)
class Scored:
    """What the answers come to; nothing where none were given."""

    items: tuple[int | float | None, ...] = ()
    version: str = ""
    total: Value = UNKNOWN
    parts: Mapping[str, Value] = field(default_factory=dict)


def comes_of_items(name: str) -> bool:
    """Whether the answers of this measure alone give its value."""
    found = OF_FACT.get(name)
    return found is not None and any(one.items and one.scoring is not None for one in found.versions)


def read_scored(
    reader: NodeReader, fact: Fact[Any], table: Mapping[str, Node], path: str, *, on: date, total: Value | None
) -> Scored:
    """Answers and version of an outcome. ``total``: what was typed beside them, read already."""
    items, version = table.get("items"), _text(reader, table.get("version"), join(path, "version"))
    if items is None and not version:
        return Scored()
    questionnaire = OF_FACT.get(fact.name)
    where = join(path, "items" if items is not None else "version")
    at = items if items is not None else table["version"]
    if questionnaire is None or (items is not None and not _takes_items(questionnaire)):
        says = f"{fact.name} has no {'answers that are scored' if items is not None else 'versions'}; give its value"
        reader.problem(where, says, at)
        return Scored()
    answers = None if items is None else items.plain()
    if items is not None and not isinstance(answers, list | tuple):
        reader.problem(where, f"{shown(answers)} is not a list of answers", items)
        return Scored()
    if items is None and total is None:
        return Scored()  # the value is wrong, and that has been said
    try:
        found = score(questionnaire, answers, on=on, version=version, total=total)
    except NotScorable as error:
        for one in error.problems:
            here = where if one.item is None else f"{where}[{one.item - 1}]"
            reader.problem(
                here, one.says if one.item is None else said("item {item}: {says}", item=one.item, says=one.says), at
            )
        return Scored()
    return Scored(found.items, version, _value(reader, fact, found, where, at), _parts(questionnaire, found))


def _text(reader: NodeReader, node: Node | None, path: str) -> str:
    if node is not None and isinstance(node.value, int) and not isinstance(node.value, bool):
        node = Located(str(node.value), node.line)  # a version that is called 4
    return reader.value(_VERSION, node, path) or ""


def _takes_items(questionnaire: Questionnaire) -> bool:
    return questionnaire.has_total and questionnaire.takes_items


def _value(reader: NodeReader, fact: Fact[Any], found: Score, path: str, at: Node) -> Value:
    if found.total is None:
        return UNKNOWN
    try:
        value: Value = fact.kind.read(found.total)
    except NotAllowed as error:
        reader.problem(path, f"come to {found.total:g}, which {fact.name} cannot be; allowed: {error}", at)
        return UNKNOWN
    return value


def _parts(questionnaire: Questionnaire, found: Score) -> dict[str, Value]:
    points = dict(found.subscores)
    return {
        one.fact.name: one.fact.kind.read(points[one.key])
        for one in questionnaire.subscales
        if one.fact is not None and one.key in points
    }
