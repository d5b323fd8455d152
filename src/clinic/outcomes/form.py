"""The form of questionnaires: what the answers come to is worked out here and shown before anybody signs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from clinic.forms.controls import Control, Text
from clinic.forms.days import today
from clinic.forms.fields import Field
from clinic.forms.form import FactForm
from clinic.forms.fragment import Outcome, Said
from clinic.forms.slots import Slot
from clinic.outcomes.boxes import Boxes, questionnaire_of
from clinic.outcomes.value_set import indexed
from concordant.facts import Fact, Kind
from concordant.facts.kinds import Quantity, Words
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.language import figure, said
from concordant.measures.questionnaires import OF_FACT, NotScorable, Score, Status, flags, score
from concordant.measures.questionnaires.health_today import EQ_5D_5L
from concordant.measures.questionnaires.text.english import WORDING, Wording


@dataclass
class BoxesField(Field):
    """A questionnaire as the page shows it."""

    result: Score | None = None

    @property
    def boxes(self) -> list[tuple[int, str, str, str]]:
        """Number, name, id and text of each box."""
        assert isinstance(self.control, Boxes)
        named = enumerate(self.control.box_names(self.name), 1)
        return [(place, name, f"{self.id}-{place}", (self.data.get(name) or [""])[0]) for place, name in named]

    @property
    def wording(self) -> Wording | None:
        """The items in the owners' words, where they may be shown; what is in our own words is translated."""
        assert isinstance(self.control, Boxes)
        found = WORDING.get(self.control.questionnaire.id)
        if found is None or found.of_an_owner:
            return found
        return replace(found, stem=said(found.stem), scale={each: said(words) for each, words in found.scale.items()})

    @property
    def version_field(self) -> Field | None:
        assert isinstance(self.control, Boxes)
        control = self.control
        if not control.asks_version:
            return None
        label = _("Version of the form")
        chooser = control.versions or Text(Words(longest=80))
        return Field(control.version_name(self.name), chooser, label, self.data, blank=_("not known"))

    @property
    def is_unreadable(self) -> bool:
        """Whether an input for numbers would hide what was typed as the total."""
        assert isinstance(self.control, Boxes)
        value = super(Boxes, self.control).value(self.data, self.name)
        return isinstance(value, str)

    @property
    def is_open(self) -> bool:
        return any(text for _place, _name, _id, text in self.boxes)

    @property
    def asks(self) -> list[str]:
        return [one.told for one in flags(self.result)] if self.result else []

    @property
    def comes_to(self) -> str:
        return told(self.result) if self.result else ""


def told(found: Score) -> str:
    """A score in one line: total, percent, band, and how complete it is."""
    parts = [said(found.questionnaire.name)]
    if found.total is None:
        parts.append(_("no total"))
    else:
        parts.append(figure(rounded(found.total)))
    if found.percent is not None:
        parts.append(figure(f"{found.percent:.4g}") + UNITS["%"].told)
    if found.band is not None:
        parts.append(said(found.band.words))
    return f"{', '.join(parts)} ({found.told_why})"


@dataclass
class OutcomesForm(FactForm):
    """Scores of one day, each as a total or as the answers on the clinic's own form."""

    def control(self, slot: Slot) -> Control:
        found = questionnaire_of(slot.fact)
        if found is None or not isinstance(slot.fact.kind, Quantity):
            return super().control(slot)
        return Boxes(slot.fact.kind, found)

    def scores(self) -> Iterator[tuple[str, Score]]:
        """What can be scored of what was said, by slot. What cannot is told by the check of the whole."""
        for one in self.said():
            if (found := scored(one, self.on or today())) is not None:
                yield one.slot.name, found

    def writable(self) -> list[Said]:
        """With the index of a profile: the value set is the clinic's, so whoever reads the file cannot work it out."""
        return [self._with_index(one) for one in super().writable()]

    def _with_index(self, one: Said) -> Said:
        if one.slot.fact is not EQ_5D_5L.fact or not isinstance(one.value, Outcome) or "value" in one.value.says:
            return one
        found = scored(one, self.on or today())
        if found is None or found.total is None:
            return one
        return replace(one, value=Outcome({**one.value.says, "value": found.total}))

    def _check_index(self, one: Said) -> None:
        """Where a total was typed beside the answers: it has to be the one of the value set."""
        if one.slot.fact is not EQ_5D_5L.fact or not isinstance(one.value, Outcome) or "value" not in one.value.says:
            return
        answers = Outcome({name: said for name, said in one.value.says.items() if name != "value"})
        found, typed = scored(replace(one, value=answers), self.on or today()), one.value.says["value"]
        if found is None or found.total is None or not isinstance(typed, int | float):
            return
        if abs(typed - found.total) > EQ_5D_5L.versions[0].step / 2 + 1e-9:
            told = _("%(why)s, is %(index)s, yet %(typed)s was typed. Put one of them right, or leave the total blank.")
            told %= {
                "why": found.told_why.capitalize(),
                "index": figure(rounded(found.total)),
                "typed": figure(rounded(typed)),
            }
            self.add_error(one.slot.name, told)

    def _check_usual(self, said: Iterable[Said]) -> None:
        said = list(said)
        super()._check_usual(said)
        for one in said:
            self._check_index(one)
        confirmed = set(self.data.get("confirm", []))
        for one in said:
            found = scored(one, self.on or today())
            if found is None or found.status is not Status.INVALID or one.slot.name in self.errors:
                continue
            answers = ",".join("" if each is None else f"{each:g}" for each in found.items)
            if f"{one.slot.name}={answers}" not in confirmed:
                self.unusual[one.slot.name] = answers

    def _unusual_sentence(self, fact: Fact[Kind], value: str) -> str:
        found = questionnaire_of(fact)
        if found is None or not found.takes_items:
            return super()._unusual_sentence(fact, value)
        why = next((each.told_why for name, each in self.scores() if name == fact.name), "")
        return _("No total: %(why)s. Tick to keep the answers without one.") % {"why": why}

    @cached_property
    def _results(self) -> dict[str, Score]:
        """For the page: nothing is filled in while it is drawn."""
        return dict(self.scores())

    def _slot_field(self, slot: Slot) -> Field:
        found = super()._slot_field(slot)
        if not isinstance(found.control, Boxes):
            return found
        same = {each.name: getattr(found, each.name) for each in fields(found)}
        return BoxesField(**same, result=self._results.get(slot.name))


def scored(one: Said, on: date) -> Score | None:
    """The score of one answer; none where it is no questionnaire, or cannot be scored."""
    found = OF_FACT.get(one.slot.fact.name)
    says = one.value.says if isinstance(one.value, Outcome) else {"value": one.value}
    if found is None or not found.has_total:
        return None
    try:
        total = says.get("value")
        done = score(found, says.get("items"), on=on, version=str(says.get("version", "")), total=total)
        return done if total is not None else indexed(done)
    except NotScorable:
        return None
