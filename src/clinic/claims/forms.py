"""What is typed at the desk. Amounts come in as text and go on as exact decimals."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.accounts.models import User
from clinic.claims.book import LONGEST_DESPITE, LONGEST_REASON
from clinic.claims.disciplines import Discipline
from clinic.claims.models import FeeLimit, Item, Licence, Membership, Payer, Payment, Price, TaxRule, VendorNumber
from clinic.claims.models.line import MISSED
from clinic.claims.money import typed

EARLIEST = date(1900, 1, 1)
_LONGEST_AMOUNT = 20


class MoneyInput(forms.CharField):
    """Dollars and cents. A number field of a browser would make a float of them."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", _LONGEST_AMOUNT)
        super().__init__(**kwargs)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return typed(text) if text else None


class DayInput(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day is not None and day < EARLIEST:
            raise forms.ValidationError(_("That is too long ago."))
        return day


class DeskForm(forms.Form):
    """A form with the key by which it is known when it is sent twice."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("initial", {}).setdefault("key", uuid.uuid4())
        super().__init__(*args, **kwargs)


class ReasonForm(DeskForm):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=LONGEST_REASON)


class AmountForm(ReasonForm):
    amount = MoneyInput(label=gettext_lazy("Amount"))


OF_PATIENTS = [(one.value, one.label) for one in (Payment.Way.CARD, Payment.Way.CASH, Payment.Way.TRANSFER)]


class PaymentForm(DeskForm):
    amount = MoneyInput(label=gettext_lazy("Amount"))
    way = forms.ChoiceField(
        label=gettext_lazy("How"), choices=[one for one in Payment.Way.choices if one[0] != Payment.Way.MOVED]
    )
    reference = forms.CharField(label=gettext_lazy("Reference"), max_length=80, required=False)
    despite = forms.CharField(
        label=gettext_lazy("Why the money is written down although the line has changed"),
        max_length=LONGEST_DESPITE,
        required=False,
    )
    """Asked for where a line no longer is right."""

    def of_patient(self) -> "PaymentForm":
        """No insurer's statement pays what a patient owes."""
        self.fields["way"].choices = OF_PATIENTS  # type: ignore[attr-defined]
        return self

    def without_why(self) -> "PaymentForm":
        """As it is asked while nothing has changed."""
        self.fields.pop("despite", None)
        return self


class PatientPaymentForm(PaymentForm):
    """What a person pays of all that they owe."""

    way = forms.ChoiceField(label=gettext_lazy("How"), choices=OF_PATIENTS)
    is_too_much = forms.BooleanField(
        label=gettext_lazy("It is more than is owed. The rest has to be given back."), required=False
    )


class MissedForm(DeskForm):
    on = DayInput(label=gettext_lazy("Day of the visit"))
    discipline = forms.ChoiceField(label=gettext_lazy("Discipline"), choices=Discipline.choices)
    item = forms.ChoiceField(
        label=gettext_lazy("What happened"), choices=[(one.value, one.label) for one in map(Item, MISSED)]
    )
    amount = MoneyInput(label=gettext_lazy("Fee before tax; GST is added where the discipline is taxed"))
    appointment = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**62)


class _TermsForm(forms.ModelForm):
    from_day = DayInput(label=gettext_lazy("From"))

    def __init__(self, *args: Any, staff: list[User], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in ("payee", "practitioner"):
            if name in self.fields:
                # Whoever is of another clinic is no choice here.
                self.fields[name].queryset = User.objects.filter(pk__in=[one.pk for one in staff])  # type: ignore[attr-defined]


class PriceForm(_TermsForm):
    amount = MoneyInput(label=gettext_lazy("Price before tax"))

    class Meta:
        model = Price
        fields = ("discipline", "item", "minutes", "amount", "from_day")


class FeeLimitForm(_TermsForm):
    payer = forms.TypedChoiceField(
        label=gettext_lazy("Who pays it"),
        choices=[(one.value, one.label) for one in (Payer.ICBC, Payer.WORKSAFEBC)],
        required=False,
        empty_value=Payer.ICBC,
    )
    amount = MoneyInput(label=gettext_lazy("Amount before tax: ICBC’s limit, or WorkSafeBC’s contract rate"))
    to_day = DayInput(label=gettext_lazy("To, included; empty until another row replaces it"), required=False)

    class Meta:
        model = FeeLimit
        fields = ("payer", "discipline", "item", "amount", "source", "from_day", "to_day")


class TaxForm(_TermsForm):
    item = forms.ChoiceField(
        label=gettext_lazy("Visit"),
        choices=[("", gettext_lazy("Every visit, and missed ones")), *Item.choices],
        required=False,
    )
    practitioner = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Practitioner"),
        required=False,
        empty_label=gettext_lazy("Everybody of the discipline"),
    )
    is_taxed = forms.TypedChoiceField(
        label=gettext_lazy("GST"),
        choices=[("no", gettext_lazy("Not added")), ("yes", gettext_lazy("Added"))],
        coerce=lambda said: said == "yes",
    )

    class Meta:
        model = TaxRule
        fields = ("discipline", "item", "practitioner", "is_taxed", "from_day")


class MembershipForm(_TermsForm):
    is_member = forms.TypedChoiceField(
        label=gettext_lazy("Recovery Network"),
        choices=[("yes", gettext_lazy("Member")), ("no", gettext_lazy("Not a member"))],
        coerce=lambda said: said == "yes",
    )

    class Meta:
        model = Membership
        fields = ("is_member", "from_day")


class VendorNumberForm(_TermsForm):
    class Meta:
        model = VendorNumber
        fields = ("number", "payee", "from_day")


class LicenceForm(_TermsForm):
    to_day = DayInput(label=gettext_lazy("To, included"), required=False)

    class Meta:
        model = Licence
        fields = ("practitioner", "discipline", "college", "number", "from_day", "to_day")


TERMS: dict[str, type[_TermsForm]] = {
    "price": PriceForm,
    "fee": FeeLimitForm,
    "gst": TaxForm,
    "licence": LicenceForm,
    "vendor": VendorNumberForm,
    "member": MembershipForm,
}
