"""What people say about themselves: what these rooms of a chart hold, and in whose name.

Who may keep a diary or tell their story may not, by way of it, answer what a clinician has to ask, or speak as one.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.accounts.roles import PATIENT
from clinic.chart.told import INTAKE, allowed_in_intake, require_intake
from concordant.facts import DICTIONARY, Fact, Kind, Room

SECTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "diary": frozenset({"diary"}),
        "home": frozenset({"home"}),
        "questionnaire": frozenset({"outcomes", "visits", "facts", "headaches"}),
        INTAKE: frozenset({"person", "episode", "facts", "injuries", "headaches", "visits"}),
    }
)


def _outcomes_alone(fact: Fact[Kind]) -> bool:
    return fact.room is Room.OUTCOMES


_ASKED: Mapping[str, Callable[[Fact[Kind]], bool]] = MappingProxyType({INTAKE: allowed_in_intake})
"""Which facts a room takes, where it is not those of the outcomes."""


def require_own_words(kind: str, content: Mapping[str, Any], role: str) -> None:
    """Raises ValidationError for a section or a fact of another room, and for a patient who signs as somebody else."""
    allowed = SECTIONS.get(kind)
    if allowed is None:
        return
    for section in content:
        if section not in allowed:
            raise ValidationError({"content": _("%(section)s is not written in the room %(kind)s.") % {
                "section": section, "kind": kind}})  # fmt: skip
    takes = _ASKED.get(kind, _outcomes_alone)
    for name in _facts(content):
        if name in DICTIONARY and not takes(DICTIONARY[name]):
            raise ValidationError({"content": _("%(fact)s is not asked in the room %(kind)s.") % {
                "fact": name, "kind": kind}})  # fmt: skip
    if role == PATIENT.key and any(by != PATIENT.key for by in _names(content)):
        raise ValidationError({"content": _("You sign in your own name.")})
    if kind == INTAKE:
        require_intake(content)


def _facts(content: Mapping[str, Any]) -> Iterator[str]:
    """The names of the facts of person, headaches, injuries and visits."""
    plain = content.get("facts", {})
    yield from plain if isinstance(plain, Mapping) else ()
    for section in ("visits", "headaches", "injuries"):
        rows = content.get(section, [])
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, Mapping):
                facts, findings = row.get("facts", {}), row.get("findings", [])
                yield from facts if isinstance(facts, Mapping) else ()
                for one in findings if isinstance(findings, list) else ():
                    yield str(one.get("fact", "")) if isinstance(one, Mapping) else ""


def _names(node: object) -> Iterator[str]:
    """Whoever anything in it says it is by."""
    if isinstance(node, Mapping):
        if "by" in node:
            yield str(node["by"])
        for one in node.values():
            yield from _names(one)
    elif isinstance(node, list):
        for one in node:
            yield from _names(one)
