"""Answers -> a score: what was answered, what it comes to, how complete it is and why (outcomes 2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import partial, reduce

from concordant.facts.values import plain
from concordant.language import Sentence, figure, said, sentence
from concordant.measures.questionnaires.items import Answer, Item, as_number
from concordant.measures.questionnaires.questionnaire import Band, Points, Questionnaire, Version

LONGEST_SHOWN = 40

ANSWERED = sentence("answered")
ONLY_TOTAL = sentence("only the total was entered; the answers behind it are not known")
NOT_FROM_ANSWERS = sentence("the typed total cannot be worked out from them here")
ALL_ANSWERED = "all {count} items answered"
BLANK = "item {items} of {count} left blank"
BLANKS = "items {items} of {count} left blank"
TOO_FEW = "a total needs at least {fewest} answers"
PRORATED = "counted as the mean of the {answered} answered"
NOT_USED = "the typed total {total} is not used, as the answers give none"


class Status(Enum):
    """How far a total can be believed."""

    COMPLETE = "complete"
    PRORATED = "prorated"
    """Some items are blank, no more than the rule allows."""
    INVALID = "invalid"
    """Too many items are blank: there is no total."""
    TOTAL_ONLY = "total_only"
    """Only the total was entered; nobody can check it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that must be put right before anything is scored."""

    says: str
    item: int | None = None
    """Its number on the form, from 1; None: it is about the whole."""


class NotScorable(ValueError):
    """Answers that cannot be scored. Nothing is clipped and nothing is guessed."""

    def __init__(self, measure: str, problems: Sequence[Refused]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{measure}{_numbered(one.item)}: {one.says}" for one in problems))


def _numbered(item: int | None) -> str:
    return "" if item is None else f" item {item}"


@dataclass(frozen=True, slots=True)
class Score:
    """One filled-in questionnaire."""

    questionnaire: Questionnaire = field(repr=False)
    version: str
    """Empty: not known."""
    recall: str
    """Empty: not known."""
    language: str
    """Of the form that was filled in, as an IETF tag; empty: not known."""
    date: date
    items: tuple[Answer, ...]
    total: float | None
    status: Status
    whys: tuple[Sentence, ...]
    """How complete it is, and what the total rests on."""
    source: str = ""
    """Who says so."""
    subscores: tuple[tuple[str, float], ...] = ()

    @property
    def why(self) -> str:
        """The same in one line, in English."""
        return "; ".join(one.in_english for one in self.whys)

    @property
    def told_why(self) -> str:
        """In the language of the moment."""
        return "; ".join(one.said for one in self.whys)

    @property
    def measure(self) -> str:
        """The id of the questionnaire."""
        return self.questionnaire.id

    @property
    def anchor(self) -> str:
        """What is rated: the worst, the average."""
        return self.questionnaire.anchor

    @property
    def blank(self) -> tuple[int, ...]:
        """Numbers of the items that were left blank, from 1."""
        return tuple(number for number, answer in enumerate(self.items, 1) if answer is None)

    @property
    def band(self) -> Band | None:
        """The published band of the total."""
        return None if self.total is None else self.questionnaire.band(self.total, self.version)

    @property
    def percent(self) -> float | None:
        """The total in percent, where a percentage is published."""
        return None if self.total is None else self.questionnaire.percent(self.total)


def score(
    questionnaire: Questionnaire,
    items: Sequence[object] | None = None,
    *,
    on: date,
    version: str = "",
    total: object = None,
    language: str = "",
    source: str = "",
) -> Score:
    """The score of these answers, or of a total that was typed in without them.

    ``items``: the numbers in the order of the form, None for a blank one. ``total``: what the paper form came to.
    Raises NotScorable with every answer that is not allowed, and where items and typed total disagree.
    """
    chosen = _version(questionnaire, version, needed=items is not None)
    heading = partial(
        Score,
        questionnaire,
        version if chosen is None or questionnaire.any_version else chosen.key,
        chosen.recall if chosen else "",
        language,
        on,
        source=source,
    )
    typed = None if total is None else _typed(questionnaire, chosen, total)
    if items is None or chosen is None:
        if typed is None:
            raise NotScorable(questionnaire.id, [Refused(said("neither answers nor a total"))])
        return heading((), typed, Status.TOTAL_ONLY, (ONLY_TOTAL,))
    answers = _read(questionnaire, chosen, items)
    points = [
        None if answer is None else item.points(answer) for item, answer in zip(chosen.added, answers, strict=False)
    ]
    status, whys = _standing(chosen, points)
    found = None if status is Status.INVALID or chosen.scoring is None else chosen.scoring(points)
    if typed is not None and chosen.scoring is None and status is Status.COMPLETE:
        found, status = typed, Status.TOTAL_ONLY
        whys += (NOT_FROM_ANSWERS,)
    elif typed is not None:
        whys += _agreeing(questionnaire, chosen, typed, found)
    return heading(answers, found, status, whys, subscores=_subscores(questionnaire, points))


def _version(questionnaire: Questionnaire, key: str, *, needed: bool) -> Version | None:
    versions = questionnaire.versions
    if questionnaire.any_version:
        return versions[0]
    if not key:
        if len(versions) == 1:
            return versions[0]
        if not needed:
            return None
        raise NotScorable(
            questionnaire.id, [Refused(said("say which version was used: {versions}", versions=_named(versions)))]
        )
    if (found := questionnaire.version(key)) is not None:
        return found
    cut = key[:LONGEST_SHOWN]
    told = said("{version} is no version of it; there are: {versions}", version=repr(cut), versions=_named(versions))
    raise NotScorable(questionnaire.id, [Refused(told)])


def _named(versions: Sequence[Version]) -> str:
    return ", ".join(one.key for one in versions)


def _typed(questionnaire: Questionnaire, version: Version | None, raw: object) -> float:
    if not questionnaire.has_total:
        raise NotScorable(questionnaire.id, [Refused(said("it is read item by item and has no total"))])
    number = as_number(raw)
    if number is None:
        raise NotScorable(questionnaire.id, [Refused(said("the total {total} is not a number", total=_shown(raw)))])
    bounds = [version] if version else list(questionnaire.versions)
    fits = any((one.low is None or one.low <= number) and (one.high is None or number <= one.high) for one in bounds)
    if not fits:
        ranges = reduce(_either, (said("{low} to {high}", low=_end(one.low), high=_end(one.high)) for one in bounds))
        told = said("the total {total} is out of range; allowed: {ranges}", total=figure(plain(number)), ranges=ranges)
        raise NotScorable(questionnaire.id, [Refused(told)])
    return int(number) if number == int(number) else number


def _end(bound: float | None) -> str:
    return "…" if bound is None else figure(plain(bound))


def _either(one: str, other: str) -> str:
    return said("{one} or {other}", one=one, other=other)


def _read(questionnaire: Questionnaire, version: Version, raw: Sequence[object]) -> tuple[Answer, ...]:
    if not version.items:
        raise NotScorable(questionnaire.id, [Refused(said("only its total is entered, not the answers"))])
    if len(raw) not in version.lengths:
        low, high = version.lengths[0], version.lengths[-1]
        needed = str(low) if low == high else said("{low} to {high}", low=low, high=high)
        told = said("{count} answers; it has {needed} items, null where blank", count=len(raw), needed=needed)
        raise NotScorable(questionnaire.id, [Refused(told)])
    problems: list[Refused] = []
    answers: list[Answer] = []
    for number, (item, answer) in enumerate(zip(version.items, raw, strict=False), 1):
        if answer is None:
            answers.append(None)
        elif (read := _answer(item, answer)) is None:
            told = "{value} is not allowed; allowed: {allowed}, null if blank"
            problems.append(Refused(said(told, value=_shown(answer), allowed=item.allowed), number))
        else:
            answers.append(read)
    if problems:
        raise NotScorable(questionnaire.id, problems)
    return tuple(answers)


def _answer(item: Item, raw: object) -> int | float | None:
    number = as_number(raw)
    return item.kept(number) if number is not None and item.takes(number) else None


def _shown(raw: object) -> str:
    text = repr(raw) if not isinstance(raw, int) or abs(raw) < 10**LONGEST_SHOWN else "a very large number"
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _standing(version: Version, points: Points) -> tuple[Status, tuple[Sentence, ...]]:
    blank = [str(number) for number, each in enumerate(points, 1) if each is None]
    answered = len(points) - len(blank)
    if not blank:
        return Status.COMPLETE, (sentence(ALL_ANSWERED, count=len(points)) if len(points) > 1 else ANSWERED,)
    which = sentence(BLANKS if len(blank) > 1 else BLANK, items=", ".join(blank), count=len(points))
    if answered < version.fewest_answered:
        return Status.INVALID, (which, sentence(TOO_FEW, fewest=version.fewest_answered))
    return Status.PRORATED, (which, sentence(PRORATED, answered=answered))


def _agreeing(
    questionnaire: Questionnaire, version: Version, typed: float, found: float | None
) -> tuple[Sentence, ...]:
    """What is said of a typed total beside answers. It is never used: the total is that of the answers."""
    if found is None:
        return (sentence(NOT_USED, total=plain(typed)),)
    steps = found / version.step
    rounded = abs(steps - round(steps)) > 1e-6
    if abs(typed - found) > (version.step / 2 if rounded else 0) + 1e-6:
        comes_to, total = figure(plain(round(found, 2))), figure(plain(typed))
        says = said("the answers come to {comes_to}, yet a total of {total} was typed", comes_to=comes_to, total=total)
        raise NotScorable(questionnaire.id, [Refused(says)])
    return ()


def _subscores(questionnaire: Questionnaire, points: Points) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    for one in questionnaire.subscales:
        parts = [points[number - 1] for number in one.items]
        if None not in parts:
            found.append((one.key, sum(each for each in parts if each is not None)))
    return tuple(found)
