"""A field as a page shows it: what was typed, what is wrong with it, and what is known already."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.forms.utils import flatatt
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from clinic.forms.controls import NOT_ASKED, Control, Data, first
from concordant.facts import NotAllowed

NOT_ASKED_LABEL = _("not asked")


@dataclass(frozen=True)
class Known:
    """What was said before."""

    text: str
    on: date | None = None
    who: str = ""
    of: str = ""
    """Whose: the name of a headache, where it is not plain."""
    band: str | Promise = ""
    """How far it has to move before it has really changed."""


@dataclass(frozen=True)
class Proposal:
    """What the rules propose. The examiner takes it up or does not."""

    text: str
    because: str


@dataclass(frozen=True)
class Option:
    value: str
    label: str | Promise
    id: str
    checked: bool


@dataclass
class Field:
    """One control with a name, ready to be drawn."""

    name: str
    control: Control
    label: str | Promise
    data: Data
    help: str | Promise = ""
    unit: str = ""
    blank: str | Promise = NOT_ASKED_LABEL
    errors: list[str | Promise] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    proposal: Proposal | None = None
    unusual: str = ""
    """Why the value has to be confirmed; empty where it has not."""
    confirm: str = ""
    """What the box that confirms it sends: the confirmation is of this value and of no other."""
    full_label: str | Promise = ""
    """For fields in a table, whose label stands in the heads of row and column."""
    is_required: bool = False

    @property
    def id(self) -> str:
        return "f-" + "".join(each if each.isascii() and each.isalnum() else f"_{ord(each):x}" for each in self.name)

    @property
    def described_by(self) -> str:
        shown = {
            "help": self.help,
            "unit": self.unit,
            "known": self.known,
            "proposal": self.proposal,
            "unusual": self.unusual,
            "error": self.errors,
        }
        return " ".join(f"{self.id}-{part}" for part, there in shown.items() if there)

    @property
    def aria(self) -> SafeString:
        """For an input that stands alone: what is wrong with it, and where it is described."""
        attributes: dict[str, Any] = {"required": self.is_required, "aria-invalid": "true" if self.errors else None}
        if not self.control.grouped:
            attributes |= {"aria-describedby": self.described_by or None, "aria-label": self.full_label or None}
        return flatatt({name: value for name, value in attributes.items() if value is not None})

    @property
    def text(self) -> str:
        return first(self.data, self.name)

    @property
    def is_unreadable(self) -> bool:
        """Whether an input for numbers would hide what was typed."""
        return isinstance(self.control.value(self.data, self.name), str)

    @property
    def never(self) -> Option:
        name = f"{self.name}.never"
        return Option("never", _("never"), f"{self.id}-never", bool(first(self.data, name)))

    @property
    def options(self) -> list[Option]:
        chosen = self.data.get(self.name, [])
        return [
            Option(value, label, f"{self.id}-{number}", value in chosen)
            for number, (value, label) in enumerate(self.control.options(), 1)
        ]

    @property
    def not_said(self) -> Option:
        """The answer that is no answer."""
        return Option("", self.blank, f"{self.id}-0", not any(option.checked for option in self.options))

    @property
    def parts(self) -> list["Field"]:
        return [
            Field(
                name, control, label, self.data, unit=self.unit, blank=self.blank, errors=self._errors_of(name, control)
            )
            for name, label, control in self.control.parts(self.name, self.data)
        ]

    def _errors_of(self, name: str, control: Control) -> list[str | Promise]:
        """Where the whole is refused, the part that is to blame says so too."""
        if not self.errors:
            return []
        value: Any = control.value(self.data, name)
        if value is NOT_ASKED:
            return []
        try:
            control.kind.read(value)
        except NotAllowed as error:
            return [_("Allowed: %(allowed)s.") % {"allowed": error}]
        return []
