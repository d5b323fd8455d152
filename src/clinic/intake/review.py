"""What a fragment says, question by question, for whoever said it and for whoever reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.fragment import SECTION_KEYS
from concordant.facts import DICTIONARY, UNKNOWN, Fact, Kind
from concordant.facts.kinds import NotAllowed, Table


@dataclass(frozen=True)
class Said:
    """One question with its answer."""

    fact: Fact[Kind]
    ask: str
    label: str
    value: str | Promise


@dataclass(frozen=True)
class Group:
    """What is said of one thing."""

    kind: str
    """person, headaches, injuries or visits."""
    name: str
    said: tuple[Said, ...]


def said_in(content: Mapping[str, Any]) -> list[Group]:
    """Groups in the order of reading; an injury or headache of which nothing else is known stands with its name."""
    found = [Group("person", "", tuple(_of_person(content)))]
    for section in ("headaches", "injuries"):
        for row in content.get(section, []):
            name = f"{row['id']} · {row['name']}" if row.get("name") else str(row["id"])
            found.append(Group(section, name, tuple(_facts(row.get("facts", {})))))
    found += [
        Group("visits", str(row["date"]), tuple(_facts(row.get("facts", {})))) for row in content.get("visits", [])
    ]
    if content.get("injuries") == []:
        found.append(Group("no injury", "", ()))
    return [one for one in found if one.said or one.kind not in ("person", "visits")]


def _of_person(content: Mapping[str, Any]) -> Iterator[Said]:
    for name, keys in SECTION_KEYS.items():
        node: Any = content
        for key in keys:
            node = node.get(key) if isinstance(node, Mapping) else None
        if node is not None:
            yield _one(name, node)
    yield from _facts(content.get("facts", {}))


def _facts(facts: Mapping[str, Any]) -> Iterator[Said]:
    for name, raw in facts.items():
        if name in DICTIONARY:
            dated = isinstance(raw, list) and raw and isinstance(raw[0], Mapping) and "value" in raw[0]
            yield _one(name, raw[-1]["value"] if dated else raw)


def _one(name: str, raw: Any) -> Said:
    fact = DICTIONARY[name]
    try:
        value: Any = fact.kind.read(raw)
    except NotAllowed:
        value = str(raw)
        return Said(fact, fact.ask, fact.label, value)
    if value is UNKNOWN:
        return Said(fact, fact.ask, fact.label, _("not sure"))
    if value == frozenset() or (isinstance(fact.kind, Table) and not value):
        return Said(fact, fact.ask, fact.label, _("none of these"))
    return Said(fact, fact.ask, fact.label, fact.kind.say(value))
