"""The values inside a fragment, each with its place, its words and the kind that reads it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.controls import NOT_ASKED, Control, Data, control_for
from clinic.forms.fragment import SECTION_KEYS
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind, NotAllowed
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.kinds import Choice, Day, Flag, Quantity, Rows, Words
from concordant.facts.units import UNITS
from concordant.language import said
from concordant.measures import trial_kind
from concordant.plan.interventions import BY_ID
from concordant.record.care import AMOUNTS, CHOICES, CONCLUSIONS, LIMITS, PHASES, PROFILES, RESPONSES
from concordant.record.care_reader import AMOUNT, COUNT, DISCIPLINES, LINE, NRS, STATUSES, TARGET, TEXT, TIMES

Path = tuple[str | int, ...]
_GONE: Any = object()
_FACT_AT = {keys: name for name, keys in SECTION_KEYS.items()}
_STANDING = ("concordant", "id", "fact", "measure", "recorded", "unit")
"""Keys that say what a row is about: they are not values that could be mistyped here."""
_NOTE = Words(longest=200)


def _words(*words: str) -> Choice:
    return Choice({word: word for word in words})


_KINDS: dict[str, Kind] = {
    "date": Day(),
    "name": _NOTE,
    "by": _NOTE,
    "status": _words(*STATUSES, *CONCLUSIONS),
    "side": _words(*SIDES),
    "segment": _words(*SEGMENTS),
    "headache": Words(longest=80),
    "instrument": _NOTE,
    "position": _NOTE,
    "rater": _NOTE,
    "headache_phase": _words("none", "warning", "attack", "after"),
    "discipline": _words(*DISCIPLINES),
    "interventions": Words(longest=80),
    "minutes": Quantity(low=0, high=600, whole=True),
    "done": Flag(),
    "load": LINE,
    "effort": NRS,
    "pain_before_nrs": NRS,
    "pain_after_nrs": NRS,
    "version": Words(longest=80),
    # A signed assessment or plan.
    "code": Words(longest=80),
    "phase": _words(*PHASES),
    "profile": _words(*PROFILES),
    "choice": _words(*CHOICES),
    "reason": TEXT,
    "signed_for": Words(longest=80),
    "says": LINE,
    "at_most": TARGET,
    "at_least": TARGET,
    "retest": Day(),
    "remark": TEXT,
    **dict.fromkeys((*AMOUNTS, *LIMITS), AMOUNT),
    "review_months": COUNT,
    "notes": LINE,
    **dict.fromkeys(DISCIPLINES, TIMES),
    # A treatment as it was given, and the four parts of a note.
    "intervention": Choice({one.id: one.name for one in BY_ID.values()}),
    "structure": LINE,
    "dose": LINE,
    "reproduced": Flag(),
    "response": _words(*RESPONSES),
    "words": TEXT,
    "note": TEXT,
    "subjective": TEXT,
    "objective": TEXT,
    "analysis": TEXT,
    "plan": TEXT,
}
_NAMED_ELSEWHERE = ("segment", "intervention")
"""Their words are names, or come from a room of their own."""
WORDS_OF_KEYS = tuple(
    dict.fromkeys(
        [key.replace("_", " ") for key in _KINDS]
        + [
            word
            for key, kind in _KINDS.items()
            if isinstance(kind, Choice) and key not in _NAMED_ELSEWHERE
            for word in kind.options.values()
        ]
    )
)
"""What this page says of a fragment beside the dictionary, in English."""
_MAY_GO = (
    "name",
    "by",
    "status",
    "headache",
    "instrument",
    "position",
    "rater",
    "headache_phase",
    "minutes",
    "version",
    "reason",
    "remark",
    "retest",
    "sets",
    "reps",
    "hold_s",
    "load",
    "effort",
    "pain_before_nrs",
    "pain_after_nrs",
    "structure",
    "dose",
    "reproduced",
    "response",
    "words",
    "note",
    "subjective",
    "objective",
    "analysis",
    "plan",
)


@dataclass(frozen=True)
class Leaf:
    """One value."""

    path: Path
    label: str | Promise
    kind: Kind
    value: Any
    is_answer: bool
    """Whether it may be taken away by itself: a date or a side may not."""
    unit: str = ""
    blank: Any = _GONE
    """What stands in its place when it is left blank: the answer of a questionnaire keeps its place."""

    @property
    def name(self) -> str:
        return "v:" + ".".join(map(str, self.path))

    @property
    def control(self) -> Control:
        return control_for(self.kind)

    @property
    def said(self) -> str:
        """The value in words."""
        if self.value is self.blank:
            return str(_("left blank"))
        if self.path[-1] == "by":
            return said(str(self.value))
        try:
            told = said("not known") if self.value == "unknown" else self.kind.say(self.kind.read(self.value))
        except NotAllowed:
            return str(self.value)
        number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        return told + (UNITS[self.unit].told if number and self.unit else "")


def leaves_of(content: dict[str, Any], dictionary: Dictionary = DICTIONARY) -> list[Leaf]:
    """Every value of a fragment, in its order."""
    return list(_walk(content, (), "", dictionary))


def _walk(node: Any, path: Path, about: str, dictionary: Dictionary) -> Iterator[Leaf]:
    if isinstance(node, dict):
        about = _about(node, dictionary) or about
        for key, value in node.items():
            yield from _of_key(node, key, value, (*path, key), about, dictionary)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _walk(value, (*path, number), about, dictionary)


def _about(row: dict[str, Any], dictionary: Dictionary) -> str:
    """What a row of a list is about, in words."""
    parts = []
    if fact := _fact_of(row, dictionary):
        parts.append(said(fact.label))
    if row.get("intervention") in BY_ID:
        parts.append(BY_ID[row["intervention"]].name)
    parts += [str(row[key]) for key in ("id", "segment") if key in row]
    if "side" in row:
        parts.append(said(str(row["side"])))
    return ", ".join(part for part in parts if part != "-")


def _fact_of(row: dict[str, Any], dictionary: Dictionary) -> Fact[Kind] | None:
    named = row.get("fact") or row.get("measure")
    return dictionary.get(f"{named}_score") or dictionary.get(str(named)) if named else None


def _of_key(
    row: dict[str, Any], key: str, value: Any, path: Path, about: str, dictionary: Dictionary
) -> Iterator[Leaf]:
    fact = _fact_of(row, dictionary)
    if name := _FACT_AT.get(tuple(str(part) for part in path)):
        yield _answer(path, dictionary[name], value, "")
    elif key in _STANDING:
        return
    elif key == "value" and fact is not None:
        yield _answer(path, fact, value, about)
    elif key == "trials" and fact is not None:
        for number, trial in enumerate(value):
            label = _("%(about)s: trial %(number)s") % {"about": about, "number": number + 1}
            yield Leaf((*path, number), label, trial_kind(fact), trial, True, fact.unit)
    elif key == "items" and fact is not None:
        for number, answer in enumerate(value):
            label = _("%(about)s: item %(number)s") % {"about": about, "number": number + 1}
            yield Leaf((*path, number), label, Quantity(), answer, True, blank=None)
    elif key in dictionary and "findings" not in path:
        yield from _of_fact(path, dictionary[key], value, about)
    elif key in _KINDS and not _is_table(value):
        many = isinstance(value, list)
        for place, one in [((*path, n), one) for n, one in enumerate(value)] if many else [(path, value)]:
            label = _of_row(about, said(key.replace("_", " ")))
            yield Leaf(place, label, _KINDS[key], one, key in _MAY_GO or many)
    else:
        yield from _walk(value, path, about, dictionary)


def _of_row(about: str, name: str) -> str:
    return said("{what}: {value}", what=about, value=name) if about else name[:1].upper() + name[1:]


def _is_table(value: Any) -> bool:
    """One small form, or a list of them: its values are gone through one by one."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def _of_fact(path: Path, fact: Fact[Kind], value: Any, about: str) -> Iterator[Leaf]:
    dated = isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)
    if not dated or isinstance(fact.kind, Rows):
        yield _answer(path, fact, value, about)
        return
    for number, row in enumerate(value):
        yield Leaf((*path, number, "date"), _of_row(said(fact.label), str(_("date"))), Day(), row.get("date"), False)
        yield _answer((*path, number, "value"), fact, row.get("value"), about)


