"""Is it safe: open flags strongest first, what was not asked, what each technique is allowed, what was cleared."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from clinic.person.look import Look
from clinic.person.told import Told, questions, told
from clinic.person.where_asked import Question
from clinic.person.words_of_safety import ACTIONS, ALLOWED_WITH_CAUTIONS, HEADINGS, IMAGING, LETTERS, TECHNIQUES
from concordant.criteria import nodes
from concordant.criteria.deciding import deciding_leaves
from concordant.criteria.saying import limits
from concordant.safety import FlagReading, InjuryReading, Letter
from concordant.safety.matrix import RowReading, TechniqueReading


@dataclass(frozen=True)
class OpenFlag:
    id: str
    name: str
    action: str
    action_name: str | Promise
    what_to_do: str
    by: date | None
    is_late: bool
    because: tuple[Told, ...]
    forbids: tuple[str | Promise, ...]
    disputed: bool
    until: str
    source: str


@dataclass(frozen=True)
class ClearedFlag:
    name: str
    on: Any
    by: str
    how: str


@dataclass(frozen=True)
class Technique:
    """How far one technique may be used, and because of what."""

    name: str | Promise
    letter: str
    word: str | Promise
    because: tuple[str, ...]
    limit: str
    until: str


@dataclass(frozen=True)
class Imaged:
    """The rules for imaging after one injury."""

    injury: str
    c_spine: str | Promise
    step: str
    nexus: str | Promise
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Safety:
    verdict: str
    heading: str | Promise
    open: tuple[OpenFlag, ...]
    cleared: tuple[ClearedFlag, ...]
    not_screened: tuple[Question, ...]
    not_known: tuple[Question, ...]
    asked_again: bool
    techniques: tuple[Technique, ...]
    """Empty where nothing is stopped or limited."""
    injuries: tuple[Imaged, ...]


def safety_of(look: Look) -> Safety:
    found = look.assessment.safety
    free = all(one.letter is Letter.ALLOWED for one in found.techniques.values())
    return Safety(
        verdict=found.manual_therapy,
        heading=ALLOWED_WITH_CAUTIONS
        if found.manual_therapy == "allowed" and found.open
        else HEADINGS[found.manual_therapy],
        open=tuple(_open(one, look) for one in found.open),
        cleared=tuple(_cleared(one) for one in found.flags if one.cleared),
        not_screened=questions(found.not_screened, look),
        not_known=questions(found.not_known, look),
        asked_again=found.asked_again,
        techniques=() if free else tuple(_technique(one, found.rows) for one in found.techniques.values()),
        injuries=tuple(_imaged(one) for one in found.injuries if one.is_due),
    )


def _open(one: FlagReading, look: Look) -> OpenFlag:
    assert one.action is not None  # it is open
    return OpenFlag(
        id=one.flag.id,
        name=one.flag.name,
        action=one.action.value,
        action_name=ACTIONS[one.action],
        what_to_do=one.do,
        by=one.by,
        is_late=one.by is not None and one.by < look.moment.day,
        because=tuple(_because(one, look)),
        forbids=tuple(TECHNIQUES[each] for each in one.forbids),
        disputed=one.disputed,
        until=one.until,
        source=one.flag.source,
    )


def _because(one: FlagReading, look: Look) -> dict[Told, None]:
    leaves = deciding_leaves(one.trace)
    return dict.fromkeys(
        told(term, reading, look, beside=limits(leaf.criterion))
        for leaf in leaves
        for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True)
    )


def _cleared(one: FlagReading) -> ClearedFlag:
    entered: Any = next(
        leaf.readings[0].value for leaf in one.trace.leaves() if isinstance(leaf.criterion, nodes.Cleared)
    )
    return ClearedFlag(one.flag.name, entered["date"], entered["by"], entered["how"])


def _technique(one: TechniqueReading, rows: tuple[RowReading, ...]) -> Technique:
    findings = {each.row.id: each.row.finding for each in rows}
    return Technique(
        name=TECHNIQUES[one.technique],
        letter=one.letter.value,
        word=LETTERS[one.letter],
        because=tuple(findings[each] for each in one.because),
        limit=one.limit,
        until=one.until,
    )


def _imaged(one: InjuryReading) -> Imaged:
    return Imaged(one.injury, IMAGING[one.c_spine], one.step, IMAGING[one.nexus], one.notes)
