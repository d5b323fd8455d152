"""How a questionnaire is asked: its total, or a box for each answer, from which the total is worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.controls import NOT_ASKED, Data, Measured, OneOfMany, Texts, first, number, shown
from clinic.forms.fragment import Outcome
from concordant.facts import Fact, Kind
from concordant.facts.kinds import Choice
from concordant.measures.questionnaires import OF_FACT, Questionnaire, Version

VERSION = "version"


def questionnaire_of(fact: Fact[Kind]) -> Questionnaire | None:
    """The questionnaire that a form asks with boxes or by version; none where one number is the whole answer."""
    found = OF_FACT.get(fact.name)
    if found is None or not found.has_total:
        return None
    several = len(found.versions) > 1 or found.any_version
    return found if found.longest > 1 or several else None


@dataclass(frozen=True)
class Boxes(Measured):
    """A number for the total, and numbers for the answers. Either is enough; where both are given they must agree."""

    questionnaire: Questionnaire
    template = "outcomes/_boxes.html"

    def names(self, name: str) -> Iterator[str]:
        yield name
        yield from self.box_names(name)
        if self.asks_version:
            yield self.version_name(name)

    def box_names(self, name: str) -> list[str]:
        return [f"{name}.{place}" for place in range(1, self.questionnaire.longest + 1)]

    def version_name(self, name: str) -> str:
        return f"{name}.{VERSION}"

    @property
    def asks_version(self) -> bool:
        return len(self.questionnaire.versions) > 1 or self.questionnaire.any_version

    @property
    def versions(self) -> OneOfMany | None:
        """The choice of versions; none where the name of the version is typed in."""
        if self.questionnaire.any_version:
            return None
        return OneOfMany(Choice({one.key: one.key.replace("_", " ") for one in self.questionnaire.versions}))

    @property
    def allowed(self) -> list[tuple[str | Promise, str]]:
        """What the boxes take: in one phrase where all take the same, else in one for each kind of box."""
        items = self.questionnaire.versions[0].items
        said: dict[str, list[int]] = {}
        for place, item in enumerate(items, 1):
            said.setdefault(item.allowed, []).append(place)
        if len(said) == 1:
            return [(_("each"), next(iter(said)))]
        return [(", ".join(map(str, places)), allowed) for allowed, places in said.items()]

    def value(self, data: Data, name: str) -> Any:
        total = super().value(data, name)
        version = first(data, self.version_name(name)).strip()
        typed = [first(data, each).strip() for each in self.box_names(name)]
        if not any(typed) and not version:
            return total
        says: dict[str, Any] = {}
        if any(typed):
            says["items"] = self._answers([number(text) if text else None for text in typed], version)
        if total is not NOT_ASKED:
            says["value"] = total
        if version:
            says["version"] = version
        return Outcome(says)

    def _answers(self, typed: list[Any], version: str) -> list[Any]:
        """Without the boxes at the end that this form may do without."""
        chosen: Version = self.questionnaire.version(version) or self.questionnaire.versions[0]
        while typed[-1] is None and len(typed) > chosen.lengths.start:
            typed.pop()
        return typed

    def texts(self, name: str, value: Any) -> Texts:
        if not isinstance(value, Outcome):
            return super().texts(name, value)
        says = value.says
        texts = {
            each: [shown(answer)]
            for each, answer in zip(self.box_names(name), says.get("items", ()), strict=False)
            if answer is not None
        }
        if "value" in says:
            texts[name] = [shown(says["value"])]
        if VERSION in says:
            texts[self.version_name(name)] = [says[VERSION]]
        return texts
