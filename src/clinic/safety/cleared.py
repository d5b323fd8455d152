"""The small form by which a red flag is cleared."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.forms.controls import Control, Data, ForNamedKey, first
from clinic.forms.form import FactForm, Headaches
from clinic.forms.fragment import Said, Written
from clinic.forms.layout import Section
from clinic.forms.slots import Slot
from concordant.facts.kinds import Table
from concordant.facts.safety.results import red_flag_cleared
from concordant.safety import FLAGS

OFFERED = tuple((flag.id, flag.name) for flag in FLAGS)


class ClearedForm(FactForm):
    """Flag, date, by whom, how. The table is stated whole, so flags cleared before are carried along."""

    def __init__(self, data: Data, headaches: Headaches) -> None:
        section = Section("cleared", gettext_lazy("Followed up and cleared"), (red_flag_cleared,))
        super().__init__((section,), data, headaches, help_from="meaning")
        self.before: dict[str, Any] = {}

    def control(self, slot: Slot) -> Control:
        kind = red_flag_cleared.kind
        assert isinstance(kind, Table)
        return ForNamedKey(kind, OFFERED)

    def written(self) -> Written:
        written = super().written()
        facts = written.content.get("facts", {})
        if red_flag_cleared.name in facts:
            facts[red_flag_cleared.name] = {**self.before, **facts[red_flag_cleared.name]}
        return written

    def _check_usual(self, said: Iterable[Said]) -> None:
        if said and first(self.data, f"{red_flag_cleared.name}.key") not in dict(OFFERED):
            self.add_error(red_flag_cleared.name, _("Choose the flag."))
