"""Who is billed for a person: what stands on their card, the claim, and what the insurer and the person told of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.claims.disciplines import Discipline
from clinic.claims.forms import DayInput
from clinic.claims.models import Claim
from concordant.facts.coverage.claim import (
    initial_visit_billed,
    treatment_plan_end_date,
    treatment_plan_start_date,
    treatment_plan_status,
    treatment_plan_visits,
    visits_elsewhere_count,
)
from concordant.payers import NotAClaimNumber, NotAPhn, claim_number, phn

GIVEN_HERE = (Discipline.PHYSIOTHERAPY, Discipline.MASSAGE_THERAPY)
MOST_VISITS = 200
_STATUS = ("not_sent", "sent", "approved", "partly_approved", "denied")


def _fields_of(discipline: Discipline) -> Mapping[str, tuple[str, forms.Field]]:
    """Name of the fact -> its field for one discipline."""
    name = discipline.label
    yes_no = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]
    status = [("", _("None on record")), *((one, _words(one)) for one in _STATUS)]
    return {
        visits_elsewhere_count.name: (
            "n",
            _count(_("%s: visits elsewhere for this claim") % name),
        ),
        initial_visit_billed.name: (
            "b",
            forms.ChoiceField(label=_("%s: a first visit was billed elsewhere") % name, choices=yes_no, required=False),
        ),
        treatment_plan_status.name: (
            "s",
            forms.ChoiceField(label=_("%s: request for more visits") % name, choices=status, required=False),
        ),
        treatment_plan_visits.name: ("n", _count(_("%s: visits approved") % name)),
        treatment_plan_start_date.name: ("d", DayInput(label=_("%s: approved from") % name, required=False)),
        treatment_plan_end_date.name: ("d", DayInput(label=_("%s: approved until") % name, required=False)),
    }


def _count(label: str) -> forms.Field:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST_VISITS)


def _words(status: str) -> str:
    return str(treatment_plan_status.kind.values.in_english(status))


class ClaimForm(forms.ModelForm):
    """As on the driver licence or BC Services Card."""

    accident_on = DayInput(label=gettext_lazy("Day of the accident"), required=False)
    born_on = DayInput(label=gettext_lazy("Birth date"), required=False)
    checked_on = DayInput(label=gettext_lazy("Claim number checked with the insurer on"), required=False)
    # Longer than the numbers: people type blanks and hyphens.
    number = forms.CharField(label=gettext_lazy("Claim number"), max_length=20, required=False)
    health_number = forms.CharField(label=gettext_lazy("Personal health number (BC)"), max_length=20, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**62)
    """The claim that the page showed; 0 where there was none."""

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

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["seen"].initial = self.instance.pk or 0
        for name in ("adjuster", "legal_given_name", "legal_family_name"):
            self.fields[name].validators.append(ProhibitNullCharactersValidator())
        said = self.instance.visits or {}
        for discipline in GIVEN_HERE:
            for fact, (kind, field) in _fields_of(discipline).items():
                value = said.get(fact, {}).get(discipline)
                field.initial = {True: "yes", False: "no"}.get(value, value) if kind == "b" else value
                self.fields[f"{fact}:{discipline}"] = field

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
        for name in ("accident_on", "born_on", "checked_on"):
            if data.get(name) is not None and data[name] > self._today:
                self.add_error(name, _("This day is still to come."))
        for discipline in GIVEN_HERE:
            billed = f"{initial_visit_billed.name}:{discipline}"
            if data.get(billed) == "yes" and data.get(f"{visits_elsewhere_count.name}:{discipline}") == 0:
                self.add_error(billed, _("With no visit elsewhere no first visit was billed there."))
            start = data.get(f"{treatment_plan_start_date.name}:{discipline}")
            end = data.get(f"{treatment_plan_end_date.name}:{discipline}")
            if start and end and end < start:
                self.add_error(f"{treatment_plan_end_date.name}:{discipline}", _("It ends before it begins."))
        return data

    def claim(self) -> Claim:
        """A new row, which the caller saves. Needs a valid form."""
        found: dict[str, dict[str, Any]] = {}
        for discipline in GIVEN_HERE:
            for fact, (kind, _field) in _fields_of(discipline).items():
                value = self.cleaned_data.get(f"{fact}:{discipline}")
                if value not in (None, ""):
                    found.setdefault(fact, {})[discipline.value] = _plain(kind, value)
        said = {name: self.cleaned_data[name] for name in self._meta.fields or ()}
        return Claim(**said, visits=found)


def _plain(kind: str, value: Any) -> Any:
    return {"b": value == "yes", "d": value.isoformat() if kind == "d" else None}.get(kind, value)
