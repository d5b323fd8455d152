"""The form of a visit note, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.forms.controls import first
from clinic.forms.days import today
from clinic.forms.fields import Field
from clinic.notes.beforehand import PARTS
from clinic.notes.discipline import NAMES, OTHER
from clinic.notes.lines import Line
from clinic.notes.typed import TypedNote, seal
from concordant.facts.safety.history import new_red_flag_sign

LABELS = {
    "subjective": gettext_lazy("S: what they say"),
    "objective": gettext_lazy("O: what was found"),
    "analysis": gettext_lazy("A: what it means"),
    "plan": gettext_lazy("P: what comes next"),
}


@dataclass
class Part:
    """One of the four texts."""

    key: str
    field: Field
    beforehand: str
    """What was filled in before; empty where nothing was."""
    is_unseen: bool
    seal: str
    """Tells an unchanged text from one that was written."""
    is_ticked: bool

    @property
    def seen_id(self) -> str:
        return f"{self.field.id}-seen"


@dataclass
class ShownLine:
    """A line with its fields."""

    line: Line
    name: str
    fields: dict[str, Field]
    blocked: tuple[str, ...]
    limits: tuple[str, ...]
    lacks: tuple[str, ...]
    refused: bool
    target: str
    may_go: bool

    @property
    def in_order(self) -> list[Field]:
        """Below the question whether it was given."""
        hidden = () if self.blocked and not self.refused else ("reason",)
        return [one for part, one in self.fields.items() if part != "given" and part not in hidden]


@dataclass
class NoteForm(TypedNote):
    """Every field with what stands in it and what is wrong with it."""

    @property
    def status(self) -> int:
        return 422 if self.is_wrong else 200

    @property
    def title(self) -> str | Promise:
        return NAMES[self.discipline]

    @property
    def other(self) -> str:
        return OTHER[self.discipline]

    @property
    def on_field(self) -> Field:
        found = self._field("on", gettext_lazy("Day of the visit"))
        found.data = {"on": [first(self.data, "on") or today().isoformat()]}
        found.is_required = True
        return found

    @property
    def minutes_field(self) -> Field:
        return self._field("minutes", gettext_lazy("Length of the visit"), unit=_("minutes"))

    @property
    def asked_field(self) -> Field:
        label = gettext_lazy("Asked before anything else: any new warning sign?")
        return self._field("asked", label, help=new_red_flag_sign.ask, blank=_("not asked"))

    @property
    def none_field(self) -> Field:
        help_text = gettext_lazy("Only where nothing was given: it takes the place of the treatments.")
        return self._field("none", gettext_lazy("Why no treatment was given"), help=help_text)

    @property
    def late_field(self) -> Field:
        return self._field("late", gettext_lazy("Late entry: why it is written only now"))

    @property
    def reason_field(self) -> Field:
        return self._field("reason", gettext_lazy("Why the note is amended"))

    @property
    def add_field(self) -> Field:
        return self._field("add", gettext_lazy("Another treatment"), blank=_("choose"))

    @cached_property
    def parts(self) -> list[Part]:
        return [
            Part(
                key=part,
                field=self._field(part, LABELS[part]),
                beforehand=self.beforehand.get(part, ""),
                is_unseen=bool(self.text(part)) and first(self.data, f"was.{part}") == seal(self.text(part)),
                seal=first(self.data, f"was.{part}"),
                is_ticked=part in self.data.get("seen", []),
            )
            for part in PARTS
        ]

    @cached_property
    def shown(self) -> list[ShownLine]:
        return [self._shown(line) for line in self.lines]

    def _shown(self, line: Line) -> ShownLine:
        one, day = line.intervention, self.chart_day
        number_of = line.id.partition("~")[2]
        name = f"{one.name} ({number_of})" if number_of else one.name
        fields = {}
        for part, (label, _control) in line.controls.items():
            blank = _("not said")
            fields[part] = self._field(line.name(part), label, full_label=f"{name}: {label}", blank=blank)
        return ShownLine(
            line=line,
            name=name,
            fields=fields,
            blocked=day.blocked(one),
            limits=day.limits(one),
            lacks=day.lacks(one),
            refused=self._refused(line),
            target=one.target,
            may_go=not line.is_of_plan,
        )

    @property
    def summary(self) -> list[tuple[str, str | Promise, str | Promise]]:
        """For the list at the top of the page."""
        return [
            (each.id, each.full_label or each.label, error) for each in self._every_field() for error in each.errors
        ]

    def _every_field(self) -> Iterator[Field]:
        yield from (self.on_field, self.reason_field, self.late_field, self.asked_field, self.minutes_field)
        for line in self.shown:
            yield from line.fields.values()
        yield from (self.add_field, self.none_field)
        yield from (part.field for part in self.parts)

    def _field(self, name: str, label: str | Promise, **more: Any) -> Field:
        errors = self.errors.setdefault(name, [])
        return Field(name, self.controls[name], label, self.data, errors=errors, **more)
