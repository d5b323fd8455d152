"""JSON Schema (2020-12) of the case file, made from the dictionary.

For editors and other programs. Reading is stricter in what a schema cannot say (two rows for one day, a
headache that is not in the file) and is the contract; every file that reads also fits the schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from concordant.facts import DICTIONARY, Dictionary, Fact, Scope, Sides
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.kinds import Kind
from concordant.measures import trial_kind
from concordant.record.read import DISCIPLINES, PAYERS, SEXES, STATUSES

_DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_MOMENT = {"type": "string", "format": "date-time"}
_TEXT = {"type": "string", "minLength": 1}


def _table(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _described(fact: Fact[Kind]) -> dict[str, Any]:
    return {**fact.kind.schema(), "title": fact.label, "description": fact.meaning, "x-unit": fact.unit}


def _dated(fact: Fact[Kind]) -> dict[str, Any]:
    """A value, or a list of dated values."""
    row = _table({"date": _DATE, "value": fact.kind.schema(), "by": _TEXT, "recorded": _MOMENT}, "date", "value")
    plain = _described(fact)
    heading = {key: plain.pop(key) for key in ("title", "description", "x-unit")}
    return {**heading, "anyOf": [plain, {"type": "array", "items": row, "minItems": 1}]}


def _facts(facts: Iterable[Fact[Kind]]) -> dict[str, Any]:
    return _table({fact.name: _dated(fact) for fact in facts})


def _finding(fact: Fact[Kind]) -> dict[str, Any]:
    """One shape for each fact of a visit: with its side and segment where it has one, without where not."""
    properties: dict[str, Any] = {
        "fact": {"const": fact.name},
        "value": _described(fact),
        "unit": {"const": fact.unit},
        "trials": {"type": "array", "items": trial_kind(fact).schema()},
        "instrument": _TEXT,
        "position": _TEXT,
        "rater": _TEXT,
        "headache_phase": {"enum": ["none", "warning", "attack", "after"]},
    }
    required = ["fact", "value"]
    if fact.sides is not Sides.NONE:
        properties["side"] = {"enum": list(SIDES)}
        required.append("side")
    if fact.segmental:
        properties["segment"] = {"enum": list(SEGMENTS)}
        required.append("segment")
    if fact.per_headache:
        properties["headache"] = _TEXT
    return _table(properties, *required)


def _outcome(measures: list[str]) -> dict[str, Any]:
    """What it came to, or the answers, in the order of the form and null for a blank one; or both."""
    properties: dict[str, Any] = {
        "date": _DATE,
        "measure": {"enum": measures},
        "value": {},
        "items": {"type": "array", "items": {"type": ["number", "null"]}, "minItems": 1},
        "version": {"type": ["string", "integer"]},
        "by": _TEXT,
        "recorded": _MOMENT,
    }
    return {**_table(properties, "date", "measure"), "anyOf": [{"required": ["value"]}, {"required": ["items"]}]}


def case_file_schema(dictionary: Dictionary = DICTIONARY) -> dict[str, Any]:
    """The schema of a whole case file."""
    at_visits = dictionary.of_scope(Scope.VISIT, Scope.COURSE)
    plain = {fact.name: _described(fact) for fact in at_visits if fact.sides is Sides.NONE}
    days = {fact.name: _described(fact) for fact in dictionary.of_scope(Scope.DAY)}
    scores = [fact.name.removesuffix("_score") for fact in dictionary.of_scope(Scope.VISIT)]
    payer = _table({"kind": {"enum": list(PAYERS)}, "accident_date": _DATE, "claim": _TEXT}, "kind")
    person = {
        "id": {"type": ["string", "integer"]},
        "born": _DATE,
        "age_years": dictionary["age_years"].kind.schema(),
        "sex": {"enum": list(SEXES)},
    }
    sections: dict[str, Any] = {
        "concordant": {"const": 1},
        "person": _table(person, "id"),
        "episode": _table({"started": _DATE, "goal": _TEXT, "payer": payer}),
        "facts": _facts(dictionary.of_scope(Scope.PERSON, Scope.EPISODE)),
        "injuries": _list({"id": _TEXT, "facts": _facts(dictionary.of_scope(Scope.INJURY))}, "id"),
        "headaches": _list({"id": _TEXT, "name": _TEXT, "facts": _facts(dictionary.of_scope(Scope.HEADACHE))}, "id"),
        "visits": _list(
            {
                "date": _DATE,
                "by": _TEXT,
                "status": {"enum": list(STATUSES)},
                "recorded": _MOMENT,
                "facts": _table(plain),
                "findings": {"type": "array", "items": {"oneOf": [_finding(fact) for fact in at_visits]}},
            },
            "date",
        ),
        "outcomes": {"type": "array", "items": _outcome(scores)},
        "diary": _list({"date": _DATE, "headache": _TEXT, "recorded": _MOMENT, **days}, "date"),
        "treatments": _list(
            {
                "date": _DATE,
                "discipline": {"enum": list(DISCIPLINES)},
                "interventions": {"type": "array", "items": _TEXT},
                "status": {"enum": list(STATUSES)},
                "minutes": {"type": "integer", "minimum": 0, "maximum": 600},
                "recorded": _MOMENT,
            },
            "date",
            "discipline",
        ),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Concordant case file, version 1",
        **_table(sections, "concordant", "person"),
    }


def _list(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "array", "items": _table(properties, *required)}