def _answer(path: Path, fact: Fact[Kind], value: Any, about: str) -> Leaf:
    name = said(fact.label)
    label = about if about.startswith(name) else f"{name} ({about})" if about else name
    return Leaf(path, label, fact.kind, value, True, fact.unit)


def said_anew(content: dict[str, Any], leaves: list[Leaf], data: Data) -> dict[str, Any]:
    """The fragment with what the form says of each value; what was left blank is taken out."""
    anew: dict[str, Any] = deepcopy(content)
    for leaf in leaves:
        value = leaf.control.value(data, leaf.name)
        holder = anew
        for key in leaf.path[:-1]:
            holder = holder[key]  # type: ignore[index]
        holder[leaf.path[-1]] = leaf.blank if value is NOT_ASKED else value  # type: ignore[index]
    pruned = _pruned(anew)
    return pruned if isinstance(pruned, dict) else {}


def _pruned(node: Any) -> Any:
    """Without what was taken out, and without rows that say nothing any more."""
    if isinstance(node, dict):
        kept = {key: _pruned(value) for key, value in node.items()}
        gone = [key for key, value in kept.items() if value is _GONE]
        kept = {key: value for key, value in kept.items() if value is not _GONE}
        if "value" in gone and "items" not in kept:
            return _GONE
        says_nothing = gone and not set(kept) - {"date", "headache", "by", "recorded", "status", "concordant"}
        return _GONE if says_nothing else kept
    if isinstance(node, list):
        items = [_pruned(one) for one in node]
        left = [one for one in items if one is not _GONE]
        return _GONE if items and not left else left
    return node
