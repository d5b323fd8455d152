"""What somebody has told so far and not sent: one draft over all pages, in their own account."""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.models import Person
from clinic.chart.told import CONSENTS, INTAKE, THERE, open_signs, places_of
from clinic.drafts.keeping import REVISION, WINDOW, keep, of_author, throw_away
from clinic.drafts.models import Draft
from clinic.forms.controls import Data, control_for, first
from clinic.forms.days import day_of, today
from clinic.forms.fragment import SECTION_KEYS
from clinic.forms.known import a_draft, chart_with, headaches_of_case, known_values
from clinic.history.adding import next_letter
from clinic.intake.bodychart import CHART
from clinic.intake.form import PartForm
from clinic.intake.fragments import Content, joined, renamed, without
from clinic.intake.needed import settled
from clinic.intake.parts import MOST_INJURIES, MOST_KINDS, SKIPPABLE, Part, parts_of
from clinic.person.case import case_of
from concordant.assessment import Assessment, assess
from concordant.facts import Fact, Kind, Scope
from concordant.facts.history.pattern import headache_present
from concordant.facts.plan.consent import consent_given
from concordant.record.case import Case
from concordant.record.problems import CaseFileError
from concordant.record.record import Record

NEW_KINDS, NEW_INJURIES = "new", "new hurt"
"""Under these names stands how many there are that the chart did not hold when they were counted: what the clinic
writes down meanwhile is no reason to lose what the person told."""
FROM = "from"
"""Under this name stands the kept self-check that the answers began with."""
_NAMESPACE = uuid.UUID("6ce7b6a3-6b0f-4d6e-8c58-1c7d9e0a2f41")


