"""What was said in a form, as a fragment of a case file, and the way back from a place in it to the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clinic.forms.slots import Slot
from concordant.facts import Room, Scope

NOBODY = "-"
"""Id of the person inside a fragment: whose chart it is stands outside."""

SECTION_KEYS: Mapping[str, tuple[str, ...]] = {
    "birth_date": ("person", "born"),
    "sex": ("person", "sex"),
    "episode_start_date": ("episode", "started"),
    "goal": ("episode", "goal"),
    "payer_kind": ("episode", "payer", "kind"),
    "claim_accident_date": ("episode", "payer", "accident_date"),
    "claim_number": ("episode", "payer", "claim"),
}
"""Facts that a case file keeps under keys of its own."""


@dataclass(frozen=True)
class Said:
    """One value for one slot."""

    slot: Slot
    value: Any
    headache: str = ""
    """Whose it is, where the form asked."""
    instrument: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a questionnaire came to, where that is more than one value: the keys of its row in the case file."""

    says: dict[str, Any]


@dataclass(frozen=True)
class Taken:
    """What was measured at a visit, and how: the further keys of its row under findings (trials, rater, position)."""

    value: Any
    how: Mapping[str, Any]


@dataclass(frozen=True)
class Written:
    """A fragment, and which slot stands at which path of it."""

    content: dict[str, Any]
    places: dict[str, str]

    def slot_at(self, path: str) -> str | None:
        """The name of the slot that a problem at this path is about."""
        fitting = [
            place
            for place in self.places
            if path.startswith(place) and path[len(place) : len(place) + 1] in ("", *".[ ")
        ]
        return self.places[max(fitting, key=len)] if fitting else None


def write(said: Iterable[Said], on: date) -> Written:
    """The fragment that says all this of one day."""
    writer = _Writer(on)
    for one in said:
        writer.add(one)
    return Written(writer.content, writer.places)


class _Writer:
    def __init__(self, on: date) -> None:
        self.on = on.isoformat()
        self.content: dict[str, Any] = {}
        self.places: dict[str, str] = {}

    def add(self, one: Said) -> None:
        fact = one.slot.fact
        if fact.name in SECTION_KEYS:
            self._section(one, SECTION_KEYS[fact.name])
        elif fact.scope in (Scope.PERSON, Scope.EPISODE):
            self._put(self.content.setdefault("facts", {}), "facts", one)
        elif fact.scope is Scope.HEADACHE:
            self._of("headaches", one.slot.of or one.headache, one)
        elif fact.scope is Scope.INJURY:
            self._of("injuries", one.slot.of, one)
        elif fact.scope is Scope.DAY:
            self._day(one)
        elif fact.room is Room.OUTCOMES and fact.scope is Scope.VISIT:
            self._outcome(one)
        else:
            self._finding(one)

    def _put(self, table: dict[str, Any], path: str, one: Said) -> None:
        table[one.slot.fact.name] = one.value
        self.places[f"{path}.{one.slot.fact.name}"] = one.slot.name

    def _section(self, one: Said, keys: tuple[str, ...]) -> None:
        table = self.content
        for key in keys[:-1]:
            table = table.setdefault(key, {"id": NOBODY} if key == "person" else {})
        table[keys[-1]] = one.value
        self.places[".".join(keys)] = one.slot.name

    def _of(self, section: str, identity: str, one: Said) -> None:
        rows = self.content.setdefault(section, [])
        if not any(row["id"] == identity for row in rows):
            rows.append({"id": identity, "facts": {}})
        number = next(n for n, row in enumerate(rows) if row["id"] == identity)
        self._put(rows[number]["facts"], f"{section}[{number}].facts", one)

    def _day(self, one: Said) -> None:
        rows = self.content.setdefault("diary", [])
        if not rows:
            rows.append({"date": self.on} | ({"headache": one.headache} if one.headache else {}))
        self._put(rows[0], "diary[0]", one)

    def _outcome(self, one: Said) -> None:
        rows = self.content.setdefault("outcomes", [])
        self.places[f"outcomes[{len(rows)}]"] = one.slot.name
        says = one.value.says if isinstance(one.value, Outcome) else {"value": one.value}
        rows.append({"date": self.on, "measure": one.slot.fact.name.removesuffix("_score"), **says})

    def _finding(self, one: Said) -> None:
        visits = self.content.setdefault("visits", [])
        if not visits:
            visits.append({"date": self.on})
        visit, slot = visits[0], one.slot
        how = {"side": slot.side, "segment": slot.segment, "headache": one.headache, "instrument": one.instrument}
        taken = one.value if isinstance(one.value, Taken) else Taken(one.value, {})
        how = {key: word for key, word in {**how, **taken.how}.items() if word}
        if not how:
            self._put(visit.setdefault("facts", {}), "visits[0].facts", replace(one, value=taken.value))
            return
        findings = visit.setdefault("findings", [])
        self.places[f"visits[0].findings[{len(findings)}]"] = slot.name
        findings.append({"fact": slot.fact.name, **how, "value": taken.value})
