"""Is it safe: open flags strongest first, what was not asked, what was followed up and cleared."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.told import Told, questions, told
from clinic.person.where_asked import Question
from concordant.criteria import nodes
from concordant.criteria.deciding import deciding_leaves
from concordant.safety import WHAT_TO_DO, FlagReading
from concordant.safety.flag import Action

ACTIONS: Mapping[Action, str | Promise] = MappingProxyType(
    {
        Action.EMERGENCY: _("Emergency"),
        Action.SAME_DAY: _("Same day"),
        Action.URGENT: _("Urgent"),
        Action.CAUTION: _("Caution"),
    }
)
HEADINGS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "stop": _("Stop: no manual therapy"),
        "caution": _("With caution"),
        "allowed": _("No restriction found"),
    }
)
TECHNIQUES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "thrust": _("thrust manipulation"),
        "end_range": _("end-range techniques"),
        "mid_range": _("mid-range mobilisation"),
        "soft_tissue": _("soft-tissue work"),
        "needling": _("needling"),
        "neck_load": _("loading the neck"),
    }
)


@dataclass(frozen=True)
class OpenFlag:
    id: str
    name: str
    action: str
    action_name: str | Promise
    what_to_do: str
    because: tuple[Told, ...]
    forbids: tuple[str | Promise, ...]
    disputed: bool
    source: str


@dataclass(frozen=True)
class ClearedFlag:
    name: str
    on: Any
    by: str
    how: str


@dataclass(frozen=True)
class Safety:
    verdict: str
    heading: str | Promise
    open: tuple[OpenFlag, ...]
    cleared: tuple[ClearedFlag, ...]
    not_screened: tuple[Question, ...]
    asked_again: bool
    forbids: tuple[str | Promise, ...]


def safety_of(look: Look) -> Safety:
    found = look.assessment.safety
    return Safety(
        verdict=found.manual_therapy,
        heading=HEADINGS[found.manual_therapy],
        open=tuple(_open(one, look) for one in found.open),
        cleared=tuple(_cleared(one) for one in found.flags if one.cleared),
        not_screened=questions(found.not_screened, look),
        asked_again=found.asked_again,
        forbids=tuple(TECHNIQUES[one] for one in found.forbids),
    )


def _open(one: FlagReading, look: Look) -> OpenFlag:
    assert one.action is not None  # it is open
    return OpenFlag(
        id=one.flag.id,
        name=one.flag.name,
        action=one.action.value,
        action_name=ACTIONS[one.action],
        what_to_do=WHAT_TO_DO[one.action],
        because=tuple(_because(one, look)),
        forbids=tuple(TECHNIQUES[each] for each in one.forbids),
        disputed=one.disputed,
        source=one.flag.source,
    )


def _because(one: FlagReading, look: Look) -> dict[Told, None]:
    leaves = deciding_leaves(one.trace)
    pairs = (pair for leaf in leaves for pair in zip(leaf.criterion.terms, leaf.readings, strict=True))
    return dict.fromkeys(told(term, reading, look) for term, reading in pairs)


def _cleared(one: FlagReading) -> ClearedFlag:
    entered: Any = next(
        leaf.readings[0].value for leaf in one.trace.leaves() if isinstance(leaf.criterion, nodes.Cleared)
    )
    return ClearedFlag(one.flag.name, entered["date"], entered["by"], entered["how"])
