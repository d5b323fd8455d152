"""Filling in an intake as a browser does, page by page."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from clinic.chart.actions import Chart
from clinic.chart.models import Person
from clinic.forms.controls import control_for, number
from clinic.intake.parts import parts_of
from clinic.person.case import case_of
from concordant.record.case import Case

START = "/intake/"


def was(text: str) -> str:
    found = re.search(r'name="was" value="([^"]*)"', text)
    assert found
    return found.group(1)


def tell(client: Client, step: str, do: str = "next", **answers: Any) -> Any:
    """Open a page, fill it in and send it."""
    address = f"{START}{step}/"
    page = client.get(address)
    assert page.status_code == 200, (step, page.status_code)
    return client.post(address, {"was": was(page.text), "do": do, **answers})


def send(client: Client) -> Any:
    page = client.get(f"{START}send/")
    found = re.search(r'name="key" value="([^"]*)"', page.text)
    return client.post(f"{START}send/", {"key": found.group(1) if found else ""})


@dataclass
class Telling:
    """What somebody has to tell, in the words of a case file, and the pages on which they tell it."""

    person: dict[str, Any] = field(default_factory=dict)
    """Facts of the person, of the course of care and of today."""
    headaches: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By name."""
    injuries: dict[str, dict[str, Any]] = field(default_factory=dict)
    stops: int = 0
    left_out: set[str] = field(default_factory=set)
    """Inputs that were not shown when their page was opened."""

    def tell(self, client: Client, who: Person) -> None:
        """Every page, danger signs first."""
        self._page(client, "danger", self.person)
        if self.headaches:
            self._said(client, "kinds", {"kinds": [str(len(self.headaches))]})
        for name, facts in self.headaches.items():
            for key in ("start", "where", "often", "like", "with", "aura", "rare"):
                of = self._placed(name, [one.name for one in self._chart(who).headaches], "new", self.headaches, who)
                more = {f"name@{of}": [name]} if key == "start" else {}
                self._page(client, f"{key}.{of}", facts, more)
        if self.injuries:
            self._said(client, "hurt", {"hurt": [str(len(self.injuries))]})
        for name, facts in self.injuries.items():
            there = [one.id for one in self._chart(who).injuries]
            of = name if name in there else f"hurt{[one for one in self.injuries if one not in there].index(name) + 1}"
            self._page(client, f"injury.{of}", {**facts, **self.person}, {f"what@{of}": [name]} if of != name else {})
        for key in ("claim", "medicines", "health", "you", "goal"):
            self._page(client, key, self.person)

    def _placed(self, name: str, there: list[str], called: str, every: Any, who: Person) -> str:
        """Its letter where a danger sign has placed it in the chart; else its number among those that are not."""
        if name in there:
            return next(one.id for one in self._chart(who).headaches if one.name == name)
        return f"{called}{[one for one in every if one not in there].index(name) + 1}"

    def _chart(self, who: Person) -> Case:
        return case_of(Chart(who))

    def _page(
        self, client: Client, step: str, facts: Mapping[str, Any], more: Mapping[str, list[str]] | None = None
    ) -> None:
        key, _dot, of = step.partition(".")
        part = next(one for one in parts_of([of or "new1"], [of or "hurt1"]) if one.key == key)
        said: dict[str, list[str]] = dict(more or {})
        for slot in part.section.slots:
            if slot.fact.name in facts:
                said |= control_for(slot.fact.kind).texts(slot.name, facts[slot.fact.name])
        if said:
            self._said(client, step, said)

    def _said(self, client: Client, step: str, said: dict[str, list[str]]) -> None:
        page = client.get(f"{START}{step}/")
        assert page.status_code == 200, step
        shown = set(re.findall(r' name="([^"]*)"', html.unescape(page.text)))
        # What no rule asks for any more is not asked; the rest has to be there.
        sent = {name: texts for name, texts in said.items() if name in shown}
        confirm = [f"{name}={number(texts[0])}" for name, texts in sent.items() if texts]
        answer = client.post(f"{START}{step}/", {"was": was(page.text), "do": "next", "confirm": confirm, **sent})
        assert answer.status_code == 302, answer.text
        self.stops += answer.headers["Location"] == f"{START}stop/"
        self.left_out |= set(said) - set(sent)
