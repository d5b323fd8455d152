"""What goes in and out, made from the dictionary."""

import uuid
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import WithJsonSchema, create_model

from clinic.chart.rooms import ROOMS
from concordant.facts import DICTIONARY, Dictionary
from concordant.record.schema import case_file_schema

ON_A_PAGE = ("assessments", "plans")
"""What is signed on the page of the plan alone: it is checked there against the chart, its flags and its blocks."""


def fragment_schema(dictionary: Dictionary = DICTIONARY) -> dict[str, Any]:
    """A case file without its head: only what was said at one time about one day."""
    schema = case_file_schema(dictionary)
    properties = {key: one for key, one in schema["properties"].items() if key not in ("concordant", *ON_A_PAGE)}
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def entry_in(dictionary: Dictionary = DICTIONARY) -> type[Schema]:
    """A statement to be signed, with every fact of the dictionary as a field."""
    content = Annotated[dict[str, Any], WithJsonSchema(fragment_schema(dictionary))]
    kind: Any = Literal[tuple(kind for kind in ROOMS if kind != "case file")]
    fields: dict[str, Any] = {
        "on": (date, ...),
        "kind": (kind, ...),
        "key": (uuid.UUID, ...),
        "content": (content, ...),
    }
    return create_model("EntryIn", __base__=Schema, **fields)


class EntryOut(Schema):
    """A signed statement."""

    id: int
    on: date
    kind: str
    sha256: str


class ProblemOut(Schema):
    """One thing that must be put right."""

    path: str
    message: str


class Problems(Schema):
    """Why a statement was not taken."""

    problems: list[ProblemOut]


class AssessmentOut(Schema):
    """What follows from a chart on a day, as the command line answers it; docs/case_file.md tells each part."""

    as_of: date
    safety: dict[str, Any]
    contradictions: list[dict[str, Any]]
    diagnoses: list[dict[str, Any]]
    """Without those that are excluded."""
    sources: list[dict[str, Any]]
    """Of each headache, the structures of the neck and what points to them."""
    probability: list[dict[str, Any]]
    """One of each headache; the numbers are null where it is withheld."""
    next_tests: list[dict[str, Any]]
    """Of each headache, best first."""
    measures: list[dict[str, Any]]
    """The newest value of every test and questionnaire, against its cut-off or band."""
    progress: list[dict[str, Any]]
    """Every measure of the newest retest against its baseline."""
    decision: dict[str, Any]
    """What is proposed to the clinician after the newest retest, and on what it rests."""
    plan: dict[str, Any] | None
    """The plan of care that is proposed for the headache that comes first; null without a headache."""
    other_plans: list[dict[str, Any]]
    """Those of the other headaches."""
    coverage: dict[str, Any]
    """What the payer covers, what is left and what is due, without the clinic's own terms."""
    beside: list[dict[str, Any]]
    """Other published criteria, deciding nothing."""


class FactOut(Schema):
    """One declaration of the dictionary."""

    name: str
    label: str
    ask: str
    meaning: str
    room: str
    scope: str
    supplied_by: str
    unit: str
    sides: str
    segmental: bool
    per_headache: bool
    value: dict[str, Any]
    """JSON Schema of the value."""


def facts_out(dictionary: Dictionary = DICTIONARY) -> list[dict[str, Any]]:
    """The dictionary, one row a fact."""
    return [
        {
            "name": fact.name,
            "label": fact.label,
            "ask": fact.ask,
            "meaning": fact.meaning,
            "room": fact.room.value,
            "scope": fact.scope.value,
            "supplied_by": fact.supplied_by.words,
            "unit": fact.unit,
            "sides": fact.sides.value,
            "segmental": fact.segmental,
            "per_headache": fact.per_headache,
            "value": fact.kind.schema(),
        }
        for fact in dictionary.values()
    ]
