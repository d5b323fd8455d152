"""Who is billed for a person: what stands on their card, the claim, and what the insurer and the person told of it."""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.claims.by_day import Counting
from clinic.claims.claim_facts import TOLD_ON, plans_of
from clinic.claims.claim_fields import BY_THE_YEAR, Slot, dated, kept, shown, slots
from clinic.claims.claim_groups import Group, elsewhere_help, groups_of
from clinic.claims.forms import DayInput
from clinic.claims.models import Claim
from concordant.facts.coverage.claim import (
    initial_visit_billed,
    treatment_plan_end_date,
    treatment_plan_start_date,
    visits_elsewhere_count,
)
from concordant.payers import NotAClaimNumber, NotAPhn, claim_number, phn

MENDS, ANOTHER = "mends", "another"


def _same_card(claim: Claim) -> Claim:
    """A claim of the same person, of which nothing else is known yet."""
    names = ("payer", "legal_given_name", "legal_family_name", "born_on", "health_number")
    return Claim(**{name: getattr(claim, name) for name in names})


class ClaimForm(forms.ModelForm):
    """As on the driver licence or BC Services Card."""

    is_slip = forms.BooleanField(
        label=gettext_lazy("Payer or accident was written down wrongly, and is mended here"), required=False
    )
    since = DayInput(
        label=gettext_lazy("Counts from"),
        required=False,
        help_text=gettext_lazy(
            "Left empty: another accident counts from its day, another payer from today, and a claim that is mended "
            "from the day it has."
        ),
    )
    accident_on = DayInput(label=gettext_lazy("Day of the accident"), required=False)
    born_on = DayInput(label=gettext_lazy("Birth date"), required=False)
    checked_on = DayInput(label=gettext_lazy("Claim number checked with the insurer on"), required=False)
    # Longer than the numbers: people type blanks and hyphens.
    number = forms.CharField(label=gettext_lazy("Claim number"), max_length=20, required=False)
    health_number = forms.CharField(label=gettext_lazy("Personal health number (BC)"), max_length=20, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**62)
    """The newest row that the page knew; 0 where there was none."""
    shown = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**62)
    """The claim that the page showed."""
    which = forms.ChoiceField(
        widget=forms.HiddenInput, choices=[(MENDS, MENDS), (ANOTHER, ANOTHER)], required=False, initial=MENDS
    )

    class Meta:
        model = Claim
        fields = (
            "payer",
            "number",
            "accident_on",
            "adjuster",
            "legal_given_name",
            "legal_family_name",
            "born_on",
            "health_number",
            "checked_on",
        )

    def __init__(
        self, *args: Any, today: date, under: Counting | None = None, is_another: bool = False, newest: int = 0,
        brought_in: Mapping[str, Sequence[date]] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        """``under``: the claim that is shown; with ``is_another`` the one after which another is written down, with
        nothing that was told about it. ``brought_in``: visits elsewhere that the record holds."""
        kwargs.setdefault("label_suffix", "")
        self._today, self._before = today, under.claim if under else None
        self._is_another = is_another
        # A form writes onto its instance.
        kwargs["instance"] = _same_card(self._before) if self._before and is_another else copy(self._before)
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = newest
        self.fields["shown"].initial = under.claim.pk if under else 0
        for name in ("adjuster", "legal_given_name", "legal_family_name"):
            self.fields[name].validators.append(ProhibitNullCharactersValidator())
        self.fields["which"].initial = ANOTHER if is_another else MENDS
        if under is None:
            del self.fields["since"]
        if under is None or is_another:
            del self.fields["is_slip"]
        told = under.rows if under and not is_another else ()
        self._said = dict(told[-1].visits) if told else {}
        plans = plans_of(told)
        self._slots = tuple(slots(plans))
        for slot in self._slots:
            field = slot.field
            field.initial = shown(slot, self._said, plans)
            if slot.fact is visits_elsewhere_count:
                field.help_text = elsewhere_help((brought_in or {}).get(slot.discipline or "", ()))
            elif slot.fact is initial_visit_billed:
                field.help_text = _("At another clinic, for this claim.")
            self.fields[slot.name] = field
        for fact in BY_THE_YEAR:
            day = self._said.get(TOLD_ON, {}).get(fact.name)
            self.fields[f"{TOLD_ON}:{fact.name}"] = DayInput(
                label=_("Told on"),
                required=False,
                help_text=_("Last told on %s. Left empty: today where the answer is new.") % day if day else "",
            )

    @property
    def plain(self) -> list[BoundField]:
        """What stands on the card, and the claim."""
        names = (*(self._meta.fields or ()), "is_slip", "since")
        return [self[name] for name in names if name in self.fields]

    @property
    def groups(self) -> list[Group]:
        """The rest by what it is about."""
        return list(groups_of(self, self._slots))

    def clean_number(self) -> str:
        text = self.cleaned_data["number"]
        try:
            return claim_number(text) if text else ""
        except NotAClaimNumber as error:
            raise forms.ValidationError(str(error)) from None

    def clean_health_number(self) -> str:
        text = self.cleaned_data["health_number"]
        try:
            return phn(text) if text else ""
        except NotAPhn as error:
            raise forms.ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        days = ("accident_on", "born_on", "checked_on", *(f"{TOLD_ON}:{one.name}" for one in BY_THE_YEAR))
        for name in days:
            if data.get(name) is not None and data[name] > self._today:
                self.add_error(name, _("This day is still to come."))
        for slot in self._slots:
            if slot.fact is initial_visit_billed:
                elsewhere = data.get(Slot(visits_elsewhere_count, slot.discipline).name)
                if data.get(slot.name) == "yes" and elsewhere == 0:
                    self.add_error(slot.name, _("With no visit elsewhere no first visit was billed there."))
            elif slot.fact is treatment_plan_end_date:
                start = data.get(Slot(treatment_plan_start_date, slot.discipline, slot.plan).name)
                if start and data.get(slot.name) and data[slot.name] < start:
                    self.add_error(slot.name, _("It ends before it begins."))
        self._clean_which(data)
        return data

    def _clean_which(self, data: dict[str, Any]) -> None:
        """Another accident or payer is another claim, or the mending of a slip: nobody but the desk knows."""
        before = self._before
        if before is None:
            return
        payer, accident = data.get("payer"), data.get("accident_on")
        if self._is_another:
            if (payer, accident) == (before.payer, before.accident_on):
                self.add_error(None, _("Payer and accident are those of the claim that stands: mend it instead."))
            if data.get("since") and accident and data["since"] < accident:
                self.add_error("since", _("It cannot count before its accident."))
            return
        is_other = payer not in (None, before.payer) or (
            before.accident_on is not None and accident not in (None, before.accident_on)
        )
        if is_other and not data.get("is_slip"):
            self.add_error(
                "is_slip",
                _("Payer or accident differ from what stands. Say that it was a slip, or write down another claim."),
            )

    def claim(self) -> Claim:
        """A new row, which the caller saves. Needs a valid form."""
        data = self.cleaned_data
        visits = kept({slot: data.get(slot.name) for slot in self._slots})
        typed = {one.name: day for one in BY_THE_YEAR if (day := data.get(f"{TOLD_ON}:{one.name}"))}
        if days := dated(visits, self._said, typed, self._today):
            visits[TOLD_ON] = days
        made = Claim(**{name: data[name] for name in self._meta.fields or ()}, visits=visits)
        if self._before is not None:
            made.mends = None if self._is_another else self._before
            made.since = data["since"] or (self._begins(made) if self._is_another else None)
        return made

    def _begins(self, claim: Claim) -> date:
        """A new accident counts from its day on, another payer from today on."""
        accident = claim.accident_on
        return accident if accident and self._before and accident != self._before.accident_on else self._today
