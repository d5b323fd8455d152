"""The form of a trial's file, as `trial.schema.json` describes it: which names there are, and what stands under each.

A test holds both against each other. What is wrong is named by the number of the result and the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from concordant.document import Figure
from concordant.evidence.living.document import Tree
from concordant.evidence.refused import Refused

SCHEMA = (Path(__file__).parent / "trial.schema.json").read_text("utf-8")
"""JSON Schema, draft 2020-12."""

LONGEST, LONGEST_ID, MOST_RESULTS = 300, 40, 100
LARGEST = 1_000_000_000
ARMS, DIFFERENCE = ("experimental", "control"), "difference"

_WORDS = re.compile(r"\S(.*\S)?")
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, also those that turn the direction of what follows, and halves of characters."""

Check: TypeAlias = Callable[[Tree], str]
"""What would be allowed instead; empty where the value is right."""


def form_of(tree: Tree) -> Mapping[str, Any]:
    """The tree itself. Raises Refused where it has not the form."""
    trial = _mapping(tree, _OF_TRIAL, needed=_OF_TRIAL)
    results = trial["results"]
    if not isinstance(results, list) or not 1 <= len(results) <= MOST_RESULTS:
        raise Refused(
            "is no list of results", column="results", value=shown(results), allowed=f"1 to {MOST_RESULTS} results"
        )
    for number, result in enumerate(results, 1):
        _result(result, number)
    return trial


def shown(value: Tree) -> str:
    """A value short enough for a message."""
    if isinstance(value, dict | list):
        return "several values" if value else "nothing"
    text = {None: "nothing", True: "true", False: "false"}.get(value) if not isinstance(value, str) else value
    assert text is not None
    return text if len(text) <= 60 else f"{text[:60]}…"


def _result(tree: Tree, number: int) -> None:
    given = _mapping(tree, _OF_RESULT, needed=_NEEDED_OF_RESULT, row=number)
    arms = [arm for arm in ARMS if arm in given]
    if (DIFFERENCE in given) == bool(arms) or len(arms) == 1:
        raise Refused(
            "needs both arms, or the difference between them",
            row=number, column=DIFFERENCE, value=", ".join(given), allowed="experimental and control, or difference",
        )  # fmt: skip
    if arms:
        kinds = [_arm(given[arm], arm, number) for arm in ARMS]
        if kinds[0] is not kinds[1]:
            says = "has events, the other arm means" if kinds[1] is _OF_COUNT else "has means, the other arm events"
            raise Refused(says, row=number, column="control", allowed="both arms in the same form")
        return
    difference = _mapping(given[DIFFERENCE], _OF_DIFFERENCE, needed=("estimate",), row=number, within=DIFFERENCE)
    for one, other in (("ci_low", "ci_high"), ("ci_high", "ci_low")):
        if one in difference and other not in difference:
            raise Refused("is missing", row=number, column=f"{DIFFERENCE}.{other}", allowed="both ends of the interval")
    if not difference.keys() & {"ci_low", "se", "p"}:
        raise Refused(
            "says nothing of how sure it is", row=number, column=DIFFERENCE, value=", ".join(difference),
            allowed="ci_low and ci_high, se, or an exact p",
        )  # fmt: skip


def _arm(tree: Tree, arm: str, number: int) -> Mapping[str, Check]:
    """Which of the two forms it has."""
    of_count = isinstance(tree, dict) and "events" in tree
    form, needed = (_OF_COUNT, ("n", "events")) if of_count else (_OF_MEAN, ("n", "mean", "sd"))
    _mapping(tree, form, needed=needed, row=number, within=arm)
    return form


def _mapping(
    tree: Tree, form: Mapping[str, Check], *, needed: Collection[str], row: int | None = None, within: str = ""
) -> dict[str, Tree]:
    allowed = ", ".join(form)
    if not isinstance(tree, dict):
        whole = "the file" if row is None else f"result {row}"
        raise Refused(
            "is no set of names and values", row=row, column=within or whole, value=shown(tree), allowed=allowed
        )
    inside = f"{within}." if within else ""
    for name in needed:
        if tree.get(name) is None:
            raise Refused("is missing", row=row, column=inside + name, allowed=form[name](None) or allowed)
    for name, value in tree.items():
        if name not in form:
            known = name if name.isprintable() else ascii(name)
            raise Refused("is not known", row=row, column=inside + shown(known), value=shown(value), allowed=allowed)
        if why := form[name](value):
            raise Refused("cannot be used", row=row, column=inside + name, value=shown(value), allowed=why)
    return tree


def _text(pattern: re.Pattern[str], allowed: str, longest: int = LONGEST) -> Check:
    def check(value: Tree) -> str:
        if isinstance(value, Figure | bool):
            return f"{allowed}, in quotes"
        if not isinstance(value, str) or len(value) > longest or not pattern.fullmatch(value):
            return f"{allowed}, at most {longest} characters"
        return f"{allowed}, without control characters" if _UNSHOWN.search(value) else ""

    return check


def _number(allowed: str, fits: Callable[[float], bool] = lambda value: True) -> Check:
    def check(value: Tree) -> str:
        right = isinstance(value, Figure) and abs(float(value)) <= LARGEST and fits(float(value))
        return "" if right else allowed

    return check


def _anything(value: Tree) -> str:
    return ""


_words = _text(_WORDS, "one line of text")
_value = _number("a number")
_people = _number("a whole number, 2 or more", lambda n: n.is_integer() and n >= 2)
_OF_TRIAL: Mapping[str, Check] = {
    "trial_id": _text(_ID, "small letters, digits, - and _, beginning with a letter", LONGEST_ID),
    "first_author": _words,
    "year": _number("a year, 1900 to 2100", lambda year: year.is_integer() and 1900 <= year <= 2100),
    "doi": _text(_DOI, "10.…/…"),
    "population": _words,
    "intervention_class": _words,
    "control_class": _words,
    "seen_in": _words,
    "results": _anything,
}
_NEEDED_OF_RESULT = ("outcome", "scale", "time_weeks", "better", "change_or_final")
_OF_RESULT: Mapping[str, Check] = {
    "outcome": _words,
    "scale": _words,
    "time_weeks": _number("weeks, 0 or more", lambda weeks: weeks >= 0),
    "better": _text(re.compile("lower|higher"), "lower or higher"),
    "change_or_final": _words,
    **dict.fromkeys((*ARMS, DIFFERENCE), _anything),
}
_OF_MEAN: Mapping[str, Check] = {
    "n": _people,
    "mean": _value,
    "sd": _number("0 or more", lambda sd: sd >= 0),
}
_OF_COUNT: Mapping[str, Check] = {
    "n": _people,
    "events": _number("a whole number, 0 or more", lambda count: count.is_integer() and count >= 0),
}
_OF_DIFFERENCE: Mapping[str, Check] = {
    "estimate": _value,
    "ci_low": _value,
    "ci_high": _value,
    "se": _number("above 0", lambda se: se > 0),
    "p": _number("an exact p above 0 and below 1; a bound (< 0.05) is none", lambda p: 0 < p < 1),
}
