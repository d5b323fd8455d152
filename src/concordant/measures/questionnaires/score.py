"""Answers -> a score: what was answered, what it comes to, how complete it is and why (outcomes 2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import partial

from concordant.facts.values import plain
from concordant.measures.questionnaires.items import Answer, Item, as_number
from concordant.measures.questionnaires.questionnaire import Band, Points, Questionnaire, Version

LONGEST_SHOWN = 40


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
    why: str
    source: str = ""
    """Who says so."""
    subscores: tuple[tuple[str, float], ...] = ()

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
            raise NotScorable(questionnaire.id, [Refused("neither answers nor a total")])
        why = "only the total was entered; the answers behind it are not known"
        return heading((), typed, Status.TOTAL_ONLY, why)
    answers = _read(questionnaire, chosen, items)
    points = [
        None if answer is None else item.points(answer) for item, answer in zip(chosen.added, answers, strict=False)
    ]
    status, why = _standing(chosen, points)
    found = None if status is Status.INVALID or chosen.scoring is None else chosen.scoring(points)
    if typed is not None and chosen.scoring is None and status is Status.COMPLETE:
        found, status = typed, Status.TOTAL_ONLY
        why += "; the typed total cannot be worked out from them here"
    elif typed is not None:
        why += _agreeing(questionnaire, chosen, typed, found)
    return heading(answers, found, status, why, subscores=_subscores(questionnaire, points))


def _version(questionnaire: Questionnaire, key: str, *, needed: bool) -> Version | None:
    versions = questionnaire.versions
    if questionnaire.any_version:
        return versions[0]
    if not key:
        if len(versions) == 1:
            return versions[0]
        if not needed:
            return None
        raise NotScorable(questionnaire.id, [Refused(f"say which version was used: {_named(versions)}")])
    if (found := questionnaire.version(key)) is not None:
        return found
    cut = key[:LONGEST_SHOWN]
    raise NotScorable(questionnaire.id, [Refused(f"{cut!r} is no version of it; there are: {_named(versions)}")])


def _named(versions: Sequence[Version]) -> str:
    return ", ".join(one.key for one in versions)


def _typed(questionnaire: Questionnaire, version: Version | None, raw: object) -> float:
    if not questionnaire.has_total:
        raise NotScorable(questionnaire.id, [Refused("it is read item by item and has no total")])
    number = as_number(raw)
    if number is None:
        raise NotScorable(questionnaire.id, [Refused(f"the total {_shown(raw)} is not a number")])
    bounds = [version] if version else list(questionnaire.versions)
    fits = any((one.low is None or one.low <= number) and (one.high is None or number <= one.high) for one in bounds)
    if not fits:
        ranges = " or ".join(f"{_end(one.low)} to {_end(one.high)}" for one in bounds)
        raise NotScorable(questionnaire.id, [Refused(f"the total {plain(number)} is out of range; allowed: {ranges}")])
    return int(number) if number == int(number) else number


def _end(bound: float | None) -> str:
    return "…" if bound is None else plain(bound)


def _read(questionnaire: Questionnaire, version: Version, raw: Sequence[object]) -> tuple[Answer, ...]:
    if not version.items:
        raise NotScorable(questionnaire.id, [Refused("only its total is entered, not the answers")])
    if len(raw) not in version.lengths:
        needed = " to ".join(map(str, dict.fromkeys((version.lengths[0], version.lengths[-1]))))
        raise NotScorable(questionnaire.id, [Refused(f"{len(raw)} answers; it has {needed} items, null where blank")])
    problems: list[Refused] = []
    answers: list[Answer] = []
    for number, (item, answer) in enumerate(zip(version.items, raw, strict=False), 1):
        if answer is None:
            answers.append(None)
        elif (read := _answer(item, answer)) is None:
            problems.append(Refused(f"{_shown(answer)} is not allowed; allowed: {item.allowed}, null if blank", number))
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


def _standing(version: Version, points: Points) -> tuple[Status, str]:
    blank = [str(number) for number, each in enumerate(points, 1) if each is None]
    answered = len(points) - len(blank)
    if not blank:
        return Status.COMPLETE, f"all {len(points)} items answered" if len(points) > 1 else "answered"
    which = f"item{'s' if len(blank) > 1 else ''} {', '.join(blank)} of {len(points)} left blank"
    if answered < version.fewest_answered:
        return Status.INVALID, f"{which}; a total needs at least {version.fewest_answered} answers"
    return Status.PRORATED, f"{which}; counted as the mean of the {answered} answered"


def _agreeing(questionnaire: Questionnaire, version: Version, typed: float, found: float | None) -> str:
    """What is said of a typed total beside answers. It is never used: the total is that of the answers."""
    if found is None:
        return f"; the typed total {plain(typed)} is not used, as the answers give none"
    steps = found / version.step
    rounded = abs(steps - round(steps)) > 1e-6
    if abs(typed - found) > (version.step / 2 if rounded else 0) + 1e-6:
        says = f"the answers come to {plain(round(found, 2))}, yet a total of {plain(typed)} was typed"
        raise NotScorable(questionnaire.id, [Refused(says)])
    return ""


def _subscores(questionnaire: Questionnaire, points: Points) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    for one in questionnaire.subscales:
        parts = [points[number - 1] for number in one.items]
        if None not in parts:
            found.append((one.key, sum(each for each in parts if each is not None)))
    return tuple(found)
