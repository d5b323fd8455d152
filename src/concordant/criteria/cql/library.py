"""A rule book as one CQL library."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import concordant
from concordant.criteria.cql import elm
from concordant.criteria.cql.elm import Elm
from concordant.criteria.cql.frame import Frame
from concordant.criteria.cql.functions import FUNCTIONS
from concordant.criteria.cql.translate import Said, Translation
from concordant.criteria.nodes import Criterion

NAME = "Concordant"


@dataclass(frozen=True, slots=True)
class Library:
    """The rules in ELM, and what they read."""

    elm: Elm
    """The whole document as JSON carries it."""
    person: Frame
    headache: Frame
    of_headache: Mapping[str, bool]
    """Each rule by key: whether it is asked of the headache in question, or of the person."""


def library(
    book: Mapping[str, Criterion], of_person: Collection[str], said: Said | None = None, about: str = ""
) -> Library:
    """Every rule of a book; those named in ``of_person`` are asked of the person, the rest of one headache.

    The document follows ELM as of CQL 1.5: no data model, two parameters (``person`` and ``headache``), one
    definition for each rule under its key. True is met, false not met, null not known. ``about`` heads the text.
    """
    walk = Translation(book, of_person, said or {})
    asked = {key: key not in of_person for key in book}
    for key, of_headache in asked.items():
        walk.rule(key, of_headache)
    parameters = [
        {"name": frame.parameter, "accessLevel": "Public", "parameterTypeSpecifier": frame.type()}
        for frame in (walk.person, walk.headache)
    ]
    document = {
        "identifier": {"id": NAME, "version": concordant.__version__},
        "schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"},
        "usings": {"def": [{"localIdentifier": "System", "uri": "urn:hl7-org:elm-types:r1"}]},
        "parameters": {"def": parameters},
        "contexts": {"def": [{"name": "Unfiltered"}]},
        "statements": {"def": [*FUNCTIONS, *walk.definitions]},
    }
    return Library({"library": document | elm.note(about)}, walk.person, walk.headache, asked)
