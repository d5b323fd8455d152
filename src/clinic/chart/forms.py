"""Registering a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person
from clinic.chart.models.person import PersonQuerySet


class RegisterForm(forms.Form):
    given_name = forms.CharField(label=_("Given name"), max_length=100)
    family_name = forms.CharField(label=_("Family name"), max_length=100)
    preferred_name = forms.CharField(
        label=_("Preferred name"),
        max_length=100,
        required=False,
        help_text=_("If different from the given name."),
    )
    chart_number = forms.CharField(
        label=_("Chart number"),
        max_length=20,
        required=False,
        help_text=_("Leave empty for the next free number."),
    )
    someone_else = forms.BooleanField(
        label=_("This is someone else with the same name"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, people: PersonQuerySet, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._people = people

    def clean_chart_number(self) -> str:
        number: str = self.cleaned_data["chart_number"].strip()
        if number and self._people.filter(chart_number=number).exists():
            raise forms.ValidationError(_("This chart number is taken."))
        return number

    def clean(self) -> dict[str, Any]:
        """Two charts for one person split a history: ask before opening a second one under the same name."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not data["someone_else"] and (namesake := self._namesake(data)):
            self.fields["someone_else"].widget = forms.CheckboxInput()
            self.add_error(
                "someone_else",
                _("%(name)s already has chart %(number)s.") % {"name": namesake.name, "number": namesake.chart_number},
            )
        return data

    def _namesake(self, data: dict[str, Any]) -> Person | None:
        return self._people.filter(
            given_name__iexact=data["given_name"], family_name__iexact=data["family_name"]
        ).first()
