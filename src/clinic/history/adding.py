"""Adding a headache or an injury: a short form for its name, before its facts are asked."""

import string
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.forms.controls import Data, Text, first
from clinic.forms.days import today
from clinic.forms.fields import Field
from clinic.forms.form import FactForm, Headaches
from clinic.forms.fragment import Written
from concordant.facts.kinds import Words


def next_letter(taken: Iterable[str]) -> str:
    """A, B, C … and then H27, H28 …"""
    used = set(taken)
    letters = [*string.ascii_uppercase, *(f"H{number}" for number in range(27, len(used) + 28))]
    return next(letter for letter in letters if letter not in used)


class _Adding(FactForm):
    """No facts of its own: one name."""

    def __init__(self, data: Data, headaches: Headaches) -> None:
        super().__init__(sections=(), data=data, headaches=headaches, more_names=("name",))

    def is_valid(self) -> bool:
        self._check_names()
        if first(self.data, "on").strip() and (self.on is None or self.on > today()):
            self.add_error("on", _("A day up to today is needed, as YYYY-MM-DD."))
        self._check_values()
        return not (self.errors or self.general)

    @property
    def name(self) -> str:
        return first(self.data, "name").strip()


class AddHeadache(_Adding):
    """The next letter, and the words by which the person knows it."""

    @property
    def name_field(self) -> Field:
        label = gettext_lazy("In a few words, such as “right-sided, from the neck”")
        return self._field("name", Text(Words(longest=200)), label)

    def __init__(self, data: Data, headaches: Headaches) -> None:
        super().__init__(data, headaches)
        self.earlier = ""
        """The letter that this very form was given before, when it is sent twice."""

    def written(self) -> Written:
        identity = self.earlier or next_letter(self.headaches)
        one = {"id": identity} | ({"name": self.name} if self.name else {})
        return Written({"headaches": [one]}, {"headaches[0]": "name"})


class AddInjury(_Adding):
    """A short name that tells it from others; or that there was none."""

    @property
    def name_field(self) -> Field:
        label = gettext_lazy("Short name, such as “crash” or “fall on the ice”")
        found = self._field("name", Text(Words(longest=80)), label)
        found.is_required = True
        return found

    def __init__(self, data: Data, headaches: Headaches) -> None:
        super().__init__(data, headaches)
        self.signs_with = ("sign", "none")

    @property
    def none(self) -> bool:
        return first(self.data, "do") == "none"

    def is_valid(self) -> bool:
        if not self.none and not self.name:
            self.add_error("name", _("Give it a name."))
        return super().is_valid()

    def written(self) -> Written:
        if self.none:
            return Written({"injuries": []}, {})
        return Written({"injuries": [{"id": self.name}]}, {"injuries[0]": "name"})
