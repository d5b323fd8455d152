"""A form of facts: sections of fields in, one fragment of a case file out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.forms.controls import NOT_ASKED, Control, Data, OnDay, OneOf, Text, Texts, control_for, first
from clinic.forms.days import day_of, today
from clinic.forms.fields import NOT_ASKED_LABEL, Field, Known, Proposal
from clinic.forms.fragment import Said, Written, write
from clinic.forms.layout import Section, is_sided, takes_instrument
from clinic.forms.slots import Slot
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind
from concordant.facts.kinds import Choice, Choices, Day, Flag, Words
from concordant.facts.units import UNITS
from concordant.facts.values import plain
from concordant.language import figure, said
from concordant.record.merge import check_fragment
from concordant.record.problems import CaseFileError, Problem

ALWAYS = ("csrfmiddlewaretoken", "key", "on", "do", "confirm")
"""Names that every form may send."""

Headaches = Mapping[str, str]
"""Id -> name of each headache of the chart."""


def headache_name(identity: str, headaches: Headaches) -> str:
    name = headaches.get(identity, "")
    return f"{identity} · {name}" if name else identity


@dataclass
class Item:
    """One fact as a section shows it: alone, left beside right, or segment by segment."""

    fact: Fact[Kind]
    label: str
    fields: list[Field]
    rows: list[tuple[str, list[Field]]]

    @property
    def shape(self) -> str:
        return "segments" if self.rows else "sides" if is_sided(self.fact) else "one"

    @property
    def errors(self) -> bool:
        return any(each.errors or each.unusual for each in self.fields)


@dataclass
class Group:
    """A section with its fields."""

    section: Section
    items: list[Item]
    chooser: Field | None
    instrument: Field | None

    @property
    def is_open(self) -> bool:
        filled = any(any(any(each.data.get(name, [])) for name in each.control.names(each.name)) for each in self._all)
        return self.section.is_open or filled

    @property
    def _all(self) -> Iterator[Field]:
        for item in self.items:
            yield from item.fields


@dataclass
class FactForm:
    """Nothing is filled in beforehand: what stands in the form when it is signed was put there by its signer."""

    sections: Sequence[Section]
    data: Data = field(default_factory=dict)
    headaches: Headaches = field(default_factory=dict)
    blank: str | Promise = NOT_ASKED_LABEL
    help_from: str = "ask"
    """Which words of a fact stand under its label: "ask", "meaning" or none."""
    label_from: str = "label"
    dictionary: Dictionary = field(default_factory=lambda: DICTIONARY)
    more_names: tuple[str, ...] = ()
    """Names of inputs that the page adds by itself."""
    signs_with: tuple[str, ...] = ("sign",)
    """What the buttons that sign say; others only fill in."""
    errors: dict[str, list[str | Promise]] = field(default_factory=dict)
    general: list[str | Promise] = field(default_factory=list)
    unusual: dict[str, str] = field(default_factory=dict)
    known: dict[str, list[Known]] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)

    # --- what was said ----------------------------------------------------------------------------------

    @cached_property
    def slots(self) -> dict[str, Slot]:
        return {slot.name: slot for section in self.sections for slot in section.slots}

    def control(self, slot: Slot) -> Control:
        return control_for(slot.fact.kind, compact=slot.segment is not None)

    @property
    def on(self) -> date | None:
        """The day that it is true of: today, unless another was put in."""
        text = first(self.data, "on").strip()
        return day_of(text) if text else today()

    def said(self) -> list[Said]:
        """Every slot that was answered, in the order of the form."""
        found = []
        for section in self.sections:
            headache = self._chosen(section)
            instrument = first(self.data, f"instrument:{section.key}").strip() if section.asks_instrument else ""
            for slot in section.slots:
                value = self.control(slot).value(self.data, slot.name)
                if value is not NOT_ASKED:
                    whose = headache if slot.asks_headache else ""
                    device = instrument if takes_instrument(slot.fact) else ""
                    found.append(Said(slot, value, whose, device))
        return found

    def writable(self) -> list[Said]:
        """What of it a case file has a place for."""
        return self.said()

    def written(self) -> Written:
        """The fragment as far as it can be written, right or wrong."""
        return write(self.writable(), self.on or today())

    def readable(self) -> dict[str, Any]:
        """The fragment without what is not allowed: one slip does not silence the rest."""
        written = self.written()
        try:
            check_fragment(written.content, headaches=self.headaches, dictionary=self.dictionary)
        except CaseFileError as error:
            wrong = {written.slot_at(problem.path) for problem in error.problems}
            return write((one for one in self.writable() if one.slot.name not in wrong), self.on or today()).content
        return written.content

    def _chosen(self, section: Section) -> str:
        """The headache that a section's findings belong to: the only one, or the one that was chosen."""
        if len(self.headaches) == 1:
            return next(iter(self.headaches))
        return first(self.data, f"headache:{section.key}")

    def proposed(self) -> dict[str, tuple[Proposal, object]]:
        """What follows from the form alone, by slot, with the value as a case file writes it."""
        return {}

    def fill(self, texts: Texts) -> None:
        """Put answers into the form, in sight of whoever signs it."""
        self.data = {**self.data, **texts}

    def answer_no(self, key: str) -> None:
        """Every plain question of a section that is still blank: no. Every list: none of these."""
        for section in self.sections:
            if section.key == key and section.all_no:
                for slot in section.slots:
                    control = self.control(slot)
                    value: Any = False if isinstance(slot.fact.kind, Flag) else []
                    plain_question = isinstance(slot.fact.kind, Flag | Choices)
                    if plain_question and control.value(self.data, slot.name) is NOT_ASKED:
                        self.fill(control.texts(slot.name, value))

    # --- is it right? -----------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        """Check everything, so that everything can be put right at once."""
        self._check_names()
        if first(self.data, "on").strip() and self.on is None:
            self.add_error("on", _("A date as YYYY-MM-DD is needed."))
        elif self.on and self.on > today():
            self.add_error("on", _("Nobody can sign what will be true only later."))
        said = self.said()
        if not said and not self.general:
            self.general.append(_("Nothing was filled in, so there is nothing to sign."))
        self._check_headaches(said)
        self._check_values()
        self._check_usual(said)
        return not (self.errors or self.general or self.unusual)

    def add_error(self, name: str, message: str | Promise) -> None:
        self.errors.setdefault(name, []).append(message)

    def add_problems(self, problems: Iterable[Problem], places: Written) -> None:
        for problem in problems:
            name = places.slot_at(problem.path)
            if name is None:
                self.general.append(str(problem))
            elif problem.message not in self.errors.get(name, []):
                self.add_error(name, problem.message)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that its inputs may send."""
        known = {*ALWAYS, *self.more_names}
        known |= {f"{kind}:{section.key}" for section in self.sections for kind in ("headache", "instrument")}
        for name, slot in self.slots.items():
            known |= set(self.control(slot).names(name))
        return frozenset(known)

    def _check_names(self) -> None:
        for name in self.data:
            if name not in self.names:
                self.general.append(_("This form has no field “%s”. Open it anew.") % name[:80])

    def _check_headaches(self, said: Iterable[Said]) -> None:
        unclear = {one.slot.name for one in said if one.slot.asks_headache and not one.headache}
        for section in self.sections:
            chosen = first(self.data, f"headache:{section.key}")
            if chosen and chosen not in self.headaches:
                self.add_error(f"headache:{section.key}", _("This headache is not in the chart."))
            elif len(self.headaches) > 1 and any(slot.name in unclear for slot in section.slots):
                self.add_error(f"headache:{section.key}", _("Say which headache this belongs to."))

    def _check_values(self) -> None:
        if any(name.startswith("headache:") for name in self.errors):
            return
        written = self.written()
        try:
            check_fragment(written.content, headaches=self.headaches, dictionary=self.dictionary)
        except CaseFileError as error:
            self.add_problems(error.problems, written)

    def _check_usual(self, said: Iterable[Said]) -> None:
        """A value outside the usual bounds is asked about once, and never refused."""
        confirmed = set(self.data.get("confirm", []))
        for one in said:
            name, usual = one.slot.name, one.slot.fact.usual
            if usual is None or name in self.errors or not isinstance(one.value, int | float):
                continue
            low, high = usual
            outside = (low is not None and one.value < low) or (high is not None and one.value > high)
            if outside and f"{name}={one.value}" not in confirmed:
                self.unusual[name] = f"{one.value}"

    # --- as a page shows it -----------------------------------------------------------------------------

    @property
    def status(self) -> int:
        return 422 if self.errors or self.general or self.unusual else 200

    @property
    def on_field(self) -> Field:
        found = self._field("on", OnDay(Day()), gettext_lazy("True on"))
        found.data = {"on": [first(self.data, "on") or today().isoformat()]}
        found.is_required = True
        return found

    @cached_property
    def groups(self) -> list[Group]:
        return [self._group(section) for section in self.sections]

    @property
    def summary(self) -> list[tuple[str, str | Promise, str | Promise]]:
        """For the list at the top of the page: where, what, and what is wrong."""
        rows: list[tuple[str, str | Promise, str | Promise]] = []
        for each in self._every_field():
            rows += [(each.id, each.full_label or each.label, error) for error in each.errors]
            if each.unusual:
                rows.append(
                    (f"{each.id}-confirm", each.full_label or each.label, _("Unusual: confirm it or change it."))
                )
        return rows

    def _every_field(self) -> Iterator[Field]:
        yield self.on_field
        for group in self.groups:
            yield from filter(None, (group.chooser, group.instrument))
            for item in group.items:
                yield from item.fields

    def _field(self, name: str, control: Control, label: str | Promise, **more: Any) -> Field:
        return Field(name, control, label, self.data, blank=self.blank, errors=self.errors.get(name, []), **more)

    def _group(self, section: Section) -> Group:
        chooser = instrument = None
        if section.asks_headache and len(self.headaches) > 1:
            choice = Choice({one: headache_name(one, self.headaches) for one in self.headaches})
            label = gettext_lazy("Which headache does this belong to?")
            chooser = self._field(f"headache:{section.key}", OneOf(choice), label)
            chooser.blank = gettext_lazy("not said")
        if section.asks_instrument:
            label = gettext_lazy("Measured with")
            instrument = self._field(f"instrument:{section.key}", Text(Words(longest=200)), label)
        return Group(section, [self._item(section, fact) for fact in section.facts], chooser, instrument)

    def _item(self, section: Section, fact: Fact[Kind]) -> Item:
        slots = [slot for slot in section.slots if slot.fact is fact]
        fields = [self._slot_field(slot) for slot in slots]
        rows: dict[str, list[Field]] = {}
        for slot, each in zip(slots, fields, strict=True):
            if slot.segment:
                rows.setdefault(slot.segment, []).append(each)
        return Item(fact, said(getattr(fact, self.label_from)), fields, list(rows.items()))

    def _slot_field(self, slot: Slot) -> Field:
        fact = slot.fact
        in_table = slot.side is not None
        label = said(getattr(fact, self.label_from))
        side = said(slot.side or "")
        unusual = self.unusual.get(slot.name, "")
        return self._field(
            slot.name,
            self.control(slot),
            side or label,
            full_label=f"{label}, {', '.join(filter(None, (slot.segment, side)))}" if in_table else "",
            help=said(getattr(fact, self.help_from)) if self.help_from and not in_table else "",
            unit=UNITS[fact.unit].told.strip(),
            known=self.known.get(slot.name, []),
            proposal=self.proposals.get(slot.name),
            unusual=self._unusual_sentence(fact, unusual) if unusual else "",
            confirm=f"{slot.name}={unusual}" if unusual else "",
        )

    def _unusual_sentence(self, fact: Fact[Kind], value: str) -> str:
        assert fact.usual is not None
        low, high = (figure(plain(end)) if end is not None else "…" for end in fact.usual)
        return _("%(value)s is unusual for %(fact)s (usual: %(low)s to %(high)s). Tick if it is right.") % {
            "value": figure(value),
            "fact": said(fact.label),
            "low": low,
            "high": high,
        }
