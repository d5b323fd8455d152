"""The form of one day."""

from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.diary.layout import NOT_SAID, NOTE_LENGTH, day
from clinic.forms.controls import NOT_ASKED, Data, OneOf, Text, first
from clinic.forms.fields import Field, Known
from clinic.forms.form import FactForm, Headaches, headache_name
from clinic.forms.fragment import Said, Written
from concordant.facts import DICTIONARY
from concordant.facts.kinds import Choice, Words

WHICH, NOTE = "which", "note"
Rows = list[dict[str, Any]]


def rows_of_day(contents: list[dict[str, Any]], on: str) -> Rows:
    """The rows that stand for a day, one for each headache; of two for the same, the later."""
    rows = {row.get("headache"): row for content in contents for row in content.get("diary", []) if row["date"] == on}
    return list(rows.values())


class DayForm(FactForm):
    """One row of the diary. What was entered earlier for the day stays, unless it is said anew."""

    def __init__(self, data: Data, headaches: Headaches, rows: Rows) -> None:
        super().__init__(
            sections=day(),
            data=data,
            headaches=headaches,
            blank=NOT_SAID,
            help_from="",
            label_from="ask",
            more_names=(WHICH, NOTE),
        )
        self.rows = rows

    @property
    def had_headache(self) -> Any:
        return self.control(self.slots["headache_today"]).value(self.data, "headache_today")

    @property
    def headache(self) -> str:
        """Whose row it is: none on a day without, or where it was not said."""
        if self.had_headache is not True:
            return ""
        if len(self.headaches) == 1:
            return next(iter(self.headaches))
        return first(self.data, WHICH)

    @property
    def which(self) -> Field | None:
        """Asked only where there are several."""
        if len(self.headaches) < 2:
            return None
        choice = Choice({one: headache_name(one, self.headaches) for one in self.headaches})
        found = self._field(WHICH, OneOf(choice), gettext_lazy("Which headache was it?"))
        found.blank = gettext_lazy("not sure")
        return found

    @property
    def note(self) -> Field:
        """Words for people; no rule reads them."""
        found = self._field(NOTE, Text(Words(longest=NOTE_LENGTH)), gettext_lazy("Anything else about this day"))
        found.help = gettext_lazy("Your clinic reads this when it next looks at the diary, not at once.")
        found.known = self.known.get(NOTE, [])
        return found

    def said(self) -> list[Said]:
        return [Said(one.slot, one.value, self.headache) for one in super().said()]

    @cached_property
    def earlier(self) -> dict[str, Any]:
        """The row that stands already for this day and headache."""
        return next((row for row in self.rows if row.get("headache", "") == self.headache), {})

    def written(self) -> Written:
        written = super().written()
        note = self.note.control.value(self.data, NOTE)
        if note is not NOT_ASKED and "diary" not in written.content and self.on is not None and self.earlier:
            written.content["diary"] = [{"date": self.on.isoformat()}]
        for row in written.content.get("diary", []):
            if note is not NOT_ASKED:
                row[NOTE] = "\n".join(filter(None, (self.earlier.get(NOTE), note)))
            for name, value in self.earlier.items():
                if name != "recorded":  # what joins it now was not written then
                    row.setdefault(name, value)
        return written

    def is_valid(self) -> bool:
        if self.had_headache is NOT_ASKED and "headache_today" not in self.earlier:
            self.add_error("headache_today", _("Say whether there was a headache, yes or no."))
        if self.headache and self.headache not in self.headaches:
            self.add_error(WHICH, _("This headache is not in the chart."))
        if self._contradicts():
            self.general.append(
                _("There is an entry with a headache for this day already. Correct that entry if it is wrong.")
            )
        return super().is_valid()

    def _contradicts(self) -> bool:
        yes = any(row.get("headache") or row.get("headache_today") is True for row in self.rows)
        return self.had_headache is False and yes

    def know_rows(self) -> None:
        """Show what was entered for the day before."""
        for row in self.rows:
            of = headache_name(row["headache"], self.headaches) if len(self.headaches) > 1 and "headache" in row else ""
            for name, value in row.items():
                if name == NOTE:
                    self.known.setdefault(NOTE, []).append(Known(value, of=of))
                elif name in self.slots:
                    kind = DICTIONARY[name].kind
                    self.known.setdefault(name, []).append(Known(kind.say(kind.read(value)), of=of))
