"""Reads what was decided and done: treatments with their notes, signed assessments and plans, the home log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from concordant.facts import Fact
from concordant.facts.fact import SIDES
from concordant.facts.kinds import Flag, Kind, Quantity, Words
from concordant.record import care
from concordant.record import case as c
from concordant.record.document import Node
from concordant.record.interventions import KNOWN
from concordant.record.node_reader import DAY, ID, NOTE, NodeReader, join, offer
from concordant.record.problems import shown

DISCIPLINES = (
    "physiotherapist",
    "rmt",
    "kinesiologist",
    "chiropractor",
    "acupuncturist",
    "counsellor",
    "psychologist",
    "physician",
    "other",
)
STATUSES = ("attended", "missed", "cancelled")

MINUTES = Quantity(low=0, high=600, whole=True)
AMOUNT = Quantity(low=0, high=1000)
COUNT = Quantity(low=0, high=1000, whole=True)
NRS = Quantity(low=0, high=10, whole=True)
TIMES = Quantity(low=0, high=21)
"""Visits a week."""
TARGET = Quantity(low=-1_000_000, high=1_000_000)
TEXT = Words(longest=4000)
LINE = Words(longest=400)
_FLAG = Flag()


class CareReader(NodeReader):
    """Reads the sections of a case file that clinicians sign and people fill in at home."""

    headache_ids: tuple[str, ...] = ()

    # --- treatments -----------------------------------------------------------------------------------------

    def treatment(self, node: Node, path: str) -> c.Treatment:
        keys = ("date", "discipline", "interventions", "status", "minutes", "done", "note", "recorded")
        table = self.table(node, path, keys, needed=("date", "discipline"))
        named = [self.value(ID, item, where) for item, where in self.items(table, "interventions", path)]
        done = tuple(self.done(*item) for item in self.items(table, "done", path))
        in_full = [one.intervention for one in done]
        given = [*(one for one in named if one and one not in in_full), *in_full]
        return c.Treatment(
            date=self.day(table, path),
            discipline=self.word(DISCIPLINES, table.get("discipline"), join(path, "discipline")),
            interventions=tuple(dict.fromkeys(given)),
            status=self.word(STATUSES, table.get("status"), join(path, "status")),
            minutes=self.value(MINUTES, table.get("minutes"), join(path, "minutes")),
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
            done=done,
            note=self.note(table.get("note"), join(path, "note")),
        )

    def done(self, node: Node, path: str) -> care.Done:
        keys = ("intervention", "structure", "side", "dose", "reproduced", "response", "words")
        table = self.table(node, path, keys, needed=("intervention",))
        return care.Done(
            intervention=self.intervention(table, path),
            structure=self.line(table, "structure", path),
            side=self.word(SIDES, table.get("side"), join(path, "side")) or None,
            dose=self.line(table, "dose", path),
            reproduced=self.flag(table, "reproduced", path),
            response=self.word(care.RESPONSES, table.get("response"), join(path, "response")),
            words=self.text(table, "words", path),
        )

    def note(self, node: Node | None, path: str) -> care.Note | None:
        if node is None:
            return None
        parts = ("subjective", "objective", "analysis", "plan")
        table = self.table(node, path, parts)
        note = care.Note(**{part: self.text(table, part, path) for part in parts})
        return note if note != care.Note() else None

    # --- what was signed ------------------------------------------------------------------------------------

    def assessment(self, node: Node, path: str) -> care.SignedAssessment:
        table = self.table(node, path, ("date", "by", "conclusions", "remark", "recorded"), needed=("date",))
        return care.SignedAssessment(
            date=self.day(table, path),
            by=self.by(table, path),
            conclusions=tuple(self.conclusion(*item) for item in self.items(table, "conclusions", path)),
            remark=self.text(table, "remark", path),
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
        )

    def conclusion(self, node: Node, path: str) -> care.Conclusion:
        keys = ("headache", "code", "status")
        table = self.table(node, path, keys, needed=keys)
        return care.Conclusion(
            headache=self.of_headache(table, path),
            code=self.value(ID, table.get("code"), join(path, "code")) or "",
            status=self.word(care.CONCLUSIONS, table.get("status"), join(path, "status")),
        )

    def plan(self, node: Node, path: str) -> care.SignedPlan:
        keys = ("date", "by", "headache", "phase", "profile", "items", "left_out", "goals", "visits_per_week")
        table = self.table(
            node, path, (*keys, "retest", "remark", "recorded"), needed=("date", "headache", "phase", "items")
        )
        items = tuple(self.prescribed(*item) for item in self.items(table, "items", path))
        left_out = tuple(self.removed(*item) for item in self.items(table, "left_out", path))
        names = [one.intervention for one in items] + [one.intervention for one in left_out]
        for twice in sorted(one for one, count in Counter(names).items() if one and count > 1):
            self.problem(join(path, "items"), f"{twice} stands twice among items and left_out", node)
        return care.SignedPlan(
            date=self.day(table, path),
            headache=self.of_headache(table, path),
            phase=self.word(care.PHASES, table.get("phase"), join(path, "phase")),
            by=self.by(table, path),
            profile=self.word(care.PROFILES, table.get("profile"), join(path, "profile")),
            items=items,
            left_out=left_out,
            goals=tuple(self.goal(*item) for item in self.items(table, "goals", path)),
            visits_per_week=self.visits_per_week(table.get("visits_per_week"), join(path, "visits_per_week")),
            retest=self.value(DAY, table.get("retest"), join(path, "retest")),
            remark=self.text(table, "remark", path),
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
        )

    def prescribed(self, node: Node, path: str) -> care.Prescribed:
        keys = ("intervention", "dose", "choice", "reason", "signed_for")
        table = self.table(node, path, keys, needed=("intervention",))
        choice = self.word(care.CHOICES, table.get("choice"), join(path, "choice")) or "accepted"
        reason = self.text(table, "reason", path)
        if choice != "accepted" and not reason:
            self.problem(join(path, "reason"), f"is missing; what is {choice} says why", node)
        signed_for = [self.value(ID, item, where) for item, where in self.items(table, "signed_for", path)]
        return care.Prescribed(
            intervention=self.intervention(table, path),
            dose=self.dose(table.get("dose"), join(path, "dose")),
            choice=choice,
            reason=reason,
            signed_for=tuple(filter(None, signed_for)),
        )

    def removed(self, node: Node, path: str) -> care.Removed:
        table = self.table(node, path, ("intervention", "reason"), needed=("intervention", "reason"))
        return care.Removed(self.intervention(table, path), self.text(table, "reason", path))

    def goal(self, node: Node, path: str) -> care.Goal:
        table = self.table(node, path, ("says", "fact", "at_most", "at_least"), needed=("says",))
        limits = {key: self.value(TARGET, table.get(key), join(path, key)) for key in ("at_most", "at_least")}
        name = self.value(ID, table.get("fact"), join(path, "fact"))
        if name is not None and name not in self.dictionary:
            self.problem(join(path, "fact"), f"no fact has this name; {offer(name, tuple(self.dictionary))}", node)
        if (name is None) == any(limit is not None for limit in limits.values()):
            self.problem(path, "a target has a fact and at_most or at_least; a goal in words has neither", node)
        return care.Goal(self.line(table, "says", path), fact=name, **limits)

    def visits_per_week(self, node: Node | None, path: str) -> Mapping[str, float]:
        if node is None:
            return {}
        table = self.table(node, path, DISCIPLINES)
        found = {key: self.value(TIMES, item, join(path, key)) for key, item in table.items()}
        return {key: value for key, value in found.items() if value is not None}

    def dose(self, node: Node | None, path: str) -> Mapping[str, care.DoseValue]:
        if node is None:
            return {}
        found: dict[str, care.DoseValue | None] = {}
        for key, item in self.table(node, path, care.DOSE).items():
            where = join(path, key)
            if key in care.AMOUNTS:
                found[key] = self.amount(item, where)
            elif key == "load":
                found[key] = self.value(LINE, item, where)
            elif key == "notes":
                found[key] = tuple(str(one) for one in self.list_of(LINE, item, where))
            elif key == "review_months":
                found[key] = tuple(int(one) for one in self.list_of(COUNT, item, where))
            else:
                found[key] = self.value(AMOUNT, item, where)
        return {key: value for key, value in found.items() if value is not None}

    def amount(self, node: Node, path: str) -> tuple[float, float] | None:
        """A number, or the two ends of a range."""
        if not isinstance(node.value, list):
            one = self.value(AMOUNT, node, path)
            return None if one is None else (one, one)
        ends = self.list_of(AMOUNT, node, path)
        if len(ends) != 2 or ends[0] > ends[1]:
            self.problem(path, f"{shown(node.plain())} is not allowed; allowed: a number, or [lowest, highest]", node)
            return None
        return ends[0], ends[1]

    def list_of(self, kind: Kind, node: Node, path: str) -> list[float]:
        found = [self.value(kind, item, where) for item, where in self.items({"": node}, "", path)]
        return [one for one in found if one is not None]

    # --- at home --------------------------------------------------------------------------------------------

    def home(self, rows: list[tuple[Node, str]]) -> tuple[care.HomeRow, ...]:
        found: dict[tuple[object, str], care.HomeRow] = {}
        for node, path in rows:
            row = self.home_row(node, path)
            if (row.date, row.intervention) in found:
                self.problem(path, f"{row.intervention} stands twice for {row.date}", node)
            found[row.date, row.intervention] = row
        return tuple(found.values())

    def home_row(self, node: Node, path: str) -> care.HomeRow:
        keys = ("date", "intervention", "done", "sets", "reps", "hold_s", "load", "effort", "pain_before_nrs")
        more = ("pain_after_nrs", "by", "recorded")
        table = self.table(node, path, (*keys, *more), needed=("date", "intervention", "done"))
        done = self.flag(table, "done", path)
        counts = {key: self.value(COUNT, table.get(key), join(path, key)) for key in ("sets", "reps")}
        ratings = ("effort", "pain_before_nrs", "pain_after_nrs")
        rated = {key: self.value(NRS, table.get(key), join(path, key)) for key in ratings}
        hold = self.value(AMOUNT, table.get("hold_s"), join(path, "hold_s"))
        if done is False and any(one is not None for one in (*counts.values(), hold, rated["effort"])):
            self.problem(path, "done is false, yet it says how much was done", node)
        return care.HomeRow(
            date=self.day(table, path),
            intervention=self.intervention(table, path),
            done=bool(done),
            hold_s=hold,
            load=self.line(table, "load", path),
            by=self.by(table, path),
            recorded=self.moment(table.get("recorded"), join(path, "recorded")),
            place=self.place(node),
            **counts,
            **rated,
        )

    # --- parts ----------------------------------------------------------------------------------------------

    def headache(self, node: Node | None, fact: Fact[Kind] | None, path: str) -> str | None:
        """The headache that an entry is about. ``fact``: of a finding, which has to be one of a headache."""
        if node is None:
            return None
        if fact is not None and not fact.per_headache:
            self.problem(path, f"{fact.name} does not belong to one headache", node)
            return None
        if node.value not in self.headache_ids:
            ids = ", ".join(self.headache_ids) or "none, as the file lists no headaches"
            self.problem(path, f"{shown(node.plain())} is no headache of this file; there are: {ids}", node)
            return None
        return str(node.value)

    def of_headache(self, table: Mapping[str, Node], path: str) -> str:
        return self.headache(table.get("headache"), None, join(path, "headache")) or ""

    def intervention(self, table: Mapping[str, Node], path: str) -> str:
        """One of the catalogue: what is not there has no dose, no rule and no caution."""
        node = table.get("intervention")
        if node is None:
            return ""
        if not isinstance(node.value, str) or node.value not in KNOWN:
            where = join(path, "intervention")
            hint = offer(str(node.value)[:80], tuple(sorted(KNOWN)))
            self.problem(where, f"no treatment has the id {shown(node.plain())}; {hint}", node)
            return ""
        return str(node.value)

    def by(self, table: Mapping[str, Node], path: str) -> str:
        return self.value(NOTE, table.get("by"), join(path, "by")) or ""

    def line(self, table: Mapping[str, Node], key: str, path: str) -> str:
        return self.value(LINE, table.get(key), join(path, key)) or ""

    def text(self, table: Mapping[str, Node], key: str, path: str) -> str:
        return self.value(TEXT, table.get(key), join(path, key)) or ""

    def flag(self, table: Mapping[str, Node], key: str, path: str) -> bool | None:
        found = self.value(_FLAG, table.get(key), join(path, key))
        return found if isinstance(found, bool) else None
