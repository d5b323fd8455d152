"""The form of one page of the intake."""

from collections.abc import Collection
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.chart.told import CONSENTS
from clinic.forms.controls import NOT_ASKED, Data, OneOf, Text, YesNo, first
from clinic.forms.days import day_of, today
from clinic.forms.fields import Field
from clinic.forms.form import FactForm, Headaches
from clinic.forms.fragment import Said, write
from clinic.forms.slots import Slot
from clinic.intake.parts import CONSENT, HURT, KINDS, MOST_INJURIES, MOST_KINDS, Part
from concordant.facts.coverage.claim import claim_accident_date, claim_number, payer_kind
from concordant.facts.kinds import Choice, Day, Flag, NotAllowed, Words
from concordant.facts.plan.consent import consent_given
from concordant.record.merge import check_fragment
from concordant.record.problems import CaseFileError
from concordant.selfcheck.question import EVERY_VISIT, question

LONGEST = 5000
"""Characters of one answer that are kept while it is not sent."""
WAS = "was"
NO_ANSWER = gettext_lazy("no answer")
_HOW_MANY = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5"}
_HOW_OFTEN = {"0": gettext_lazy("no, never"), "1": gettext_lazy("once"), "2": gettext_lazy("twice"),
              "3": gettext_lazy("three times or more")}  # fmt: skip
_MAY = {
    "share_physio_rmt": gettext_lazy("May the people who treat you here share what they note about you?"),
    "send_to_payer": gettext_lazy("May we send what we note to whoever pays for your care, when they ask for it?"),
    "send_to_physician": gettext_lazy("May we write to your doctor about your care?"),
    "student_present": gettext_lazy("May a student be in the room at your visit?"),
    "photo_or_video": gettext_lazy("May we take photos or videos of how you move?"),
}


class PartForm(FactForm):
    """Nothing has to be answered: what is left blank is not stated."""

    def __init__(self, part: Part, data: Data, headaches: Headaches, left_out: Collection[str] = ()) -> None:
        section = part.section
        asked = tuple(
            fact for fact in part.facts if f"{fact.name}@{part.of}" not in left_out and fact.name not in left_out
        )
        shown = type(section)(section.key, section.title, asked, of=part.of)
        super().__init__(
            sections=(shown,),
            data=data,
            headaches=headaches,
            blank=NO_ANSWER,
            help_from="",
            label_from="ask",
            more_names=(WAS, *(name for name in _own_names(part) if name not in left_out)),
        )
        self.part = part
        self.own_names = tuple(name for name in _own_names(part) if name not in left_out)

    @cached_property
    def extras(self) -> list[Field]:
        """What is asked beside the facts: how many, a name, and what may be passed on."""
        return [self._extra(name) for name in self.own_names]

    def _extra(self, name: str) -> Field:
        if name == "kinds":
            kinds = Choice({word: _HOW_MANY[word] for word in list(_HOW_MANY)[:MOST_KINDS]})
            return self._field(name, OneOf(kinds), gettext_lazy("How many different kinds of headache do you have?"))
        if name == "hurt":
            often = Choice({word: str(said) for word, said in list(_HOW_OFTEN.items())[: MOST_INJURIES + 1]})
            label = gettext_lazy("Has your head or neck ever been hurt in a crash, a fall or a blow?")
            return self._field(name, OneOf(often), label)
        if name.startswith("name@"):
            label = gettext_lazy("In a few words of your own: how would you name this headache?")
            return self._field(name, Text(Words(longest=200)), label)
        if name.startswith("what@"):
            label = gettext_lazy("In a few words: what happened, such as “crash” or “fall on the ice”?")
            return self._field(name, Text(Words(longest=60)), label)
        return self._field(name, YesNo(Flag()), _MAY[name.removeprefix("consent:")])

    @property
    def is_empty(self) -> bool:
        return not self.slots and not self.extras

    @property
    def answer_names(self) -> tuple[str, ...]:
        """The names under which its answers are kept."""
        slots = (name for slot in self.slots.values() for name in self.control(slot).names(slot.name))
        return (*slots, *self.own_names)

    @property
    def consents(self) -> tuple[str, ...]:
        """What was agreed to on this page."""
        return tuple(key for key in CONSENTS if first(self.data, f"consent:{key}") == "yes")

    def readable(self) -> dict[str, Any]:
        """What is allowed of it, answer by answer where the whole is not: a danger sign is not lost beside a slip."""
        content = super().readable()
        if self._can_be_read(content):
            return content
        kept: list[Said] = []
        for one in self.writable():
            if self._can_be_read(write([*kept, one], today()).content):
                kept.append(one)
        return write(kept, today()).content

    def _can_be_read(self, content: dict[str, Any]) -> bool:
        try:
            check_fragment(content, headaches=self.headaches, dictionary=self.dictionary)
        except CaseFileError:
            return False
        return True

    def _slot_field(self, slot: Slot) -> Field:
        found = super()._slot_field(slot)
        if slot.fact.ask.startswith(EVERY_VISIT):
            # Asked of somebody who was never here.
            found.label = question(slot.fact.name).ask
        return found

    def is_valid(self) -> bool:
        """Check what is filled in."""
        self._check_names()
        for name, texts in self.data.items():
            if sum(map(len, texts)) > LONGEST:
                self.add_error(name, _("This is too long. Keep it under %(most)s letters.") % {"most": LONGEST})
        if not (self.errors or self.general):
            for extra in self.extras:
                self._check_extra(extra)
            self._check_days()
            self._check_payer()
            self._check_values()
            self._check_usual(self.said())
        return not (self.errors or self.general or self.unusual)

    def _check_extra(self, extra: Field) -> None:
        value = extra.control.value(self.data, extra.name)
        if value is NOT_ASKED:
            return
        try:
            extra.control.kind.read(value)
        except NotAllowed as error:
            self.add_error(extra.name, _("Allowed: %(allowed)s.") % {"allowed": error})

    def _check_payer(self) -> None:
        said = {one.slot.fact.name for one in self.said()}
        if said & {claim_number.name, claim_accident_date.name} and payer_kind.name not in said:
            self.add_error(payer_kind.name, _("Say who pays as well."))

    def _check_days(self) -> None:
        for one in self.said():
            day = day_of(str(one.value)) if isinstance(one.slot.fact.kind, Day) else None
            if day is not None and day > today():
                self.add_error(one.slot.name, _("This day has not come yet."))


def _own_names(part: Part) -> tuple[str, ...]:
    if part is KINDS:
        return ("kinds",)
    if part is HURT:
        return ("hurt",)
    if part is CONSENT:
        return tuple(f"consent:{key}" for key in CONSENTS if key in consent_given.kind.keys)
    if part.key == "start":
        return (f"name@{part.of}",)
    if part.key == "injury":
        return (f"what@{part.of}",)
    return ()
