"""The form by which one entry is said anew."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.chart.models import Entry
from clinic.entries.leaves import Leaf, leaves_of, said_anew
from clinic.forms.controls import NOT_ASKED, Data, OnDay, Text, Texts, first
from clinic.forms.days import day_of, today
from clinic.forms.fields import Field
from concordant.facts import NotAllowed
from concordant.facts.kinds import Day, Words
from concordant.facts.units import UNITS


@dataclass
class CorrectionForm:
    """Every value of the entry, filled in as it was signed; the reason is asked."""

    entry: Entry
    sent: Data | None = None
    errors: dict[str, list[str | Promise]] = field(default_factory=dict)
    general: list[str | Promise] = field(default_factory=list)

    @property
    def is_plan(self) -> bool:
        """A signed plan was checked as a whole: no part of it is changed by itself."""
        return "plans" in self.entry.content

    @cached_property
    def leaves(self) -> list[Leaf]:
        """But for days that are the day of the whole entry: they follow it."""
        if self.is_plan:
            return []
        return [one for one in leaves_of(self.entry.content) if not self._follows(one)]

    def _follows(self, leaf: Leaf) -> bool:
        return leaf.path[-1] == "date" and leaf.value == self.entry.on.isoformat()

    @cached_property
    def data(self) -> Data:
        if self.sent is not None:
            return self.sent
        texts: Texts = {"on": [self.entry.on.isoformat()]}
        for leaf in self.leaves:
            if leaf.value is not leaf.blank:
                texts |= leaf.control.texts(leaf.name, leaf.value)
        return texts

    @property
    def reason(self) -> str:
        return first(self.data, "reason").strip()

    @property
    def takes_back(self) -> bool:
        return first(self.data, "do") == "take back"

    @property
    def on(self) -> Any:
        return day_of(first(self.data, "on").strip())

    @cached_property
    def content(self) -> dict[str, Any]:
        """What the entry shall say now."""
        if self.takes_back:
            return {}
        anew = said_anew(self.entry.content, self.leaves, self.data)
        return _moved(anew, self.entry.on.isoformat(), self.on.isoformat()) if self.on else anew

    def is_valid(self) -> bool:
        known = {"csrfmiddlewaretoken", "key", "on", "do", "reason"}
        known |= {name for leaf in self.leaves for name in leaf.control.names(leaf.name)}
        self.general += [_("This form has no field “%s”.") % name[:80] for name in self.data if name not in known]
        if not self.reason:
            self.add_error("reason", _("Say why the earlier entry is corrected."))
        if self.on is None:
            self.add_error("on", _("A date as YYYY-MM-DD is needed."))
        elif self.on > today():
            self.add_error("on", _("Nobody can sign what will be true only later."))
        if self.is_plan and not self.takes_back:
            self.general.append(_("A signed plan is not changed in parts. Sign another, or take the whole entry back."))
        elif not self.takes_back:
            self._check_leaves()
            if not self.errors and self.content == self.entry.content:
                self.general.append(_("Nothing was changed."))
            elif not self.errors and not self.content:
                self.general.append(_("Nothing would be left. Take the whole entry back instead."))
        return not (self.errors or self.general)

    def _check_leaves(self) -> None:
        for leaf in self.leaves:
            value = leaf.control.value(self.data, leaf.name)
            if value is NOT_ASKED:
                if not leaf.is_answer:
                    self.add_error(leaf.name, _("This cannot be left blank."))
                continue
            try:
                leaf.kind.read(value)
            except NotAllowed as error:
                self.add_error(leaf.name, _("Allowed: %(allowed)s.") % {"allowed": error})

    def add_error(self, name: str, message: str | Promise) -> None:
        self.errors.setdefault(name, []).append(message)

    # --- as a page shows it -----------------------------------------------------------------------------

    @property
    def status(self) -> int:
        return 422 if self.errors or self.general else 200

    @cached_property
    def fields(self) -> list[Field]:
        return [
            Field(
                leaf.name,
                leaf.control,
                leaf.label,
                self.data,
                unit=UNITS[leaf.unit].after.strip() if leaf.unit else "",
                blank=gettext_lazy("take out"),
                errors=self.errors.get(leaf.name, []),
                is_required=not leaf.is_answer,
            )
            for leaf in self.leaves
        ]

    @cached_property
    def on_field(self) -> Field:
        label = gettext_lazy("True on")
        return Field("on", OnDay(Day()), label, self.data, errors=self.errors.get("on", []), is_required=True)

    @cached_property
    def reason_field(self) -> Field:
        label = gettext_lazy("Why is it corrected?")
        control = Text(Words(longest=1000))
        return Field("reason", control, label, self.data, errors=self.errors.get("reason", []), is_required=True)

    @property
    def summary(self) -> list[tuple[str, str | Promise, str | Promise]]:
        every = [self.on_field, *self.fields, self.reason_field]
        return [(each.id, each.label, error) for each in every for error in each.errors]


def _moved(node: Any, before: str, after: str) -> Any:
    """The same with the day of the entry moved, wherever a row was dated by it."""
    if isinstance(node, dict):
        return {
            key: after if key == "date" and value == before else _moved(value, before, after)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [_moved(one, before, after) for one in node]
    return node
