"""Case file -> :class:`~concordant.record.case.Case`, with every problem named by its place.

The sets of keys are closed, and every value is read by the kind of its fact, so nothing is guessed and
nothing dropped: a file is either understood whole or refused with the list of what to put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from concordant.document import Located
from concordant.facts import DICTIONARY, UNKNOWN, Dictionary, Fact, Scope, Sides, Value
from concordant.facts.fact import SEGMENTS, SIDES
from concordant.facts.kinds import Choice, Kind, Rows, Words
from concordant.language import said
from concordant.measures import trial_kind
from concordant.record import case as c
from concordant.record.care_reader import STATUSES, CareReader
from concordant.record.case import Case, Facts, Stated
from concordant.record.document import MOST_BYTES, Node, Unplaced, parse
from concordant.record.node_reader import DAY, ID, NOTE, join, offer
from concordant.record.problems import CaseFileError, Problem, shown
from concordant.record.scored import Scored, read_scored

VERSION = 1

SEXES = ("female", "male", "other", "unknown")
PAYERS = ("private", "icbc", "worksafebc", "extended")

T = TypeVar("T")
_NAME = Words(longest=200)


def read_file(path: str | Path, dictionary: Dictionary = DICTIONARY) -> Case:
    """The case in a file. Raises CaseFileError, also where the file cannot be opened."""
    path = Path(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            size = path.stat().st_size
            raise CaseFileError(
                [Problem("", f"the file has {size:,} bytes; at most {MOST_BYTES:,} are read")], str(path)
            )
        data = path.read_bytes()
    except OSError as error:
        raise CaseFileError([Problem("", f"cannot be read: {error.strerror}")], str(path)) from None
    return read_text(data, name=str(path), dictionary=dictionary)


def read_text(data: bytes | str, *, name: str = "", dictionary: Dictionary = DICTIONARY) -> Case:
    """The case in a text of YAML or JSON; ``name`` ends in .json for strict JSON."""
    return _Reader(dictionary, name).case(parse(data, name=name))


def read_plain(plain: Mapping[str, Any], *, name: str = "", dictionary: Dictionary = DICTIONARY) -> Case:
    """The case in plain values, as a form, the API or the chart holds it."""
    return _Reader(dictionary, name).case(Unplaced(plain))


class _Reader(CareReader):
    """Reads the sections of a case file."""

    # --- the file ---------------------------------------------------------------------------------------

    def case(self, root: Node) -> Case:
        keys = (
            "concordant",
            "person",
            "episode",
            "facts",
            "injuries",
            "headaches",
            "visits",
            "outcomes",
            "diary",
            "treatments",
            "assessments",
            "plans",
            "home",
        )
        if not isinstance(root.value, dict):
            raise CaseFileError(
                [Problem("", "a case file is a table that starts with concordant: 1", root.line)], self.name
            )
        table = self.table(root, "", keys, needed=("concordant", "person"))
        version = table.get("concordant")
        if version is not None and (version.value != VERSION or isinstance(version.value, bool)):
            self.problem(
                "concordant",
                f"{shown(version.plain())} is not a version that can be read; allowed: {VERSION}",
                version,
            )
        headaches = self.subjects(table, "headaches", Scope.HEADACHE)
        self.headache_ids = tuple(one.id for one in headaches)
        injuries = self.subjects(table, "injuries", Scope.INJURY)
        case = Case(
            person=self.person(table.get("person")),
            episode=self.episode(table.get("episode")),
            facts=self.facts(table.get("facts"), "facts", (Scope.PERSON, Scope.EPISODE)),
            injuries=tuple(c.Injury(one.id, one.facts) for one in injuries),
            no_injury="injuries" in table and table["injuries"].value == [],
            headaches=headaches,
            visits=tuple(self.visit(*item) for item in self.items(table, "visits", "")),
            outcomes=tuple(self.outcome(*item) for item in self.items(table, "outcomes", "")),
            diary=self.diary(self.items(table, "diary", "")),
            treatments=tuple(self.treatment(*item) for item in self.items(table, "treatments", "")),
            assessments=tuple(self.assessment(*item) for item in self.items(table, "assessments", "")),
            plans=tuple(self.plan(*item) for item in self.items(table, "plans", "")),
            home=self.home(self.items(table, "home", "")),
        )
        if self.problems:
            raise CaseFileError(self.problems, self.name)
        return case

    def person(self, node: Node | None) -> c.Person:
        if node is None:
            return c.Person("")
        table = self.table(node, "person", ("id", "born", "age_years", "sex"), needed=("id",))
        if "born" in table and "age_years" in table:
            self.problem("person", "give born or age_years, not both", node)
        identity = table.get("id")
        if identity is not None and isinstance(identity.value, int) and not isinstance(identity.value, bool):
            identity = Located(str(identity.value), identity.line)
        return c.Person(
            id=self.value(ID, identity, "person.id") or "",
            born=self.value(DAY, table.get("born"), "person.born"),
            age_years=self.value(self.dictionary["age_years"].kind, table.get("age_years"), "person.age_years"),
            sex=self.word(SEXES, table.get("sex"), "person.sex") or None,
            place=self.place(node),
        )

    def episode(self, node: Node | None) -> c.Episode:
        if node is None:
            return c.Episode()
        table = self.table(node, "episode", ("started", "goal", "payer"))
        return c.Episode(
            started=self.value(DAY, table.get("started"), "episode.started"),
            goal=self.value(self.dictionary["goal"].kind, table.get("goal"), "episode.goal"),
            payer=self.payer(table.get("payer")),
            place=self.place(node),
        )

    def payer(self, node: Node | None) -> c.Payer | None:
        if node is None:
            return None
        table = self.table(node, "episode.payer", ("kind", "accident_date", "claim"), needed=("kind",))
        return c.Payer(
            kind=self.word(PAYERS, table.get("kind"), "episode.payer.kind"),
            accident_date=self.value(DAY, table.get("accident_date"), "episode.payer.accident_date"),
            claim=self.value(self.dictionary["claim_number"].kind, table.get("claim"), "episode.payer.claim"),
        )

    # --- facts ------------------------------------------------------------------------------------------

    def fact(self, name: str, scopes: tuple[Scope, ...], path: str, at: Node) -> Fact[Kind] | None:
        """The fact of this name, if there is one and it belongs here."""
        if name not in self.dictionary:
            near = get_close_matches(name, self.dictionary, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            self.problem(path, "no fact has this name" + hint, at, of_key=True)
            return None
        fact = self.dictionary[name]
        if fact.scope not in scopes:
            self.problem(path, f"{name} is a fact of the {fact.scope.value}: {_HOME[fact.scope]}", at)
            return None
        return fact

    def facts(self, node: Node | None, path: str, scopes: tuple[Scope, ...]) -> Facts:
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.problem(path, f"{shown(node.plain())} is not a table of facts", node)
            return {}
        found: dict[str, tuple[Stated, ...]] = {}
        for name, item in node.value.items():
            where = join(path, name)
            if (fact := self.fact(name, scopes, where, item)) is not None:
                found[name] = self.stated(fact, item, where)
        return found

    def stated(self, fact: Fact[Kind], node: Node, path: str) -> tuple[Stated, ...]:
        if not _is_dated(fact, node):
            return (Stated(self.value(fact.kind, node, path), place=self.place(node)),)
        found: list[Stated] = []
        for number, item in enumerate(node.value):
            where = f"{path}[{number}]"
            table = self.table(item, where, ("date", "value", "by", "recorded"), needed=("date", "value"))
            if "value" in table:
                stated = Stated(
                    self.value(fact.kind, table["value"], join(where, "value")),
                    on=self.day(table, where),
                    by=self.value(NOTE, table.get("by"), join(where, "by")) or "",
                    recorded=self.moment(table.get("recorded"), join(where, "recorded")),
                    place=self.place(item),
                )
                found.append(stated)
        days = [one.on for one in found]
        if len(set(days)) < len(days):
            self.problem(path, "two values have the same date; a later entry replaces an earlier one", node)
        return tuple(sorted(found, key=lambda one: one.on or date.min))

    def subjects(self, table: Mapping[str, Node], key: str, scope: Scope) -> tuple[c.Headache, ...]:
        """Headaches or injuries: an id, a name and facts."""
        found: list[c.Headache] = []
        keys = ("id", "name", "facts") if scope is Scope.HEADACHE else ("id", "facts")
        for node, path in self.items(table, key, ""):
            entry = self.table(node, path, keys, needed=("id",))
            identity = self.value(ID, entry.get("id"), join(path, "id"))
            if identity and any(one.id == identity for one in found):
                self.problem(join(path, "id"), f"{shown(identity)} stands twice", node)
            name = self.value(_NAME, entry.get("name"), join(path, "name")) or ""
            found.append(
                c.Headache(identity or "", name, self.facts(entry.get("facts"), join(path, "facts"), (scope,)))
            )
        return tuple(found)

    # --- visits, outcomes, diary, treatments --------------------------------------------------------------

    def visit(self, node: Node, path: str) -> c.Visit:
        keys = ("date", "by", "status", "recorded", "facts", "findings")
        table = self.table(node, path, keys, needed=("date",))
        findings = [self.finding(*item) for item in self.items(table, "findings", path)]
        return c.Visit(
            date=self.day(table, path),
            by=self.value(NOTE, table.get("by"), join(path, "by")) or "",
            status=self.word(STATUSES, table.get("status"), join(path, "status")),
            findings=(
                *self.plain_findings(table.get("facts"), join(path, "facts")),
                *filter(None, findings),
            ),
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
        )

    def plain_findings(self, node: Node | None, path: str) -> Iterable[c.Finding]:
        """The short form of findings: name: value, for facts without side or segment."""
        if node is None:
            return
        if not isinstance(node.value, dict):
            self.problem(path, f"{shown(node.plain())} is not a table of facts", node)
            return
        for name, item in node.value.items():
            where = join(path, name)
            fact = self.fact(name, (Scope.VISIT, Scope.COURSE), where, item)
            if fact is None:
                continue
            if fact.sides is not Sides.NONE:
                self.problem(where, f"{name} is given for each side: write it under findings with side", item)
                continue
            yield c.Finding(name, self.value(fact.kind, item, where), place=self.place(item))

    def finding(self, node: Node, path: str) -> c.Finding | None:
        optional = ("side", "segment", "headache", "unit", *_HOW)
        table = self.table(node, path, ("fact", "value", *optional), needed=("fact", "value"))
        name = table.get("fact")
        if name is None or "value" not in table:
            return None
        fact = self.fact(str(name.value), (Scope.VISIT, Scope.COURSE), join(path, "fact"), name)
        if fact is None:
            return None
        self.side_and_segment(fact, table, path, node)
        self.unit(fact, table.get("unit"), join(path, "unit"))
        trials = [self.value(trial_kind(fact), item, where) for item, where in self.items(table, "trials", path)]
        return c.Finding(
            fact=fact.name,
            value=self.value(fact.kind, table["value"], join(path, f"value ({fact.name})")),
            side=self.word(SIDES, table.get("side"), join(path, "side")) or None,
            segment=self.word(SEGMENTS, table.get("segment"), join(path, "segment")) or None,
            headache=self.headache(table.get("headache"), fact, join(path, "headache")),
            trials=tuple(trial for trial in trials if trial is not None),
            instrument=self.value(NOTE, table.get("instrument"), join(path, "instrument")) or "",
            position=self.value(NOTE, table.get("position"), join(path, "position")) or "",
            rater=self.value(NOTE, table.get("rater"), join(path, "rater")) or "",
            headache_phase=self.phase(table.get("headache_phase"), join(path, "headache_phase")),
            place=self.place(node),
        )

    def side_and_segment(self, fact: Fact[Kind], table: Mapping[str, Node], path: str, node: Node) -> None:
        sided = fact.sides is not Sides.NONE
        if sided and "side" not in table:
            self.problem(
                join(path, "side"),
                f"is missing; {fact.name} is given for each side: {', '.join(SIDES)}",
                node,
            )
        if not sided and "side" in table:
            self.problem(join(path, "side"), f"{fact.name} has no side", table["side"])
        if fact.segmental and "segment" not in table:
            self.problem(
                join(path, "segment"),
                f"is missing; {fact.name} is given for each of {', '.join(SEGMENTS)}",
                node,
            )
        if not fact.segmental and "segment" in table:
            self.problem(join(path, "segment"), f"{fact.name} has no segment", table["segment"])

    def unit(self, fact: Fact[Kind], node: Node | None, path: str) -> None:
        if node is not None and node.value != fact.unit:
            self.problem(path, f"{shown(node.plain())} is not the unit of {fact.name}; allowed: {fact.unit}", node)

    def phase(self, node: Node | None, path: str) -> str:
        kind = self.dictionary["headache_phase"].kind
        assert isinstance(kind, Choice)
        return self.word(kind.words, node, path)

    def outcome(self, node: Node, path: str) -> c.Outcome:
        keys = ("date", "measure", "value", "items", "version", "by", "recorded")
        answered = isinstance(node.value, dict) and "items" in node.value
        table = self.table(node, path, keys, needed=("date", "measure") if answered else ("date", "measure", "value"))
        measure, value = table.get("measure"), table.get("value")
        day = self.day(table, path)
        name, found, scored = "", None, Scored()
        if measure is not None and (value is not None or answered):
            name = f"{measure.value}_score" if f"{measure.value}_score" in self.dictionary else str(measure.value)
            fact = self.measure(name, measure, join(path, "measure"))
            if fact is not None:
                found = self.value(fact.kind, value, join(path, f"value ({name})"))
                scored = read_scored(self, fact, table, path, on=day, total=found)
        return c.Outcome(
            date=day,
            fact=name,
            value=scored.total if scored.items else UNKNOWN if found is None else found,
            items=scored.items,
            version=scored.version,
            parts=scored.parts,
            by=self.value(NOTE, table.get("by"), join(path, "by")) or "",
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
        )

    def measure(self, name: str, node: Node, path: str) -> Fact[Kind] | None:
        """The fact of a measure, which is named with or without _score."""
        if name in self.dictionary:
            return self.fact(name, (Scope.VISIT,), path, node)
        names = [fact.name.removesuffix("_score") for fact in self.dictionary.of_scope(Scope.VISIT)]
        self.problem(path, f"no measure has the name {shown(node.plain())}; {offer(name, tuple(names))}", node)
        return None

    def diary(self, rows: list[tuple[Node, str]]) -> tuple[c.DiaryRow, ...]:
        days = {fact.name: fact for fact in self.dictionary.of_scope(Scope.DAY)}
        keys = ("date", "headache", "recorded", "note", *days)
        found: dict[tuple[date, str | None], c.DiaryRow] = {}
        for node, path in rows:
            row = self.diary_row(node, path, days, keys)
            key = (row.date, row.headache)
            if key in found and row.date is not date.min:
                whose = f" for headache {row.headache}" if row.headache else ""
                self.problem(path, f"a second row for {row.date}{whose}; the first is on {found[key].place}", node)
            found[key] = row
        return tuple(sorted(found.values(), key=lambda row: (row.date, row.headache or "")))

    def diary_row(self, node: Node, path: str, days: Mapping[str, Fact[Kind]], keys: tuple[str, ...]) -> c.DiaryRow:
        table = self.table(node, path, keys, needed=("date",))
        facts: dict[str, Value] = {}
        for name, item in table.items():
            if name in days:
                facts[name] = self.value(days[name].kind, item, join(path, name))
        self.contradiction(facts, table, path, node)
        return c.DiaryRow(
            date=self.day(table, path),
            facts=facts,
            headache=self.headache(table.get("headache"), None, join(path, "headache")),
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
            note=self.text(table, "note", path),
        )

    def contradiction(self, facts: Mapping[str, Value], table: Mapping[str, Node], path: str, node: Node) -> None:
        today, worst = facts.get("headache_today"), facts.get("intensity_nrs")
        if today is False and isinstance(worst, int) and worst > 0:
            self.problem(path, said("headache_today is false, yet intensity_nrs is {worst}", worst=worst), node)
        if today is True and worst == 0:
            self.problem(path, said("headache_today is true, yet intensity_nrs is 0 (no headache)"), node)


_HOW = ("trials", "instrument", "position", "rater", "headache_phase")

_HOME = {
    Scope.PERSON: "write it under facts",
    Scope.EPISODE: "write it under facts",
    Scope.INJURY: "write it under injuries[].facts",
    Scope.HEADACHE: "write it under headaches[].facts",
    Scope.VISIT: "write it under visits[].facts or visits[].findings",
    Scope.COURSE: "write it under the facts of the visit that ends the interval",
    Scope.DAY: "write it in a row of the diary",
}


def _is_dated(fact: Fact[Kind], node: Node) -> bool:
    """Whether a value is written as a list of {date, value}; a list of words is not."""
    if isinstance(fact.kind, Rows) or not isinstance(node.value, list) or not node.value:
        return False
    return all(isinstance(item.value, dict) for item in node.value)
