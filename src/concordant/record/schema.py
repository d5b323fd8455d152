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
from concordant.record.care_reader import STATUSES
from concordant.record.care_reader import TEXT as WORDS
from concordant.record.care_schema import DATE, MOMENT, TEXT, list_of, sections_of_care, table
from concordant.record.read import PAYERS, SEXES


def _described(fact: Fact[Kind]) -> dict[str, Any]:
    return {**fact.kind.schema(), "title": fact.label, "description": fact.meaning, "x-unit": fact.unit}


def _dated(fact: Fact[Kind]) -> dict[str, Any]:
    """A value, or a list of dated values."""
    row = table({"date": DATE, "value": fact.kind.schema(), "by": TEXT, "recorded": MOMENT}, "date", "value")
    plain = _described(fact)
    heading = {key: plain.pop(key) for key in ("title", "description", "x-unit")}
    return {**heading, "anyOf": [plain, {"type": "array", "items": row, "minItems": 1}]}


def _facts(facts: Iterable[Fact[Kind]]) -> dict[str, Any]:
    return table({fact.name: _dated(fact) for fact in facts})


def _finding(fact: Fact[Kind]) -> dict[str, Any]:
    """One shape for each fact of a visit: with its side and segment where it has one, without where not."""
    properties: dict[str, Any] = {
        "fact": {"const": fact.name},
        "value": _described(fact),
        "unit": {"const": fact.unit},
        "trials": {"type": "array", "items": trial_kind(fact).schema()},
        "instrument": TEXT,
        "position": TEXT,
        "rater": TEXT,
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
        properties["headache"] = TEXT
    return table(properties, *required)


def _outcome(measures: list[str]) -> dict[str, Any]:
    """What it came to, or the answers, in the order of the form and null for a blank one; or both."""
    properties: dict[str, Any] = {
        "date": DATE,
        "measure": {"enum": measures},
        "value": {},
        "items": {"type": "array", "items": {"type": ["number", "null"]}, "minItems": 1},
        "version": {"type": ["string", "integer"]},
        "by": TEXT,
        "recorded": MOMENT,
    }
    return {**table(properties, "date", "measure"), "anyOf": [{"required": ["value"]}, {"required": ["items"]}]}


def case_file_schema(dictionary: Dictionary = DICTIONARY) -> dict[str, Any]:
    """The schema of a whole case file."""
    at_visits = dictionary.of_scope(Scope.VISIT, Scope.COURSE)
    plain = {fact.name: _described(fact) for fact in at_visits if fact.sides is Sides.NONE}
    days = {fact.name: _described(fact) for fact in dictionary.of_scope(Scope.DAY)}
    scores = [fact.name.removesuffix("_score") for fact in dictionary.of_scope(Scope.VISIT)]
    payer = table({"kind": {"enum": list(PAYERS)}, "accident_date": DATE, "claim": TEXT}, "kind")
    person = {
        "id": {"type": ["string", "integer"]},
        "born": DATE,
        "age_years": dictionary["age_years"].kind.schema(),
        "sex": {"enum": list(SEXES)},
    }
    sections: dict[str, Any] = {
        "concordant": {"const": 1},
        "person": table(person, "id"),
        "episode": table({"started": DATE, "goal": TEXT, "payer": payer}),
        "facts": _facts(dictionary.of_scope(Scope.PERSON, Scope.EPISODE)),
        "injuries": list_of({"id": TEXT, "facts": _facts(dictionary.of_scope(Scope.INJURY))}, "id"),
        "headaches": list_of({"id": TEXT, "name": TEXT, "facts": _facts(dictionary.of_scope(Scope.HEADACHE))}, "id"),
        "visits": list_of(
            {
                "date": DATE,
                "by": TEXT,
                "status": {"enum": list(STATUSES)},
                "recorded": MOMENT,
                "facts": table(plain),
                "findings": {"type": "array", "items": {"oneOf": [_finding(fact) for fact in at_visits]}},
            },
            "date",
        ),
        "outcomes": {"type": "array", "items": _outcome(scores)},
        "diary": list_of({"date": DATE, "headache": TEXT, "recorded": MOMENT, "note": WORDS.schema(), **days}, "date"),
        **sections_of_care(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Concordant case file, version 1",
        **table(sections, "concordant", "person"),
    }