@dataclass
class Story:
    """The answers of one person, with what their chart says already."""

    by: Actor
    chart: Chart
    draft: Draft | None
    data: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, by: Actor, chart: Chart) -> "Story":
        draft = next(iter(of_author(by, chart.person.pk, INTAKE)), None)
        return cls(by, chart, draft, {name: list(texts) for name, texts in draft.data.items()} if draft else {})

    # --- whose headaches and injuries -------------------------------------------------------------------

    @cached_property
    def case(self) -> Case:
        return case_of(self.chart)

    @cached_property
    def record(self) -> Record:
        return Record(self.case, today())

    @property
    def headaches(self) -> dict[str, str]:
        """Id -> name: those of the chart, then those that are new. A new one has no letter yet."""
        count = _count(self.data, NEW_KINDS, most=MOST_KINDS)
        new = {f"new{number}": first(self.data, f"name@new{number}") for number in range(1, count + 1)}
        return headaches_of_case(self.case) | new

    @property
    def injuries(self) -> list[str]:
        """Likewise."""
        count = _count(self.data, NEW_INJURIES, most=MOST_INJURIES)
        return [*(one.id for one in self.case.injuries), *(f"hurt{number}" for number in range(1, count + 1))]

    @property
    def parts(self) -> tuple[Part, ...]:
        return parts_of(list(self.headaches), self.injuries)

    def name_of(self, part: Part) -> str:
        """The headache or injury that a page is about, as the person calls it."""
        if not part.of:
            return ""
        if part.key == "injury":
            told = first(self.data, f"what@{part.of}") or part.of.replace("hurt", "")
            return _("Injury: %(name)s") % {"name": told}
        return self.headaches.get(part.of, "") or _("Headache %(name)s") % {"name": part.of.replace("new", "")}

    # --- what is asked ----------------------------------------------------------------------------------

    def form(self, part: Part, data: Data | None = None) -> PartForm:
        """The page with what is still to be asked; filled in with `data`, or with what is kept."""
        left_out = self.in_chart(part) | self.settled_of(part)
        return PartForm(part, self.data if data is None else data, self.headaches, left_out)

    def answers(self, part: Part) -> PartForm:
        """The page with all that is kept of it, whether or not it would still be asked."""
        form = PartForm(part, {}, self.headaches, self.in_chart(part))
        form.data = {name: self.data[name] for name in form.answer_names if name in self.data}
        return form

    def in_chart(self, part: Part) -> frozenset[str]:
        """Names of the questions that the chart has an answer to: nothing is asked twice."""
        slots = {slot.name: slot for slot in part.section.slots}
        found = {name for name, slot in slots.items() if self._place_of(part, slot.fact) in self.filled}
        lasting = [slot for slot in slots.values() if slot.fact.scope is not Scope.VISIT]
        if not part.of or (THERE, "headaches", part.of) in self.filled or (THERE, "injuries", part.of) in self.filled:
            # That a headache is there follows from its being described; whether they have it now is still asked.
            known = known_values(self.record, lasting)
            found |= {name for name in known if slots[name].fact is not headache_present}
        if f"{CHART[0]}@{part.of}" in found:
            found |= {f"{name}@{part.of}" for name in CHART}
        if ("facts", consent_given.name) in self.filled:
            found |= {f"consent:{key}" for key in CONSENTS}
        if self.case.injuries or self.case.no_injury:
            found.add("hurt")
        if ("headaches", part.of, "name") in self.filled:
            found.add(f"name@{part.of}")
        if (THERE, "injuries", part.of) in self.filled:
            found.add(f"what@{part.of}")
        return frozenset(found)

    def settled_of(self, part: Part) -> frozenset[str]:
        """Names of the questions that no rule of the engine asks any more; not what was answered."""
        if part.key not in SKIPPABLE or part.of not in self.assessed.record.headaches:
            return frozenset()
        done = settled(self.assessed, part.of)
        return frozenset(
            slot.name
            for slot in part.section.slots
            if slot.fact.name in done
            and not any(self.data.get(each) for each in control_for(slot.fact.kind).names(slot.name))
        )

    def _place_of(self, part: Part, fact: Fact[Kind]) -> tuple[str, ...]:
        if fact.name in SECTION_KEYS:
            return SECTION_KEYS[fact.name][:2]
        if fact.scope is Scope.VISIT:
            return "visits", self.day_of(part).isoformat(), fact.name
        section = {Scope.HEADACHE: "headaches", Scope.INJURY: "injuries"}.get(fact.scope)
        return (section, part.of, fact.name) if section else ("facts", fact.name)

    @cached_property
    def filled(self) -> frozenset[tuple[str, ...]]:
        """The places of the chart that are not said over; a sign of a visit stands until somebody sees the person."""
        contents = [entry.content for entry in self.chart.in_force()]
        days = {self.day_of(part).isoformat() for part in self.parts}
        signs = {("visits", day, name) for day in days for name in open_signs(contents)}
        return frozenset(place for content in contents for place in places_of(content)) | signs

    @cached_property
    def assessed(self) -> Assessment:
        """What follows from the chart with these answers. One page that cannot be read silences no other."""
        try:
            return self.assess_with(self.content)
        except CaseFileError:
            kept: list[Content] = []
            for part in self.parts:
                says = self.fragment(part)
                try:
                    self.assess_with(joined([*kept, says]))
                except CaseFileError:
                    continue
                kept.append(says)
            return self.assess_with(joined(kept))

    def assess_with(self, content: Content) -> Assessment:
        """What follows from the chart and this. Raises CaseFileError."""
        now = today()
        if not content:
            return assess(self.case, now)
        return assess(case_of(chart_with(self.chart, a_draft(self.by, on=now, content=content))), now)

    # --- what is said -----------------------------------------------------------------------------------

    def day_of(self, part: Part) -> date:
        """The day on which a page was answered: what holds for its day holds for this one."""
        return day_of(first(self.data, f"day:{part.step}")) or today()

    @property
    def content(self) -> Content:
        """The fragment of everything that can be read, with new headaches as they are called here."""
        return joined(self.fragment(part) for part in self.parts)

    def fragment(self, part: Part) -> Content:
        """What one page says, but for what stands in the chart."""
        form = self.answers(part)
        if part.key == "consent":
            agreed = {key: self.day_of(part).isoformat() for key in CONSENTS if key in form.consents}
            found: Content = {"facts": {consent_given.name: agreed}} if agreed else {}
        else:
            found = form.readable()
        if "visits" in found:
            found["visits"] = [{**row, "date": self.day_of(part).isoformat()} for row in found["visits"]]
        if part.key == "start":
            rows = found.setdefault("headaches", [{"id": part.of, "facts": {}}])
            if name := first(self.data, f"name@{part.of}").strip():
                rows[0]["name"] = name
        if part.key == "injury":
            found.setdefault("injuries", [{"id": part.of, "facts": {}}])
        if part.key == "hurt" and first(self.data, "hurt") == "0" and not self.case.injuries:
            found["injuries"] = []
        return without(found, self.filled)

    def as_the_chart_names_it(self, content: Content) -> tuple[Content, dict[str, str]]:
        """The fragment with letters for new headaches and names for new injuries; and which became which."""
        taken = [one.id for one in self.case.headaches]
        described = {row["id"] for row in content.get("headaches", [])}
        letters: dict[str, str] = {}
        for one in self.headaches:
            if one.startswith("new") and one in described:
                letters[one] = next_letter([*taken, *letters.values()])
        used = {one.id for one in self.case.injuries}
        injuries: dict[str, str] = {}
        for one in self.injuries:
            if one.startswith("hurt") and one not in used:
                injuries[one] = _unused(first(self.data, f"what@{one}").strip() or f"injury {one[4:]}", used)
                used.add(injuries[one])
        return renamed(content, {"headaches": letters, "injuries": injuries}), letters | injuries

    # --- keeping it -------------------------------------------------------------------------------------

    def mark(self, part: Part) -> str:
        """Which state of a page was shown: another window may have answered it since."""
        names = sorted(self.form(part).answer_names)
        kept = json.dumps([(name, self.data[name]) for name in names if self.data.get(name)])
        return hashlib.sha256(kept.encode()).hexdigest()[:16]

    def save(self, part: Part, answers: Data) -> None:
        """Keep one page. The others stay as another window may have kept them meanwhile."""
        names = self.form(part, answers).answer_names
        with transaction.atomic():
            # One after the other: two devices may each send a page of their own.
            Person.objects.select_for_update().get(pk=self.chart.person.pk)
            self._take_up()
            if self._said(names, self.data) != self._said(names, answers) or f"day:{part.step}" not in self.data:
                self.data[f"day:{part.step}"] = [today().isoformat()]
            self.data = {name: texts for name, texts in self.data.items() if name not in names}
            self.data |= {name: list(answers[name]) for name in names if any(answers.get(name, ()))}
            self.data[f"confirm:{part.step}"] = list(answers.get("confirm", ()))
            self._count_new(part)
            self._keep()

    def _count_new(self, part: Part) -> None:
        for key, name, there, most in (
            ("kinds", NEW_KINDS, self.case.headaches, MOST_KINDS),
            ("hurt", NEW_INJURIES, self.case.injuries, MOST_INJURIES),
        ):
            if part.key == key:
                self.data[name] = [str(max(0, _count(self.data, key, most=most) - len(there)))]

    def begin_with(self, texts: Mapping[str, list[str]], origin: str) -> None:
        """Answers of a kept self-check, to be looked at and changed."""
        self.data = {
            **texts,
            FROM: [origin],
            NEW_KINDS: texts.get("kinds", ["0"]),
            NEW_INJURIES: texts.get("hurt", ["0"]),
        }
        self._keep()

    def rename(self, ids: Mapping[str, str]) -> None:
        """New headaches and injuries have got their place in the chart: what is told goes on under it.

        Those that have none yet are counted anew from 1.
        """
        ids = dict(ids)
        counts = {}
        for tokens, called, name in (
            (list(self.headaches), "new", NEW_KINDS),
            (self.injuries, "hurt", NEW_INJURIES),
        ):
            left = [one for one in tokens if one.startswith(called) and one not in ids]
            ids |= {one: f"{called}{number}" for number, one in enumerate(left, 1)}
            counts[name] = [str(len(left))]
        renewed: dict[str, list[str]] = {}
        for name, texts in self.data.items():
            head, mark, rest = name.partition("@")
            of, dot, part = rest.partition(".")
            if mark and of in ids:
                name = f"{head}@{ids[of]}{dot}{part}"
            elif name.startswith("day:") and name.rpartition(".")[2] in ids:
                name = f"{name.rpartition('.')[0]}.{ids[name.rpartition('.')[2]]}"
            renewed[name] = texts
        self.data = renewed | counts
        self._keep()

    def forget(self) -> None:
        """It is sent."""
        if self.draft is not None:
            throw_away(self.by, self.chart.person.pk, INTAKE, str(self.draft.key))

    def _take_up(self) -> None:
        """What stands kept by now."""
        fresh = Story.of(self.by, self.chart)
        self.draft, self.data = fresh.draft, fresh.data or self.data

    def _keep(self) -> None:
        sent = sum(entry.kind == INTAKE for entry in self.chart.entries)
        key = self.draft.key if self.draft else uuid.uuid5(_NAMESPACE, f"{self.chart.person.pk}:{sent}")
        window = self.draft.window if self.draft else key
        revision = self.draft.revision if self.draft else 0
        data = {**self.data, "key": [str(key)], WINDOW: [str(window)], REVISION: [str(revision)]}
        self.draft = keep(self.by, self.chart.person.pk, INTAKE, data, data.keys()).draft
        for name in ("case", "record", "assessed", "filled"):
            self.__dict__.pop(name, None)

    @staticmethod
    def _said(names: Sequence[str], data: Mapping[str, Sequence[str]]) -> list[Any]:
        return [list(data.get(name, ())) for name in names if any(data.get(name, ()))]


def _count(data: Data, name: str, *, most: int) -> int:
    text = first(data, name)
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 3 else 0


def _unused(name: str, used: set[str]) -> str:
    """The name, with a number where there is one of this name already."""
    names = [name, *(f"{name} {number}" for number in range(2, len(used) + 3))]
    return next(one for one in names if one not in used)
