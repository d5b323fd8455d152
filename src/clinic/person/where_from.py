"""Where from: the structures of the neck that something points to, what points to them, and what else it may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.drawing import Drawing, drawing_of
from clinic.person.look import Look
from concordant.criteria import Truth
from concordant.diagnosis.source_of_pain import LIMITS, RivalReading, StructureReading

ALIVE: Mapping[Truth | None, str | Promise] = MappingProxyType(
    {
        Truth.MET: _("criteria met"),
        Truth.UNKNOWN: _("not excluded"),
        None: _("no rule can tell"),
    }
)


@dataclass(frozen=True)
class Rival:
    """Another explanation of the same signs."""

    says: str
    standing: str | Promise


@dataclass(frozen=True)
class Source:
    """One structure that something points to."""

    name: str
    points_to: tuple[str, ...]
    beside: tuple[str, ...]
    rivals: tuple[Rival, ...]
    note: str


@dataclass(frozen=True)
class WhereFrom:
    """The neck as a source of one headache."""

    drawing: Drawing
    sources: tuple[Source, ...]
    spoken_against: tuple[str, ...]
    not_tested: tuple[str, ...]
    """Neither named nor spoken against: what would tell was not looked for, or not all of it."""
    limits: str


def where_from_of(look: Look, headache: str) -> WhereFrom:
    found = look.assessment.sources(headache)
    named = [one for one in found if one.truth is Truth.MET]
    return WhereFrom(
        drawing=drawing_of(look, headache, frozenset(one.structure.id for one in named)),
        sources=tuple(_source(one) for one in named),
        spoken_against=_names(found, Truth.NOT_MET),
        not_tested=_names(found, Truth.UNKNOWN),
        limits=LIMITS,
    )


def _names(found: tuple[StructureReading, ...], truth: Truth) -> tuple[str, ...]:
    return tuple(one.structure.name for one in found if one.truth is truth)


def _source(one: StructureReading) -> Source:
    pointing = one.structure.pointing_to
    return Source(
        name=one.structure.name,
        points_to=tuple(each.sign.says for each in one.seen if each.sign in pointing),
        beside=tuple(each.sign.says for each in one.seen if each.sign in one.structure.beside),
        rivals=tuple(_rival(each) for each in one.rivals),
        note=one.structure.note,
    )


def _rival(one: RivalReading) -> Rival:
    return Rival(one.rival.says, ALIVE[one.truth])
