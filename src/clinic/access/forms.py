"""What people type to get in, and what the front desk types to let them."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.access import keys
from clinic.forms.days import today


class _Plain(forms.Form):
    """Labels without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def _email(label: Any, **more: Any) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email"})
    return forms.EmailField(label=label, max_length=254, widget=widget, **more)


class AskForLinkForm(_Plain):
    email = _email(gettext_lazy("Your e-mail address"))


class AddressForm(_Plain):
    email = _email(gettext_lazy("E-mail address"))


class AddressCodeForm(_Plain):
    code = forms.CharField(
        label=gettext_lazy("The six digits from the mail"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())


class InvitationCodeForm(_Plain):
    code = forms.CharField(
        label=gettext_lazy("The code on your sheet"),
        max_length=40,
        help_text=gettext_lazy("Twelve letters and digits. Capitals and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = keys.tidied(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("A code has twelve letters and digits. Please look once more."))
        return code


class BornForm(_Plain):
    """A day that people know by heart, in three fields: quicker than a calendar that starts today."""

    day = forms.IntegerField(
        label=gettext_lazy("Day"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-day", "size": "2"}),
    )
    month = forms.TypedChoiceField(
        label=gettext_lazy("Month"), coerce=int, widget=forms.Select(attrs={"autocomplete": "bday-month"})
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year", "size": "4"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        month = self.fields["month"]
        assert isinstance(month, forms.ChoiceField)
        month.choices = [("", ""), *((str(number), str(name).capitalize()) for number, name in MONTHS.items())]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if {"day", "month", "year"} <= set(data):
            try:
                data["born"] = date(data["year"], data["month"], data["day"])
            except (ValueError, OverflowError):
                raise forms.ValidationError(_("This day is not in the calendar.")) from None
        return data


class InviteForm(_Plain):
    born = forms.DateField(
        label=gettext_lazy("Date of birth"),
        help_text=gettext_lazy("As on their card. They type it when they open the invitation; it is not kept."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    email = _email(
        gettext_lazy("E-mail address"),
        required=False,
        help_text=gettext_lazy("With an address the invitation is mailed. Without one you print it."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the person"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )

    def clean_born(self) -> date:
        born: date = self.cleaned_data["born"]
        if not date(1900, 1, 1) <= born <= today():
            raise forms.ValidationError(_("Nobody who comes here was born on that day."))
        return born


class NameForm(_Plain):
    name = forms.CharField(label=gettext_lazy("A name for this device"), max_length=60)
