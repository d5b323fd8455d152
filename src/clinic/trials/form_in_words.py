"""The form of a trial's file in words, from the schema itself."""

import json
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.evidence.living import SCHEMA


@dataclass(frozen=True)
class Part:
    """One set of names: of the trial, of a result, of a group, of a difference."""

    title: str | Promise
    names: tuple[tuple[str, str, bool], ...]
    """Name, what stands under it, whether it has to."""


@cache
def parts() -> tuple[Part, ...]:
    whole = json.loads(SCHEMA)
    places = (
        (_("Of the trial"), whole),
        (_("Of each result"), whole["$defs"]["result"]),
        (_("Of a group with means"), whole["$defs"]["mean"]),
        (_("Of a group with events"), whole["$defs"]["count"]),
        (_("Of a difference"), whole["$defs"]["difference"]),
    )
    return tuple(
        Part(
            title,
            tuple((name, _says(one, whole), name in part["required"]) for name, one in part["properties"].items()),
        )
        for title, part in places
    )


def _says(one: dict[str, str], whole: dict[str, dict[str, dict[str, str]]]) -> str:
    if "description" in one:
        return one["description"]
    return whole["$defs"][one["$ref"].removeprefix("#/$defs/")]["description"]
