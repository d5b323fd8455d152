"""Other published criteria beside those of ICHD-3: told in a line each, deciding nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.told import questions
from clinic.person.tracing import MARKS, STATES
from clinic.person.where_asked import Question
from concordant.criteria import Truth
from concordant.diagnosis.beside import BesideReading

VERDICTS: Mapping[Truth, str | Promise] = MappingProxyType(
    {Truth.MET: _("met"), Truth.NOT_MET: _("not met"), Truth.UNKNOWN: _("open")}
)


@dataclass(frozen=True)
class Part:
    """One criterion or feature of a set."""

    name: str
    state: str
    """Of a criterion; empty for a feature, which has points."""
    told: str | Promise


@dataclass(frozen=True)
class Beside:
    """One set of criteria, or one score."""

    name: str
    says: str | Promise
    parts: tuple[Part, ...]
    settles: tuple[Question, ...]
    note: str
    source: str


def beside_of(look: Look, headache: str) -> tuple[Beside, ...]:
    return tuple(_beside(one, look) for one in look.assessment.beside_of(headache))


def _beside(one: BesideReading, look: Look) -> Beside:
    return Beside(
        name=one.name,
        says=_says(one),
        parts=tuple(_parts(one)),
        settles=questions(one.missing, look, one.headache),
        note=one.note,
        source=one.source,
    )


def _says(one: BesideReading) -> str | Promise:
    if one.points is not None:
        return _("%(points)s of 5 points, no cut-off") % {"points": one.points}
    assert one.verdict is not None  # it is no score
    return VERDICTS[one.verdict]


def _parts(one: BesideReading) -> list[Part]:
    letters = [Part(letter, MARKS[truth], STATES[MARKS[truth]]) for letter, truth in sorted(one.criteria.items())]
    return letters + [Part(name, "", str(points)) for name, points in one.parts.items()]
